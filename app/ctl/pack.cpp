#include "pack/pack.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "ctl/fault_text.h"
#include "ctl/pack_findings.h"
#include "ctl/verbs.h"

namespace candor::ctl {
namespace {

struct CheckOptions {
    std::string folder;
    std::string format = "text";
};

void print_json(const base::Findings& findings) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& finding : findings)
        list.push_back({{"file", finding.file},
                        {"line", finding.line},
                        {"severity", base::name_of(finding.severity)},
                        {"code", finding.code},
                        {"message", finding.message},
                        {"remedy", finding.remedy}});
    const nlohmann::ordered_json report = {{"findings", std::move(list)}};
    std::cout << report.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
              << '\n';
}

std::string summary(const base::Findings& findings) {
    const auto count = [&](base::Severity severity) {
        return std::count_if(findings.begin(), findings.end(),
                             [=](const auto& f) { return f.severity == severity; });
    };
    return std::to_string(count(base::Severity::error)) + " errors, " +
           std::to_string(count(base::Severity::warning)) + " warnings, " +
           std::to_string(count(base::Severity::advice)) + " pieces of advice";
}

void print_text(const base::Findings& findings, const std::filesystem::path& folder) {
    for (base::Finding finding : findings) {
        finding.file = (folder / finding.file).string();
        std::cout << base::to_line(finding) << '\n';
    }
    std::cout << folder.string() << ": " << summary(findings) << '\n';
}

int check(const CheckOptions& options) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(options.folder, ignored)) {
        const bool there = std::filesystem::exists(options.folder, ignored);
        const base::Fault fault{there ? base::FaultKind::wrong_format : base::FaultKind::not_found,
                                options.folder, ""};
        std::cerr << fault_text(
                         fault,
                         there ? "This is a file, not a pack's folder" : "There is no such folder",
                         "Name the folder that holds pack.yaml.")
                  << '\n';
        return 1;
    }
    const auto findings = pack_findings(options.folder);
    if (options.format == "json")
        print_json(findings);
    else
        print_text(findings, options.folder);
    return base::has_error(findings) ? 1 : 0;
}

}  // namespace

void add_pack_verbs(CLI::App& app, int& exit_status) {
    CLI::App* packs = app.add_subcommand("pack", "What the kiosk shows");
    packs->require_subcommand(1);
    auto options = std::make_shared<CheckOptions>();
    CLI::App* verb = packs->add_subcommand(
        "check", "All findings of a pack; exit status 1 when one of them is an error");
    verb->add_option("folder", options->folder, "The pack's folder")->required();
    verb->add_option("--format", options->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}));
    verb->callback([options, &exit_status] { exit_status = check(*options); });
}

}  // namespace candor::ctl
