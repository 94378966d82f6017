#include "base/spoken_text.h"

#include "base/utf8.h"

namespace candor::base {
namespace {

bool is_for_the_eye(char32_t c) {
    return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == kInvalidCodePoint;
}

/// A mark between two things that are said apart: a voice would name it, or run them together.
bool divides(char32_t c) { return c == 0x00B7 || c == 0x2022 || c == '|'; }

}  // namespace

std::string spoken_text(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c == 0 || is_for_the_eye(c)) continue;
        if (!divides(c)) {
            append_utf8(out, c);
            continue;
        }
        if (!out.empty() && out.back() == ' ') out.pop_back();
        out += ',';
    }
    return out;
}

}  // namespace candor::base
