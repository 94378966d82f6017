#pragma once
#include <filesystem>

#include "base/finding.h"
#include "pack/pack.h"

namespace candor::ctl {

/// All that is wrong with a pack's folder: load_pack(), and for a self-check its questionnaire, its
/// guidance, and the sources that the guidance names. Files are relative to the folder.
base::Findings pack_findings(const std::filesystem::path& folder);

/// The part of it that load_pack() does not look at.
base::Findings self_check_findings(const pack::Pack& pack);

}  // namespace candor::ctl
