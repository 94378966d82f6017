#include "ctl/inbox_open.h"

#include <CLI/CLI.hpp>

#include "consult/seal.h"
#include "ctl/open_key.h"
#include "ctl/passphrase.h"

namespace candor::ctl {
namespace {

using base::FaultKind;

/// What the two can tell apart that crypto_box_seal_open cannot.
base::Fault why_not_open(const consult::QueuedRequest& row, const consult::SecretKey& key,
                         const std::string& key_file) {
    const std::string fingerprint = key.public_key().fingerprint();
    if (fingerprint == row.key_fingerprint)
        return {FaultKind::damaged, row.reference, "it was altered after it was sealed"};
    return {FaultKind::wrong_key, key_file,
            "this is key " + fingerprint + ", the request is sealed to " + row.key_fingerprint};
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
    const auto encrypted = consult::is_encrypted(key_file);
    if (!encrypted) return tl::unexpected(encrypted.error());
    if (!*encrypted) return consult::load_secret_key(key_file, base::SecretString(1));
    const auto passphrase =
        passphrase_file.empty() ? ask_passphrase("Passphrase: ") : read_passphrase(passphrase_file);
    if (!passphrase) return tl::unexpected(passphrase.error());
    return consult::load_secret_key(key_file, *passphrase);
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
    auto bundle = consult::open(row->request.sealed, *key);
    if (!bundle) {
        const auto fault = why_not_open(row->request, *key, options.key);
        static_cast<void>(refuse_row(fault, row->request.reference));
        return std::nullopt;
    }
    return Opened{std::move(*row), std::move(*bundle), std::move(*key), std::move(*changes)};
}

}  // namespace candor::ctl
