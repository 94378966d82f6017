#include "pack/page/links.h"

#include "pack/folder/fields.h"

namespace candor::pack {
namespace {

constexpr std::size_t kMaxTarget = 200;

bool is_page_target(std::string_view target) {
    const auto slash = target.find('/');
    return slash != std::string_view::npos && is_id(target.substr(0, slash)) &&
           is_id(target.substr(slash + 1));
}

void report_unknown(std::string_view href, int line, Report& report) {
    if (href.starts_with("http:") || href.starts_with("https:") || href.starts_with("mailto:"))
        return report.warning(line, "web-link",
                              in_quotes(href) + " is a web address, which no one can open here.",
                              "Put it into sources.yaml, and link to it as source:ID.");
    report.warning(line, "unknown-link", in_quotes(href) + " leads nowhere.",
                   "Links start with source:, term: or page:.");
}

}  // namespace

LinkTarget Links::resolve(std::string_view href, int line, const std::string& language,
                          Report& report) {
    const auto colon = href.find(':');
    const std::string_view scheme = href.substr(0, colon);
    if (colon == std::string_view::npos || href.size() > kMaxTarget) {
        report_unknown(href, line, report);
        return {};
    }
    std::string target(href.substr(colon + 1));
    if (scheme == "source") {
        if (sources.contains(target)) return {LinkKind::source, std::move(target)};
        report.error(line, "unknown-source", "There is no source " + in_quotes(target) + ".",
                     "Add it to sources.yaml, or correct the id.");
    } else if (scheme == "term") {
        if (terms.contains(target)) return {LinkKind::term, std::move(target)};
        if (terms_known)
            report.warning(line, "unknown-term", "There is no term " + in_quotes(target) + ".",
                           "Add it to glossary.yaml, or correct the id.");
    } else if (scheme == "page" && is_page_target(target)) {
        pages.push_back({report.file(), line, language, target});
        return {LinkKind::page, std::move(target)};
    } else if (scheme == "page") {
        report.warning(line, "unknown-page", in_quotes(target) + " names no page.",
                       "Write page:PACK/PAGE, the page being its file name without .md.");
    } else {
        report_unknown(href, line, report);
    }
    return {};
}

}  // namespace candor::pack
