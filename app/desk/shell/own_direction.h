#pragma once
#include <string>
#include <string_view>

#include "ui/ui.h"

// Words that are not the desk's own, on pages of any direction.

namespace candor::desk {

/// In a given direction, aligned to the page's start or end.
const text::Paragraph& shape_in(ui::Ui& ui, text::Direction direction, std::string_view words,
                                const ui::Type& type, float width,
                                text::Align align = text::Align::start);
/// What a person wrote or read, in the direction of its first strong character.
const text::Paragraph& shape_own(ui::Ui& ui, std::string_view words, const ui::Type& type,
                                 float width, text::Align align = text::Align::start);
/// The same, drawn and registered; returns its height.
float own_text(ui::Ui& ui, float x, float y, float width, std::string_view words,
               const ui::Type& type, ui::Role role = ui::Role::paragraph);
/// Where a paragraph of that direction is aligned to stand at the page's start or end.
text::Align aligned(const ui::Ui& ui, text::Direction direction, text::Align align);

/// A number, a code or an address among the page's own words: from right to left, its groups would
/// change places (UAX #9), and a reference would be another one.
std::string left_to_right(const ui::Strings& strings, const std::string& text);

}  // namespace candor::desk
