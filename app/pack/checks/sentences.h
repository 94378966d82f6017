#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace candor::pack {

/// A sentence of a text by its bytes, the closing mark and quotes included.
struct Sentence {
    std::size_t begin = 0, end = 0;
    bool closed = false;  ///< ends with a mark (. ! ? … ؟ and their like), not with the text
    bool question = false;
};

/// Splits at . ! ? … ؟ ۔ before white space or the end, and at line breaks. Not after an initial
/// ("E. D."), an abbreviation of the five languages ("z. B.", "Dr.", "vb."), nor after a number
/// that goes on in lower case ("4. gün"), as ordinals do in German and Turkish.
std::vector<Sentence> sentences_of(std::string_view text);

std::string_view words_of(std::string_view text, const Sentence& sentence);

/// The text with everything inside quotation marks replaced by spaces, byte by byte.
std::string without_quoted(std::string_view text);

}  // namespace candor::pack
