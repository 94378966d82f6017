#include "pack/checks/check_table.h"
#include "pack/checks/weight.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {
namespace {

constexpr int kSentencesThatSell = 2, kMostTimes = 2, kFewWords = 40;

void check_pages(const Subject& subject, const std::string& language, FindingList& list) {
    for (const auto& page : subject.pack.pages_in(language)) {
        const Weight weight = weight_of(subject.pieces, language, &page);
        if (weight.benefit_sentences < kSentencesThatSell || weight.limit_words > 0) continue;
        list.warning(Subject::file_of(page), 0, "only-benefits",
                     "This page tells of benefits in " + std::to_string(weight.benefit_sentences) +
                         " sentences, and of no limit or risk.",
                     "Say on the same page what it cannot do, or what is not known.");
    }
}

}  // namespace

/// Pages that tell of benefits alone, and how much benefits and limits weigh in the pack.
void check_balance(const Subject& subject, base::Findings& findings) {
    FindingList list(findings);
    for (const auto& language : subject.pack.languages) check_pages(subject, language, list);
    const std::string first = subject.first_language();
    const Weight weight = weight_of(subject.pieces, first);
    if (weight.benefit_words == 0) return;
    const std::string figures =
        std::to_string(weight.benefit_words) + " words speak of benefits and " +
        std::to_string(weight.limit_words) + " of limits and risks (" + first + ").";
    if (weight.benefit_words > kFewWords && weight.benefit_words > kMostTimes * weight.limit_words)
        list.warning("pack.yaml", 0, "unbalanced", figures,
                     "Give limits and risks at least half as much room as benefits.");
    else
        list.advice("pack.yaml", 0, "balance", figures, "Both should weigh about the same.");
}

}  // namespace candor::pack
