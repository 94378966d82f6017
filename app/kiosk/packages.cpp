#include "kiosk/packages.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "base/clock.h"
#include "kiosk/log.h"
#include "pack/checks/check_pack.h"
#include "pack/fields.h"
#include "pack/review_due.h"
#include "pack/unpacked_package.h"

namespace candor::kiosk {
namespace {

namespace fs = std::filesystem;
using screens::StaffPack;

constexpr std::size_t kMostPackages = 50;
constexpr std::uint64_t kMostToLookInside = 32U << 20;

StaffPack described(const pack::Pack& pack, const std::string& today, int grace_days) {
    StaffPack out;
    out.id = pack.id;
    out.title = pack.title;
    out.version = pack.version;
    out.languages = pack.languages;
    out.review = pack.review;
    out.review.due = pack::review_due(pack.review, today, grace_days);
    return out;
}

void add_package(const fs::path& file, std::vector<fs::path>& out) {
    std::error_code error;
    if (file.extension() == ".candorpack" && fs::is_regular_file(file, error)) out.push_back(file);
}

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
        log(files.error());
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

/// Of a note of fall_back(): "2026-11-22T12:40:00Z version 3 is damaged (…".
std::optional<int> damaged_version(const std::string& note) {
    int version = 0;
    if (std::sscanf(note.c_str(), "%*s version %d", &version) != 1) return std::nullopt;
    return version;
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

std::vector<StaffPack> packs_here(const pack::Library& library, const fs::path& state_dir,
                                  const pack::Policy& policy, const std::string& today) {
    const auto installed = pack::installed_packs(state_dir, policy);
    const auto installed_as = [&](const pack::Pack& pack) {
        return std::find_if(installed.begin(), installed.end(), [&](const auto& other) {
            return other.id == pack.id && other.folder == pack.folder;
        });
    };
    std::vector<StaffPack> out;
    std::set<std::string> told;
    for (const auto* packs : {&library.packs, &library.self_checks}) {
        for (const pack::Pack& pack : *packs) {
            StaffPack here = described(pack, today, policy.review_grace_days);
            const auto found = installed_as(pack);
            here.shipped = found == installed.end();
            if (found != installed.end()) {
                here.previous_version = found->previous_version;
                if (found->damage_note) here.damaged_version = damaged_version(*found->damage_note);
            }
            told.insert(pack.id);
            out.push_back(std::move(here));
        }
    }
    for (const auto& pack : installed) {
        if (told.contains(pack.id)) continue;
        StaffPack here;
        here.id = pack.id;
        here.version = pack.version;
        here.previous_version = pack.previous_version;
        const auto loaded = pack::load_pack(pack.folder);
        if (loaded.pack) {
            here = described(*loaded.pack, today, policy.review_grace_days);
            here.previous_version = pack.previous_version;
        }
        if (pack.state != pack::InstalledPack::State::good || !loaded.pack)
            here.problem = pack.state == pack::InstalledPack::State::untrusted
                               ? "staff.problem.signature"
                               : "staff.problem.damaged";
        out.push_back(std::move(here));
    }
    return out;
}

std::vector<fs::path> packages_in(const std::vector<fs::path>& folders) {
    std::vector<fs::path> out;
    for (const fs::path& folder : folders) {
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(folder, error)) {
            add_package(entry.path(), out);
            if (!entry.is_directory(error) || entry.is_symlink(error)) continue;
            std::error_code inner;
            for (const auto& below : fs::directory_iterator(entry.path(), inner))
                add_package(below.path(), out);
        }
    }
    std::sort(out.begin(), out.end());
    if (out.size() > kMostPackages) out.resize(kMostPackages);
    return out;
}

StaffPack look_at_package(const fs::path& file, const fs::path& scratch, const fs::path& state_dir,
                          const pack::Policy& policy) {
    StaffPack out;
    out.package = file.string();
    out.id = file.stem().string();
    const auto package = pack::Package::open(file);
    if (!package) {
        log(package.error());
        out.problem = problem_key(package.error());
        return out;
    }
    out.id = package->manifest().id;
    out.version = package->manifest().version;
    out.languages = languages_of(package->manifest());
    const auto verdicts = pack::judge(package->manifest_text(), package->signatures(), policy.keys);
    const auto approval = pack::approve(verdicts, policy.require, file.string());
    if (!approval) {
        log(approval.error());
        out.problem = "staff.problem.signature";
        return out;
    }
    if (approval->reviewer) {
        out.review.status = pack::ReviewStatus::reviewed;
        out.review.name = approval->reviewer->name;
        out.review.role = approval->reviewer->profession;
        out.review.date = approval->reviewer->date;
    }
    if (const auto live = pack::installed_pack(state_dir, out.id, policy)) {
        const auto name = pack::version_name(package->manifest(), package->manifest_text());
        out.live = live->version_folder == name;
        if (!out.live && live->version >= out.version) out.problem = "staff.problem.older";
    }
    if (package->manifest().total_bytes() <= kMostToLookInside)
        look_inside(*package, scratch, policy.review_grace_days, out);
    return out;
}

}  // namespace candor::kiosk
