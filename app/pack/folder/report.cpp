#include "pack/folder/report.h"

#include "base/utf8.h"
#include "pack/folder/text_rules.h"

namespace candor::pack {
namespace {
constexpr int kMaxFindingsPerFile = 300;
constexpr std::size_t kMaxQuotedBytes = 60;

/// The blocks of Unicode whose letters go from right to left (UAX #9, classes R and AL).
bool goes_right_to_left(char32_t c) {
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
           (c >= 0x1E800 && c <= 0x1EFFF);
}

/// Words that go from right to left would change places with the numbers beside them in a sentence
/// that does not (“3 من كل 100”): they are set apart (UAX #9, FSI and PDI).
std::string set_apart(std::string words) {
    for (std::size_t at = 0; at < words.size();)
        if (goes_right_to_left(base::next_code_point(words, at)))
            return "\u2068" + std::move(words) + "\u2069";
    return words;
}

}  // namespace

void Report::error(int line, std::string code, std::string message, std::string remedy) {
    failed_ = true;
    add({file_, line, base::Severity::error, std::move(code), std::move(message),
         std::move(remedy)});
}

void Report::warning(int line, std::string code, std::string message, std::string remedy) {
    add({file_, line, base::Severity::warning, std::move(code), std::move(message),
         std::move(remedy)});
}

void Report::add(base::Finding finding) {
    if (++count_ > kMaxFindingsPerFile + 1) return;
    if (count_ > kMaxFindingsPerFile)
        finding = {file_,
                   finding.line,
                   finding.severity,
                   "more-findings",
                   "There are more findings in this file.",
                   "Mend these first, then check again."};
    findings_.push_back(std::move(finding));
}

std::string showable(std::string_view words) {
    std::string out;
    for (std::size_t at = 0; at < words.size();) {
        const char32_t c = base::next_code_point(words, at);
        const bool blank = c == '\n' || c == '\t';
        base::append_utf8(out, blank ? ' ' : is_allowed(c) ? c : 0xFFFD);
    }
    return out;
}

std::string in_quotes(std::string_view words) {
    if (words.size() <= kMaxQuotedBytes) return "“" + set_apart(showable(words)) + "”";
    const auto cut = words.substr(0, base::boundary_before(words, kMaxQuotedBytes));
    return "“" + set_apart(showable(cut) + "…") + "”";
}

}  // namespace candor::pack
