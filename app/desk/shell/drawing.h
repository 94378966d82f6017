#pragma once
#include <string>
#include <string_view>

#include "desk/shell/intent.h"
#include "desk/shell/widgets.h"

namespace candor::desk {

/// What everything that is drawn draws from and with, and where it puts what the person asked for.
struct Drawing {
    const State& state;
    ui::Ui& ui;
    Intents& intents;

    const InboxView& inbox() const { return state.inbox; }
    const Studio& studio() const { return state.studio; }
    const ui::Strings& strings() const { return ui.strings(); }
    std::string tr(std::string_view key, ui::Strings::Fillers fillers = {}) const {
        return ui.tr(key, fillers);
    }
    void emit(Intent intent) const { intents.push_back(std::move(intent)); }
};

/// edit_field() whose edits go to that text of the state.
void draw_field(const Drawing& at, const base::Rect& box, Field which, const FieldSpec& spec);
/// The same for a path, with a button at its end that opens the file picker for it.
void draw_path_field(const Drawing& at, const base::Rect& box, Field which, const FieldSpec& spec);

}  // namespace candor::desk
