#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace candor::text {

/// Bytes of a text, from `begin` to before `end`.
struct Range {
    std::size_t begin = 0, end = 0;
    bool operator==(const Range&) const = default;
};

/// The sentences of a text in their order, without the spaces between them, as Pango finds them
/// (Unicode UAX #29). A text that is not UTF-8 is one sentence, one of spaces alone none.
/// `language`: BCP 47.
std::vector<Range> sentences(std::string_view text, const std::string& language);

}  // namespace candor::text
