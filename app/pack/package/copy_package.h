#pragma once
#include <filesystem>

#include "pack/package/package.h"

namespace candor::pack {

enum class Overwrite { no, yes };

/// Copies a package, after a look at its head, to `to`: beside it first, every byte on the disk and
/// read back, then renamed. What was at `to` stays as it is until then. Nothing is done when the
/// same bytes are there already. Faults: refused (another file is there and `overwrite` is no),
/// damaged (the disk gave back other bytes), cancelled, and those of reading and writing.
base::Result<void> copy_package(const std::filesystem::path& from, const std::filesystem::path& to,
                                Overwrite overwrite, const Progress& progress = {});

}  // namespace candor::pack
