#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "desk/shell/drawing.h"

// What the dialogs of the packs page are made of.

namespace candor::desk {

/// A labelled field.
void dialog_field(ui::Flow& flow, const Drawing& at, Field field, const ui::EditedText& text,
                  std::string_view label, std::string_view key, bool masked = false);
/// The same for a path, which can be chosen from a list as well.
void dialog_path_field(ui::Flow& flow, const Drawing& at, Field field, const ui::EditedText& text,
                       std::string_view label, std::string_view key);
/// Of the words above a field, which may take several lines.
float dialog_label_height(ui::Ui& ui, std::string_view label, float width);

/// How a dialog's work stands: its progress, what went wrong, or what was done.
void work_part(ui::Flow& flow, const Work& work, std::string_view under_way, std::string_view done);

struct WorkStep {
    std::string label, key;
    StudioIntent intent;
    bool disabled = false;
};
/// The ways on from a dialog's work.
struct WorkSteps {
    WorkStep start;
    StudioIntent replace;          ///< as start, over what is there already
    std::optional<WorkStep> next;  ///< once it is done
};
/// Stop while it is under way; else the way on that it is time for, and out.
void work_buttons(ui::Flow& flow, const Drawing& at, const Work& work, const WorkSteps& steps);

}  // namespace candor::desk
