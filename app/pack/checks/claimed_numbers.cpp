#include "pack/checks/claimed_numbers.h"

namespace candor::pack {

std::vector<NumberInText> claimed_numbers(std::string_view sentence, const LanguageWords* known) {
    std::vector<NumberInText> claimed;
    for (auto& number : numbers_in(sentence)) {
        const auto before = folded_words(sentence.substr(0, number.begin));
        const bool ordinal = known != nullptr && !before.empty() &&
                             known->ordinal_before.match(before, before.size() - 1) > 0;
        if (!ordinal) claimed.push_back(std::move(number));
    }
    return claimed;
}

}  // namespace candor::pack
