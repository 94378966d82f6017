#include "fleet/fhir_answer.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "base/utf8.h"
#include "consult/request/foreign_json.h"

namespace candor::fleet {
namespace {

using consult::fhir::first;
using consult::fhir::Json;
using consult::fhir::member;
using consult::fhir::text_of;

constexpr std::size_t kMaxIssues = 50;

/// Cut between characters where it is longer than anybody reads.
std::string shortened(std::string_view words) {
    constexpr std::size_t kLongest = 2000;
    if (words.size() <= kLongest) return std::string(words);
    return std::string(words.substr(0, base::boundary_before(words, kLongest))) + "…";
}

std::string words_of(const Json& json, const char* name) { return shortened(text_of(json, name)); }

std::string first_words(const Json& list) { return shortened(text_of(first(list))); }

FhirIssue read_issue(const Json& json) {
    FhirIssue issue{words_of(json, "severity"), words_of(json, "code"),
                    words_of(json, "diagnostics"), first_words(member(json, "expression"))};
    if (issue.text.empty()) issue.text = words_of(member(json, "details"), "text");
    if (issue.where.empty()) issue.where = first_words(member(json, "location"));
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
    return {answer.status, issues_of(json), title_of(answer.body), shortened(answer.location)};
}

/// "201 Created" is a success, "412" is none.
bool is_success(std::string_view status) { return status.starts_with('2'); }

/// 412 of "412 Precondition Failed"; 0: it begins with no number.
long number_of(std::string_view status) {
    long number = 0;
    std::from_chars(status.data(), status.data() + status.size(), number);
    return number;
}

FhirAnswer read_entries(const Json& bundle) {
    FhirAccepted accepted;
    for (const auto& entry : member(bundle, "entry")) {
        const Json& response = member(entry, "response");
        const std::string_view status = text_of(response, "status");
        // A transaction stands or falls as a whole; a server that took a part of it is told of.
        if (!is_success(status)) {
            return FhirRefused{number_of(status), issues_of(member(response, "outcome")), {}, {}};
        }
        accepted.resources.push_back({words_of(response, "location"), status.starts_with("201")});
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
