#include "screens/frame/page_frame.h"

#include <algorithm>

#include "screens/frame/clinic_facts.h"

namespace candor::screens {

Column content_column(ui::Ui& ui) {
    const auto screen = static_cast<float>(ui.theme().width());
    const float margin = ui.px(56);
    const float width = std::min(screen - 2 * margin, ui.px(1240));
    return {(screen - width) / 2, width};
}

ui::Flow content_flow(ui::Ui& ui, float y) {
    const Column column = content_column(ui);
    return {ui, column.x, y, column.width};
}

namespace {

/// A long name ends in an ellipsis: the bar is for what can be touched.
float draw_brand(const Drawing& at, float x, float y) {
    ui::Ui& ui = at.ui;
    const std::string brand = brand_of(at);
    ui::Type type = ui::type::kTitle;
    type.weight = text::Weight::bold;
    type.colour = ui::Colour::deep_teal;
    const float room = std::min(ui.px(400), ui.shape(brand, type).width() + 1);
    const auto& name = ui.shape(brand, type, room, text::Align::start, 1);
    ui.canvas().paragraph(name, x, y + (ui.px(96) - name.height()) / 2, name.width());
    ui.node({ui::Role::heading,
             brand,
             {},
             ui::kNoState,
             ui::kNoAction,
             {x, y, name.width(), ui.px(96)}});
    return name.width();
}

}  // namespace

float draw_demonstration_badge(const Drawing& at, float x, float y) {
    if (at.catalog().preview)
        return ui::badge(at.ui, x, y, at.tr("preview.label"), "pencil", ui::Colour::sky,
                         ui::Colour::blue);
    if (!at.catalog().demonstration) return 0;
    return ui::badge(at.ui, x, y, at.tr("demonstration"), "info", ui::Colour::sun,
                     ui::Colour::brown);
}

namespace {

struct BarPill {
    std::string label;
    std::string_view icon, key;
    Intent intent;
    bool icon_only = false;

