#include "screening/reading/load_questionnaire.h"

#include <algorithm>
#include <array>

#include "screening/reading/expression_reader.h"
#include "screening/reading/item_reader.h"
#include "screening/reading/quantity_units.h"
#include "screening/reading/questionnaire_checks.h"
#include "screening/reading/set_aside.h"
#include "screening/reading/wrapped_form.h"

namespace candor::screening {
namespace {

constexpr std::array<std::string_view, 29> kKnown{
    "resourceType",    "id",           "meta",    "language",  "text",         "url",
    "identifier",      "version",      "name",    "title",     "derivedFrom",  "status",
    "experimental",    "subjectType",  "date",    "publisher", "contact",      "description",
    "useContext",      "jurisdiction", "purpose", "copyright", "approvalDate", "lastReviewDate",
    "effectivePeriod", "code",         "item",    "_title",    "contained"};

/// Extensions of the whole that are not its variables.
void set_extensions_aside(const Node& root, Reading& reading) {
    for (const Node* entry : reading.maps(root, "extension"))
        if (!is_named(reading.text(*entry, "url"), "variable"))
            set_aside(*entry, " of the whole", reading);
}

void check_elements(const Node& root, Reading& reading) {
    for (const auto& [key, line] : root.keys) {
        if (std::find(kKnown.begin(), kKnown.end(), key) != kKnown.end()) continue;
        if (key == "implicitRules" || key == "modifierExtension")
            reading.error(root, "unsupported", "\"" + key + "\" is not supported.",
                          "Remove it: it would change what the form means.");
        else if (key == "extension")
            set_extensions_aside(root, reading);
        else if (key[0] == '_')
            reading.advice(root, "ignored-element", "\"" + key + "\" of the whole is ignored.",
                           kCanStay);
        else
            reading.error(root, "unknown-element",
                          "\"" + key + "\" is not an element of an R4 Questionnaire.",
                          "Check its spelling.");
    }
}

bool is_questionnaire(const Node& root, Reading& reading) {
    if (root.is(Node::Kind::map) && reading.text(root, "resourceType") == "Bundle") return false;
    const bool is_one =
        root.is(Node::Kind::map) && reading.text(root, "resourceType") == "Questionnaire";
    if (!is_one)
        reading.error(root, "not-a-questionnaire", "this is not a FHIR Questionnaire.",
                      "Write resourceType: Questionnaire at its top.");
    return is_one;
}

void check_status(const std::string& status, const Node& root, Reading& reading) {
    constexpr std::array<std::string_view, 4> kStatuses{"draft", "active", "retired", "unknown"};
    if (status.empty())
        reading.warning(root, "no-status", "there is no status.",
                        "Write status: draft, or active.");
    else if (!is_one_of(kStatuses, status))
        reading.warning(*root.find("status"), "bad-status",
                        "\"" + status +
                            "\" is not a status that R4 has, so no other program will "
                            "take the form as it is exported.",
                        "Write status: draft, active, retired or unknown.");
}

Questionnaire read_questionnaire(const Node& root, Reading& reading) {
    Questionnaire questionnaire;
    check_elements(root, reading);
    if (std::string language = reading.text(root, "language"); !language.empty())
        questionnaire.language = language;
    reading.set_language(questionnaire.language);
    questionnaire.url = reading.text(root, "url");
    questionnaire.version = reading.text(root, "version");
    questionnaire.title = reading.text(root, "title");
    questionnaire.status = reading.text(root, "status");
    check_status(questionnaire.status, root, reading);
    ItemReader items(root, reading);
    questionnaire.items = items.read(root);
    if (questionnaire.items.empty())
        reading.error(root, "no-items", "there are no items.", "Write at least one question.");
    // A unit may be among what was refused.
    if (!reading.failed()) take_units(questionnaire, items, reading);
    if (!items.full())
        attach_expressions(questionnaire, read_variables(root, reading), items.expressions(),
                           reading);
    check_questionnaire(questionnaire, items, reading);
    return questionnaire;
}

}  // namespace

LoadedQuestionnaire load_questionnaire(std::string_view text, const std::string& where) {
    LoadedQuestionnaire loaded;
    auto root = parse_node(text, where, loaded.findings);
    if (!root) return loaded;
    Reading reading(where, loaded.findings);
    unwrap(*root, reading);
    if (!is_questionnaire(*root, reading) || is_aidbox(*root, reading)) return loaded;
    Questionnaire questionnaire = read_questionnaire(*root, reading);
    if (!base::has_error(loaded.findings)) loaded.questionnaire = std::move(questionnaire);
    return loaded;
}

}  // namespace candor::screening
