#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pack/folder/fold.h"

namespace candor::pack {

/// Stands before a stem in the index, so that no word is taken for one. A letter of no script (for
/// private use), which no folded word holds.
inline constexpr std::string_view kStemMark = "\uE000";

/// What a word is found by besides its own letters. All folded.
struct Forms {
    /// Other ways to write it: without its suffix behind an apostrophe ("PRP'nin": "prp"), without
    /// the Arabic article and what is written together with it, with "ue" for "ü".
    std::vector<std::string> letters;
    std::vector<std::string> stems;  ///< without the mark
};

/// The forms of one language's words. Stems by Snowball (libstemmer), where it knows the language.
/// A change here needs a new kIndexFormat. One thread at a time.
class WordForms {
  public:
    explicit WordForms(std::string_view language);
    ~WordForms();
    WordForms(WordForms&&) noexcept;
    WordForms& operator=(WordForms&&) noexcept;

    /// `written` is the word as it stands in its text, `letters` the same folded. What is the same
    /// as `letters` is left out of Forms::letters, and nothing stands there twice.
    Forms of(std::string_view written, const std::string& letters) const;
    /// Whether a word that starts so can have that stem, or has other ways to write it: a fast no.
    static bool may_match(std::string_view written, const std::string& letters,
                          std::string_view wanted);
    /// The stemmer keeps the last word that it was given until the next one.
    void forget() const;

  private:
    struct Stemmer;
    std::string stem(const std::string& word) const;
    void add_stem(const std::string& word, Forms& out) const;

    std::string language_;
    std::unique_ptr<Stemmer> stemmer_;
};

}  // namespace candor::pack
