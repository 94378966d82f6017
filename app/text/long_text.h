#pragma once
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace candor::text {

using ByteRange = std::pair<std::size_t, std::size_t>;

/// Cuts a text of unusual length (or with words far longer than any real one) into pieces of a
/// bounded length: before words, else between letters, else anywhere. `text` is valid UTF-8.
/// Empty when the text needs no cut.
std::vector<ByteRange> pieces_of_long_text(std::string_view text);

}  // namespace candor::text
