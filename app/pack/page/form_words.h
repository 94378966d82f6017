#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/finding.h"
#include "pack/page/page.h"
#include "screening/model/questionnaire.h"

namespace candor::pack {

/// Is a prefix words of its own ("For everyone:"), for a line of its own, and no sign before others
/// ("1.", "Q12b")?
bool is_prefix_of_words(const std::string& prefix);

/// The words of a form's items that hold Markdown, as blocks of a page: headings, paragraphs and
/// lists. Their links were taken away when the form was read.
class FormWords {
  public:
    explicit FormWords(const screening::Questionnaire& questionnaire);

    /// With the item's prefix, where that is a sign. nullptr: its words in that language are plain.
    const std::vector<Block>* text_of(const screening::Item& item,
                                      const std::string& language) const;
    const std::vector<Block>* help_of(const screening::Item& item,
                                      const std::string& language) const;

  private:
    using ByLanguage = std::map<std::string, std::vector<Block>>;
    std::map<std::string, ByLanguage> texts_, helps_;  ///< by linkId
};

/// What of a form's Markdown is not shown as its author meant it: advice, one an item. `file` is
/// the form's.
base::Findings form_words_findings(const screening::Questionnaire& questionnaire,
                                   const std::string& file);

}  // namespace candor::pack
