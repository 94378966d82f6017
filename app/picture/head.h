#pragma once
#include <optional>
#include <string_view>

namespace candor::picture {

/// What the first bytes of a picture's file claim. Whether it can be drawn, the decoder says.
struct Head {
    double width = 0, height = 0;  ///< as it is shown: after the turn that EXIF asks for
    int orientation = 1;           ///< EXIF 4.6.5, Orientation: 1 to 8
    int bits = 8, channels = 3;    ///< of a PNG; of a JPEG
    bool is_drawing = false;       ///< an SVG
};

/// A PNG's IHDR (and eXIf), a JPEG's frame header (ITU T.81, B.2.2) and EXIF, an SVG's width and
/// height, else its viewBox: as librsvg and stb_image understand them. Nothing for what is none of
/// these, has no size, or where the bytes end before it.
std::optional<Head> read_head(std::string_view bytes);

/// Does EXIF exchange width and height?
constexpr bool lies_on_its_side(int orientation) { return orientation >= 5; }

/// The format that the bytes begin as ("GIF", "WebP", "HEIC" …); empty where we know none.
std::string_view format_of(std::string_view bytes);

}  // namespace candor::picture
