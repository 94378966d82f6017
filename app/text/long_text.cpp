#include "text/long_text.h"

#include <glib.h>

#include <algorithm>

namespace candor::text {
namespace {

constexpr std::size_t kPieceOfWords = 1024;
constexpr std::size_t kPieceOfLetters = 128;
constexpr std::size_t kLongestPieceOfWord = 512;  // no letter comes: a chain of emoji or accents

bool is_space(char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

bool should_cut(std::size_t in_piece, std::size_t in_word, gunichar next) {
    if (in_word == 0) return in_piece >= kPieceOfWords;
    if (in_word >= kLongestPieceOfWord) return true;
    return in_word >= kPieceOfLetters && g_unichar_isalnum(next) != FALSE;
}

}  // namespace

std::vector<ByteRange> pieces_of_long_text(std::string_view text) {
    std::vector<ByteRange> pieces;
    std::size_t begin = 0, word = 0;
    const char* next = nullptr;
    for (const char* at = text.data(); at < text.data() + text.size(); at = next) {
        next = g_utf8_next_char(at);
        const std::size_t offset = at - text.data();
        // A run of spaces counts to the word before it: an endless one costs as much.
        if (offset > 0 && is_space(text[offset - 1]) && !is_space(*at)) word = offset;
        if (should_cut(offset - begin, offset - std::max(begin, word), g_utf8_get_char(at))) {
            pieces.emplace_back(begin, offset);
            begin = offset;
        }
    }
    if (!pieces.empty()) pieces.emplace_back(begin, text.size());
    return pieces;
}

}  // namespace candor::text
