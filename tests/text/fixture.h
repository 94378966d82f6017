#pragma once
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/fonts.h"
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

inline std::string face(const Glyph& glyph) { return fonts().face_name(glyph.font); }

}  // namespace candor::text
