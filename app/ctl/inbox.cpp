#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "base/clock.h"
#include "consult/fhir.h"
#include "consult/keys.h"
#include "consult/opened_request.h"
#include "consult/seal.h"
#include "ctl/inbox_store.h"
#include "ctl/inbox_work.h"
#include "ctl/moments.h"
#include "ctl/passphrase.h"
#include "ctl/request_text.h"
#include "ctl/verbs.h"

namespace candor::ctl {
namespace {

using base::FaultKind;

struct InboxOptions {
    InboxStore store;
    std::string reference, key, passphrase_file;
    std::string format = "fhir";
    std::vector<std::string> progress;  ///< list only these; empty: all
    int older_than_days = 0;
    bool newest_first = false;
};

/// A row with its Bundle, and what was done with it.
struct Opened {
    consult::QueuedRequest row;
    base::SecretString bundle{1};
    consult::SecretKey key;
    std::vector<consult::Change> changes;
};

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
    const auto inbox = open_inbox(options.store);
    if (!inbox) return static_cast<void>(refuse(inbox.error())), std::nullopt;
    auto row = (*inbox)->row(options.reference);
    if (!row) return static_cast<void>(refuse_row(row.error(), options.reference)), std::nullopt;
    auto changes = (*inbox)->changes(row->request.id);
    if (!changes) return static_cast<void>(refuse(changes.error())), std::nullopt;
    auto key = load_key(options);
    if (!key) return static_cast<void>(refuse(key.error())), std::nullopt;
    auto bundle = consult::open(row->request.sealed, *key);
    if (!bundle) {
        const auto fault = why_not_open(row->request, *key, options.key);
        static_cast<void>(refuse_row(fault, row->request.reference));
        return std::nullopt;
    }
    return Opened{std::move(row->request), std::move(*bundle), std::move(*key),
                  std::move(*changes)};
}

bool is_wanted(const consult::InboxRow& row, const InboxOptions& options,
               const std::string& created_before) {
    const auto& states = options.progress;
    return (states.empty() ||
            std::find(states.begin(), states.end(), row.request.state) != states.end()) &&
           (options.older_than_days == 0 || row.request.created < created_before);
}

int list(const InboxOptions& options) {
    const auto inbox = open_inbox(options.store);
    if (!inbox) return refuse(inbox.error());
    auto rows = (*inbox)->rows();
    if (!rows) return refuse(rows.error());
    const std::string now = base::utc_now();
    const std::string created_before = days_before(now, options.older_than_days);
    std::erase_if(*rows, [&](const auto& row) { return !is_wanted(row, options, created_before); });
    if (options.newest_first) std::reverse(rows->begin(), rows->end());
    for (const auto& row : *rows) std::cout << to_line(row, now) << '\n';
    if (rows->empty()) std::cerr << "No requests.\n";
    return 0;
}

int show(const InboxOptions& options) {
    const auto opened = open_request(options);
    if (!opened) return 1;
    const auto request = consult::read_bundle(opened->bundle.view());
    if (!request) return refuse(request.error());
    std::string text = to_text(opened->row, *request);
    std::string done = to_text(opened->changes, opened->key);
    std::cout << text << done << std::flush;
    base::wipe(text);
    base::wipe(done);
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
    add_store_options(*verb, options->store);
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

void add_list_verb(CLI::App* inbox, const std::shared_ptr<InboxOptions>& options,
                   int& exit_status) {
    CLI::App* verb =
        add_verb(inbox, "list", "Reference, time, state and age of each; needs no key", options);
    verb->add_option("--only", options->progress,
                     "These alone: new, called, booked, closed or damaged; may be repeated")
        ->delimiter(',')
        ->check(CLI::IsMember({"new", "called", "booked", "closed", "damaged"}));
    verb->add_option("--older-than", options->older_than_days, "Sent more than so many days ago")
        ->check(CLI::Range(1, 36500));
    verb->add_flag("--newest-first", options->newest_first, "Not oldest first");
    verb->callback([options, &exit_status] { exit_status = list(*options); });
}

}  // namespace

void add_inbox_verbs(CLI::App& app, int& exit_status) {
    CLI::App* inbox = app.add_subcommand("inbox", "Requests that people sent");
    inbox->require_subcommand(1);
    auto options = std::make_shared<InboxOptions>();
    add_list_verb(inbox, options, exit_status);
    add_opening_verb(inbox, "show", "Open one and read it", options)
        ->callback([options, &exit_status] { exit_status = show(*options); });
    CLI::App* verb = add_opening_verb(inbox, "export", "Open one for another system", options);
    verb->add_option("--format", options->format, "fhir: the FHIR R4 transaction Bundle")
        ->check(CLI::IsMember({"fhir"}));
    verb->callback([options, &exit_status] { exit_status = export_fhir(*options); });
    add_inbox_work_verbs(*inbox, exit_status);
}

}  // namespace candor::ctl
