#include "consult/keys.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "ctl/fault_text.h"
#include "ctl/passphrase.h"
#include "ctl/verbs.h"

namespace candor::ctl {
namespace {

struct CreateOptions {
    std::string clinic_file, passphrase_file;
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

int create(const CreateOptions& options) {
    const auto passphrase = passphrase_of(options);
    if (!passphrase) return refuse_passphrase(passphrase.error());
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
    return 0;
}

}  // namespace

void add_keys_verbs(CLI::App& app, int& exit_status) {
    CLI::App* keys = app.add_subcommand("keys", "The keys that requests are sealed to");
    keys->require_subcommand(1);
    auto options = std::make_shared<CreateOptions>();
    CLI::App* verb = keys->add_subcommand("create", "Make a key pair: FILE and FILE.pub");
    verb->add_option("--clinic", options->clinic_file, "The secret file to make")->required();
    auto* file = verb->add_option("--passphrase-file", options->passphrase_file,
                                  "A file whose first line is the passphrase");
    verb->add_flag("--no-passphrase", options->no_passphrase, "On purpose")->excludes(file);
    verb->callback([options, &exit_status] { exit_status = create(*options); });
}

}  // namespace candor::ctl
