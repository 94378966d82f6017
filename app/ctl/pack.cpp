#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "ctl/fault_text.h"
#include "ctl/finding_lines.h"
#include "ctl/languages_here.h"
#include "ctl/pack_new.h"
#include "ctl/verbs.h"
#include "pack/checks/check_pack.h"
#include "pack/folder/report.h"
#include "pack/package/unpacked_package.h"

namespace candor::ctl {
namespace {

struct CheckOptions {
    std::string folder;
    std::string format = "text";
    std::string state;
    bool score = false;
    bool claims = false;
};

nlohmann::ordered_json to_json(const pack::Score& score) {
    auto items = nlohmann::ordered_json::array();
    std::map<std::string, int> percents;
    for (const auto& item : score.items) {
        items.push_back({{"standard", item.standard},
                         {"number", item.number},
                         {"item", item.item},
                         {"mark", pack::name_of(item.mark)},
                         {"reason", item.reason}});
        percents[item.standard] = pack::percent_of(score, item.standard);
    }
    return {{"percent", percents}, {"items", std::move(items)}};
}

nlohmann::ordered_json to_json(const screening::Proof& proof) {
    nlohmann::ordered_json json = {{"proven", proof.violations.empty() && proof.unproven.empty()},
                                   {"questions", proof.questions},
                                   {"classes", proof.classes},
                                   {"combinations", proof.combinations},
                                   {"longestPath", nullptr}};
    if (proof.longest_path) json["longestPath"] = *proof.longest_path;
    return json;
}

nlohmann::ordered_json to_json(const pack::Measures& measures) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& [language, reading] : measures.readings)
        list.push_back({{"language", language},
                        {"measure", reading.name},
                        {"value", std::round(reading.value * 10) / 10},
                        {"higherIsEasier", reading.higher_is_easier}});
    return list;
}

nlohmann::ordered_json to_json(const std::vector<pack::ClaimRow>& claims) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& row : claims)
        list.push_back({{"claim", row.claim},
                        {"source", row.source},
                        {"kind", row.kind},
                        {"proof", pack::name_of(row.strength.proof)},
                        {"oneTeam", row.strength.one_team},
                        {"paidBy", pack::name_of(row.strength.paid_by)},
                        {"evidence", row.evidence},
                        {"language", row.language},
                        {"page", row.page},
                        {"file", row.file},
                        {"line", row.line}});
    return list;
}

void print_json(const pack::CheckedPack& checked, bool with_claims) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& finding : checked.findings)
        list.push_back({{"file", finding.file},
                        {"line", finding.line},
                        {"severity", base::name_of(finding.severity)},
                        {"code", finding.code},
                        {"message", finding.message},
                        {"remedy", finding.remedy}});
    nlohmann::ordered_json report = {{"findings", std::move(list)},
                                     {"reading", to_json(checked.measures)}};
    if (checked.score) report["score"] = to_json(*checked.score);
    if (checked.proved) report["proof"] = to_json(checked.proved->proof);
    if (with_claims) report["claims"] = to_json(checked.claims);
    std::cout << report.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
              << '\n';
}

std::string summary(const base::Findings& findings) {
    return counted(count_of(findings, base::Severity::error), "error", "errors") + ", " +
           counted(count_of(findings, base::Severity::warning), "warning", "warnings") + ", " +
           counted(count_of(findings, base::Severity::advice), "piece of advice",
                   "pieces of advice");
}

