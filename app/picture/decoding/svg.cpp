#include "picture/decoding/svg.h"

#include <librsvg/rsvg.h>

namespace candor::picture {
namespace {

struct GObjectUnref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
using Handle = std::unique_ptr<RsvgHandle, GObjectUnref>;

base::FaultKind kind_of(const GError* error) {
    return error && error->domain == RSVG_ERROR ? base::FaultKind::wrong_format
                                                : base::FaultKind::internal;
}

tl::unexpected<base::Fault> failed(const ImageRequest& request, GError* error) {
    auto fault = base::fail(kind_of(error), request.path.string(),
                            error ? error->message : "librsvg gives no reason");
    g_clear_error(&error);
    return fault;
}

// By width and height, else by the viewBox; false: the document has no size of its own.
bool natural_size(RsvgHandle* handle, double& width, double& height) {
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) && width > 0 &&
        height > 0)
        return true;
    gboolean has_width, has_height, has_view_box;
    RsvgLength declared_width, declared_height;
    RsvgRectangle view_box;
    rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &declared_width, &has_height,
                                         &declared_height, &has_view_box, &view_box);
    if (!has_view_box || !(view_box.width > 0) || !(view_box.height > 0)) return false;
    width = view_box.width, height = view_box.height;
    return true;
}

/// Fonts would be files to open. A stylesheet of the user's goes before the drawing's own.
constexpr std::string_view kWithoutWords =
    "text, tspan, tref, textPath { display: none !important; }";

/// Without a base URI every reference to a file is refused; without flags the XML limits hold.
Handle opened(std::string_view bytes, GError** error) {
    Handle handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()),
                                            bytes.size(), error));
    if (!handle) return handle;
    constexpr double kCssDotsPerInch = 96;
    rsvg_handle_set_dpi(handle.get(), kCssDotsPerInch);
    rsvg_handle_set_stylesheet(handle.get(), reinterpret_cast<const guint8*>(kWithoutWords.data()),
                               kWithoutWords.size(), nullptr);
    return handle;
}

}  // namespace

bool looks_like_svg(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE<") || bytes.starts_with(std::string_view("\xFE\xFF\0<", 4)))
        return true;  // UTF-16
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto start = bytes.find_first_not_of(" \t\r\n");
    return start != std::string_view::npos && bytes[start] == '<';
}

base::Result<void> draw_svg(std::string_view bytes, const ImageRequest& request, cairo_t* canvas) {
    GError* error = nullptr;
    const Handle handle = opened(bytes, &error);
    if (!handle) return failed(request, error);
    base::Rect place{0, 0, float(request.width_px), float(request.height_px)};
    double width = 0, height = 0;
    if (natural_size(handle.get(), width, height))
        place = placed(width, height, request.width_px, request.height_px, request.fit);
    const RsvgRectangle viewport{place.x, place.y, place.w, place.h};
    if (!rsvg_handle_render_document(handle.get(), canvas, &viewport, &error))
        return failed(request, error);
    return {};
}

base::Size size_of_svg(std::string_view bytes) {
    const Handle handle = opened(bytes, nullptr);
    double width = 0, height = 0;
    if (!handle || !natural_size(handle.get(), width, height)) return {};
    return {float(width), float(height)};
}

}  // namespace candor::picture
