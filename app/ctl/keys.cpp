#include "consult/keys/keys.h"
#include "base/files.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "ctl/fault_text.h"
#include "ctl/open_key.h"
#include "ctl/passphrase.h"
#include "ctl/verbs.h"
#include "pack/package/minisign.h"

namespace candor::ctl {
namespace {

struct CreateOptions {
    std::string clinic_file, signer_file, passphrase_file;
    bool no_passphrase = false;
};

base::Result<base::SecretString> passphrase_of(const CreateOptions& options) {
    if (options.no_passphrase) return base::SecretString(1);
    if (!options.passphrase_file.empty()) return read_passphrase(options.passphrase_file);
    return ask_new_passphrase();
}

int refuse_passphrase(const base::Fault& fault) {
    std::cerr << fault_text(fault, "No key was made",
                            "Give a passphrase at the prompt or with --passphrase-file, or say "
                            "--no-passphrase on purpose.")
              << '\n';
    return 1;
}

int refuse_files(const base::Fault& fault) {
    if (fault.kind == base::FaultKind::refused)
        std::cerr << fault_text(fault, "A key is never overwritten",
                                "Requests may be sealed to it. Choose another name.")
                  << '\n';
    else
        std::cerr << fault_text(fault) << '\n';
    return 1;
}

/// The secret half first, as with a clinic's key: a public half alone is of no use.
base::Result<pack::VerifyingKey> create_signer_keys(const std::string& file,
                                                    const base::SecretString& passphrase) {
    const auto public_file = consult::public_path(file);
    std::error_code ignored;
    if (std::filesystem::exists(public_file, ignored))
        return base::fail(base::FaultKind::refused, public_file.string(), "it is there already");
    const auto secret = pack::new_signing_key();
    const auto key = secret.verifying_key();
    auto text = TRY(pack::signing_key_text(secret, passphrase));
    auto done = base::write_new_file(file, text, base::Privacy::owner_only);
    base::wipe(text);
    if (!done) return tl::unexpected(done.error());
    done =
        base::write_new_file(public_file, pack::verifying_key_text(key), base::Privacy::everyone);
    if (done) return key;
    std::filesystem::remove(file, ignored);
    return tl::unexpected(done.error());
}

int create_signer(const CreateOptions& options, const base::SecretString& passphrase) {
    const auto key = create_signer_keys(options.signer_file, passphrase);
    if (!key) return refuse_files(key.error());
    std::cout << "Key " << pack::to_text(key->id) << " is made.\n"
              << options.signer_file
              << "  secret: it belongs to one person, who signs packs with it\n"
              << consult::public_path(options.signer_file).string()
              << "  public: its second line goes into the kiosks' kiosk.yaml:\n  "
              << key->to_base64() << '\n';
    if (passphrase.empty())
        std::cout << "Without a passphrase, whoever has the secret file can approve packs.\n";
    warn_of_open_key(options.signer_file);  // a stick may know no rights
    return 0;
}

int create(const CreateOptions& options) {
    const auto passphrase = passphrase_of(options);
    if (!passphrase) return refuse_passphrase(passphrase.error());
    if (!options.signer_file.empty()) return create_signer(options, *passphrase);
    const auto key = consult::create_clinic_keys(options.clinic_file, *passphrase);
    if (!key) return refuse_files(key.error());
    const auto public_file = consult::public_path(options.clinic_file).string();
    std::cout << "Key " << key->fingerprint() << " is made.\n"
              << options.clinic_file
              << "  secret: keep it at the desk and a copy in a safe place; without it no request "
                 "can be opened\n"
              << public_file << "  public: put it on the kiosks\n";
    if (passphrase->empty())
        std::cout << "Without a passphrase, whoever has the secret file can open every request.\n";
    warn_of_open_key(options.clinic_file);
    return 0;
}

}  // namespace

void add_keys_verbs(CLI::App& app, int& exit_status) {
    CLI::App* keys =
        app.add_subcommand("keys", "The keys that requests are sealed to, and packs signed with");
    keys->require_subcommand(1);
    auto options = std::make_shared<CreateOptions>();
    CLI::App* verb = keys->add_subcommand("create", "Make a key pair: FILE and FILE.pub");
    CLI::Option_group* kind = verb->add_option_group("kind", "For what");
    auto* clinic = kind->add_option("--clinic", options->clinic_file,
                                    "The secret file to make, for opening requests");
    kind->add_option("--signer", options->signer_file,
                     "The secret file to make, for signing packs (minisign's format)")
        ->excludes(clinic);
    kind->require_option(1);
    auto* file = verb->add_option("--passphrase-file", options->passphrase_file,
                                  "A file whose first line is the passphrase");
    verb->add_flag("--no-passphrase", options->no_passphrase, "On purpose")->excludes(file);
    verb->callback([options, &exit_status] { exit_status = create(*options); });
}

}  // namespace candor::ctl
