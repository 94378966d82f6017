#pragma once
#include <string>
#include <string_view>

#include "ui/flow.h"

// Words that are not the desk's own, on pages of any direction.

namespace candor::desk {

/// In a given direction, aligned to the page's start or end.
const text::Paragraph& shape_in(ui::Ui& ui, text::Direction direction, std::string_view words,
                                const ui::Type& type, float width,
                                text::Align align = text::Align::start, int max_lines = 0);
/// What a person wrote or read, in the direction of its first strong character.
const text::Paragraph& shape_own(ui::Ui& ui, std::string_view words, const ui::Type& type,
                                 float width, text::Align align = text::Align::start);
/// Words of the checks, which are English whatever the desk's language.
inline const text::Paragraph& shape_english(ui::Ui& ui, std::string_view words,
                                            const ui::Type& type, float width) {
    return shape_in(ui, text::Direction::left_to_right, words, type, width);
}
/// A file's path, in the direction of paths.
inline const text::Paragraph& shape_path(ui::Ui& ui, std::string_view path, const ui::Type& type,
                                         float width) {
    return shape_english(ui, path, type, width);
}
/// What a person wrote, drawn and registered.
void own_text(ui::Flow& flow, std::string_view words, const ui::Type& type,
              ui::Role role = ui::Role::paragraph);
/// A paragraph with a node of its own.
void registered(ui::Flow& flow, const text::Paragraph& paragraph, std::string_view words,
                ui::Role role = ui::Role::paragraph);
/// Where a paragraph of that direction is aligned to stand at the page's start or end.
text::Align aligned(const ui::Ui& ui, text::Direction direction, text::Align align);

}  // namespace candor::desk
