#pragma once
#include <unordered_map>
#include <vector>

#include "text/font_files.h"
#include "text/fonts.h"
#include "text/pango_pointers.h"

namespace candor::text {

/// What the room's other files see of Fonts.
struct Fonts::Impl {
    ConfigPtr config;
    ObjectPtr<PangoFontMap> map;
    Proportions proportions;
    std::vector<ObjectPtr<PangoFont>> fonts;  ///< by FontId
    std::unordered_map<PangoFont*, FontId> ids;

    /// The id of a font that Pango chose; keeps it alive.
    FontId id_of(PangoFont* font);
    PangoFont* font(FontId id) const { return id < fonts.size() ? fonts[id].get() : nullptr; }
};

}  // namespace candor::text
