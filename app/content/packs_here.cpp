#include "content/packs_here.h"

#include <algorithm>
#include <set>

#include "pack/package/store.h"
#include "pack/page/review_due.h"

namespace candor::content {
namespace {

namespace fs = std::filesystem;

StaffPack described(const pack::Pack& pack) {
    StaffPack out;
    out.id = pack.id;
    out.title = pack.title;
    out.version = pack.version;
    out.languages = pack.languages;
    out.review = pack.review;
    return out;
}

}  // namespace

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
            StaffPack here = described(pack);
            const auto found = installed_as(pack);
            here.shipped = found == installed.end();
            if (found != installed.end()) {
                here.previous_version = found->previous_version;
                here.by_one_key = found->approval.by_one_key;
                here.damaged_version = found->damaged_version;
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
            here = described(*loaded.pack);
            here.review.due = pack::review_due(here.review, today, policy.review_grace_days);
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

}  // namespace candor::content
