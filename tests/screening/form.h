#pragma once
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "screening/model/answer_tree.h"
#include "screening/model/evaluate.h"
#include "screening/reading/load_questionnaire.h"
#include "screening/reading/report.h"

namespace candor::screening {

/// The questionnaire with these items (YAML, indented by nothing), which must load without errors.
inline Questionnaire form(const std::string& items) {
    auto loaded = load_questionnaire("resourceType: Questionnaire\nstatus: draft\nitem:\n" + items,
                                     "form.yaml");
    for (const auto& finding : loaded.findings)
        if (finding.severity == base::Severity::error) ADD_FAILURE() << base::to_line(finding);
    return std::move(loaded.questionnaire).value_or(Questionnaire());
}

/// The findings of such a questionnaire.
inline base::Findings findings_of(const std::string& items) {
    return load_questionnaire("resourceType: Questionnaire\nstatus: draft\nitem:\n" + items,
                              "form.yaml")
        .findings;
}

inline bool has(const base::Findings& findings, const std::string& code,
                base::Severity severity = base::Severity::error) {
    for (const auto& f : findings)
        if (f.code == code && f.severity == severity) return true;
    return false;
}

inline Coding code(std::string name) { return {"", std::move(name), ""}; }
inline Decimal decimal(std::string text) { return {text, std::stod(text)}; }
/// A quantity whose unit has a name and no code.
inline Quantity amount(std::string text, std::string unit) {
    return {decimal(std::move(text)), "", std::move(unit), "", ""};
}

/// A guidance file up to its findings.
inline const std::string kLevels = R"(
levels:
  urgent: {title: {en: U}, text: {en: u}}
  less-likely: {title: {en: L}, text: {en: l}}
  worth-a-talk: {title: {en: W}, text: {en: w}}
  tell-the-doctor: {title: {en: T}, text: {en: t}}
findings:
)";

/// Is the item asked, as the answers are?
inline bool is_enabled(const Outline& outline, const Response& response, const Item& item) {
    const int place = outline.find(item);
    return place >= 0 && AnswerTree(outline, response).enabled_anywhere(place);
}

/// Is the item with this linkId enabled?
inline bool shown(const Questionnaire& questionnaire, const Response& response,
                  const std::string& link_id) {
    const Item* item = questionnaire.find(link_id);
    if (item == nullptr) ADD_FAILURE() << "no item " << link_id;
    return item != nullptr && is_enabled(questionnaire, response, *item);
}

inline std::vector<std::string> link_ids(const std::vector<const Item*>& items) {
    std::vector<std::string> ids;
    for (const Item* item : items) ids.push_back(item->link_id);
    return ids;
}

/// The report on a response with these items (JSON).
inline Report report_on(const Questionnaire& questionnaire, const std::string& items) {
    auto loaded = report(questionnaire, nullptr,
                         R"({"resourceType":"QuestionnaireResponse","item":[)" + items + "]}",
                         "response.json");
    for (const auto& finding : loaded.findings) ADD_FAILURE() << base::to_line(finding);
    return std::move(loaded.report).value_or(Report());
}

inline std::string extension_of(const std::string& name, const std::string& value) {
    return "{url: \"http://hl7.org/fhir/StructureDefinition/" + name + "\", " + value + "}";
}
/// The codes of an item of a questionnaire answered so.
inline std::vector<std::string> codes_of(const Questionnaire& questionnaire,
                                         const std::vector<Value>& values) {
    return problems(questionnaire.items.at(0), values);
}

using Ids = std::vector<std::string>;

}  // namespace candor::screening
