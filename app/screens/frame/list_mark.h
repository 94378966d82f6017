#pragma once
#include "ui/flow.h"

namespace candor::screens {

/// How far a list's words stand behind its marks, which grow with the text.
float list_indent(ui::Ui& ui);

/// A dot, or a number that is more than 0, that hangs before the first line of what is drawn next
/// in an inset of `indent` pixels.
void draw_list_mark(ui::Flow& flow, int number, float indent, const ui::Type& type);

/// A list's item whose words hang behind its mark.
void draw_list_item(ui::Flow& flow, int number, const std::string& words, const ui::Type& type);

}  // namespace candor::screens
