#pragma once
#include <string_view>
#include <vector>

#include "base/result.h"
#include "picture/request.h"

namespace candor::picture {

/// Pixels as ImagePixels describes them.
struct DecodedImage {
    std::vector<std::uint8_t> bytes;
    bool opaque = false;
};

/// Decodes a picture at the size it is shown from its file's bytes; request.path is for Faults
/// alone: wrong_format (no picture, or a damaged one), too_large (more pixels than the limit).
base::Result<DecodedImage> decode(std::string_view bytes, const ImageRequest& request,
                                  const ImageLimits& limits);

}  // namespace candor::picture
