#pragma once
#include <string_view>
#include <vector>

#include "pack/checks/language_words.h"
#include "pack/checks/numbers_in_text.h"

namespace candor::pack {

/// Numbers of a sentence that state something: not the 2 of "step 2". `known` may be nullptr: then
/// every number does.
std::vector<NumberInText> claimed_numbers(std::string_view sentence, const LanguageWords* known);

}  // namespace candor::pack
