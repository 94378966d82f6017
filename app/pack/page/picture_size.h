#pragma once
#include <filesystem>
#include <optional>

#include "picture/head.h"

namespace candor::pack {

/// What a picture's file says of itself (picture/head.h); no more of it is read than that takes,
/// and at most 16 MiB.
std::optional<picture::Head> head_of_picture(const std::filesystem::path& file);

/// Width over height, as it is shown. Nothing for what has no size.
std::optional<float> aspect_of_picture(const std::filesystem::path& file);

}  // namespace candor::pack
