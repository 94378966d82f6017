#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "base/clock.h"
#include "base/files.h"
#include "ctl/fault_text.h"
#include "ctl/open_key.h"
#include "ctl/passphrase.h"
#include "ctl/progress_line.h"
#include "ctl/trust.h"
#include "ctl/verbs.h"
#include "pack/checks/check_pack.h"
#include "pack/package/build_package.h"
#include "pack/package/policy.h"

namespace candor::ctl {
namespace {

int refuse(const base::Fault& fault, const char* what, const char* remedy) {
    std::cerr << fault_text(fault, what, remedy) << '\n';
    return 1;
}

int refuse(const base::Fault& fault) {
    std::cerr << fault_text(fault) << '\n';
    return 1;
}

struct BuildOptions {
    std::string folder, output;
};

/// The errors, each on a line, and what the package will have otherwise than the folder; other
/// warnings keep nothing off a kiosk.
bool print_errors(const std::string& folder) {
    const auto findings = pack::check_pack(folder);
    for (auto finding : findings) {
        if (finding.severity != base::Severity::error && finding.code != "image-too-many-pixels")
            continue;
        finding.file = (std::filesystem::path(folder) / finding.file).string();
        std::cerr << base::to_line(finding) << '\n';
    }
    return base::has_error(findings);
}

int build(const BuildOptions& options) {
    if (print_errors(options.folder)) {
        std::cerr << options.folder
                  << ": error [refused] A pack with errors is not built. Mend them, then try "
                     "again.\n";
        return 1;
    }
    const auto manifest =
        pack::build_package(options.folder, options.output, progress_line("Building"));
    if (!manifest)
        return refuse(manifest.error(), "No package was made", "Mend that, then try again.");
    std::cout << options.output << ": " << manifest->id << " version " << manifest->version << ", "
              << manifest->files.size() << " files, " << manifest->total_bytes()
              << " bytes. Next: candor pack sign\n";
    return 0;
}

struct SignOptions {
    std::string package, key_file, passphrase_file, role, name, profession;
};

base::Result<pack::SigningKey> read_key(const SignOptions& options) {
    warn_of_open_key(options.key_file);
    auto text = TRY(base::read_file(options.key_file, kMaxKeyFile));
    const auto locked = TRY(pack::needs_passphrase(text, options.key_file));
    base::Result<base::SecretString> passphrase = base::SecretString(1);
    if (locked)
        passphrase = options.passphrase_file.empty() ? ask_passphrase("Passphrase of the key: ")
                                                     : read_passphrase(options.passphrase_file);
    if (!passphrase) return tl::unexpected(passphrase.error());
    auto key = pack::read_signing_key(text, *passphrase, options.key_file);
    base::wipe(text);
    return key;
}

int sign(const SignOptions& options) {
    const pack::Signer signer{*pack::role_named(options.role), base::utc_now().substr(0, 10),
                              options.name, options.profession};
    if (const auto comment = to_comment(signer); !comment)
        return refuse(comment.error(), "Nothing was signed", "Say --name \"First Last\".");
    const auto key = read_key(options);
    if (!key) return refuse(key.error(), "Nothing was signed", "Name the signer's own key file.");
    const auto done = pack::sign_package(options.package, signer, *key, progress_line("Signing"));
    if (!done)
        return refuse(done.error(), "Nothing was signed", "Build the package anew, or mend that.");
    std::cout << options.package << ": signed as " << options.role << ", " << to_words(signer)
              << ", key " << pack::to_text(key->id) << '\n';
    return 0;
}

struct VerifyOptions {
    std::string package, state;
    std::vector<std::string> trust;
};

base::Result<pack::Policy> policy_of(const VerifyOptions& options) {
    const auto keys = TRY(read_trust(options.trust));
    const auto policy = options.state.empty() ? pack::Policy{} : pack::read_policy(options.state);
    return with_keys(policy, keys);
}

int verify(const VerifyOptions& options) {
    const auto policy = policy_of(options);
    if (!policy) return refuse(policy.error());
    const auto package = pack::Package::open(options.package);
    if (!package)
        return refuse(package.error(), "The package is refused", "Ask for it to be sent again.");
    for (const auto& finding : policy->findings) std::cerr << base::to_line(finding) << '\n';
    const auto& manifest = package->manifest();
    std::cout << options.package << ": " << manifest.id << " version " << manifest.version << ", "
              << manifest.files.size() << " files\n";
    const auto verdicts = judge(package->manifest_text(), package->signatures(), policy->keys);
    for (const auto& verdict : verdicts) std::cout << to_line(verdict) << '\n';
    const auto whole = package->check_files(progress_line("Verifying"));
    std::cout << "files: " << (whole ? "whole" : "damaged") << '\n';
    if (!whole) return refuse(whole.error(), "The package is damaged", "Ask for it again.");
    const auto approval = approve(verdicts, policy->require, options.package);
    if (!approval)
        return refuse(approval.error(), "The package is not approved",
                      "Have it signed, or trust the signer's key with --trust ROLE=FILE.pub.");
    warn_of_one_key(options.package, *approval);
    return 0;
}

void add_build(CLI::App& packs, int& exit_status) {
    auto options = std::make_shared<BuildOptions>();
    CLI::App* verb = packs.add_subcommand("build", "Make the package of a pack's folder");
    verb->add_option("folder", options->folder, "The pack's folder")->required();
    verb->add_option("-o,--output", options->output, "The *.candorpack to write")->required();
    verb->callback([options, &exit_status] { exit_status = build(*options); });
}

void add_sign(CLI::App& packs, int& exit_status) {
    auto options = std::make_shared<SignOptions>();
    CLI::App* verb = packs.add_subcommand("sign", "Approve a package");
    verb->add_option("package", options->package, "The *.candorpack")->required();
    verb->add_option("--key", options->key_file,
                     "The signer's secret key (candor keys create "
                     "--signer, or minisign -G)")
        ->required();
    verb->add_option("--role", options->role, "author or reviewer")
        ->required()
        ->check(CLI::IsMember({"author", "reviewer"}));
    verb->add_option("--name", options->name, "Who signs; patients are shown a reviewer's");
    verb->add_option("--profession", options->profession, "What the signer is, for patients");
    verb->add_option("--passphrase-file", options->passphrase_file,
                     "A file whose first line is the passphrase");
    verb->callback([options, &exit_status] { exit_status = sign(*options); });
}

void add_verify(CLI::App& packs, int& exit_status) {
    auto options = std::make_shared<VerifyOptions>();
    CLI::App* verb = packs.add_subcommand(
        "verify", "Is a package whole, and who signed it? Exit status 1 when it would be refused");
    verb->add_option("package", options->package, "The *.candorpack")->required();
    auto* trust = verb->add_option("--trust", options->trust, "ROLE=FILE.pub, each that counts");
    auto* state = verb->add_option("--state", options->state,
                                   "A kiosk's state folder, whose kiosk.yaml names keys");
    verb->callback([=, &exit_status] {
        if (trust->empty() && state->empty())
            throw CLI::RequiredError("--trust ROLE=FILE.pub or --state DIR");
        exit_status = verify(*options);
    });
}

}  // namespace

void add_package_verbs(CLI::App& app, int& exit_status) {
    CLI::App& packs = *app.get_subcommand("pack");
    add_build(packs, exit_status);
    add_sign(packs, exit_status);
    add_verify(packs, exit_status);
}

}  // namespace candor::ctl
