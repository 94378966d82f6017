#pragma once
#include <gtest/gtest.h>
#include <hb-ot.h>
#include <pango/pango.h>

#include <array>
#include <string>
#include <vector>

#include "text/fonts.h"
#include "text/fonts_impl.h"
#include "text/shaper.h"

namespace candor::text {

/// One set of fonts for all tests of the program: opening them is the slow part.
inline Fonts& fonts() {
    static const auto shared = Fonts::create().value();
    return *shared;
}

inline Style styled(float size_px, Weight weight = Weight::regular, bool italic = false) {
    return Style{.size_px = size_px, .weight = weight, .italic = italic};
}

inline ParagraphSpec plain(std::string text, float width_px = 0, std::string language = "en") {
    return {.spans = {{.text = std::move(text), .style = styled(40), .box = {}}},
            .width_px = width_px,
            .language = std::move(language)};
}

inline Paragraph shape(const ParagraphSpec& spec) { return Shaper(fonts()).shape(spec); }
inline Paragraph shape_editable(const ParagraphSpec& spec) {
    return Shaper(fonts()).shape_editable(spec);
}

inline std::vector<std::uint32_t> indices(const Paragraph& paragraph) {
    std::vector<std::uint32_t> result;
    for (const Glyph& glyph : paragraph.glyphs()) result.push_back(glyph.index);
    return result;
}

/// Family and style of the glyph's face, from the font file itself: "Inter SemiBold".
inline std::string face(const Glyph& glyph) {
    PangoFont* font = fonts().impl().font(glyph.font);
    hb_face_t* face = hb_font_get_face(pango_font_get_hb_font(font));
    // Families of many weights have a name for all of them beside that of one weight.
    const auto name = [face](hb_ot_name_id_t of_all, hb_ot_name_id_t of_one) {
        std::array<char, 128> text{};
        unsigned size = text.size();
        if (hb_ot_name_get_utf8(face, of_all, nullptr, &size, text.data()) > 0)
            return std::string(text.data());
        size = text.size();
        hb_ot_name_get_utf8(face, of_one, nullptr, &size, text.data());
        return std::string(text.data());
    };
    return name(HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY, HB_OT_NAME_ID_FONT_FAMILY) + " " +
           name(HB_OT_NAME_ID_TYPOGRAPHIC_SUBFAMILY, HB_OT_NAME_ID_FONT_SUBFAMILY);
}

}  // namespace candor::text
