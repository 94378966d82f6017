#include "content/packages.h"

#include <algorithm>
#include <set>

#include "base/clock.h"
#include "base/files.h"
#include "base/log.h"
#include "pack/checks/check_pack.h"
#include "pack/folder/fields.h"
#include "pack/package/highest.h"
#include "pack/package/store.h"
#include "pack/package/unpacked_package.h"
#include "pack/page/review_due.h"

namespace candor::content {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostToLookInside = 32U << 20;

/// The languages of a package by its folders ("tr/010-….md").
std::vector<std::string> languages_of(const pack::PackageManifest& manifest) {
    std::set<std::string> codes;
    for (const auto& file : manifest.files) {
        const auto slash = file.path.find('/');
        if (slash == std::string::npos || !file.path.ends_with(".md")) continue;
        const std::string folder = file.path.substr(0, slash);
        if (pack::is_language_code(folder)) codes.insert(folder);
    }
    return {codes.begin(), codes.end()};
}

/// Its title, its review's day, and how much is wrong with it.
void look_inside(const pack::Package& package, const fs::path& scratch, int grace_days,
                 StaffPack& out) {
    const auto files = pack::UnpackedPackage::open(package, scratch);
    if (!files) {
        base::log(files.error());
        out.problem = problem_key(files.error());
        return;
    }
    const auto findings = pack::check_pack(files->folder());
    out.findings = static_cast<int>(std::count_if(
        findings.begin(), findings.end(),
        [](const base::Finding& finding) { return finding.severity != base::Severity::advice; }));
    const auto loaded = pack::load_pack(files->folder());
    if (!loaded.pack) {
        out.problem = "staff.problem.damaged";
        return;
    }
    out.title = loaded.pack->title;
    out.review.review_by = loaded.pack->review.review_by;
    out.review.due = pack::review_due(out.review, base::local_today(), grace_days);
}

}  // namespace

std::string problem_key(const base::Fault& fault) {
    using base::FaultKind;
    switch (fault.kind) {
        case FaultKind::refused:  // whose signature and which version were judged before
        case FaultKind::unsupported:
        case FaultKind::too_large:
            return "staff.problem.unsafe";
        case FaultKind::damaged:
        case FaultKind::wrong_format:
            return "staff.problem.damaged";
        case FaultKind::disk_full:
            return "staff.problem.disk-full";
        case FaultKind::read_only:
            return "staff.problem.read-only";
        case FaultKind::not_found:
        case FaultKind::unreadable:
            return "staff.problem.gone";
        default:
            return "staff.problem.other";
    }
}

StaffPack look_at_package(const fs::path& file, const fs::path& scratch, const fs::path& state_dir,
                          const pack::Policy& policy) {
    StaffPack out;
    out.package = file.string();
    out.id = file.stem().string();
    const auto package = pack::Package::open(file);
    if (!package) {
        base::log(package.error());
        out.problem = problem_key(package.error());
        return out;
    }
    out.id = package->manifest().id;
    out.version = package->manifest().version;
    out.languages = languages_of(package->manifest());
    const auto verdicts = pack::judge(package->manifest_text(), package->signatures(), policy.keys);
    const auto approval = pack::approve(verdicts, policy.require, file.string());
    if (!approval) {
        base::log(approval.error());
        out.problem = "staff.problem.signature";
        return out;
    }
    out.by_one_key = approval->by_one_key;
    if (approval->reviewer) {
        out.review.status = pack::ReviewStatus::reviewed;
        out.review.name = approval->reviewer->name;
        out.review.role = approval->reviewer->profession;
        out.review.date = approval->reviewer->date;
    }
    const auto name = pack::version_name(package->manifest(), package->manifest_text());
    const auto live = pack::installed_pack(state_dir, out.id, policy);
    out.live = live && live->version_folder == name;
    if (!out.live && !pack::check_not_below(state_dir, package->manifest(), name))
        out.problem = "staff.problem.older";
    if (package->manifest().total_bytes() <= kMostToLookInside)
        look_inside(*package, scratch, policy.review_grace_days, out);
    return out;
}

}  // namespace candor::content
