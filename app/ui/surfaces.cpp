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

float badge_height(Ui& ui, std::string_view label) {
    Type type = type::kLabel;
    type.size = 28;
    return std::max(ui.px(56), ui.shape(label, type).height() + ui.px(12));
}

float badge(Ui& ui, float x, float y, std::string_view label, std::string_view icon, Colour ground,
            Colour ink) {
    Type type = type::kLabel;
    type.size = 28;
    type.colour = ink;
    const auto& words = ui.shape(label, type);
    const float height = badge_height(ui, label);
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

bool check_row(Flow& flow, std::string_view label, bool checked, std::string_view key,
               std::string_view problem) {
    Ui& ui = flow.ui();
    const float box = ui.px(76), indent = box + ui.px(28);
    const auto& words = ui.shape(label, type::kOption, flow.width() - indent);
    const base::Rect row = flow.take(std::max(ui.px(104), words.height() + ui.px(24)));
    const unsigned states = (checked ? kChecked : kNoState) | (problem.empty() ? 0U : kInvalid);
    const Touched touched =
        ui.touchable({Role::checkbox, std::string(label), {}, states, kPress, row}, key);
    const base::Rect square{row.x, row.y + (row.h - box) / 2, box, box};
    Canvas& canvas = ui.canvas();
    if (checked) {
        canvas.rounded(square, ui.px(22), Colour::teal);
        ui.icon("check", square.inset(ui.px(18)), Colour::on_teal);
    } else {
        canvas.rounded(square, ui.px(22), touched.pressed ? Colour::mint : Colour::card);
        const Colour edge = !problem.empty()  ? Colour::coral
                            : touched.pressed ? Colour::teal
                                              : Colour::soft_ink;
        canvas.ring(square, ui.px(22), ui.px(problem.empty() ? 4 : 5), edge);
    }
    canvas.paragraph(words, row.x + indent, row.y + (row.h - words.height()) / 2, row.w - indent);
    if (!problem.empty())
        flow.inset(indent, 0, [&](Flow& below) { below.text(problem, type::kWrong, Role::alert); });
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

namespace {

constexpr float kSheetHead = 72, kSheetPad = 64, kUnderBody = 36, kSheetFoot = 56, kSheetEdge = 3;

/// Where a sheet's parts stand once it has come up.
struct SheetPlan {
    base::Rect panel;
    float foot = 0;  ///< the height of what stays in sight, with the room under it
};

SheetPlan plan_of(Ui& ui, float width_units, const Flow::Draw& body, const Flow::Draw& foot) {
    const Theme& theme = ui.theme();
    const auto screen_w = static_cast<float>(theme.width());
    const auto screen_h = static_cast<float>(theme.height());
    const float width = theme.landscape() ? std::min(screen_w, ui.px(width_units)) : screen_w;
    const float x = (screen_w - width) / 2;
    const auto height_of = [&](const Flow::Draw& draw) {
        Flow measured(ui, x + ui.px(kSheetPad), 0, width - 2 * ui.px(kSheetPad));
        ui.measure([&] { draw(measured); });
        return measured.height();
    };
    const float below = height_of(foot) + ui.px(kSheetFoot);
    const float wanted = ui.px(kSheetHead) + height_of(body) + ui.px(kUnderBody) + below;
    const float height = std::min(screen_h - ui.px(100), wanted);
    return {{x, screen_h - height, width, height}, below};
}

/// The bar at a sheet's upper edge, and all of that edge: tapped or pulled down it closes the
/// sheet. `pulled`: how far it is pulled now.
bool draw_handle(Ui& ui, const base::Rect& panel, float& pulled) {
    const float over = ui.px(12);
    const base::Rect edge{panel.x, panel.y - over, panel.w, ui.px(kSheetHead) + over};
    const Touched touched = ui.touchable(
        {Role::button, ui.tr("sheet.close"), {}, kNoState, kPress | kPull, edge}, "handle");
    if (touched.pressed) pulled = std::max(0.0F, touched.at.y - touched.from.y);
    return touched.tapped;
}

/// What lies beyond the edges of a sheet's body fades out, within the sheet's outline.
void fade_edges(Ui& ui, const base::Rect& view, const ScrollRegions::Extent& beyond) {
    const float soft = ui.px(32), edge = ui.px(kSheetEdge);
    const base::Rect inside{view.x + edge, view.y, view.w - 2 * edge, view.h};
    if (beyond.above > soft)
        ui.canvas().fade({inside.x, inside.y, inside.w, soft}, Colour::card, paint::FadeTo::bottom);
    if (beyond.below > soft)
        ui.canvas().fade({inside.x, inside.bottom() - soft, inside.w, soft}, Colour::card,
                         paint::FadeTo::top);
}

}  // namespace

bool sheet(Ui& ui, const SheetSpec& spec, const Flow::Draw& body, const Flow::Draw& foot) {
    const auto screen_w = static_cast<float>(ui.theme().width());
    const auto screen_h = static_cast<float>(ui.theme().height());
    const SheetPlan plan = plan_of(ui, spec.width_units, body, foot);
    const float shown = ui.transitions().share("sheet", spec.name);
    ui.begin_modal(spec.name);
    Canvas& canvas = ui.canvas();
    canvas.fill({0, 0, screen_w, screen_h}, Colour::scrim, shown);
    base::Rect panel = plan.panel;
    panel.y = std::round(screen_h - panel.h * shown);
    bool dismissed = false;
    if (spec.dismissable) {
        const base::Rect outside{0, 0, screen_w, panel.y - ui.px(12)};
        dismissed =
            ui.touchable({Role::button, ui.tr("sheet.close"), {}, kNoState, kPress, outside},
                         "outside")
                .tapped;
        float pulled = 0;
        dismissed |= draw_handle(ui, panel, pulled);
        panel.y += pulled;
    }
    ui.node({Role::dialog, std::string(spec.title), {}, kNoState, kNoAction, panel});
    const base::Rect ground{panel.x, panel.y, panel.w, panel.h + ui.px(60)};
    canvas.shadow(ground, ui.px(56), ui.px(60), 0, Colour::shadow_sheet);
    canvas.rounded(ground, ui.px(56), Colour::card);
    canvas.ring(ground, ui.px(56), ui.px(kSheetEdge), Colour::edge);
    if (spec.dismissable)
        canvas.rounded(
            {panel.x + panel.w / 2 - ui.px(60), panel.y + ui.px(26), ui.px(120), ui.px(10)},
            ui.px(5), Colour::field);
    const float x = panel.x + ui.px(kSheetPad), width = panel.w - 2 * ui.px(kSheetPad);
    const base::Rect view{panel.x, panel.y + ui.px(kSheetHead), panel.w,
                          panel.h - ui.px(kSheetHead) - plan.foot};
    fade_edges(ui, view, scroll(ui, {"sheet", view, x, width, kUnderBody}, body));
    Flow under(ui, x, view.bottom(), width);
    foot(under);
    return dismissed;
}

}  // namespace candor::ui
