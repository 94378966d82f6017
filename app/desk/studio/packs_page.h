#pragma once
#include <string>
#include <string_view>

#include "desk/shell/intent.h"
#include "desk/shell/own_direction.h"
#include "desk/shell/widgets.h"

// The parts of the packs page, one file each.

namespace candor::desk {

/// "5 languages · not yet reviewed", or who reviewed it.
std::string about_words(const ui::Strings& strings, const PackHead& head);
/// "Draft 4" or "Reviewed 4", at the end of a line; returns its width.
float version_badge(ui::Ui& ui, float right, float y, const PackHead& head);
/// A small switch, 32 units high; true: pressed.
bool small_switch(ui::Ui& ui, const base::Rect& rect, std::string_view label, std::string_view key,
                  bool on);
float small_switch_width(ui::Ui& ui, std::string_view label);
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

void draw_pack_list(const Studio& studio, ui::Ui& ui, Intents& intents, const base::Rect& area);
/// The open pack: its measures, its findings, what can be done with it.
void draw_findings(const Studio& studio, ui::Ui& ui, Intents& intents, const base::Rect& area);
void draw_preview(const Studio& studio, ui::Ui& ui, Intents& intents, const base::Rect& area);
void draw_sign_dialog(const Studio& studio, ui::Ui& ui, Intents& intents);
void draw_put_dialog(const Studio& studio, ui::Ui& ui, Intents& intents);

/// A labelled field of a dialog.
void dialog_field(ui::Flow& flow, Intents& intents, Field field, const ui::EditedText& text,
                  std::string_view label, std::string_view key, bool masked = false);
/// Small switches beside each other, in as many rows as they need.
class SwitchRow {
  public:
    explicit SwitchRow(ui::Flow& flow) : flow_(flow) {}
    /// True: pressed.
    bool add(std::string_view label, std::string_view key, bool on);

  private:
    ui::Flow& flow_;
    base::Rect row_;
    float x_ = 0;
};
/// Of the words above a field, which may take several lines.
float dialog_label_height(ui::Ui& ui, std::string_view label, float width);
/// How a dialog's work stands: its progress, what went wrong, or what was done.
void work_part(ui::Flow& flow, const Work& work, std::string_view under_way, std::string_view done);

}  // namespace candor::desk
