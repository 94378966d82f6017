#include "screening/reading/set_aside.h"

#include <algorithm>
#include <array>

namespace candor::screening {
namespace {

struct Refused {
    std::string_view name;
    const char* remedy;
};
constexpr std::array kRefused{
    Refused{"subQuestionnaire", "Put the items of that questionnaire in its place."},
    Refused{"enableWhenExpression", "Put it on an item."},
    Refused{"calculatedExpression", "Put it on a question."},
    Refused{"answerExpression", "List the answers with answerOption."},
    Refused{"candidateExpression", "List the answers with answerOption."},
    Refused{"answerOptionsToggleExpression",
            "Offer everybody the same answers, or ask in two questions with enableWhen."},
    Refused{"contextExpression", "Write what is to be shown in a display."},
    Refused{"unitValueSet", "List the units with unitOption."},
    Refused{"cqf-expression", "Write the words themselves."},
    Refused{"cqf-calculatedValue", "Write the value itself."}};

constexpr std::array<std::string_view, 5> kNotEnforced{
    "constraint", "targetConstraint", "initialExpression", "usageMode", "signatureRequired"};

const Refused* refused(std::string_view url) {
    const auto found = std::find_if(kRefused.begin(), kRefused.end(),
                                    [&](const Refused& each) { return is_named(url, each.name); });
    return found == kRefused.end() ? nullptr : &*found;
}

void refuse(const Node& extension, const std::string& url, const std::string& where,
            const Refused& why, Reading& reading) {
    reading.error(extension, "unsupported",
                  "the extension \"" + url + "\"" + where + " is not supported.", why.remedy);
}

}  // namespace

bool is_named(std::string_view url, std::string_view name) {
    if (!url.ends_with(name)) return false;
    const std::string_view before = url.substr(0, url.size() - name.size());
    return before.empty() || before.back() == '/' || before.back() == '-';
}

void set_aside(const Node& extension, const std::string& where, Reading& reading) {
    const std::string url = reading.text(extension, "url");
    const auto is_it = [&](std::string_view name) { return is_named(url, name); };
    if (const Refused* why = refused(url))
        refuse(extension, url, where, *why, reading);
    else if (std::any_of(kNotEnforced.begin(), kNotEnforced.end(), is_it))
        reading.warning(extension, "ignored-extension",
                        "the rule \"" + url + "\"" + where + " is not enforced.",
                        "Make sure that the form does without it.");
    else
        reading.advice(extension, "ignored-extension",
                       "the extension \"" + url + "\"" + where + " is ignored.", kCanStay);
}

bool refuse_extensions(const Node& holder, Reading& reading) {
    bool any = false;
    for (const Node* entry : reading.maps(holder, "extension")) {
        const std::string url = reading.text(*entry, "url");
        const Refused* why = refused(url);
        if (why != nullptr) refuse(*entry, url, {}, *why, reading);
        any = any || why != nullptr;
    }
    return any;
}

}  // namespace candor::screening
