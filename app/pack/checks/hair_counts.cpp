#include <optional>

#include "pack/checks/check_table.h"
#include "pack/checks/claimed_numbers.h"
#include "pack/checks/sentences.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {
namespace {

/// The number of a sentence that counts hairs, as it stands there; empty: there is none.
std::string number_of_hairs(std::string_view sentence, const LanguageWords& lists) {
    for (const auto& number : claimed_numbers(sentence, &lists)) {
        const auto behind = folded_words(sentence.substr(number.end));
        if (!behind.empty() && lists.hairs.match(behind, 0) > 0)
            return std::string(sentence.substr(number.begin, number.end - number.begin));
    }
    return {};
}

struct HairCount {
    std::string number, sentence;
};

/// The first count of hairs in a text that names no area.
std::optional<HairCount> count_without_area(std::string_view text, std::string_view language) {
    const LanguageWords* lists = words_of_language(language);
    if (lists == nullptr || lists->areas.any(folded_words(text))) return std::nullopt;
    for (const auto& sentence : sentences_of(text)) {
        const auto words = words_of(text, sentence);
        // "They gained 30 for every 100 hairs. The others gained 7."
        if (lists->other_hairs.any(folded_words(words))) return std::nullopt;
        auto number = sentence.question ? std::string() : number_of_hairs(words, *lists);
        if (!number.empty()) return HairCount{std::move(number), std::string(words)};
    }
    return std::nullopt;
}

void report(const HairCount& count, const std::string& file, int line, FindingList& list) {
    list.warning(file, line, "hairs-without-area",
                 count.number + " hairs, on which area? " + in_quotes(count.sentence) +
                     " reads as if it were the whole head.",
                 "Name the area: “17 more hairs in each square centimetre”.");
}

}  // namespace

/// Counts of hairs that do not say on which area they were counted.
void check_hair_counts(const Subject& subject, base::Findings& findings) {
    FindingList list(findings);
    for (const auto& piece : subject.pieces) {
        if (piece.wrong_choice || !is_statement(piece)) continue;
        if (const auto count = count_without_area(piece.words, piece.page->language))
            report(*count, Subject::file_of(piece), subject.line_of(piece, count->number), list);
    }
    for (const auto& text : subject.texts)
        if (const auto count = count_without_area(text.words, text.language))
            report(*count, text.file, text.line, list);
}

}  // namespace candor::pack
