#pragma once
#include <string>
#include <vector>

#include "pack/checks/piece.h"

namespace candor::pack {

/// Words in sentences that speak of a benefit, and of a limit or a risk. A sentence with cues of
/// both counts for both; boxes CAUTION and UNKNOWN count as limits whole.
struct Weight {
    int benefit_words = 0, limit_words = 0;
    int benefit_sentences = 0;
};

/// Of statements only: no labels, questions, or wrong choices.
Weight weight_of(const std::vector<Piece>& pieces, const std::string& language,
                 const Page* only = nullptr);

}  // namespace candor::pack
