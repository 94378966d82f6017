#include "ctl/inbox_send.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "consult/request/fhir.h"
#include "ctl/fault_text.h"
#include "ctl/inbox_open.h"
#include "fleet/fhir_words.h"

namespace candor::ctl {
namespace {

using base::FaultKind;
using fleet::FhirTrouble;
using fleet::in_one_line;

struct SendOptions {
    OpenOptions open;
    fleet::FhirServer server;
};

int tell(const fleet::FhirAccepted& accepted) {
    for (const auto& resource : accepted.resources)
        std::cout << (resource.created ? "created  " : "there    ")
                  << in_one_line(resource.location) << '\n';
    std::cout << "The server has it.\n";
    return 0;
}

/// Of an issue that says no more than its code.
const char* words_of(fleet::FhirReason reason) {
    switch (reason) {
        case fleet::FhirReason::form:
            return "the request is not in the form that it wants";
        case fleet::FhirReason::rights:
            return "we may not do this there";
        case fleet::FhirReason::unsupported:
            return "it does not take what we send";
        case fleet::FhirReason::known:
            return "it has this already";
        case fleet::FhirReason::gone:
            return "something that the request names is not there";
        case fleet::FhirReason::rule:
            return "a rule of its own forbids it";
        case fleet::FhirReason::conflict:
            return "somebody else is changing the same";
        case fleet::FhirReason::busy:
            return "it cannot just now";
        case fleet::FhirReason::other:
            break;
    }
    return "it could not, and does not say why";
}

std::string words_of(const fleet::FhirIssue& issue) {
    std::string text = in_one_line(issue.text);
    if (text.empty()) {
        text = words_of(fleet::reason_of(issue));
        if (!issue.code.empty()) text += " [" + in_one_line(issue.code) + "]";
    }
    if (!issue.where.empty()) text += " (" + in_one_line(issue.where) + ")";
    return in_one_line(issue.severity) + ": " + text;
}

const char* remedy_for(FhirTrouble trouble) {
    switch (trouble) {
        case FhirTrouble::token:
            return "See to the token in --token-file: the server does not let us in.";
        case FhirTrouble::moved:
            return "The server is somewhere else; name its real address in --to.";
        case FhirTrouble::no_base:
            return "The base of the FHIR server belongs into --to, like https://HOST/fhir.";
        case FhirTrouble::ambiguous:
            return "It knows something of this request already, but not just once. Show these "
                   "lines to whoever runs the server.";
        case FhirTrouble::busy:
            return "Try again later; sending twice does no harm.";
        default:
            return "Show these lines to whoever runs the server.";
    }
}

int tell(const fleet::FhirRefused& refused, const std::string& url) {
    refuse({FaultKind::refused, url, "HTTP " + std::to_string(refused.status)},
           "The server refused the request", remedy_for(fleet::trouble_of(refused)));
    for (const auto& issue : refused.issues) std::cerr << "  " << words_of(issue) << '\n';
    if (!refused.location.empty())
        std::cerr << "  It points to " << in_one_line(refused.location) << '\n';
    if (!refused.page.empty())
        std::cerr << "  It answers with a page, not with FHIR: \"" << in_one_line(refused.page)
                  << "\"\n";
    return 1;
}

/// What a fault of the sending means here, where the words of its kind would mislead.
int tell(const base::Fault& fault) {
    switch (fleet::trouble_of(fault)) {
        case FhirTrouble::unreachable:
            return refuse(fault, "The server could not be reached",
                          "Nothing is lost: try again later; sending twice does no harm.");
        case FhirTrouble::untrusted:
            return refuse(fault, "The server's certificate is not to be trusted",
                          "Nothing was sent. Check the address, or name its authority with --ca.");
        case FhirTrouble::not_fhir:
            return refuse(
                {fault.kind, fault.where, in_one_line(fault.detail)},
                "The answer is not that of a FHIR server",
                "Check that --to names the FHIR base. It is not known whether the request "
                "arrived; sending twice does no harm.");
        default:
            break;
    }
    if (fault.kind == FaultKind::refused)
        return refuse(fault, "Nothing was sent",
                      "Name it as https://HOST/fhir; a token belongs into --token-file.");
    if (fault.kind == FaultKind::wrong_format)
        return refuse(fault, "Nothing was sent", "Correct it, then try again.");
    return refuse(fault);
}

int send(const SendOptions& options) {
    const auto opened = open_request(options.open);
    if (!opened) return 1;
    const auto bundle = consult::fhir::with_progress(
        opened->inside.bundle.view(), opened->row.progress, opened->row.request.reference);
    if (!bundle) return refuse(bundle.error());
    const auto answer = fleet::send_bundle(options.server, bundle->view());
    if (!answer) return tell(answer.error());
    if (const auto* accepted = std::get_if<fleet::FhirAccepted>(&*answer)) return tell(*accepted);
    return tell(std::get<fleet::FhirRefused>(*answer), options.server.url);
}

}  // namespace

void add_inbox_send_verb(CLI::App& inbox, int& exit_status) {
    auto options = std::make_shared<SendOptions>();
    CLI::App* verb = add_opening_verb(inbox, "send", "Send one to a FHIR R4 server", options->open);
    verb->add_option("--to", options->server.url, "The server's base: https://HOST/fhir")
        ->required();
    verb->add_option("--token-file", options->server.token_file,
                     "A file that holds the bearer token");
    verb->add_option("--ca", options->server.ca_file,
                     "Authorities to trust instead of the system's (PEM)");
    verb->callback([options, &exit_status] { exit_status = send(*options); });
}

}  // namespace candor::ctl