/// "1,234", and from ten millions on "5.6e+09".
std::string thousands(double number) {
    constexpr double kWrittenOut = 1e7;
    std::ostringstream out;
    if (number >= kWrittenOut) {
        out << std::scientific << std::setprecision(1) << number;
        return out.str();
    }
    out << std::fixed << std::setprecision(0) << number;
    std::string digits = out.str();
    for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

std::string proof_line(const pack::Proved& proved) {
    const screening::Proof& proof = proved.proof;
    const bool proven = proof.violations.empty() && proof.unproven.empty();
    std::ostringstream out;
    out << (proven ? "proved over " : "not proven; explored ") << thousands(proof.classes)
        << " classes of answers to " << proof.questions << " questions ("
        << thousands(proof.combinations) << " combinations), longest path ";
    if (proof.longest_path)
        out << *proof.longest_path << " questions";
    else
        out << "unknown";
    out << std::fixed << std::setprecision(1) << ", "
        << static_cast<double>(proved.took.count()) / 1000 << " ms";
    return out.str();
}

/// "reading in es: Fernández-Huerta 83.1, INFLESZ 78.4", a line a language.
void print_reading(const pack::Measures& measures, const std::filesystem::path& folder) {
    std::string last;
    for (const auto& [language, reading] : measures.readings) {
        if (language == last)
            std::cout << ", ";
        else
            std::cout << (last.empty() ? "" : "\n") << folder.string() << ": reading in "
                      << language << ": ";
        std::ostringstream value;
        value << std::fixed << std::setprecision(1) << reading.value;
        std::cout << reading.name << ' ' << value.str();
        last = language;
    }
    if (!last.empty()) std::cout << '\n';
}

void print_text(const pack::CheckedPack& checked, const std::filesystem::path& folder) {
    for (base::Finding finding : checked.findings) {
        finding.file = (folder / finding.file).string();
        std::cout << base::to_line(finding) << '\n';
    }
    if (checked.proved) std::cout << folder.string() << ": " << proof_line(*checked.proved) << '\n';
    print_reading(checked.measures, folder);
    std::cout << folder.string() << ": " << summary(checked.findings) << '\n';
}

/// "against-dummy, one team, paid by maker"
std::string strength_words(const pack::Strength& strength) {
    std::string out(pack::name_of(strength.proof));
    const auto add = [&](const std::string& words) { out += (out.empty() ? "" : ", ") + words; };
    if (strength.one_team) add("one team");
    if (strength.paid_by != pack::PaidBy::unsaid)
        add("paid by " + std::string(pack::name_of(strength.paid_by)));
    return out;
}

/// Columns between tabs, as spreadsheets read them; the rest goes to standard error.
void print_claims(const pack::CheckedPack& checked, const std::filesystem::path& folder) {
    std::cout << "claim\tsource\tkind\tproof\tevidence\tplace\n";
    for (const auto& row : checked.claims) {
        std::string evidence;
        for (const auto& id : row.evidence) evidence += (evidence.empty() ? "" : ", ") + id;
        std::cout << pack::showable(row.claim) << '\t' << row.source << '\t' << row.kind << '\t'
                  << strength_words(row.strength) << '\t' << pack::showable(evidence) << '\t'
                  << (folder / row.file).string() << ':' << row.line << '\n';
    }
    std::cerr << folder.string() << ": " << checked.claims.size() << " claims with a source; "
              << summary(checked.findings) << '\n';
}

void print_score(const pack::Score& score) {
    std::string standard;
    for (const auto& item : score.items) {
        if (item.standard != standard) {
            standard = item.standard;
            std::cout << '\n'
                      << standard << ": " << pack::percent_of(score, standard)
                      << " of 100, of the items that a program can check\n";
        }
        std::cout << "  " << item.number << ' ' << item.item << ": "
                  << (item.mark == pack::Mark::person ? "a person must judge"
                                                      : pack::name_of(item.mark))
                  << ". " << item.reason << '\n';
    }
}

/// The live version of a pack in a state folder: packs/ID/live is a link to "VERSION-…".
std::optional<int> installed_version(const std::filesystem::path& state,
                                     const std::filesystem::path& pack) {
    std::error_code error;
    const auto folder = std::filesystem::canonical(pack, error);
    const auto live =
        std::filesystem::read_symlink(state / "packs" / folder.filename() / "live", error);
    const std::string name = live.filename().string();
    int version = 0;
    if (error ||
        std::from_chars(name.data(), name.data() + name.size(), version).ptr == name.data())
        return std::nullopt;
    return version;
}

int refuse_no_folder(const std::string& folder) {
    std::error_code ignored;
    const bool there = std::filesystem::exists(folder, ignored);
    const base::Fault fault{there ? base::FaultKind::wrong_format : base::FaultKind::not_found,
                            folder, ""};
    std::cerr << fault_text(
                     fault,
                     there ? "This is a file, not a pack's folder" : "There is no such folder",
                     "Name the folder that holds pack.yaml, or a .candorpack.")
              << '\n';
    return 1;
}

/// `folder` is looked at; `shown` is what the findings call it.
int check_folder(const CheckOptions& options, const std::filesystem::path& folder,
                 const std::filesystem::path& shown) {
    pack::CheckOptions how;
    if (!options.state.empty()) how.installed_version = installed_version(options.state, folder);
    how.claims = options.claims;
    how.spoken = spoken_languages(options.state);
    const auto checked = pack::check_pack_and_score(folder, how);
    if (options.format == "json")
        print_json(checked, options.claims);
    else if (options.claims)
        print_claims(checked, shown);
    else
        print_text(checked, shown);
    if (options.format != "json" && options.score && checked.score) print_score(*checked.score);
    return base::has_error(checked.findings) ? 1 : 0;
}

int check(const CheckOptions& options) {
    std::error_code ignored;
    const std::filesystem::path subject = options.folder;
    if (std::filesystem::is_directory(subject, ignored))
        return check_folder(options, subject, subject);
    if (subject.extension() != ".candorpack") return refuse_no_folder(options.folder);
    const auto scratch = std::filesystem::temp_directory_path(ignored);
    const auto files = pack::Package::open(subject).and_then([&](const pack::Package& package) {
        return pack::UnpackedPackage::open(package, scratch);
    });
    if (files) return check_folder(options, files->folder(), subject);
    std::cerr << fault_text(files.error(), "The package cannot be looked into",
                            "Build it again, or copy it again from where it came.")
              << '\n';
    return 1;
}

}  // namespace

void add_pack_verbs(CLI::App& app, int& exit_status) {
    CLI::App* packs = app.add_subcommand("pack", "What the kiosk shows");
    packs->require_subcommand(1);
    auto options = std::make_shared<CheckOptions>();
    CLI::App* verb = packs->add_subcommand(
        "check", "All findings of a pack; exit status 1 when one of them is an error");
    verb->add_option("pack", options->folder, "The pack's folder, or a package")->required();
    verb->add_option("--format", options->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}));
    verb->add_option("--state", options->state,
                     "A kiosk's state folder: the version must be above the one installed there");
    verb->add_flag("--score", options->score, "Print the items of PEMAT and IPDAS as well");
    verb->add_flag("--claims", options->claims,
                   "Print each claim beside its source, page and line instead of the findings");
    verb->callback([options, &exit_status] { exit_status = check(*options); });
    auto folder = std::make_shared<std::string>();
    CLI::App* start = packs->add_subcommand("new", "Start a pack: small, complete, with notes");
    start->add_option("folder", *folder, "A folder that is not there yet, or is empty")->required();
    start->callback([folder, &exit_status] { exit_status = new_pack(*folder); });
}

}  // namespace candor::ctl
