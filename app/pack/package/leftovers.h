#pragma once
#include <filesystem>

namespace candor::pack {

/// Removes what programs that were killed left in the state folder: packages half looked into
/// (.look-*) and half installed (packs/ID/.new-*). What a running program holds stays.
void clear_leftovers(const std::filesystem::path& state_dir);

}  // namespace candor::pack
