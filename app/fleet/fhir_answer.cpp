#include "fleet/fhir_answer.h"

#include <nlohmann/json.hpp>

namespace candor::fleet {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxIssues = 50;

const Json& member(const Json& json, const char* name) {
    static const Json kNothing;
    if (!json.is_object()) return kNothing;
    const auto found = json.find(name);
    return found == json.end() ? kNothing : *found;
}

std::string text_of(const Json& json) {
    return json.is_string() ? json.get<std::string>() : std::string();
}

std::string text_of(const Json& json, const char* name) { return text_of(member(json, name)); }

std::string first_text(const Json& list) {
    return list.is_array() && !list.empty() ? text_of(list.front()) : std::string();
}

FhirIssue read_issue(const Json& json) {
    FhirIssue issue{text_of(json, "severity"), text_of(json, "code"), text_of(json, "diagnostics"),
                    first_text(member(json, "expression"))};
    if (issue.text.empty()) issue.text = text_of(member(json, "details"), "text");
    if (issue.where.empty()) issue.where = first_text(member(json, "location"));
    return issue;
}

std::vector<FhirIssue> issues_of(const Json& outcome) {
    std::vector<FhirIssue> issues;
    if (text_of(outcome, "resourceType") != "OperationOutcome") return issues;
    for (const auto& issue : member(outcome, "issue"))
        if (issues.size() < kMaxIssues) issues.push_back(read_issue(issue));
    return issues;
}

/// "201 Created" is a success, "412" is none.
bool is_success(const std::string& status) { return status.starts_with('2'); }

FhirAnswer read_entries(const Json& bundle) {
    FhirAccepted accepted;
    for (const auto& entry : member(bundle, "entry")) {
        const Json& response = member(entry, "response");
        const std::string status = text_of(response, "status");
        // A transaction stands or falls as a whole; a server that took a part of it is told of.
        if (!is_success(status)) {
            FhirRefused refused{std::atol(status.c_str()), issues_of(member(response, "outcome"))};
            return refused;
        }
        accepted.resources.push_back({text_of(response, "location"), status.starts_with("201")});
    }
    return accepted;
}

}  // namespace

base::Result<FhirAnswer> read_answer(long status, std::string_view content_type,
                                     std::string_view body, const std::string& where) {
    const Json json = Json::parse(body, nullptr, false);
    if (status < 200 || status >= 300) return FhirRefused{status, issues_of(json)};
    if (text_of(json, "resourceType") == "OperationOutcome")
        return FhirRefused{status, issues_of(json)};
    if (text_of(json, "resourceType") != "Bundle" ||
        text_of(json, "type") != "transaction-response" || !member(json, "entry").is_array() ||
        member(json, "entry").empty())
        return base::fail(base::FaultKind::wrong_format, where,
                          "it answers " + std::to_string(status) + " with \"" +
                              std::string(content_type.substr(0, 100)) +
                              "\" that is no transaction-response");
    return read_entries(json);
}

}  // namespace candor::fleet
