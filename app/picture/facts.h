#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace candor::picture {

/// What the decoder says of a picture that it can draw.
struct Facts {
    bool is_drawing = false;           ///< an SVG
    bool is_png = false;               ///< else a JPEG, if it is no drawing
    int width = 0, height = 0;         ///< as it is shown, pixels; 0: a drawing without a size
    bool is_turned = false;            ///< EXIF turns or mirrors it
    int bits = 8;                      ///< a channel, of a PNG
    bool is_cmyk = false;              ///< a JPEG for print
    bool has_too_many_pixels = false;  ///< past the limit: nothing but its head was read
    bool has_words = false;            ///< of a drawing: text elements, which are left out
    bool has_script = false;           ///< which is never run
    bool has_variables = false;        ///< var(): what it colours is not drawn as meant
    std::vector<std::string> outside;  ///< what a drawing asks for that is not in it
};

/// One fact a line, for the wire.
std::string to_text(const Facts& facts);
/// Nothing where the text is none of to_text()'s.
std::optional<Facts> read_facts(std::string_view text);

}  // namespace candor::picture
