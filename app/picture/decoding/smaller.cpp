#include "picture/decoding/smaller.h"

#include <stb_image_write.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include "picture/decoding/decode.h"
#include "picture/decoding/raster.h"
#include "picture/head.h"

namespace candor::picture {
namespace {

constexpr int kJpegQuality = 90;

/// From premultiplied words to straight R, G, B, A bytes, in place.
void straighten(std::vector<std::uint8_t>& bytes) {
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) {
        std::uint32_t word;
        std::memcpy(&word, &bytes[at], 4);
        const std::uint32_t alpha = word >> 24;
        const auto part = [&](int shift) {
            const std::uint32_t value = word >> shift & 255U;
            return static_cast<std::uint8_t>(
                alpha == 0 ? 0 : std::min(255U, (value * 255 + alpha / 2) / alpha));
        };
        const std::uint8_t straight[4] = {part(16), part(8), part(0),
                                          static_cast<std::uint8_t>(alpha)};
        std::memcpy(&bytes[at], straight, 4);
    }
}

void add(void* out, void* data, int size) {
    static_cast<std::string*>(out)->append(static_cast<const char*>(data),
                                           static_cast<std::size_t>(size));
}

}  // namespace

base::Result<std::string> smaller(std::string_view bytes, int longest_px,
                                  const ImageLimits& limits) {
    const auto head = read_head(bytes);
    if (!head || !looks_like_raster(bytes))
        return base::fail(base::FaultKind::unsupported, "", "no PNG and no JPEG");
    const double scale = std::min(1.0, longest_px / std::max(head->width, head->height));
    ImageRequest request;
    request.width_px = std::max(1, static_cast<int>(std::lround(head->width * scale)));
    request.height_px = std::max(1, static_cast<int>(std::lround(head->height * scale)));
    request.fit = Fit::cover;
    auto image = TRY(decode(bytes, request, limits));
    straighten(image.bytes);
    std::string out;
    const int w = request.width_px, h = request.height_px;
    const int written =
        bytes.starts_with("\x89PNG")
            ? stbi_write_png_to_func(add, &out, w, h, 4, image.bytes.data(), w * 4)
            : stbi_write_jpg_to_func(add, &out, w, h, 4, image.bytes.data(), kJpegQuality);
    if (written != 0) return out;
    return base::fail(base::FaultKind::internal, "", "it cannot be written");
}

}  // namespace candor::picture
