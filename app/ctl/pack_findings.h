#pragma once
#include <filesystem>

#include "base/finding.h"
#include "pack/pack.h"

namespace candor::ctl {

/// All that is wrong with a pack's folder, by every check (pack/checks/check_pack.h). Files are
/// relative to the folder.
base::Findings pack_findings(const std::filesystem::path& folder);

/// What keeps a self-check from being asked, and load_pack() does not look at.
base::Findings self_check_findings(const pack::Pack& pack);

}  // namespace candor::ctl