    ui::Pill pill() const { return {label, icon, key, icon_only}; }
};

BarPill sheet_pill(std::string label, std::string_view icon, SheetKind sheet,
                   bool icon_only = false) {
    return {std::move(label), icon, name_of(sheet), OpenSheet{{sheet, {}, {}}}, icon_only};
}

/// From the end of the bar to its start.
std::vector<BarPill> bar_pills(const Drawing& at, const TopBar& spec) {
    std::vector<BarPill> pills;
    if (spec.finish) pills.push_back(sheet_pill(at.tr("top.finish"), "erase", SheetKind::finish));
    pills.push_back(sheet_pill(at.tr("top.ask-staff"), "staff", SheetKind::ask_staff));
    pills.push_back(sheet_pill(at.tr("top.text-size"), "text-size", SheetKind::text_size, true));
    if (spec.listen && at.state.can_listen())
        pills.push_back({at.tr("listen.start"), "listen", "listen", Listen{}});
    if (at.catalog().languages.size() > 1)
        pills.push_back(sheet_pill(at.tr("language.name"), "globe", SheetKind::language));
    return pills;
}

/// Where words do not fit beside each other, pills stand closer, and then icons alone: the globe
/// first. Returns the room between them.
float make_fit(ui::Ui& ui, std::vector<BarPill>& pills, float room) {
    const float wide = ui.px(20), narrow = ui.px(12);
    const auto fits = [&](float gap) {
        float all = 0;
        for (const BarPill& pill : pills) all += ui::pill_width(ui, pill.pill()) + gap;
        return all <= room;
    };
    for (auto pill = pills.rbegin(); pill != pills.rend(); ++pill) {
        if (fits(wide)) return wide;
        if (fits(narrow)) return narrow;
        pill->icon_only = true;
    }
    return fits(wide) ? wide : narrow;
}

}  // namespace

namespace {

/// Answers are not erased by one touch.
Intent stop_asked(const Drawing& at) {
    if (!at.visit().check.holds_something()) return StopSelfCheck{};
    return OpenSheet{{SheetKind::stop_check, {}, {}}};
}

}  // namespace

float draw_top_bar(const Drawing& at, const TopBar& spec) {
    ui::Ui& ui = at.ui;
    const auto screen = static_cast<float>(ui.theme().width());
    const float y = ui.px(24), margin = ui.px(56);
    float left = margin;
    if (spec.back_label.empty()) {
        left += draw_brand(at, margin, y);
    } else {
        const ui::Pill back{spec.back_label, spec.back_stops ? "close" : "back", "back"};
        left += ui::pill_width(ui, back);
        if (ui::pill(ui, margin, y, back))
            at.emit(spec.back_stops ? stop_asked(at) : Intent{GoBack{}});
    }
    auto pills = bar_pills(at, spec);
    const float gap = make_fit(ui, pills, screen - margin - left);
    float right = screen - margin;
    for (const BarPill& pill : pills) {
        right -= ui::pill_width(ui, pill.pill());
        if (ui::pill(ui, right, y, pill.pill())) at.emit(pill.intent);
        right -= gap;
    }
    return y + ui.px(96);
}

namespace {

struct FooterPlan {
    base::Rect back, next;
    float height = 0;
};

FooterPlan plan(ui::Ui& ui, const Footer& spec) {
    const Column column = content_column(ui);
    const float gap = ui.px(28);
    FooterPlan out;
    const bool both = !spec.back.empty() && !spec.next.empty();
    const float back_w = both ? std::round((column.width - gap) * 0.32F) : column.width;
    const float next_w = both ? column.width - gap - back_w : column.width;
    float height = ui.px(120);
    if (!spec.back.empty())
        height = std::max(
            height,
            ui::button_height(ui, back_w, {spec.back, ui::ButtonKind::outline, spec.back_icon}));
    if (!spec.next.empty())
        height = std::max(
            height, ui::button_height(ui, next_w,
                                      {spec.next, ui::ButtonKind::primary, {}, spec.next_icon}));
    const auto screen = static_cast<float>(ui.theme().height());
    const float y = screen - ui.px(44) - height;
    if (!spec.back.empty()) out.back = {column.x, y, back_w, height};
    if (!spec.next.empty()) out.next = {column.x + (both ? back_w + gap : 0), y, next_w, height};
    out.height = height + ui.px(44) + ui.px(28);
    return out;
}

}  // namespace

float footer_height(ui::Ui& ui, const Footer& spec) { return plan(ui, spec).height; }

FooterTap draw_footer(ui::Ui& ui, const Footer& spec) {
    const FooterPlan at = plan(ui, spec);
    FooterTap tap = FooterTap::none;
    if (!spec.back.empty() &&
        ui::button(ui, at.back,
                   {spec.back, ui::ButtonKind::outline, spec.back_icon, {}, "footer back"}))
        tap = FooterTap::back;
    if (!spec.next.empty() && ui::button(ui, at.next,
                                         {spec.next,
                                          ui::ButtonKind::primary,
                                          {},
                                          spec.next_icon,
                                          "footer next",
                                          spec.next_disabled}))
        tap = FooterTap::next;
    return tap;
}

void draw_body(ui::Ui& ui, float top, float bottom, const ui::Flow::Draw& draw) {
    const auto screen = static_cast<float>(ui.theme().width());
    const Column column = content_column(ui);
    ui::scroll(ui, {"main", {0, top, screen, bottom - top}, column.x, column.width, 40}, draw);
    const float soft = ui.px(40);
    ui.canvas().fade({0, bottom - soft, screen, soft}, ui::Colour::paper, paint::FadeTo::top);
    ui.canvas().fade({0, top, screen, ui.px(16)}, ui::Colour::paper, paint::FadeTo::bottom);
}

void draw_emblem(ui::Ui& ui, const base::Rect& square, std::string_view icon) {
    const float inner = square.w / 2;
    ui.canvas().circle(square, ui::Colour::mint);
    ui.icon(icon,
            {square.x + (square.w - inner) / 2, square.y + (square.h - inner) / 2, inner, inner},
            ui::Colour::teal);
}

void draw_emblem(ui::Flow& flow, std::string_view icon) {
    const float size = flow.ui().px(200), middle = flow.x() + flow.width() / 2;
    draw_emblem(flow.ui(), {middle - size / 2, flow.take(size).y, size, size}, icon);
}

void draw_page_turn(ui::Ui& ui, float top, float bottom, float shown) {
    if (shown >= 1) return;
    ui.canvas().fill({0, top, static_cast<float>(ui.theme().width()), bottom - top},
                     ui::Colour::paper, 1 - shown);
}

}  // namespace candor::screens
