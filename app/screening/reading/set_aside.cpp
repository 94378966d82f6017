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
    Refused{"sub-questionnaire", "Put the items of that questionnaire in its place."},
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

constexpr std::array<std::string_view, 6> kNotEnforced{"constraint",        "targetConstraint",
                                                       "signatureRequired", "fhirpathvalidation",
                                                       "minvalue",          "maxvalue"};

/// What a kiosk does without.
struct Lost {
    std::string_view name;
    const char* what;
};
constexpr std::array kLost{
    Lost{"supportLink", "patients are shown no address to read on at"},
    Lost{"rendering-style", "its words have no colours and sizes of their own"},
    Lost{"rendering-xhtml", "its plain text is shown"},
    Lost{"rendering-styleSensitive", "its words have no colours and sizes of their own"},
    Lost{"choiceOrientation", "the kiosk lays out the answers itself"},
    Lost{"choice-orientation", "the kiosk lays out the answers itself"},
    Lost{"collapsible", "all of it is shown from the start"},
    Lost{"columnCount", "the kiosk lays out the answers itself"},
    Lost{"width", "the kiosk lays out the form itself"},
    Lost{"shortText", "its whole text is shown"},
    Lost{"displayName", "its whole text is shown"},
    Lost{"optionalDisplay", "it is always shown"},
    Lost{"fhirpath", "nothing is filled in by it"},
    Lost{"itemExtractionContext", "other programs can still read it"},
    Lost{"observationExtract", "other programs can still read it"},
    Lost{"launchContext", "a kiosk has no record to begin with"},
    Lost{"itemPopulationContext", "a kiosk has no record to begin with"},
    Lost{"sourceQueries", "a kiosk has no record to begin with"},
    Lost{"preferredTerminologyServer", "a kiosk asks no server"},
    Lost{"entryMode", "the kiosk goes through the form in its own way"}};

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

/// Words that patients would read elsewhere; nullptr: it holds none.
const std::string* words_in(const Node& extension) {
    for (const char* key : {"valueString", "valueMarkdown"})
        if (const auto* words = string_in(extension.find(key))) return words;
    return nullptr;
}

void ignore(const Node& extension, const std::string& what, std::string_view url,
            Reading& reading) {
    const auto lost = std::find_if(kLost.begin(), kLost.end(),
                                   [&](const Lost& each) { return is_named(url, each.name); });
    const std::string* words = words_in(extension);
    if (lost != kLost.end())
        reading.advice(extension, "ignored-extension", what + " is ignored: " + lost->what + ".",
                       kCanStay);
    else if (words != nullptr)
        reading.advice(extension, "ignored-extension",
                       what + " is ignored, and with it \"" + *words + "\".",
                       "Write in a display what patients are to read; else it can stay.");
    else
        reading.advice(extension, "ignored-extension", what + " is ignored.",
                       "It can stay if patients can be asked without it.");
}

}  // namespace

bool is_named(std::string_view url, std::string_view name) {
    if (!url.ends_with(name)) return false;
    const std::string_view before = url.substr(0, url.size() - name.size());
    return before.empty() || before.back() == '/' || before.back() == '-';
}

void tell_not_filled_in(const Node& extension, const std::string& url, Reading& reading) {
    reading.warning(extension, "ignored-extension",
                    "\"" + url + "\" is not worked out: nothing is filled in.",
                    "Make sure that the form does without it.");
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
    else if (is_it("initialExpression"))
        tell_not_filled_in(extension, url, reading);
    else
        ignore(extension, "the extension \"" + url + "\"" + where, url, reading);
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
