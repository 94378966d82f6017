#pragma once
#include <string_view>

#include "pack/checks/word_list.h"

namespace candor::pack {

/// The word lists of the checks, a language each. What they are for stands in content/CHECKS.md.
struct LanguageWords {
    WordList promises;          ///< words that promise too much
    WordList durable;           ///< "permanent": a promise, unless of harm or by a guideline
    WordList negations;         ///< "no one can promise"
    WordList empty_negations;   ///< hold a negation that denies nothing: "not only", "no doubt"
    WordList harms;             ///< what a "permanent" may go with
    WordList benefits, limits;  ///< cues by which the weight of both is measured
    WordList ordinal_before;    ///< words before a number that is no claim: "step 2"
    WordList bases;             ///< what a percentage may be of: "of", "women"
    WordList studies;           ///< "1 of 16 studies" is a count, not a risk
    WordList effects;           ///< what a treatment does: "helps", "thicker"
    WordList clinics;           ///< who says so: "clinics say"
    WordList aims;              ///< what is hoped for, not what was found: "the aim is to"
    WordList people;            ///< whom a share counts
    WordList times;             ///< how long, or at which age
    WordList visits;            ///< "once in 3 visits"
    WordList hairs;             ///< what is counted, behind its number: "more hairs"
    WordList areas;             ///< "per square centimetre"
    WordList other_hairs;       ///< counts of hairs that have no area: a day's, a graft's
};

/// nullptr for a language without lists.
const LanguageWords* words_of_language(std::string_view language);

}  // namespace candor::pack
