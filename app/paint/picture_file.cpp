#include "paint/picture_file.h"

#include <cairo.h>

namespace candor::paint {

base::Result<void> write_png(const std::filesystem::path& file, base::PixelView pixels) {
    cairo_surface_t* surface = cairo_image_surface_create_for_data(
        reinterpret_cast<unsigned char*>(pixels.pixels), CAIRO_FORMAT_RGB24, pixels.width,
        pixels.height, pixels.stride_px * 4);
    const cairo_status_t status = cairo_surface_write_to_png(surface, file.c_str());
    cairo_surface_destroy(surface);
    if (status == CAIRO_STATUS_SUCCESS) return {};
    return base::fail(base::FaultKind::read_only, file.string(), cairo_status_to_string(status));
}

}  // namespace candor::paint
