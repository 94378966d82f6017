#include "picture/decoding/look.h"

#include <algorithm>
#include <cmath>

#include "picture/decoding/decode.h"
#include "picture/decoding/raster.h"
#include "picture/decoding/svg.h"
#include "picture/decoding/svg_facts.h"
#include "picture/head.h"

namespace candor::picture {
namespace {

constexpr int kDrawnSide = 512;

/// A length that a file tells, up to more than any picture has: it may tell what no int holds.
int whole(double length) {
    constexpr double kMost = 2e9;
    return length > 0 ? static_cast<int>(std::ceil(std::min(length, kMost))) : 0;
}

Facts facts_of_raster(std::string_view bytes, const ImageLimits& limits) {
    Facts facts;
    facts.is_png = bytes.starts_with("\x89PNG");
    const auto head = read_head(bytes);
    if (!head) return facts;
    facts.width = whole(head->width);
    facts.height = whole(head->height);
    facts.is_turned = head->orientation != 1;
    facts.bits = head->bits;
    facts.is_cmyk = !facts.is_png && head->channels == 4;
    facts.has_too_many_pixels = head->width * head->height > double(limits.max_pixels) ||
                                std::max(head->width, head->height) > kMaxSourceSide;
    return facts;
}

Facts facts_of_svg(std::string_view bytes) {
    Facts facts;
    facts.is_drawing = true;
    const base::Size size = size_of_svg(bytes);
    facts.width = whole(size.w);
    facts.height = whole(size.h);
    look_into_svg(bytes, facts);
    return facts;
}

}  // namespace

base::Result<Facts> look(std::string_view bytes, const ImageLimits& limits) {
    const bool raster = looks_like_raster(bytes);
    Facts facts = raster ? facts_of_raster(bytes, limits) : Facts{};
    if (facts.has_too_many_pixels) return facts;
    ImageRequest request;
    request.width_px = request.height_px = kDrawnSide;
    TRY(decode(bytes, request, limits));
    return raster ? facts : facts_of_svg(bytes);
}

}  // namespace candor::picture
