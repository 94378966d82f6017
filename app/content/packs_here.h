#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "content/staff_pack.h"
#include "pack/package/library.h"
#include "pack/package/policy.h"

namespace candor::content {

/// What staff see of the packs that are on the kiosk: shipped ones and installed ones, damaged ones
/// too. `today` is a FHIR date.
std::vector<StaffPack> packs_here(const pack::Library& library,
                                  const std::filesystem::path& state_dir,
                                  const pack::Policy& policy, const std::string& today);

}  // namespace candor::content
