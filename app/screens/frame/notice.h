#pragma once
#include <functional>
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
    ui::Type type = ui::type::kSmall;
};
void draw_notice(ui::Flow& flow, const Notice& spec);
/// The same around what `body` draws; its words are as `spec` says, without their marks.
void draw_notice_around(ui::Flow& flow, const Notice& spec,
                        const std::function<void(ui::Flow&)>& body);
/// In place of "Ask the clinic to call me", where no request can be taken.
void draw_no_requests(ui::Flow& flow);

}  // namespace candor::screens
