#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {
namespace {

bool is_address(std::string_view link) {
    return link.starts_with("https://") || link.starts_with("http://");
}

/// "https://www.aad.org/": somewhere behind it stands what was read.
bool is_home_page(std::string_view link) {
    const auto host = link.find("//") + 2;
    const auto path = link.find_first_of("/?#", host);
    return path == std::string_view::npos || path + 1 == link.size();
}

}  // namespace

/// Sources that nobody can follow: without an address, and not the clinic's own text, or with that
/// of a home page.
void check_source_links(const Subject& subject, base::Findings& findings) {
    FindingList list(findings);
    for (const auto& source : subject.pack.sources) {
        if (source.link.empty() && source.kind == SourceKind::clinic) continue;
        if (is_address(source.link)) {
            if (is_home_page(source.link))
                list.advice("sources.yaml", subject.line_of("sources.yaml", source.id, "link"),
                            "source-at-home-page",
                            "The link of the source " + in_quotes(source.id) +
                                " leads to a home page, not to what was read.",
                            "Write the address of the page itself, if it has one.");
            continue;
        }
        list.warning(
            "sources.yaml",
            subject.line_of("sources.yaml", source.id, source.link.empty() ? "citation" : "link"),
            "source-without-link",
            "No reader can look up the source " + in_quotes(source.id) + ": it has no web address.",
            "Write it as “link: https://…”. The clinic's own text alone needs none, and "
            "is of the kind “clinic”.");
    }
}

}  // namespace candor::pack
