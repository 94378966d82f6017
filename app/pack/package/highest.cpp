#include "pack/package/highest.h"

#include <system_error>

#include "base/disk.h"
#include "base/files.h"
#include "pack/package/store.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxNote = 100;

fs::path note_of(const fs::path& state_dir, const std::string& id) {
    return packs_folder(state_dir) / id / "highest";
}

void raise(std::optional<HighestVersion>& highest, const std::string& name, bool noted) {
    const auto version = version_in(name);
    if (version && (!highest || *version > highest->version))
        highest = HighestVersion{*version, name, noted};
}

/// Exactly a name and the end of its line: a note that was cut off says nothing.
std::string noted_name(const fs::path& note) {
    std::string text = base::read_file(note, kMaxNote).value_or("");
    if (!text.ends_with('\n')) return {};
    text.pop_back();
    return text;
}

void raise_by_folders(std::optional<HighestVersion>& highest, const fs::path& packs) {
    const auto entries = base::entries_of(packs);
    if (!entries) return;
    for (const base::FolderEntry& entry : *entries) raise(highest, entry.name(), false);
}

}  // namespace

std::optional<HighestVersion> highest_version(const fs::path& state_dir, const std::string& id) {
    std::optional<HighestVersion> highest;
    raise(highest, noted_name(note_of(state_dir, id)), true);
    const auto packs = packs_folder(state_dir) / id;
    raise(highest, base::target_of_link(packs / "live").value_or(""), false);
    if (!highest || !highest->noted) raise_by_folders(highest, packs);
    return highest;
}

base::Result<void> note_highest(const fs::path& state_dir, const std::string& id,
                                const std::string& version_folder) {
    auto highest = highest_version(state_dir, id);
    const bool known = highest && highest->noted;
    raise(highest, version_folder, false);
    if (!highest || (known && highest->noted)) return {};
    return base::write_file_atomically(note_of(state_dir, id), highest->version_folder + "\n");
}

base::Result<void> keep_highest(const fs::path& state_dir, const std::string& id) {
    return note_highest(state_dir, id, "");
}

base::Result<void> check_not_below(const fs::path& state_dir, const PackageManifest& manifest,
                                   const std::string& version_folder) {
    const auto highest = highest_version(state_dir, manifest.id);
    if (!highest || manifest.version > highest->version ||
        version_folder == highest->version_folder)
        return {};
    const std::string number = std::to_string(highest->version);
    const std::string where = manifest.id + " " + std::to_string(manifest.version);
    const std::string how = highest->noted ? std::string()
                                           : ", by its folders, since " +
                                                 note_of(state_dir, manifest.id).string() +
                                                 " is missing or damaged";
    if (manifest.version < highest->version)
        return base::fail(base::FaultKind::refused, where,
                          "a downgrade: version " + number + " was installed" + how +
                              ". To go back, use rollback");
    return base::fail(base::FaultKind::refused, where,
                      "this version was installed already, with other content" + how +
                          ". Give the new content a higher version");
}

}  // namespace candor::pack
