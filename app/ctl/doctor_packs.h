#pragma once
#include <filesystem>
#include <vector>

#include "ctl/doctor_checks.h"

namespace candor::ctl {

/// Whose packs kiosk.yaml lets in, and what was installed: trusted, noted, and signed by two.
std::vector<Checked> check_installed(const std::filesystem::path& state);
/// Methods that kiosk.yaml says the clinic offers, and that no pack's options know: their prices
/// are shown nowhere.
std::vector<Checked> check_methods(const std::filesystem::path& state,
                                   const std::filesystem::path& content);

}  // namespace candor::ctl
