#pragma once
#include <string>

#include "pack/page/pack.h"
#include "screens/frame/drawing.h"

namespace candor::screens {

/// Where rich text stands: its pack gives citations their numbers, its key tells equal links of one
/// page apart and names what can be ticked, chosen or opened there.
struct TextPlace {
    const pack::Pack& pack;
    std::string key;
    int block = -1;  ///< of its page; -1: it is in none

    TextPlace part(std::string_view name) const {
        return {pack, key + "/" + std::string(name), block};
    }
    TextPlace part(std::size_t index) const { return part(std::to_string(index)); }
};

/// The paragraph of a rich text in one type; cached by the ui.
const text::Paragraph& shape_rich(ui::Ui& ui, const TextPlace& place, const pack::RichText& text,
                                  const ui::Type& type, float width,
                                  text::Align align = text::Align::start);

/// The width of its widest word, with the citations that belong to it.
float least_width(ui::Ui& ui, const TextPlace& place, const pack::RichText& text,
                  const ui::Type& type);

/// Draws it with its citation pills, dotted terms and links, each touchable in its exact rectangles
/// (grown to finger size).
void draw_rich(const Drawing& at, ui::Flow& flow, const TextPlace& place,
               const pack::RichText& text, const ui::Type& type,
               text::Align align = text::Align::start, ui::Role role = ui::Role::paragraph);

}  // namespace candor::screens
