#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "content/staff_pack.h"
#include "pack/package/library.h"
#include "pack/package/policy.h"

namespace candor::content {

/// Reads a package's MANIFEST and signatures and judges them; of a small one also its title and how
/// much is wrong with it, which needs it unpacked below `scratch` for a moment.
StaffPack look_at_package(const std::filesystem::path& package,
                          const std::filesystem::path& scratch,
                          const std::filesystem::path& state_dir, const pack::Policy& policy);

/// The key of the sentence that tells staff about a fault ("staff.problem.damaged").
std::string problem_key(const base::Fault& fault);

}  // namespace candor::content
