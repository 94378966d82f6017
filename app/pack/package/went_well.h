#pragma once
#include <filesystem>
#include <vector>

#include "pack/package/store.h"

// "packs-went-well" in the state folder: "ID VERSION" a line, of what was live while the kiosk went
// well.

namespace candor::pack {

/// From now on these versions count as such. Writes only when that is news. Faults: as
/// write_file_atomically.
base::Result<void> note_went_well(const std::filesystem::path& state_dir,
                                  const std::vector<InstalledPack>& live);

/// Those of `live` that are not among them.
std::vector<InstalledPack> unproven(const std::filesystem::path& state_dir,
                                    const std::vector<InstalledPack>& live);

}  // namespace candor::pack
