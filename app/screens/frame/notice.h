#pragma once
#include <string>
#include <string_view>

#include "screens/frame/page_frame.h"

namespace candor::screens {

/// Words on a tinted ground, with an icon beside their first line.
struct Notice {
    std::string words;
    std::string_view icon;
    ui::Colour ground, icon_colour;
    ui::Role role = ui::Role::paragraph;
};
void draw_notice(ui::Flow& flow, const Notice& spec);
/// In place of "Ask the clinic to call me", where no request can be taken.
void draw_no_requests(ui::Flow& flow);

}  // namespace candor::screens
