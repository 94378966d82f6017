#pragma once
#include <string>
#include <string_view>

#include "screens/frame/page_frame.h"

namespace candor::screens {

/// Words on a tinted ground, with an icon beside their first line.
struct Notice {
    std::string words;
    std::string_view icon;
    base::Rgba ground, icon_colour;
    ui::Role role = ui::Role::paragraph;
};
/// Returns its height.
float notice(ui::Ui& ui, const Column& column, float y, const Notice& spec);
/// In place of "Ask the clinic to call me", where no request can be taken.
float no_requests(ui::Ui& ui, const Column& column, float y);

}  // namespace candor::screens
