#include "pack/checks/proportions.h"

#include <array>
#include <utility>

#include "base/localized.h"
#include "pack/checks/numbers_in_text.h"
#include "pack/checks/word_list.h"

namespace candor::pack {
namespace {

struct Phrases {
    std::string_view language;
    std::string_view joins;       ///< words between count and base, the count first
    std::string_view base_first;  ///< words between base and count
    std::string_view percent;     ///< the word behind a number
    std::string_view percent_before;
};

constexpr std::array<Phrases, 5> kPhrases{{
    {"en", "in|out of|in every|of every|of each|in each|of", "", "percent|per cent", ""},
    {"tr", "", "kişiden|kadından|erkekten|hastadan|de|da|te|ta|kişide|kadında|kadının|erkeğin", "",
     "yüzde"},
    {"ar", "من كل|من بين|من أصل|في كل|من", "", "بالمئة|بالمائة|في المئة|في المائة", ""},
    {"de", "von|von je|in|aus", "", "prozent", ""},
    {"es", "de cada|de|entre|en", "", "por ciento|por cien", ""},
}};

const Phrases* phrases_of(std::string_view language) {
    const auto primary = base::primary_language(language);
    for (const auto& phrases : kPhrases)
        if (phrases.language == primary) return &phrases;
    return nullptr;
}

/// Do the words of `between` make exactly one of the phrases?
bool is_phrase(std::string_view between, const WordList& phrases) {
    const auto words = folded_words(between);
    return !words.empty() && phrases.match(words, 0) == words.size() &&
           between.find_first_of(".,;:!?()") == std::string_view::npos;
}

bool starts_with_percent(std::string_view text) {
    for (const std::string_view space : {" ", "\xC2\xA0", "\xE2\x80\xAF"})
        if (text.starts_with(space)) return text.substr(space.size()).starts_with("%");
    return text.starts_with("%") || text.starts_with("٪");
}

bool ends_with_percent(std::string_view text) {
    return text.ends_with("%") || text.ends_with("% ") || text.ends_with("٪");
}

}  // namespace

bool knows_proportions_in(std::string_view language) { return phrases_of(language) != nullptr; }

std::vector<Proportion> proportions_in(std::string_view text, std::string_view language) {
    std::vector<Proportion> out;
    const Phrases* phrases = phrases_of(language);
    if (phrases == nullptr) return out;
    const WordList joins(phrases->joins, language), base_first(phrases->base_first, language);
    const auto numbers = numbers_in(text);
    for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
        const auto &a = numbers[i], &b = numbers[i + 1];
        const auto between = text.substr(a.end, b.begin - a.end);
        const std::string shown(text.substr(a.begin, b.end - a.begin));
        if (is_phrase(between, joins))
            out.push_back({a.digits, b.digits, shown, text.substr(b.end)});
        else if (is_phrase(between, base_first))
            out.push_back({b.digits, a.digits, shown, text.substr(b.end)});
    }
    return out;
}

std::vector<std::string> percentages_in(std::string_view text, std::string_view language) {
    std::vector<std::string> out;
    const Phrases* phrases = phrases_of(language);
    const std::string_view none;
    const WordList after(phrases == nullptr ? none : phrases->percent, language),
        before(phrases == nullptr ? none : phrases->percent_before, language);
    for (const auto& number : numbers_in(text)) {
        const auto head = folded_words(text.substr(0, number.begin));
        const auto tail = folded_words(text.substr(number.end, 40));
        if (starts_with_percent(text.substr(number.end)) ||
            ends_with_percent(text.substr(0, number.begin)) || after.match(tail, 0) > 0 ||
            (!head.empty() && before.match(head, head.size() - 1) > 0))
            out.push_back(number.digits + " %");
    }
    return out;
}

}  // namespace candor::pack
