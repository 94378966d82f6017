#pragma once
#include <vector>

#include "base/result.h"
#include "paint/image_store.h"

namespace candor::paint {

/// Pixels as ImagePixels describes them.
struct DecodedImage {
    std::vector<std::uint8_t> bytes;
    bool opaque = false;
};

/// Decodes a picture at the size it is shown. Faults: what base::read_file gives, wrong_format (no
/// picture, or a damaged one), too_large (more pixels than the limit), unsupported.
base::Result<DecodedImage> decode(const ImageRequest& request, const ImageLimits& limits);

}  // namespace candor::paint
