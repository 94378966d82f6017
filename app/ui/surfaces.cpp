#include <algorithm>
#include <cmath>

#include "ui/widgets.h"

namespace candor::ui {

void card(Ui& ui, const base::Rect& rect, Colour ground) {
    Canvas& canvas = ui.canvas();
    const float radius = ui.px(36);
    canvas.shadow(rect, radius, ui.px(44), ui.px(14), Colour::shadow_far);
    canvas.shadow(rect, radius, ui.px(6), ui.px(2), Colour::shadow_near);
    canvas.rounded(rect, radius, ground);
    canvas.ring(rect, radius, ui.px(3), Colour::edge);
}

void tinted(Ui& ui, const base::Rect& rect, float radius, Colour ground) {
    ui.canvas().rounded(rect, radius, ground);
    ui.canvas().ring(rect, radius, ui.px(3), Colour::edge);
}

float badge_width(Ui& ui, std::string_view label, std::string_view icon) {
    Type type = type::kLabel;
    type.size = 28;
    return std::ceil(ui.shape(label, type).width()) + ui.px(44) + (icon.empty() ? 0 : ui.px(36));
}

float badge(Ui& ui, float x, float y, std::string_view label, std::string_view icon, Colour ground,
            Colour ink) {
    Type type = type::kLabel;
    type.size = 28;
    type.colour = ink;
    const auto& words = ui.shape(label, type);
    const float height = std::max(ui.px(56), words.height() + ui.px(12));
    const base::Rect rect{x, y, badge_width(ui, label, icon), height};
    ui.canvas().rounded(rect, height / 2, ground);
    float at = x + ui.px(22);
    if (!icon.empty()) {
        const float size = ui.px(28);
        ui.icon(icon, {at, y + (height - size) / 2, size, size}, ink);
        at += ui.px(36);
    }
    ui.canvas().paragraph(words, at, y + (height - words.height()) / 2, words.width());
    ui.node({Role::status, std::string(label), {}, kNoState, kNoAction, rect});
    return rect.w;
}

bool check_row(Flow& flow, std::string_view label, bool checked, std::string_view key) {
    Ui& ui = flow.ui();
    const float box = ui.px(76), indent = box + ui.px(28);
    const auto& words = ui.shape(label, type::kOption, flow.width() - indent);
    const base::Rect row = flow.take(std::max(ui.px(104), words.height() + ui.px(24)));
    const Touched touched = ui.touchable(
        {Role::checkbox, std::string(label), {}, checked ? kChecked : kNoState, kPress, row}, key);
    const base::Rect square{row.x, row.y + (row.h - box) / 2, box, box};
    Canvas& canvas = ui.canvas();
    if (checked) {
        canvas.rounded(square, ui.px(22), Colour::teal);
        ui.icon("check", square.inset(ui.px(18)), Colour::on_teal);
    } else {
        canvas.rounded(square, ui.px(22), touched.pressed ? Colour::mint : Colour::card);
        canvas.ring(square, ui.px(22), ui.px(4), touched.pressed ? Colour::teal : Colour::soft_ink);
    }
    canvas.paragraph(words, row.x + indent, row.y + (row.h - words.height()) / 2, row.w - indent);
    return touched.tapped;
}

void divider(Flow& flow) {
    Ui& ui = flow.ui();
    ui.canvas().fill({flow.x(), flow.y(), flow.width(), std::max(1.0F, ui.px(2))}, Colour::line);
}

void progress_segments(Ui& ui, const base::Rect& rect, int done, int total, std::string_view name) {
    const float gap = ui.px(12);
    const float width = (rect.w - gap * static_cast<float>(total - 1)) / static_cast<float>(total);
    for (int i = 0; i < total; ++i) {
        const base::Rect part{rect.x + static_cast<float>(i) * (width + gap), rect.y, width,
                              rect.h};
        ui.canvas().rounded(part, rect.h / 2, i < done ? Colour::teal : Colour::track);
    }
    ui.node({Role::progressbar, std::string(name),
             std::to_string(done) + "/" + std::to_string(total), kNoState, kNoAction, rect});
}

void progress_bar(Ui& ui, const base::Rect& rect, float share, std::string_view name) {
    ui.canvas().rounded(rect, rect.h / 2, Colour::track);
    const float done = std::max(rect.h, rect.w * std::clamp(share, 0.0F, 1.0F));
    ui.canvas().rounded({rect.x, rect.y, done, rect.h}, rect.h / 2, Colour::teal);
    ui.node({Role::progressbar, std::string(name),
             std::to_string(static_cast<int>(std::lround(share * 100))), kNoState, kNoAction,
             rect});
}

bool sheet(Ui& ui, const SheetSpec& spec, const Flow::Draw& body) {
    const Theme& theme = ui.theme();
    const auto screen_w = static_cast<float>(theme.width());
    const auto screen_h = static_cast<float>(theme.height());
    const float panel_w = theme.landscape() ? std::min(screen_w, ui.px(1180)) : screen_w;
    const float x = (screen_w - panel_w) / 2, pad = ui.px(64), head = ui.px(72), foot = ui.px(56);
    Flow measured(ui, x + pad, 0, panel_w - 2 * pad);
    ui.measure([&] { body(measured); });
    const float height = std::min(screen_h - ui.px(100), measured.height() + head + foot);
    const float shown = ui.transitions().share("sheet", spec.name);
    ui.begin_modal(spec.name);
    Canvas& canvas = ui.canvas();
    canvas.fill({0, 0, screen_w, screen_h}, Colour::scrim, shown);
    const base::Rect panel{x, std::round(screen_h - height * shown), panel_w, height + ui.px(60)};
    bool dismissed = false;
    if (spec.dismissable) {
        const base::Rect outside{0, 0, screen_w, panel.y};
        dismissed =
            ui.touchable({Role::button, ui.tr("sheet.close"), {}, kNoState, kPress, outside},
                         "outside")
                .tapped;
    }
    ui.node({Role::dialog,
             std::string(spec.title),
             {},
             kNoState,
             kNoAction,
             {panel.x, panel.y, panel.w, height}});
    canvas.shadow(panel, ui.px(56), ui.px(60), 0, Colour::shadow_sheet);
    canvas.rounded(panel, ui.px(56), Colour::card);
    canvas.ring(panel, ui.px(56), ui.px(3), Colour::edge);
    canvas.rounded({x + panel_w / 2 - ui.px(60), panel.y + ui.px(26), ui.px(120), ui.px(10)},
                   ui.px(5), Colour::line);
    const base::Rect view{x, panel.y + head, panel_w, height - head};
    scroll(ui, {"sheet", view, x + pad, panel_w - 2 * pad, 56}, body);
    return dismissed;
}

}  // namespace candor::ui
