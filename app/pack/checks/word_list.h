#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pack/folder/fold.h"

namespace candor::pack {

/// Words and phrases to look for, compared folded: "guarantee*|no pain|*maz". A star stands for any
/// letters at the start or the end of a word. In Arabic the particles written onto a word (و ف ب ك
/// ل ال) do not count.
class WordList {
  public:
    WordList(std::string_view patterns, std::string_view language);

    /// How many of the words from `at` on the longest matching pattern covers; 0: none matches.
    std::size_t match(const std::vector<FoldedWord>& words, std::size_t at) const;
    /// Does one of the words match?
    bool any(const std::vector<FoldedWord>& words) const;

  private:
    struct Word {
        std::string letters;
        bool open_start = false, open_end = false;
    };
    bool fits(const Word& pattern, const std::string& word) const;

    bool has_particles_;
    std::vector<std::vector<Word>> patterns_;
};

/// One list a language, made when it is first asked for. Languages without a list have none.
struct ListOfLanguage {
    std::string_view language, patterns;
};

}  // namespace candor::pack
