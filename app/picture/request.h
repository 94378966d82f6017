#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>

#include "base/files.h"
#include "base/result.h"

namespace candor::picture {

/// Of a raster source, for whoever draws one and whoever checks one.
inline constexpr std::int64_t kMaxPixels = 40'000'000;

enum class Fit { cover, contain };         ///< as CSS object-fit; contain centres on transparency
enum class Channels { colour, coverage };  ///< coverage: alpha alone, tinted when drawn (icons)

/// What to decode, at the size it is shown. Equal requests are one image.
struct ImageRequest {
    std::filesystem::path path;  ///< .svg, .png, .jpg or .jpeg; the content decides, not the name
    int width_px = 0, height_px = 0;
    Fit fit = Fit::contain;
    Channels channels = Channels::colour;
    int corner_radius_px = 0;  ///< rounded off while decoding
    bool operator==(const ImageRequest&) const = default;
};

struct ImageLimits {
    std::size_t max_file_bytes = 16U << 20;
    std::int64_t max_pixels = kMaxPixels;  ///< of a raster source
    std::chrono::milliseconds max_time{4000};
    std::size_t max_kept_bytes = 48U << 20;  ///< decoded; the longest unused are dropped beyond it,
                                             ///< but neither icons nor what is on the screen
};

/// Opens a picture's file for the decoder, on a thread of its own; a fault fails the image, and
/// nothing of it is decoded. base::open_file, or what checks the bytes first.
using OpenPicture = std::function<base::Result<base::OpenFile>(const std::filesystem::path& path,
                                                               std::size_t max_bytes)>;

}  // namespace candor::picture
