#include "pack/checks/check_pack.h"

#include <algorithm>
#include <exception>
#include <tuple>

#include "pack/checks/check_table.h"

namespace candor::pack {
namespace {

void sort_by_place(base::Findings& findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
}

/// The loader and a check may see the same thing.
void drop_repeated(base::Findings& findings) {
    const auto same = [](const base::Finding& a, const base::Finding& b) {
        return a.line == b.line && a.file == b.file && a.code == b.code && a.message == b.message;
    };
    findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
}

void run_checks(const LoadedPack& loaded, const CheckOptions& options, CheckedPack& out) {
    const Subject subject(loaded, *loaded.pack, options);
    for (const Check check : check_table()) check(subject, out.findings);
    out.measures = measures_of(subject);
    if (options.claims) out.claims = claims_of(subject);
    out.score = score_of(subject, out.findings);
    out.proved = subject.proved;
}

}  // namespace

CheckedPack check_pack_and_score(const std::filesystem::path& folder, const CheckOptions& options) {
    CheckedPack out;
    LoadedPack loaded = load_pack(folder, Keep::what_can_be_read);
    out.findings = std::move(loaded.findings);
    try {
        if (loaded.pack) run_checks(loaded, options, out);
    } catch (const std::exception& problem) {
        out.findings.push_back({"pack.yaml", 0, base::Severity::error, "unreadable-pack",
                                std::string("The pack cannot be checked (") + problem.what() + ").",
                                "Check that there is enough memory."});
    }
    sort_by_place(out.findings);
    drop_repeated(out.findings);
    return out;
}

base::Findings check_pack(const std::filesystem::path& folder, const CheckOptions& options) {
    return check_pack_and_score(folder, options).findings;
}

}  // namespace candor::pack
