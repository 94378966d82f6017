#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "pack/package/held_folder.h"
#include "pack/package/store.h"
#include "pack/page/pack.h"

namespace candor::pack {

/// How the folder of an installation that did not end begins.
inline constexpr const char* kUnfinished = ".new-";

/// Held while something in packs/ changes. Faults: locked (it does not wait), read_only, disk_full.
base::Result<FolderLock> lock_packs(const std::filesystem::path& state_dir);

struct InstallOptions {
    /// What else to look at besides load_pack()'s findings, of the unpacked pack, before anything
    /// is swapped: an error refuses it. May be empty.
    std::function<base::Findings(const Pack& pack)> check;
    Progress progress;  ///< of the unpacking; false cancels, and leaves everything as it was
};

struct Installed {
    enum class Outcome { done, already_there };
    Outcome outcome = Outcome::done;
    InstalledPack pack;
};

/// Verifies a package and makes it live. Signatures, roles, MANIFEST, paths and sizes are checked
/// before a byte is unpacked; each file's hash as it is written into a hidden folder; the hidden
/// folder becomes live by one rename of a link, after everything is on the disk. Killed at any
/// moment, the old version or the new one is live, whole. The version before is kept; older ones
/// are removed, but for those that a Library still shows. Faults: refused (policy, a version below
/// the highest that was ever installed, a path trick, findings), damaged, wrong_format,
/// unsupported, too_large, disk_full, read_only, locked, cancelled.
base::Result<Installed> install_package(const std::filesystem::path& package,
                                        const std::filesystem::path& state_dir,
                                        const Policy& policy, const InstallOptions& options = {});

/// Makes the version before live again, after looking at its every byte; the highest version stays
/// what it was. Faults: not_found (there is none, or no such pack), damaged, refused (its signers
/// are not trusted), locked, read_only.
base::Result<InstalledPack> roll_back(const std::filesystem::path& state_dir, const std::string& id,
                                      const Policy& policy, const Progress& progress = {});

/// After verify_installed() failed: makes the version before live if it is good, or takes the pack
/// off (so that the shipped one shows), and notes that for staff. Gives what is live now. A fault
/// means that nothing could be written: do not show `damaged`.
base::Result<std::optional<InstalledPack>> fall_back(const std::filesystem::path& state_dir,
                                                     const InstalledPack& damaged,
                                                     const base::Fault& why, const Policy& policy);

/// Where packs/ID/highest is lost or damaged: writes it anew, by the pack's folders.
base::Result<void> mend_highest(const std::filesystem::path& state_dir, const std::string& id);

}  // namespace candor::pack
