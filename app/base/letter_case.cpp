#include "base/letter_case.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace candor::base {
namespace {

/// Letters from `first` to `last`, whose capitals stand `down` code points before; 1: capital and
/// small letter alternate, and `first` is a small one.
struct CaseRange {
    char32_t first, last, down;
};

constexpr std::array kSmall{
    CaseRange{'a', 'z', 32},      CaseRange{0xE0, 0xF6, 32},    CaseRange{0xF8, 0xFE, 32},
    CaseRange{0x101, 0x12F, 1},   CaseRange{0x133, 0x137, 1},   CaseRange{0x13A, 0x148, 1},
    CaseRange{0x14B, 0x177, 1},   CaseRange{0x17A, 0x17E, 1},   CaseRange{0x1CE, 0x1DC, 1},
    CaseRange{0x1DF, 0x1EF, 1},   CaseRange{0x1F9, 0x21F, 1},   CaseRange{0x223, 0x233, 1},
    CaseRange{0x259, 0x259, 202},  // schwa
    CaseRange{0x3AC, 0x3AC, 38},  CaseRange{0x3AD, 0x3AF, 37},  CaseRange{0x3B1, 0x3C1, 32},
    CaseRange{0x3C3, 0x3CB, 32},  CaseRange{0x3CC, 0x3CC, 64},  CaseRange{0x3CD, 0x3CE, 63},
    CaseRange{0x430, 0x44F, 32},  CaseRange{0x450, 0x45F, 80},  CaseRange{0x461, 0x481, 1},
    CaseRange{0x48B, 0x4BF, 1},   CaseRange{0x4C2, 0x4CE, 1},   CaseRange{0x4D1, 0x52F, 1},
    CaseRange{0x1E01, 0x1E95, 1}, CaseRange{0x1EA1, 0x1EFF, 1},
};

bool alternates(const CaseRange& range, char32_t small) {
    return range.down == 1 && (small - range.first) % 2 == 1;
}

bool has_dotless_i(std::string_view language) {
    return language.starts_with("tr") || language.starts_with("az");
}

template <typename Change>
std::string changed(std::string_view text, Change change) {
    std::string out;
    out.reserve(2 * text.size());  // growing would leave copies of what a person typed behind
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c != kInvalidCodePoint) append_utf8(out, change(c));
    }
    return out;
}

}  // namespace

char32_t upper_case(char32_t c, std::string_view language) {
    if (c == U'i' && has_dotless_i(language)) return U'İ';
    if (c == U'ı') return U'I';
    if (c == U'ß') return U'ẞ';
    if (c == U'ÿ') return U'Ÿ';
    if (c == U'ς') return U'Σ';
    for (const CaseRange& range : kSmall)
        if (c >= range.first && c <= range.last) return alternates(range, c) ? c : c - range.down;
    return c;
}

char32_t lower_case(char32_t c, std::string_view language) {
    if (c == U'I' && has_dotless_i(language)) return U'ı';
    if (c == U'İ') return U'i';
    if (c == U'ẞ') return U'ß';
    if (c == U'Ÿ') return U'ÿ';
    for (const CaseRange& range : kSmall) {
        const char32_t small = c + range.down;
        if (small >= range.first && small <= range.last && !alternates(range, small)) return small;
    }
    return c;
}

std::string upper_case(std::string_view text, std::string_view language) {
    return changed(text, [&](char32_t c) { return upper_case(c, language); });
}

std::string lower_case(std::string_view text, std::string_view language) {
    return changed(text, [&](char32_t c) { return lower_case(c, language); });
}

}  // namespace candor::base
