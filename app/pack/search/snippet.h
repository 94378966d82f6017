#pragma once
#include <string>
#include <utility>
#include <vector>

namespace candor::pack {

/// What a search looks for, folded: a whole word, or every word that starts so.
struct WantedWord {
    std::string letters;
    bool prefix = true;
};

struct Snippet {
    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>> matches;  ///< begin and end byte in `text`
};

/// The line of `shown` that holds most of the wanted words, cut at words to about 160 bytes around
/// the first of them.
Snippet make_snippet(const std::string& shown, const std::vector<WantedWord>& wanted);

}  // namespace candor::pack
