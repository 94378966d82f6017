#pragma once
#include <filesystem>
#include <vector>

#include "ctl/doctor_checks.h"

namespace candor::ctl {

/// Whose packs kiosk.yaml lets in, and what was installed: trusted, noted, and signed by two.
std::vector<Checked> check_installed(const std::filesystem::path& state);

}  // namespace candor::ctl
