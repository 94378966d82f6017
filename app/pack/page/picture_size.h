#pragma once
#include <filesystem>
#include <optional>

namespace candor::pack {

/// Width over height of a picture by the first bytes of its file: an SVG's viewBox (else its width
/// and height), a PNG's IHDR, a JPEG's frame header. Nothing for what is none of these or has no
/// size; the picture is decoded elsewhere.
std::optional<float> aspect_of_picture(const std::filesystem::path& file);

}  // namespace candor::pack
