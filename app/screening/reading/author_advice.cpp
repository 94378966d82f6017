#include "screening/reading/author_advice.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/letter_case.h"
#include "screening/model/expression.h"
#include "screening/reading/set_aside.h"

namespace candor::screening {
namespace {

/// Another program would replace the value that stands here.
bool is_overwriting(const Node& extension, std::string_view url) {
    if (is_named(url, "calculatedExpression") || is_named(url, "variable") ||
        is_named(url, "enableWhenExpression"))
        return false;
    const std::string name = base::lower_case(url.substr(url.find_last_of('/') + 1));
    return extension.find("valueExpression") != nullptr ||
           name.find("fhirpath") != std::string::npos ||
           name.find("initialexpression") != std::string::npos;
}

void check_fixed_value(const Node& node, const Item& item, Reading& reading) {
    if (!item.hidden || item.initial.empty() || item.calculated) return;
    for (const Node* entry : reading.maps(node, "extension")) {
        const std::string url = reading.text(*entry, "url");
        if (!is_overwriting(*entry, url)) continue;
        reading.warning(*entry, "fixed-value",
                        "its initial value stands in the answers of everybody, since \"" + url +
                            "\", which would replace it, is not read.",
                        "Remove the initial value if it is one person's.");
        return;
    }
}

bool is_letter_or_more(char c) {
    return static_cast<unsigned char>(c) >= 0x80 ||
           std::isalpha(static_cast<unsigned char>(c)) != 0;
}

/// "Total", "Sum:", "PHQ-9 total score".
bool names_total(std::string_view text) {
    constexpr std::array<std::string_view, 9> kWhole{"total",       "sum",    "total score",
                                                     "sum score",   "score",  "summe",
                                                     "gesamtscore", "toplam", "poengsum"};
    constexpr std::array<std::string_view, 4> kAtEnd{" total score", " sum score", " sumscore",
                                                     " total points"};
    std::string words = base::lower_case(text);
    while (!words.empty() && !is_letter_or_more(words.back())) words.pop_back();
    const bool whole = std::find(kWhole.begin(), kWhole.end(), words) != kWhole.end();
    return whole || std::any_of(kAtEnd.begin(), kAtEnd.end(),
                                [&](std::string_view end) { return words.ends_with(end); });
}

bool has_scoring_code(const Node& node, Reading& reading) {
    for (const Node* code : reading.maps(node, "code")) {
        const auto* system = string_in(code->find("system"));
        if (system != nullptr && system->starts_with("http://ehelse.no/scoringFormulas"))
            return true;
    }
    return false;
}

void check_total(const Node& node, const Item& item, Reading& reading) {
    constexpr std::array kNumbers{ItemType::integer, ItemType::decimal, ItemType::quantity};
    const bool number = std::find(kNumbers.begin(), kNumbers.end(), item.type) != kNumbers.end();
    if (!number || item.hidden || !item.options.empty()) return;
    for (const Node* entry : reading.maps(node, "extension"))
        if (is_named(reading.text(*entry, "url"), "calculatedExpression")) return;
    const auto& texts = item.text.all();
    const bool named = std::any_of(texts.begin(), texts.end(),
                                   [](const auto& each) { return names_total(each.second); });
    if (!named && !has_scoring_code(node, reading)) return;
    reading.advice(node, "asked-total", "patients are asked to add up a total themselves.",
                   "Give it calculatedExpression, or hide it: the score of answers that have "
                   "weights is worked out anyway.");
}

}  // namespace

void advise_author(const Node& node, const Item& item, Reading& reading) {
    check_fixed_value(node, item, reading);
    check_total(node, item, reading);
}

}  // namespace candor::screening
