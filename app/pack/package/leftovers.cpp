#include "pack/package/leftovers.h"

#include <string_view>
#include <system_error>
#include <vector>

#include "base/files.h"
#include "pack/package/held_folder.h"
#include "pack/package/install.h"
#include "pack/package/unpacked_package.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;

/// Folders directly below this one whose names begin so; links are not followed.
std::vector<fs::path> folders_in(const fs::path& folder, std::string_view start) {
    std::vector<fs::path> found;
    const auto entries = base::entries_of(folder);
    if (!entries) return found;
    for (const base::FolderEntry& entry : *entries)
        if (entry.name().starts_with(start) && entry.is_folder() && !entry.is_link())
            found.push_back(entry.path());
    return found;
}

}  // namespace

void clear_leftovers(const fs::path& state_dir) {
    for (const auto& look : folders_in(state_dir, kLooked)) remove_unless_held(look);
    const auto packs = packs_folder(state_dir);
    std::error_code error;
    if (!fs::exists(packs, error)) return;
    const auto held = lock_packs(state_dir);
    if (!held) return;  // an installation is running, or nothing can be written
    for (const auto& pack : folders_in(packs, ""))
        for (const auto& unfinished : folders_in(pack, kUnfinished)) remove_unless_held(unfinished);
}

}  // namespace candor::pack
