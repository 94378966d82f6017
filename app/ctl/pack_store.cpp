#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "ctl/fault_text.h"
#include "ctl/progress_line.h"
#include "ctl/trust.h"
#include "ctl/verbs.h"
#include "pack/folder/folder.h"
#include "pack/package/install.h"
#include "pack/page/manifest.h"

namespace candor::ctl {
namespace {

struct StoreOptions {
    std::string subject, state;  ///< a package or a pack's id
    std::vector<std::string> trust;
};

constexpr const char* kHowToTrust =
    "Write into it whose signatures count:\n"
    "  packs:\n"
    "    require: [author, reviewer]\n"
    "    keys:\n"
    "      author: [\"RW…\"]       # the second line of the author's .pub file\n"
    "      reviewer: [\"RW…\"]     # the second line of the reviewer's .pub file\n"
    "Or name keys this once: --trust reviewer=FILE.pub";

int refuse_install(const base::Fault& fault, const pack::Policy& policy) {
    const char* remedy = "Nothing was changed. Mend that, then try again.";
    if (fault.kind == base::FaultKind::refused) remedy = "Nothing was changed.";
    if (policy.state == pack::Policy::State::none) remedy = kHowToTrust;
    std::cerr << fault_text(fault, "The pack is not installed", remedy) << '\n';
    return 1;
}

int install(const StoreOptions& options) {
    const auto keys = read_trust(options.trust);
    if (!keys) {
        std::cerr << fault_text(keys.error()) << '\n';
        return 1;
    }
    const auto policy = with_keys(pack::read_policy(options.state), *keys);
    for (const auto& finding : policy.findings) std::cerr << base::to_line(finding) << '\n';
    const pack::InstallOptions how{{}, progress_line("Installing")};
    const auto installed = pack::install_package(options.subject, options.state, policy, how);
    if (!installed) return refuse_install(installed.error(), policy);
    const auto& pack = installed->pack;
    std::cout << pack.id << " version " << pack.version
              << (installed->outcome == pack::Installed::Outcome::done ? " is installed"
                                                                       : " was installed already");
    if (pack.approval.reviewer) std::cout << ", reviewed by " << to_words(*pack.approval.reviewer);
    std::cout << '\n';
    warn_of_one_key(pack.id, pack.approval);
    return 0;
}

std::string languages_of(const std::filesystem::path& folder) {
    pack::PackFolder reader(folder);
    pack::Pack head;
    head.folder = reader.path();
    base::Findings ignored;
    if (!pack::read_manifest(reader, head, ignored)) return "-";
    std::string words;
    for (const auto& language : head.languages) words += (words.empty() ? "" : ",") + language;
    return words;
}

std::string or_dash(std::string text) { return text.empty() ? "-" : std::move(text); }

int list(const StoreOptions& options) {
    const auto policy = pack::read_policy(options.state);
    for (const auto& finding : policy.findings) std::cerr << base::to_line(finding) << '\n';
    std::cout << "id\tversion\tlanguages\treviewer\tstate\tbefore\tpath\n";
    for (const auto& pack : pack::installed_packs(options.state, policy)) {
        const auto& reviewer = pack.approval.reviewer;
        std::cout << pack.id << '\t' << pack.version << '\t' << languages_of(pack.folder) << '\t'
                  << or_dash(reviewer ? to_words(*reviewer) : "") << '\t' << name_of(pack.state)
                  << (pack.why.empty() ? "" : " (" + pack.why + ")") << '\t'
                  << or_dash(pack.previous_version ? std::to_string(*pack.previous_version) : "")
                  << '\t' << pack.folder.string() << '\n';
        warn_of_one_key(pack.id, pack.approval);
        if (!pack.highest_noted)
            std::cerr << pack.id
                      << ": which version was the highest here is not noted any more; its folders "
                         "stand for it. The kiosk, or the next installation, notes it again\n";
        if (pack.damage_note) std::cerr << pack.id << ": " << *pack.damage_note << '\n';
    }
    return 0;
}

int rollback(const StoreOptions& options) {
    const auto policy = pack::read_policy(options.state);
    const auto now =
        pack::roll_back(options.state, options.subject, policy, progress_line("Verifying"));
    if (!now) {
        std::cerr << fault_text(now.error(), "There is nothing to go back to",
                                "candor pack list shows what is installed.")
                  << '\n';
        return 1;
    }
    std::cout << now->id << " version " << now->version << " is shown again\n";
    return 0;
}

CLI::App* add(CLI::App& packs, const char* name, const char* what, int (*run)(const StoreOptions&),
              const char* subject, int& exit_status) {
    auto options = std::make_shared<StoreOptions>();
    CLI::App* verb = packs.add_subcommand(name, what);
    if (subject != nullptr) verb->add_option("subject", options->subject, subject)->required();
    verb->add_option("--state", options->state, "The kiosk's state folder")->required();
    if (run == &install)
        verb->add_option("--trust", options->trust,
                         "ROLE=FILE.pub: a key that counts besides those of kiosk.yaml");
    verb->callback([options, run, &exit_status] { exit_status = run(*options); });
    return verb;
}

}  // namespace

void add_store_verbs(CLI::App& app, int& exit_status) {
    CLI::App& packs = *app.get_subcommand("pack");
    add(packs, "install", "Verify a package and put it on this kiosk", &install, "The *.candorpack",
        exit_status);
    add(packs, "list", "What is installed: a line each, with tabs", &list, nullptr, exit_status);
    add(packs, "rollback", "Go back to the version before", &rollback, "The pack's id",
        exit_status);
}

}  // namespace candor::ctl
