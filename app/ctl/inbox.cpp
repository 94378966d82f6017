#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "consult/fhir.h"
#include "consult/keys.h"
#include "consult/opened_request.h"
#include "consult/reference.h"
#include "consult/seal.h"
#include "ctl/fault_text.h"
#include "ctl/inbox_source.h"
#include "ctl/passphrase.h"
#include "ctl/request_text.h"
#include "ctl/verbs.h"

namespace candor::ctl {
namespace {

using base::FaultKind;

struct InboxOptions {
    InboxSource source;
    std::string reference, key, passphrase_file;
    std::string format = "fhir";
};

/// A row with its Bundle.
struct Opened {
    consult::QueuedRequest row;
    base::SecretString bundle{1};
};

int refuse(const base::Fault& fault) {
    std::cerr << fault_text(fault) << '\n';
    return 1;
}

int refuse(const base::Fault& fault, const char* what, const char* remedy) {
    std::cerr << fault_text(fault, what, remedy) << '\n';
    return 1;
}

int refuse_row(const base::Fault& fault, const std::string& reference) {
    // A fault of the whole inbox names its file instead.
    if (fault.where != reference && fault.where != consult::normalise_reference(reference))
        return refuse(fault);
    switch (fault.kind) {
        case FaultKind::not_found:
            return refuse({fault.kind, fault.where, ""}, "No request has this reference",
                          "See \"candor inbox list\" for those that are here.");
        case FaultKind::wrong_format:
            return refuse(fault, "The reference is mistyped", "Look at it again, then retype it.");
        case FaultKind::refused:
            return refuse(fault, "The reference is not enough", "Write the kiosk before it.");
        case FaultKind::damaged:
            return refuse(fault, "The request is damaged on this disk",
                          "It cannot be trusted. Look for it in a copy of consult.db.");
        default:
            return refuse(fault);
    }
}

base::Result<consult::SecretKey> load_key(const InboxOptions& options) {
    const auto encrypted = consult::is_encrypted(options.key);
    if (!encrypted) return tl::unexpected(encrypted.error());
    if (!*encrypted) return consult::load_secret_key(options.key, base::SecretString(1));
    const auto passphrase = options.passphrase_file.empty()
                                ? ask_passphrase("Passphrase: ")
                                : read_passphrase(options.passphrase_file);
    if (!passphrase) return tl::unexpected(passphrase.error());
    return consult::load_secret_key(options.key, *passphrase);
}

/// What the two can tell apart that crypto_box_seal_open cannot.
base::Fault why_not_open(const consult::QueuedRequest& row, const consult::SecretKey& key,
                         const std::string& key_file) {
    const std::string fingerprint = key.public_key().fingerprint();
    if (fingerprint == row.key_fingerprint)
        return {FaultKind::damaged, row.reference, "it was altered after it was sealed"};
    return {FaultKind::wrong_key, key_file,
            "this is key " + fingerprint + ", the request is sealed to " + row.key_fingerprint};
}

/// Prints the refusal itself; nothing when there is one.
std::optional<Opened> open_request(const InboxOptions& options) {
    const auto inbox = open_inbox(options.source);
    if (!inbox) return static_cast<void>(refuse(inbox.error())), std::nullopt;
    auto found = (*inbox)->row(options.reference);
    if (!found)
        return static_cast<void>(refuse_row(found.error(), options.reference)), std::nullopt;
    consult::QueuedRequest* row = &found->request;
    const auto key = load_key(options);
    if (!key) return static_cast<void>(refuse(key.error())), std::nullopt;
    auto bundle = consult::open(row->sealed, *key);
    if (!bundle) {
        const auto fault = why_not_open(*row, *key, options.key);
        static_cast<void>(refuse_row(fault, row->reference));
        return std::nullopt;
    }
    return Opened{std::move(*row), std::move(*bundle)};
}

int list(const InboxOptions& options) {
    const auto inbox = open_inbox(options.source);
    if (!inbox) return refuse(inbox.error());
    const auto rows = (*inbox)->rows();
    if (!rows) return refuse(rows.error());
    for (const auto& row : *rows) std::cout << to_line(row) << '\n';
    if (rows->empty()) std::cerr << "No requests.\n";
    return 0;
}

int show(const InboxOptions& options) {
    const auto opened = open_request(options);
    if (!opened) return 1;
    const auto request = consult::read_bundle(opened->bundle.view());
    if (!request) return refuse(request.error());
    std::string text = to_text(opened->row, *request);
    std::cout << text << std::flush;
    base::wipe(text);
    return 0;
}

int export_fhir(const InboxOptions& options) {
    const auto opened = open_request(options);
    if (!opened) return 1;
    const auto bundle = consult::fhir::parse(opened->bundle.view(), opened->row.reference);
    if (!bundle) return refuse(bundle.error());
    std::cout << consult::fhir::to_text(**bundle, 2).view() << std::endl;
    return 0;
}

CLI::App* add_verb(CLI::App* inbox, const char* name, const char* description,
                   const std::shared_ptr<InboxOptions>& options) {
    CLI::App* verb = inbox->add_subcommand(name, description);
    add_source(verb, options->source);
    return verb;
}

CLI::App* add_opening_verb(CLI::App* inbox, const char* name, const char* description,
                           const std::shared_ptr<InboxOptions>& options) {
    CLI::App* verb = add_verb(inbox, name, description, options);
    verb->add_option(
            "reference", options->reference,
            "As on the person's screen: K7Q-4FM-8; where two kiosks gave it: KIOSK/K7Q-4FM-8")
        ->required();
    verb->add_option("--key", options->key, "The clinic's secret key file")->required();
    verb->add_option("--passphrase-file", options->passphrase_file,
                     "A file whose first line is the passphrase; without it you are asked");
    return verb;
}

}  // namespace

void add_inbox_verbs(CLI::App& app, int& exit_status) {
    CLI::App* inbox = app.add_subcommand("inbox", "Requests that people sent");
    inbox->require_subcommand(1);
    auto options = std::make_shared<InboxOptions>();
    add_verb(inbox, "list", "Reference, time and state of each; needs no key", options)
        ->callback([options, &exit_status] { exit_status = list(*options); });
    add_opening_verb(inbox, "show", "Open one and read it", options)
        ->callback([options, &exit_status] { exit_status = show(*options); });
    CLI::App* verb = add_opening_verb(inbox, "export", "Open one for another system", options);
    verb->add_option("--format", options->format, "fhir: the FHIR R4 transaction Bundle")
        ->check(CLI::IsMember({"fhir"}));
    verb->callback([options, &exit_status] { exit_status = export_fhir(*options); });
}

}  // namespace candor::ctl
