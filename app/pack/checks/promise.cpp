#include "pack/checks/promise.h"

#include "pack/checks/language_words.h"
#include "pack/checks/numbers_in_text.h"
#include "pack/checks/sentences.h"

namespace candor::pack {
namespace {

/// One sentence, its quotes blanked.
class PromiseScan {
  public:
    PromiseScan(std::string_view sentence, const LanguageWords& lists, bool is_guideline)
        : text_(sentence),
          lists_(lists),
          is_guideline_(is_guideline),
          words_(folded_words(sentence)),
          used_(words_.size()) {}

    void add_to(std::vector<std::string>& out) {
        std::vector<std::string> found;
        take(lists_.empty_negations, nullptr);
        take(lists_.promises, &found);
        if (!is_guideline_ && !lists_.harms.any(words_)) take(lists_.durable, &found);
        add_hundred_percent(found);
        if (!denied()) out.insert(out.end(), found.begin(), found.end());
    }

  private:
    void take(const WordList& list, std::vector<std::string>* found) {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const std::size_t count = used_[i] ? 0 : list.match(words_, i);
            for (std::size_t k = 0; k < count; ++k) used_[i + k] = true;
            if (count == 0 || found == nullptr) continue;
            const std::size_t begin = words_[i].begin, end = words_[i + count - 1].end;
            found->emplace_back(text_.substr(begin, end - begin));
            i += count - 1;
        }
    }

    /// Of a method; "100 %" that is a count of people has its sentence's "of" or "women".
    void add_hundred_percent(std::vector<std::string>& found) {
        for (const auto& number : numbers_in(text_)) {
            if (number.digits != "100") continue;
            if (percent_behind(number.end) || percent_before(number.begin))
                found.emplace_back("100 %");
        }
    }
    bool percent_behind(std::size_t at) const {
        for (const std::string_view space : {" ", "\xC2\xA0", "\xE2\x80\xAF"})
            if (text_.substr(at).starts_with(space)) {
                at += space.size();
                break;
            }
        const auto rest = text_.substr(at);
        return rest.starts_with("%") || rest.starts_with("٪");
    }
    bool percent_before(std::size_t at) const {
        const auto head = text_.substr(0, at);
        return head.ends_with("%") || head.ends_with("٪");
    }

    bool denied() const {
        for (std::size_t i = 0; i < words_.size(); ++i)
            if (!used_[i] && lists_.negations.match(words_, i) > 0) return true;
        return false;
    }

    std::string_view text_;
    const LanguageWords& lists_;
    bool is_guideline_;
    std::vector<FoldedWord> words_;
    std::vector<bool> used_;
};

}  // namespace

std::vector<std::string> promises_in(std::string_view text, std::string_view language,
                                     bool is_guideline) {
    std::vector<std::string> out;
    const LanguageWords* lists = words_of_language(language);
    if (lists == nullptr) return out;
    const std::string open = without_quoted(text);
    for (const auto& sentence : sentences_of(open))
        if (!sentence.question)
            PromiseScan(words_of(open, sentence), *lists, is_guideline).add_to(out);
    return out;
}

}  // namespace candor::pack
