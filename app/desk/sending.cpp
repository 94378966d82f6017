#include "desk/sending.h"

#include "base/secret_string.h"

namespace candor::desk {
namespace {

using Stage = Sending::Stage;

/// "“Patient.name is missing” (Patient.name)", each of them.
std::string quoted(const ui::Strings& strings, const fleet::FhirRefused& refused) {
    std::string words;
    for (const fleet::FhirIssue& issue : refused.issues) {
        const std::string text = fleet::in_one_line(issue.text.empty() ? issue.code : issue.text);
        words += " " + strings("send.says", {{"text", text}});
        if (!issue.where.empty()) words += " (" + fleet::in_one_line(issue.where) + ")";
    }
    return words;
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
    sending->stage = Stage::failed;
    sending->fault = std::move(fault);
    return sending;
}

SendingWords words_of(const ui::Strings& strings, const Sending& sending) {
    if (sending.stage == Stage::under_way) return {strings("send.under-way"), {}};
    if (sending.stage == Stage::failed)
        return {strings("send.failed"), strings(std::string("send.") + name_of(sending.trouble)) +
                                            quoted(strings, sending.refused)};
    std::string rest = strings(sending.created > 0 ? "send.created" : "send.there");
    if (!sending.noted) rest += " " + strings("send.not-noted");
    return {strings("send.accepted"), rest};
}

std::string note_of(const ui::Strings& strings, const Sending& sending, const std::string& server) {
    return strings(sending.created > 0 ? "send.note-created" : "send.note-there",
                   {{"server", server}});
}

}  // namespace candor::desk
