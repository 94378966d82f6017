#include "pack/checks/weight.h"

#include "pack/checks/language_words.h"
#include "pack/checks/sentences.h"

namespace candor::pack {
namespace {

bool is_limit_box(const Piece& piece) {
    const auto* alert = piece.block == nullptr ? nullptr : std::get_if<Alert>(&piece.block->body);
    return alert != nullptr && alert->kind != AlertKind::good_to_know;
}

void add(const Piece& piece, const LanguageWords& lists, Weight& weight) {
    for (const auto& sentence : sentences_of(piece.words)) {
        if (sentence.question) continue;
        const auto words = folded_words(words_of(piece.words, sentence));
        const int count = static_cast<int>(words.size());
        const bool box = is_limit_box(piece);
        if (box || lists.limits.any(words)) weight.limit_words += count;
        if (box || !lists.benefits.any(words)) continue;
        weight.benefit_words += count;
        ++weight.benefit_sentences;
    }
}

}  // namespace

Weight weight_of(const std::vector<Piece>& pieces, const std::string& language, const Page* only) {
    Weight weight;
    const LanguageWords* lists = words_of_language(language);
    if (lists == nullptr) return weight;
    for (const auto& piece : pieces)
        if (piece.page->language == language && (only == nullptr || piece.page == only) &&
            is_statement(piece) && !piece.wrong_choice)
            add(piece, *lists, weight);
    return weight;
}

}  // namespace candor::pack
