#include "picture/decoding/raster.h"

#include <stb_image.h>

#include <algorithm>
#include <climits>
#include <cstring>
#include <string>
#include <utility>

#include "picture/decoding/jpeg_tables.h"
#include "picture/head.h"

namespace candor::picture {
namespace {

struct StbFree {
    void operator()(stbi_uc* pixels) const { stbi_image_free(pixels); }
};
using StbPixels = std::unique_ptr<stbi_uc, StbFree>;

std::uint32_t times(std::uint32_t value, std::uint32_t alpha) {
    return (value * alpha + 127) / 255;
}

// From straight R, G, B, A bytes to cairo's premultiplied words, in place.
void premultiply(stbi_uc* bytes, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i, bytes += 4) {
        const std::uint32_t a = bytes[3];
        const std::uint32_t word =
            a << 24 | times(bytes[0], a) << 16 | times(bytes[1], a) << 8 | times(bytes[2], a);
        std::memcpy(bytes, &word, 4);
    }
}

/// stb_image tries one format after the other, and gives the last one's reason.
tl::unexpected<base::Fault> failed(const ImageRequest& request) {
    std::string reason = stbi_failure_reason() ? stbi_failure_reason() : "damaged";
    if (reason == "bad png sig" || reason == "unknown image type" || reason == "not PSD")
        reason = "its head is damaged";
    return base::fail(base::FaultKind::wrong_format, request.path.string(), std::move(reason));
}

constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1A\n";

std::int64_t number_at(std::string_view bytes, std::size_t at) {
    std::int64_t number = 0;
    for (const char byte : bytes.substr(at, 4))
        number = number * 256 + static_cast<unsigned char>(byte);
    return number;
}

// What a PNG's first chunk claims (PNG 11.2.2). stb_image has limits of its own, others in each
// version, but past them only says that it does not know the file.
bool claims_too_many_pixels(std::string_view bytes, const ImageLimits& limits) {
    constexpr std::size_t kWidthAt = 16, kHeightAt = 20, kIend = 24;
    if (!bytes.starts_with(kPngSignature) || bytes.size() < kIend) return false;
    const std::int64_t width = number_at(bytes, kWidthAt), height = number_at(bytes, kHeightAt);
    return std::max(width, height) > kMaxSourceSide ||
           (height > 0 && width > limits.max_pixels / height);
}

// stb_image takes as much memory as a chunk claims to be long, up to 2 GiB, before it reads it.
bool has_endless_chunk(std::string_view bytes) {
    constexpr std::size_t kHead = 8, kCheck = 4;  // length and type; CRC
    if (!bytes.starts_with(kPngSignature)) return false;
    for (std::size_t at = kPngSignature.size(); at + kHead <= bytes.size();) {
        if (bytes.substr(at + 4, 4) == "IEND") return false;
        const auto length = static_cast<std::size_t>(number_at(bytes, at));
        if (length > bytes.size() - at - kHead) return true;
        at += kHead + length + kCheck;
    }
    return false;
}

base::Result<StbPixels> load(std::string_view bytes, const ImageRequest& request,
                             const ImageLimits& limits, int& width, int& height) {
    const auto* data = reinterpret_cast<const stbi_uc*>(bytes.data());
    const int size = static_cast<int>(std::min<std::size_t>(bytes.size(), INT_MAX));
    int channels = 0;
    if (claims_too_many_pixels(bytes, limits))
        return base::fail(base::FaultKind::too_large, request.path.string(), "too many pixels");
    if (has_endless_chunk(bytes))
        return base::fail(base::FaultKind::wrong_format, request.path.string(),
                          "a chunk that is longer than the file");
    if (!jpeg_tables_fit(bytes))
        return base::fail(base::FaultKind::wrong_format, request.path.string(),
                          "a Huffman table with over 256 codes");
    if (!stbi_info_from_memory(data, size, &width, &height, &channels)) return failed(request);
    if (width > kMaxSourceSide || height > kMaxSourceSide ||
        std::int64_t{width} * height > limits.max_pixels)
        return base::fail(base::FaultKind::too_large, request.path.string(),
                          std::to_string(width) + " x " + std::to_string(height) + " pixels");
    StbPixels pixels(stbi_load_from_memory(data, size, &width, &height, &channels, 4));
    if (!pixels) return failed(request);
    return pixels;
}

/// From where a pixel is stored to where it is shown (EXIF 4.6.5).
cairo_matrix_t matrix_of(int orientation, double w, double h) {
    switch (orientation) {
        case 2:
            return {-1, 0, 0, 1, w, 0};
        case 3:
            return {-1, 0, 0, -1, w, h};
        case 4:
            return {1, 0, 0, -1, 0, h};
        case 5:
            return {0, 1, 1, 0, 0, 0};
        case 6:
            return {0, 1, -1, 0, h, 0};
        case 7:
            return {0, -1, -1, 0, h, w};
        case 8:
            return {0, -1, 1, 0, 0, w};
        default:
            return {1, 0, 0, 1, 0, 0};
    }
}

}  // namespace

bool looks_like_raster(std::string_view bytes) {
    return bytes.starts_with(kPngSignature) || bytes.starts_with("\xFF\xD8\xFF");
}

base::Result<void> draw_raster(std::string_view bytes, const ImageRequest& request,
                               const ImageLimits& limits, cairo_t* canvas) {
    int width = 0, height = 0;
    auto pixels = TRY(load(bytes, request, limits, width, height));
    premultiply(pixels.get(), std::size_t(width) * std::size_t(height));
    const Surface source(cairo_image_surface_create_for_data(pixels.get(), CAIRO_FORMAT_ARGB32,
                                                             width, height, width * 4));
    const auto head = read_head(bytes);
    const int orientation = head ? head->orientation : 1;
    int shown_width = width, shown_height = height;
    if (lies_on_its_side(orientation)) std::swap(shown_width, shown_height);
    const base::Rect place =
        placed(shown_width, shown_height, request.width_px, request.height_px, request.fit);
    cairo_save(canvas);
    cairo_rectangle(canvas, place.x, place.y, place.w, place.h);
    cairo_clip(canvas);
    cairo_translate(canvas, place.x, place.y);
    cairo_scale(canvas, double(place.w) / shown_width, double(place.h) / shown_height);
    const cairo_matrix_t upright = matrix_of(orientation, width, height);
    cairo_transform(canvas, &upright);
    cairo_set_source_surface(canvas, source.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(canvas), CAIRO_FILTER_GOOD);
    cairo_pattern_set_extend(cairo_get_source(canvas), CAIRO_EXTEND_PAD);
    cairo_paint(canvas);
    cairo_restore(canvas);
    return {};
}

}  // namespace candor::picture
