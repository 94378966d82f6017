#pragma once
#include <filesystem>

#include "base/geometry.h"
#include "base/result.h"

namespace candor::paint {

/// Writes pixels as a PNG.
base::Result<void> write_png(const std::filesystem::path& file, base::PixelView pixels);

}  // namespace candor::paint
