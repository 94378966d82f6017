#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pack/folder/package_manifest.h"
#include "pack/package/policy.h"
#include "pack/package/progress.h"

// Installed packs, below the state folder:
//
//   packs/.lock                      held while something is installed or taken back
//   packs/ID/live -> VERSION         the one that is shown; swapping this link is the installation
//   packs/ID/highest                 the VERSION with the highest number that was ever live
//   packs/ID/damaged                 what fell back and when, for staff; the next install clears it
//   packs/ID/VERSION/                "3-0123456789abcdef": see version_name()
//       MANIFEST, MANIFEST.ROLE.minisig        as they came
//       KEYS                         the keys it was held to: "author RW…" a line
//       AFTER                        the VERSION that it replaced; absent: none
//       ID/                          the pack's files
//   packs/ID/.new-…                  an installation that did not end; the next one removes it

namespace candor::pack {

struct InstalledPack {
    enum class State {
        good,      ///< MANIFEST and signatures are right; verify_installed() looks at every byte
        damaged,   ///< MANIFEST or a signature file is missing or not what was installed
        untrusted  ///< who signed it is not (or no longer) trusted here: it is not shown
    };
    std::string id;
    int version = 0;
    std::filesystem::path folder;  ///< of the pack: packs/ID/VERSION/ID
    std::string version_folder;    ///< VERSION
    State state = State::good;
    /// What its files must be, read from the bytes that were signed; when the state is good.
    std::shared_ptr<const PackageManifest> manifest;
    std::string why;  ///< technical, when the state is not good
    Approval approval;
    std::optional<int> previous_version;     ///< what rollback would bring back
    bool highest_noted = true;               ///< packs/ID/highest is there and can be read
    std::optional<std::string> damage_note;  ///< the line of packs/ID/damaged
    std::optional<int> damaged_version;      ///< that it tells of
};

/// "good", "damaged", "untrusted".
const char* name_of(InstalledPack::State state);

std::filesystem::path packs_folder(const std::filesystem::path& state_dir);

/// The live version of every pack that was installed, sorted by id. Reads links, MANIFESTs and
/// signatures alone. Takes no lock: a pack that is swapped meanwhile is its old or its new version.
std::vector<InstalledPack> installed_packs(const std::filesystem::path& state_dir,
                                           const Policy& policy);

/// One pack of them; nothing: none of this id is live.
std::optional<InstalledPack> installed_pack(const std::filesystem::path& state_dir,
                                            const std::string& id, const Policy& policy);

/// One version of a pack, whether live or not. `previous_version` stays empty.
InstalledPack inspect_version(const std::filesystem::path& state_dir, const std::string& id,
                              const std::string& version_folder, const Policy& policy);

/// Reads every byte: exactly the files of MANIFEST, each with its hash. Faults: damaged (naming the
/// file), cancelled. One thread for itself; reads nothing but the version's folder.
base::Result<void> verify_installed(const InstalledPack& pack, const Progress& progress = {});

/// The folder VERSION that this one replaced, if it is still there.
std::optional<std::string> version_before(const std::filesystem::path& state_dir,
                                          const std::string& id, const std::string& version_folder);

/// The text of KEYS for a version that was held to these keys.
std::string keys_text(const TrustedKeys& keys);

}  // namespace candor::pack
