#pragma once
#include <string>
#include <utility>
#include <vector>

#include "pack/search/word_forms.h"

namespace candor::pack {

/// What a search looks for, folded: a whole word, or every word that starts so; with `then`, that
/// and the next word, which stand for one ("stemcell": "stem cell").
struct WantedWord {
    std::string letters;  ///< with kStemMark before it: a stem
    bool prefix = true;   ///< of `then`, where there is one
    std::string then;
};

struct Snippet {
    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>> matches;  ///< begin and end byte in `text`
};

/// The line of `shown` that holds most of the wanted words, cut at words to about 160 bytes around
/// the first of them. `forms` is the language's.
Snippet make_snippet(const std::string& shown, const std::vector<WantedWord>& wanted,
                     const WordForms& forms);

}  // namespace candor::pack
