#include "desk/inbox/sending.h"

#include <algorithm>

#include "base/secret_string.h"
#include "base/utf8.h"
#include "desk/shell/wording.h"

namespace candor::desk {
namespace {

using Stage = Sending::Stage;

constexpr std::size_t kMostIssues = 3, kLongest = 300;  // bytes

/// On one line, and no longer than a page has room for; cut between characters.
std::string shortened(std::string_view words) {
    std::string text = fleet::in_one_line(words.substr(0, kLongest + 4));
    if (text.size() <= kLongest) return text;
    return text.substr(0, base::boundary_before(text, kLongest)) + "…";
}

/// "The server says: “Patient.name is missing (Patient.name)”.", or our words for its code.
std::string reason(const ui::Strings& strings, const fleet::FhirIssue& issue) {
    const std::string where = shortened(issue.where);
    if (!issue.text.empty()) {
        const std::string text = shortened(issue.text) + (where.empty() ? "" : " (" + where + ")");
        return strings("send.says", {{"text", strings.isolated(text)}});
    }
    const std::string between = issue.code.empty() || where.empty() ? "" : ", ";
    const std::string detail = shortened(issue.code) + between + where;
    const std::string words = strings(std::string("send.issue-") + name_of(reason_of(issue)));
    return detail.empty() ? words : words + " (" + strings.isolated(detail) + ")";
}

/// Why it was refused; a server's warnings only where it gives no other reason.
std::string reasons(const ui::Strings& strings, const fleet::FhirRefused& refused) {
    const auto is_error = [](const fleet::FhirIssue& issue) {
        return issue.severity == "error" || issue.severity == "fatal";
    };
    const bool errors = std::any_of(refused.issues.begin(), refused.issues.end(), is_error);
    std::string words;
    std::size_t told = 0;
    for (const fleet::FhirIssue& issue : refused.issues) {
        if (told == kMostIssues || (errors && !is_error(issue))) continue;
        ++told;
        words += " " + reason(strings, issue);
    }
    return words;
}

/// The answer may have been lost, not the request.
bool may_have_arrived(fleet::FhirTrouble trouble) {
    using fleet::FhirTrouble;
    return trouble == FhirTrouble::unreachable || trouble == FhirTrouble::not_fhir ||
           trouble == FhirTrouble::busy || trouble == FhirTrouble::other;
}

}  // namespace

Sending::~Sending() {
    for (fleet::FhirIssue& issue : refused.issues) {
        base::wipe(issue.text);
        base::wipe(issue.where);
    }
    base::wipe(refused.page);
}

std::shared_ptr<Sending> sending_of(base::Result<fleet::FhirAnswer> answer) {
    auto sending = std::make_shared<Sending>();
    sending->stage = Stage::failed;
    if (!answer) {
        sending->trouble = fleet::trouble_of(answer.error());
        sending->fault = std::move(answer.error());
        sending->fault->detail = fleet::in_one_line(sending->fault->detail);
    } else if (auto* refused = std::get_if<fleet::FhirRefused>(&*answer)) {
        sending->trouble = fleet::trouble_of(*refused);
        sending->fault = {base::FaultKind::refused, "FHIR server",
                          "HTTP " + std::to_string(refused->status)};
        sending->refused = std::move(*refused);
    } else {
        sending->stage = Stage::accepted;
        for (const auto& resource : std::get<fleet::FhirAccepted>(*answer).resources)
            ++(resource.created ? sending->created : sending->there);
    }
    return sending;
}

SendingPtr not_opened(base::Fault fault) {
    auto sending = std::make_shared<Sending>();
    sending->stage = Stage::not_opened;
    sending->fault = std::move(fault);
    return sending;
}

SendingWords words_of(const ui::Strings& strings, const Sending& sending) {
    if (sending.stage == Stage::under_way) return {strings("send.under-way"), {}};
    if (sending.stage == Stage::failed)
        return {strings(may_have_arrived(sending.trouble) ? "send.unconfirmed" : "send.failed"),
                strings(std::string("send.") + name_of(sending.trouble)) +
                    reasons(strings, sending.refused)};
    if (sending.stage == Stage::not_opened)
        return {strings("send.failed"), strings(fault_key(strings, *sending.fault))};
    std::string rest = strings(sending.created > 0 ? "send.created" : "send.there");
    if (!sending.noted) rest += " " + strings("send.not-noted");
    return {strings("send.accepted"), rest};
}

std::string note_of(const ui::Strings& strings, const Sending& sending, const std::string& server) {
    return strings(sending.created > 0 ? "send.note-created" : "send.note-there",
                   {{"server", server}});
}

}  // namespace candor::desk
