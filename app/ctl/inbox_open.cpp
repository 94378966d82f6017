#include "ctl/inbox_open.h"

#include <CLI/CLI.hpp>

#include "ctl/open_key.h"
#include "ctl/passphrase.h"

namespace candor::ctl {
namespace {

/// Prints why a row stays closed.
void refuse_opening(const consult::Unopened& unopened, const std::string& key_file) {
    const base::Fault& fault = unopened.fault;
    switch (unopened.problem) {
        case consult::RowProblem::other_key:
            refuse({fault.kind, key_file, fault.detail});
            return;
        case consult::RowProblem::not_readable:
            refuse(fault, "It opened, but it cannot be read",
                   "What was sealed is no request that this program knows. A newer Candor may read "
                   "it; otherwise it did not come from your kiosk.");
            return;
        case consult::RowProblem::not_its_row:
            refuse({fault.kind, fault.where, ""}, "What is sealed here is not what its row says",
                   "It was moved, doubled or re-dated after it was sent. Do not act on it; run "
                   "\"candor inbox verify\", and look for the request in a copy.");
            return;
        default:
            refuse_row(fault, fault.where);
    }
}

}  // namespace

CLI::App* add_opening_verb(CLI::App& inbox, const char* name, const char* description,
                           OpenOptions& options) {
    CLI::App* verb = inbox.add_subcommand(name, description);
    add_store_options(*verb, options.store);
    verb->add_option(
            "reference", options.reference,
            "As on the person's screen: K7Q-4FM-8; where two kiosks gave it: KIOSK/K7Q-4FM-8")
        ->required();
    verb->add_option("--key", options.key, "The clinic's secret key file")->required();
    verb->add_option("--passphrase-file", options.passphrase_file,
                     "A file whose first line is the passphrase; without it you are asked");
    return verb;
}

base::Result<consult::SecretKey> load_key(const std::string& key_file,
                                          const std::string& passphrase_file) {
    warn_of_open_key(key_file);
    const auto encrypted = TRY(consult::is_encrypted(key_file));
    if (!encrypted) return consult::load_secret_key(key_file, base::SecretString(1));
    const auto passphrase = TRY(passphrase_file.empty() ? ask_passphrase("Passphrase: ")
                                                        : read_passphrase(passphrase_file));
    return consult::load_secret_key(key_file, passphrase);
}

std::optional<Opened> open_request(const OpenOptions& options) {
    const auto inbox = open_inbox(options.store);
    if (!inbox) return static_cast<void>(refuse(inbox.error())), std::nullopt;
    auto row = (*inbox)->row(options.reference);
    if (!row) return static_cast<void>(refuse_row(row.error(), options.reference)), std::nullopt;
    auto changes = (*inbox)->changes(row->request.id);
    if (!changes) return static_cast<void>(refuse(changes.error())), std::nullopt;
    auto key = load_key(options.key, options.passphrase_file);
    if (!key) return static_cast<void>(refuse(key.error())), std::nullopt;
    auto inside = consult::open_row(row->request, *key, key->public_key().fingerprint());
    if (!inside) return refuse_opening(inside.error(), options.key), std::nullopt;
    return Opened{std::move(*row), std::move(*inside), std::move(*key), std::move(*changes)};
}

}  // namespace candor::ctl
