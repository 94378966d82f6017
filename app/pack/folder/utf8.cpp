#include "pack/folder/utf8.h"

namespace candor::pack {
namespace {

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// Bytes that follow a first byte; -1: not a first byte.
int following(unsigned char first) {
    if (first < 0x80) return 0;
    if (first >= 0xC2 && first <= 0xDF) return 1;
    if (first >= 0xE0 && first <= 0xEF) return 2;
    if (first >= 0xF0 && first <= 0xF4) return 3;
    return -1;
}

bool is_scalar_value(char32_t c, int follow) {
    if (c >= 0xD800 && c <= 0xDFFF) return false;
    if (c > 0x10FFFF) return false;
    return !(follow == 2 && c < 0x800) && !(follow == 3 && c < 0x10000);
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const int follow = following(first);
    ++at;
    if (follow == 0) return first;
    if (follow < 0 || at + static_cast<std::size_t>(follow) > text.size()) return kInvalidCodePoint;
    char32_t c = first & (0x3FU >> follow);
    for (int i = 0; i < follow; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + static_cast<std::size_t>(i)]);
        if (!is_continuation(byte)) return kInvalidCodePoint;
        c = (c << 6) | (byte & 0x3FU);
    }
    if (!is_scalar_value(c, follow)) return kInvalidCodePoint;
    at += static_cast<std::size_t>(follow);
    return c;
}

void append_utf8(std::string& out, char32_t c) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) return put(c);
    if (c < 0x800) {
        put(0xC0 | (c >> 6));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
    }
    put(0x80 | (c & 0x3F));
}

std::size_t boundary_before(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    while (at > 0 && is_continuation(static_cast<unsigned char>(text[at]))) --at;
    return at;
}

}  // namespace candor::pack
