#include "picture/decoding/decode.h"

#include <cstring>
#include <numbers>
#include <string>

#include "picture/decoding/raster.h"
#include "picture/decoding/svg.h"
#include "picture/head.h"
#include "picture/wire.h"

namespace candor::picture {
namespace {

std::string what_else(std::string_view bytes) {
    if (bytes.empty()) return "empty file";
    const auto format = format_of(bytes);
    return format.empty() ? "neither SVG nor PNG nor JPEG"
                          : "a " + std::string(format) + ", neither SVG nor PNG nor JPEG";
}

base::Result<void> draw(std::string_view bytes, const ImageRequest& request,
                        const ImageLimits& limits, cairo_t* canvas) {
    if (looks_like_raster(bytes)) return draw_raster(bytes, request, limits, canvas);
    if (looks_like_svg(bytes)) return draw_svg(bytes, request, canvas);
    return base::fail(base::FaultKind::wrong_format, request.path.string(), what_else(bytes));
}

void round_corners(cairo_t* canvas, const ImageRequest& request) {
    constexpr double kQuarter = std::numbers::pi / 2;
    const double w = request.width_px, h = request.height_px;
    const double r = std::min({double(request.corner_radius_px), w / 2, h / 2});
    if (!(r > 0)) return;
    cairo_set_operator(canvas, CAIRO_OPERATOR_DEST_IN);
    cairo_arc(canvas, w - r, r, r, -kQuarter, 0);
    cairo_arc(canvas, w - r, h - r, r, 0, kQuarter);
    cairo_arc(canvas, r, h - r, r, kQuarter, 2 * kQuarter);
    cairo_arc(canvas, r, r, r, 2 * kQuarter, 3 * kQuarter);
    cairo_close_path(canvas);
    cairo_set_source_rgb(canvas, 0, 0, 0);
    cairo_fill(canvas);
}

// Rows of words, or of their alpha bytes.
DecodedImage taken_from(cairo_surface_t* surface, const ImageRequest& request) {
    cairo_surface_flush(surface);
    const int w = request.width_px, h = request.height_px;
    const int stride = stride_of(w, request.channels);
    DecodedImage image;
    image.bytes.resize(std::size_t(stride) * std::size_t(h));
    image.opaque = true;
    for (int y = 0; y < h; ++y) {
        const std::uint8_t* from = cairo_image_surface_get_data(surface) +
                                   std::ptrdiff_t{y} * cairo_image_surface_get_stride(surface);
        std::uint8_t* to = image.bytes.data() + std::ptrdiff_t{y} * stride;
        if (request.channels == Channels::colour) std::memcpy(to, from, std::size_t(w) * 4);
        for (int x = 0; x < w; ++x) {
            std::uint32_t word;
            std::memcpy(&word, from + std::ptrdiff_t{x} * 4, 4);
            image.opaque = image.opaque && word >> 24 == 255;
            if (request.channels == Channels::coverage) to[x] = std::uint8_t(word >> 24);
        }
    }
    return image;
}

}  // namespace

base::Result<DecodedImage> decode(std::string_view bytes, const ImageRequest& request,
                                  const ImageLimits& limits) {
    const Surface surface(
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, request.width_px, request.height_px));
    const Context canvas(cairo_create(surface.get()));
    TRY(draw(bytes, request, limits, canvas.get()));
    round_corners(canvas.get(), request);
    if (cairo_status(canvas.get()) != CAIRO_STATUS_SUCCESS)
        return base::fail(base::FaultKind::internal, request.path.string(),
                          cairo_status_to_string(cairo_status(canvas.get())));
    return taken_from(surface.get(), request);
}

}  // namespace candor::picture
