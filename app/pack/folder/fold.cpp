#include "pack/folder/fold.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace candor::pack {
namespace {

/// Base letters of U+00C0-U+017F, two bytes each ("ss", "ae") where needed; "-": no letter.
constexpr std::array<std::string_view, 0x180 - 0xC0> kLatin{
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // C0
    "d", "n", "o",  "o",  "o", "o", "o",  "-", "o", "u", "u", "u", "u", "y", "th", "ss",  // D0
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // E0
    "d", "n", "o",  "o",  "o", "o", "o",  "-", "o", "u", "u", "u", "u", "y", "th", "y",   // F0
    "a", "a", "a",  "a",  "a", "a", "c",  "c", "c", "c", "c", "c", "c", "c", "d",  "d",   // 100
    "d", "d", "e",  "e",  "e", "e", "e",  "e", "e", "e", "e", "e", "g", "g", "g",  "g",   // 110
    "g", "g", "g",  "g",  "h", "h", "h",  "h", "i", "i", "i", "i", "i", "i", "i",  "i",   // 120
    "i", "i", "ij", "ij", "j", "j", "k",  "k", "k", "l", "l", "l", "l", "l", "l",  "l",   // 130
    "l", "l", "l",  "n",  "n", "n", "n",  "n", "n", "n", "n", "n", "o", "o", "o",  "o",   // 140
    "o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r", "s", "s", "s", "s", "s",  "s",   // 150
    "s", "s", "t",  "t",  "t", "t", "t",  "t", "u", "u", "u", "u", "u", "u", "u",  "u",   // 160
    "u", "u", "u",  "u",  "w", "w", "y",  "y", "y", "z", "z", "z", "z", "z", "z",  "s"};  // 170

bool in(char32_t c, char32_t from, char32_t to) { return c >= from && c <= to; }

/// Marks that change a letter but are none: accents, Arabic vowel signs, tatweel, joiners.
bool is_mark(char32_t c) {
    return in(c, 0x300, 0x36F) || in(c, 0x64B, 0x65F) || c == 0x670 || c == 0x640 ||
           in(c, 0x610, 0x61A) || in(c, 0x6D6, 0x6ED) || in(c, 0x200B, 0x200F) || c == 0xAD ||
           in(c, 0xFE00, 0xFE0F) || c == 0xFEFF;
}

char32_t fold_arabic(char32_t c) {
    switch (c) {
        case 0x622:
        case 0x623:
        case 0x625:
        case 0x671:
            return 0x627;  // alef with madda, hamza, wasla: alef
        case 0x649:
        case 0x626:
        case 0x6CC:
            return 0x64A;  // alef maksura, yeh with hamza, Persian yeh: yeh
        case 0x624:
            return 0x648;  // waw with hamza: waw
        case 0x629:
            return 0x647;  // teh marbuta: heh
        case 0x6A9:
            return 0x643;  // Persian kaf: kaf
        default:
            return c;
    }
}

char32_t fold_greek_and_cyrillic(char32_t c) {
    static constexpr std::u32string_view kAccented = U"ΆΈΉΊΌΎΏΐάέήίΰςόύώϊϋ";
    static constexpr std::u32string_view kPlain = U"αεηιουωιαεηιυσουωιυ";
    if (const auto at = kAccented.find(c); at != std::u32string_view::npos) return kPlain[at];
    if (in(c, 0x391, 0x3A9)) return c + 0x20;
    if (in(c, 0x410, 0x42F)) return c + 0x20;
    if (c == 0x401 || c == 0x451) return 0x435;  // io: ie
    if (in(c, 0x400, 0x40F)) return c + 0x50;
    return c;
}

char32_t fold_digit(char32_t c) {
    if (in(c, 0x660, 0x669)) return c - 0x660 + '0';
    if (in(c, 0x6F0, 0x6F9)) return c - 0x6F0 + '0';
    return c;
}

/// Letters and digits of the scripts that packs use; symbols, signs and pictures are none.
bool is_letter(char32_t c) {
    if (c < 0x80) return in(c | 0x20, 'a', 'z') || in(c, '0', '9');
    if (c < 0xC0 || c == 0xD7 || c == 0xF7) return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (in(c, 0x600, 0x61F) || in(c, 0x66A, 0x66D) || c == 0x6D4) return false;
    if (in(c, 0x2000, 0x2BFF) || in(c, 0x3000, 0x3004) || in(c, 0x3008, 0x3020)) return false;
    if (in(c, 0xE000, 0xF8FF) || in(c, 0xFE10, 0xFE6F) || in(c, 0xFF00, 0xFF0F)) return false;
    return !in(c, 0x1F000, 0x1FAFF) && c <= 0x3FFFF;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2BC; }

void append_letter(std::string& out, char32_t c) {
    if (in(c, 'A', 'Z')) c += 0x20;
    if (in(c, 0xC0, 0x17F) && kLatin[c - 0xC0] != "-") {
        out += kLatin[c - 0xC0];
        return;
    }
    if (c == 0x1E9E) {  // capital sharp s
        out += "ss";
        return;
    }
    base::append_utf8(out, fold_digit(fold_arabic(fold_greek_and_cyrillic(c))));
}

}  // namespace

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (c != base::kInvalidCodePoint && !is_mark(c)) append_letter(out, c);
    }
    return out;
}

std::vector<FoldedWord> folded_words(std::string_view text) {
    std::vector<FoldedWord> words;
    // Room for a whole query: growing would leave copies of what a person typed behind.
    words.reserve(std::min<std::size_t>(text.size() / 2 + 1, 160));
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = base::next_code_point(text, at);
        if (c != base::kInvalidCodePoint && is_mark(c) && inside) words.back().end = at;
        if (c != base::kInvalidCodePoint && (is_mark(c) || is_apostrophe(c))) continue;
        const bool letter = c != base::kInvalidCodePoint && is_letter(c);
        if (letter && !inside) words.push_back({{}, begin, at});
        inside = letter;
        if (!letter) continue;
        append_letter(words.back().letters, c);
        words.back().end = at;
    }
    return words;
}

std::string folded_line(std::string_view text) {
    std::string out;
    for (const auto& word : folded_words(text)) {
        if (!out.empty()) out += ' ';
        out += word.letters;
    }
    return out;
}

}  // namespace candor::pack
