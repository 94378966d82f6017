#pragma once
#include <filesystem>

#include "base/result.h"

namespace candor::kiosk {

/// consult.db in the state folder.
std::filesystem::path request_file(const std::filesystem::path& state);

/// Sets a damaged consult.db aside, so that the next request begins a new one, and logs it.
base::Result<void> set_damage_aside(const std::filesystem::path& state, int busy_ms);

/// Could a request be stored now, once a damaged consult.db was set aside? Faults as
/// consult::Queue's.
base::Result<void> prepare_storage(const std::filesystem::path& state, int busy_ms);

}  // namespace candor::kiosk
