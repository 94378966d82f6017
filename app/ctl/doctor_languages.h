#pragma once
#include <filesystem>
#include <vector>

#include "ctl/doctor_checks.h"

namespace candor::ctl {

/// A line for each language that the clinic added, and for each of `content`'s packs that is
/// written in a language which this kiosk does not speak.
std::vector<Checked> check_languages(const std::filesystem::path& state,
                                     const std::filesystem::path& content);

}  // namespace candor::ctl
