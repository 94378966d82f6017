#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "base/result.h"
#include "pack/folder/package_manifest.h"

namespace candor::pack {

/// Past this no picture is read at all: an error of the checks.
inline constexpr std::int64_t kMostPixelsToShrink = 100'000'000;
/// Whether a PNG or JPEG of this size goes into a package smaller than it is: a kiosk shows a
/// fraction of it, and decodes all of it each time.
constexpr bool is_shrunk(std::int64_t width, std::int64_t height) {
    return width * height > 16'000'000 || width > 8192 || height > 8192;
}

/// A picture as it goes into the package in place of its file.
struct ShrunkPicture {
    std::string bytes;
    int from_width = 0, from_height = 0, width = 0, height = 0;
};

/// The large ones among a package's files, by path, made smaller by candor-decode. Faults: what the
/// decoder finds, with the picture's path; not_found where it is missing itself.
base::Result<std::map<std::string, ShrunkPicture>> shrink_pictures(
    const std::filesystem::path& folder, const std::vector<PackageFile>& files);

}  // namespace candor::pack
