#include "text/rasterise.h"

#include <cairo-ft.h>
#include <freetype/ftfntfmt.h>
#include <freetype/ftoutln.h>

#include <cmath>
#include <cstring>
#include <string_view>

#include "text/pango_pointers.h"

namespace candor::text {
namespace {

/// The FreeType face at the font's size, locked while in scope.
class LockedFace {
  public:
    explicit LockedFace(PangoFont* font)
        : scaled_(pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font))),
          face_(scaled_ != nullptr ? cairo_ft_scaled_font_lock_face(scaled_) : nullptr) {}
    ~LockedFace() {
        if (face_ != nullptr) cairo_ft_scaled_font_unlock_face(scaled_);
    }
    LockedFace(const LockedFace&) = delete;
    LockedFace& operator=(const LockedFace&) = delete;
    FT_Face get() const { return face_; }
    double size_px() const {
        cairo_matrix_t matrix;
        cairo_scaled_font_get_font_matrix(scaled_, &matrix);
        return matrix.yy;
    }

  private:
    cairo_scaled_font_t* scaled_;
    FT_Face face_;
};

bool is_cff(FT_Face face) {
    const char* format = FT_Get_Font_Format(face);
    return format != nullptr && std::string_view(format) == "CFF";
}

GlyphBitmap coverage_glyph(FT_Face face, std::uint32_t glyph, int quarter) {
    // Light hinting snaps Inter's x-height, capitals and baseline to whole rows and leaves x alone;
    // by FreeType, since Debian's Inter has no hints of its own. Arabic would lose its curves.
    const FT_Int32 hinting =
        is_cff(face) ? FT_LOAD_FORCE_AUTOHINT | FT_LOAD_TARGET_LIGHT : FT_LOAD_NO_HINTING;
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_BITMAP | hinting) != 0) return {};
    FT_GlyphSlot slot = face->glyph;
    if (slot->format != FT_GLYPH_FORMAT_OUTLINE) return {};
    FT_Outline_Translate(&slot->outline, quarter * 16, 0);
    if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return {};
    const FT_Bitmap& from = slot->bitmap;
    GlyphBitmap to;
    to.width = static_cast<int>(from.width);
    to.height = static_cast<int>(from.rows);
    to.left = slot->bitmap_left;
    to.top = -slot->bitmap_top;
    to.coverage.resize(from.width * from.rows);
    for (int row = 0; row < to.height; ++row) {
        std::memcpy(&to.coverage[row * from.width], from.buffer + row * from.pitch, from.width);
    }
    return to;
}

/// The surface's pixels without its padding.
template <typename Pixel>
std::vector<Pixel> pixels_of(cairo_surface_t* surface) {
    cairo_surface_flush(surface);
    const std::size_t width = cairo_image_surface_get_width(surface);
    const int height = cairo_image_surface_get_height(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    std::vector<Pixel> pixels(data != nullptr ? width * height : 0);
    for (int row = 0; row < height && data != nullptr; ++row) {
        std::memcpy(&pixels[row * width], data + row * stride, width * sizeof(Pixel));
    }
    return pixels;
}

/// An emoji's strike (one size in the file) scaled down to `size_px`.
GlyphBitmap colour_glyph(FT_Face face, std::uint32_t glyph, int quarter, double size_px) {
    if (FT_Load_Glyph(face, glyph, FT_LOAD_COLOR) != 0) return {};
    const FT_Bitmap& strike = face->glyph->bitmap;
    if (strike.pixel_mode != FT_PIXEL_MODE_BGRA || strike.rows == 0 || strike.pitch <= 0) return {};
    const double scale = size_px / face->size->metrics.y_ppem;
    const double left = face->glyph->bitmap_left * scale + quarter / 4.0;
    const double top = -face->glyph->bitmap_top * scale;
    GlyphBitmap to;
    to.colour = true;
    to.left = static_cast<int>(std::floor(left));
    to.top = static_cast<int>(std::floor(top));
    to.width = static_cast<int>(std::ceil(left + strike.width * scale)) - to.left;
    to.height = static_cast<int>(std::ceil(top + strike.rows * scale)) - to.top;
    // FreeType's BGRA is premultiplied, as cairo's ARGB32 on a little-endian machine.
    const SurfacePtr source(cairo_image_surface_create_for_data(
        strike.buffer, CAIRO_FORMAT_ARGB32, static_cast<int>(strike.width),
        static_cast<int>(strike.rows), strike.pitch));
    const SurfacePtr target(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, to.width, to.height));
    const CairoPtr cairo(cairo_create(target.get()));
    cairo_translate(cairo.get(), left - to.left, top - to.top);
    cairo_scale(cairo.get(), scale, scale);
    cairo_set_source_surface(cairo.get(), source.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo.get()), CAIRO_FILTER_BEST);
    cairo_paint(cairo.get());
    to.argb = pixels_of<std::uint32_t>(target.get());
    return to;
}

/// Pango draws the hexadecimal box itself; here onto an empty mask.
GlyphBitmap hex_box(PangoFont* font, std::uint32_t glyph, int quarter) {
    PangoRectangle ink, logical;
    pango_font_get_glyph_extents(font, glyph, &ink, &logical);
    pango_extents_to_pixels(&ink, nullptr);
    if (ink.width <= 0 || ink.height <= 0) return {};
    GlyphBitmap to;
    to.left = ink.x - 1;
    to.top = ink.y - 1;
    to.width = ink.width + 3;
    to.height = ink.height + 2;
    const SurfacePtr target(cairo_image_surface_create(CAIRO_FORMAT_A8, to.width, to.height));
    const CairoPtr cairo(cairo_create(target.get()));
    cairo_move_to(cairo.get(), quarter / 4.0 - to.left, -to.top);
    PangoGlyphString* glyphs = pango_glyph_string_new();
    pango_glyph_string_set_size(glyphs, 1);
    glyphs->glyphs[0] =
        PangoGlyphInfo{.glyph = glyph,
                       .geometry = {.width = logical.width, .x_offset = 0, .y_offset = 0},
                       .attr = {}};
    pango_cairo_show_glyph_string(cairo.get(), font, glyphs);
    pango_glyph_string_free(glyphs);
    to.coverage = pixels_of<std::uint8_t>(target.get());
    return to;
}

}  // namespace

GlyphBitmap rasterise(PangoFont* font, std::uint32_t glyph, int quarter) {
    if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) return hex_box(font, glyph, quarter);
    const LockedFace face(font);
    if (face.get() == nullptr) return {};
    if (FT_HAS_COLOR(face.get()) && FT_HAS_FIXED_SIZES(face.get())) {
        return colour_glyph(face.get(), glyph, quarter, face.size_px());
    }
    return coverage_glyph(face.get(), glyph, quarter);
}

}  // namespace candor::text
