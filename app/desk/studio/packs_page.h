#pragma once
#include <string>
#include <string_view>

#include "desk/shell/drawing.h"
#include "desk/shell/own_direction.h"

// The parts of the packs page, one file each.

namespace candor::desk {

/// "5 languages · not yet reviewed", or who reviewed it.
std::string about_words(const ui::Strings& strings, const PackHead& head);
/// "Draft 4" or "Reviewed 4", at the end of a line; returns its width.
float version_badge(ui::Ui& ui, float right, float y, const PackHead& head);

void draw_pack_list(const Drawing& at, const base::Rect& area);
/// The open pack: its measures, its findings, what can be done with it.
void draw_findings(const Drawing& at, const base::Rect& area);
void draw_preview(const Drawing& at, const base::Rect& area);
void draw_sign_dialog(const Drawing& at);
void draw_put_dialog(const Drawing& at);

}  // namespace candor::desk
