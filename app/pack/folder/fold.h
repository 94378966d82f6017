#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace candor::pack {

/// Makes words comparable however they were typed: lower case, without accents (composed or not),
/// ß as ss, ı as i, Arabic letters in their plain form without vowel signs, all digits as 0-9. The
/// index and the query both go through it, so a new rule here needs a new kIndexFormat in
/// search_store.h. Bytes that are not UTF-8 are dropped.
std::string fold(std::string_view text);

/// A word of a text: its folded letters, and the bytes of the text that it covers.
struct FoldedWord {
    std::string letters;
    std::size_t begin = 0, end = 0;
};

/// The words of a text in order; an apostrophe inside a word belongs to it ("don’t" is "dont").
std::vector<FoldedWord> folded_words(std::string_view text);

/// The words of a text, folded, with single spaces between them.
std::string folded_line(std::string_view text);

}  // namespace candor::pack
