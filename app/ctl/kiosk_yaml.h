#pragma once
#include <filesystem>
#include <string>

#include "base/result.h"

namespace candor::ctl {

/// The text of kiosk.yaml in this state folder; empty where there is none. Faults: as read_file.
base::Result<std::string> read_kiosk_yaml(const std::filesystem::path& state);

/// Writes it for the folder's owner alone, whoever writes it. Faults: as write_file_atomically.
base::Result<void> write_kiosk_yaml(const std::filesystem::path& state, const std::string& text);

}  // namespace candor::ctl
