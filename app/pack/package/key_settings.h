#pragma once
#include <filesystem>

#include "consult/keys/sealing_key.h"

namespace candor::pack {

/// What kiosk.yaml in the state folder, and a FILE.pub of the command line (empty: none), say of
/// the key that a kiosk seals to. Read anew at each call.
consult::KeySettings key_settings(const std::filesystem::path& state_dir,
                                  const std::filesystem::path& on_command_line);

}  // namespace candor::pack
