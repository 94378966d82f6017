#include "fleet/fhir_answer.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "consult/fhir.h"

namespace candor::fleet {
namespace {

using Json = consult::fhir::Json;

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

/// Of a web page; empty: none.
std::string title_of(std::string_view body) {
    constexpr std::string_view kOpen = "<title>";
    constexpr std::size_t kLongest = 120;
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == b;
    };
    const auto open = std::search(body.begin(), body.end(), kOpen.begin(), kOpen.end(), same);
    if (open == body.end()) return {};
    const auto title = body.substr(static_cast<std::size_t>(open - body.begin()) + kOpen.size());
    return std::string(title.substr(0, std::min(title.find('<'), kLongest)));
}

std::vector<FhirIssue> issues_of(const Json& outcome) {
    std::vector<FhirIssue> issues;
    if (text_of(outcome, "resourceType") != "OperationOutcome") return issues;
    for (const auto& issue : member(outcome, "issue"))
        if (issues.size() < kMaxIssues) issues.push_back(read_issue(issue));
    return issues;
}

FhirRefused refused_by(const HttpAnswer& answer, const Json& json) {
    return {answer.status, issues_of(json), title_of(answer.body), answer.location};
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
            return FhirRefused{
                std::atol(status.c_str()), issues_of(member(response, "outcome")), {}, {}};
        }
        accepted.resources.push_back({text_of(response, "location"), status.starts_with("201")});
    }
    return accepted;
}

}  // namespace

base::Result<FhirAnswer> read_answer(const HttpAnswer& answer, std::size_t sent,
                                     const std::string& where) {
    // It may repeat what the person typed: wiped.
    const auto parsed = consult::fhir::parse(answer.body, where);
    const Json nothing;
    const Json& json = parsed ? **parsed : nothing;
    const bool success = answer.status >= 200 && answer.status < 300;
    if (!success || text_of(json, "resourceType") == "OperationOutcome")
        return refused_by(answer, json);
    const auto damaged = [&](const std::string& detail) {
        return base::fail(base::FaultKind::damaged, where, detail);
    };
    if (text_of(json, "resourceType") != "Bundle" ||
        text_of(json, "type") != "transaction-response")
        return damaged("it answers " + std::to_string(answer.status) + " with \"" +
                       answer.content_type.substr(0, 100) + "\" that is no transaction-response");
    auto read = read_entries(json);
    const auto* accepted = std::get_if<FhirAccepted>(&read);
    if (accepted != nullptr && accepted->resources.size() != sent)
        return damaged("it tells of " + std::to_string(accepted->resources.size()) +
                       " resources, " + std::to_string(sent) + " were sent");
    return read;
}

}  // namespace candor::fleet
