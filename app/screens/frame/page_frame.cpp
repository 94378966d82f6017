#include "screens/frame/page_frame.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <optional>

#include "screens/frame/clinic_facts.h"

namespace candor::screens {

Column content_column(ui::Ui& ui) {
    const auto screen = static_cast<float>(ui.theme().width());
    const float margin = ui.px(56);
    const float width = std::min(screen - 2 * margin, ui.px(1240));
    return {(screen - width) / 2, width};
}

Column reading_column(ui::Ui& ui) {
    if (!ui.theme().landscape()) return content_column(ui);
    return column_of(ui, {0, 0, static_cast<float>(ui.theme().width()), 0});
}

Column footer_column(ui::Ui& ui) {
    Column column = reading_column(ui);
    if (!ui.theme().landscape()) return column;
    const float half = std::floor((column.width - ui.px(kBetweenColumns)) / 2);
    return {column.x + column.width - half, half};
}

Sides sides(ui::Ui& ui, float start_share) {
    const auto width = static_cast<float>(ui.theme().width());
    const auto height = static_cast<float>(ui.theme().height());
    const float start = std::round(width * start_share);
    return {{0, 0, start, height}, {start, 0, width - start, height}};
}

Column column_of(ui::Ui& ui, const base::Rect& side) {
    const float margin = ui.px(56);
    return {side.x + margin, side.w - 2 * margin};
}

ui::KeyRoom key_room(const ui::Ui& ui) {
    ui::KeyRoom room = ui::whole_width(ui);
    if (ui.theme().landscape()) room.width = std::round(room.width * kShareOfKeys);
    return room;
}

void draw_asking_side(ui::Ui& ui, std::string_view key, const AskingSide& side,
                      const ui::Flow::Draw& draw) {
    ui.canvas().fill(side.rect, ui::Colour::hero);
    const float top = ui.px(24 + 96 + 8), seen = side.rect.h - top - side.covered;
    const base::Rect view{side.rect.x, side.rect.y + top, side.rect.w, std::max(0.0F, seen)};
    ui.on_hero([&] {
        draw_pane(ui, {key, view, column_of(ui, side.rect)}, [&](ui::Flow& flow) {
            flow.gap(28);
            draw(flow);
        });
    });
}

ui::Flow content_flow(ui::Ui& ui, float y) {
    const Column column = content_column(ui);
    return {ui, column.x, y, column.width};
}

namespace {

ui::Type brand_type() {
    ui::Type type = ui::type::kTitle;
    type.weight = text::Weight::bold;
    type.colour = ui::Colour::deep_teal;
    return type;
}

/// The clinic's mark in the bar at y; its width, 0 where there is none.
float draw_mark(const Drawing& at, float x, float y, float most) {
    const pack::Clinic& clinic = at.catalog().clinic;
    if (clinic.logo.empty()) return 0;
    const float height = at.ui.px(72), width = std::min(most, height * clinic.logo_aspect);
    const base::Rect mark{x, y + (at.ui.px(96) - height) / 2, width, height};
    at.ui.layer({clinic.logo, mark, static_cast<int>(std::lround(width)),
                 static_cast<int>(std::lround(height))});
    return width;
}

/// The name from x on, in `room`.
float draw_name(const Drawing& at, float x, float y, float room) {
    ui::Ui& ui = at.ui;
    const std::string brand = brand_of(at);
    const auto& name = ui.shape(brand, brand_type(), room, text::Align::start, 1);
    const base::Rect words{x, y + (ui.px(96) - name.height()) / 2, name.width(), name.height()};
    ui.canvas().paragraph(name, words.x, words.y, words.w);
    ui.node({ui::Role::heading, brand, {}, ui::kNoState, ui::kNoAction, words});
    return name.width();
}

/// The clinic's mark with its name beside it; the mark alone where both have no room, because many
/// hold the name. A long name ends in an ellipsis: the bar is for what can be touched.
float draw_brand(const Drawing& at, float x, float y) {
    ui::Ui& ui = at.ui;
    const std::string brand = brand_of(at);
    const float most = ui.px(400), whole = ui.shape(brand, brand_type()).width() + 1;
    const float mark = draw_mark(at, x, y, most), beside = mark + ui.px(20);
    if (mark > 0 && beside + whole > most) {
        ui.node(
            {ui::Role::heading, brand, {}, ui::kNoState, ui::kNoAction, {x, y, mark, ui.px(96)}});
        return mark;
    }
    if (mark > 0) return beside + draw_name(at, x + beside, y, whole);
    return draw_name(at, x, y, std::min(most, whole));
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

/// What a pill of the bar shows of its icon and its words.
enum class Shows : std::uint8_t { both, words, icon };

struct BarPill {
    std::string label;
    std::string_view icon, key;
    Intent intent;
    Shows shows = Shows::both;

    ui::Pill pill() const {
        return {label, shows == Shows::words ? std::string_view() : icon, key,
                shows == Shows::icon};
    }
};

constexpr std::string_view kListen = "listen";

BarPill sheet_pill(std::string label, std::string_view icon, SheetKind sheet,
                   Shows shows = Shows::both) {
    return {std::move(label), icon, name_of(sheet), OpenSheet{{sheet, {}, {}}}, shows};
}

/// From the end of the bar to its start.
std::vector<BarPill> bar_pills(const Drawing& at, const TopBar& spec) {
    std::vector<BarPill> pills;
    if (spec.finish) pills.push_back(sheet_pill(at.tr("top.finish"), "erase", SheetKind::finish));
    pills.push_back(sheet_pill(at.tr("top.ask-staff"), "staff", SheetKind::ask_staff));
    pills.push_back(
        sheet_pill(at.tr("top.text-size"), "text-size", SheetKind::text_size, Shows::icon));
    if (at.visit().steady_offer == Offer::stands)
        pills.push_back({at.tr("touch.offer"), "steady", "steady-offer", SetSteadyTouch{true}});
    if (spec.listen && at.state.can_listen())
        pills.push_back({at.tr("listen.start"), kListen, kListen, Listen{}});
    if (at.catalog().languages.size() > 1)
        pills.push_back(sheet_pill(at.tr("language.name"), "globe", SheetKind::language));
    return pills;
}

/// How wide pills are beside each other, with that room after each.
float width_of(ui::Ui& ui, const std::vector<BarPill>& pills, float gap) {
    float all = 0;
    for (const BarPill& pill : pills) all += ui::pill_width(ui, pill.pill()) + gap;
    return all;
}

/// The room between pills that stand in `room`; none: they do not fit.
std::optional<float> gap_that_fits(ui::Ui& ui, const std::vector<BarPill>& pills, float room) {
    for (const float gap : {ui.px(20), ui.px(12)})
        if (width_of(ui, pills, gap) <= room) return gap;
    return {};
}

/// Where all is read, a language has been chosen; where a visit starts, its name stays.
enum class LanguageName : std::uint8_t { stays, may_go };

void show(std::vector<BarPill>& pills, std::string_view key, Shows shows) {
    for (BarPill& pill : pills)
        if (pill.key == key && pill.shows == Shows::both) pill.shows = shows;
}

/// Where words do not fit beside each other, pills stand closer. Then the name of the language goes
/// where it may, icons go where words say as much, and words where their icon is known.
std::optional<float> make_fit(ui::Ui& ui, std::vector<BarPill>& pills, float room,
                              LanguageName language) {
    auto gap = gap_that_fits(ui, pills, room);
    const auto yield = [&](std::initializer_list<SheetKind> sheets, Shows shows) {
        if (gap) return;
        for (const SheetKind sheet : sheets) show(pills, name_of(sheet), shows);
        gap = gap_that_fits(ui, pills, room);
    };
    if (language == LanguageName::may_go) yield({SheetKind::language}, Shows::icon);
    yield({SheetKind::ask_staff, SheetKind::finish}, Shows::words);
    if (gap) return gap;
    show(pills, kListen, Shows::icon);
    return gap_that_fits(ui, pills, room);
}

/// What cannot be read beside each other by any means: icons alone, "Ask staff" last.
float force(ui::Ui& ui, std::vector<BarPill>& pills, float room) {
    for (auto pill = pills.rbegin(); pill != pills.rend(); ++pill) {
        if (const auto gap = gap_that_fits(ui, pills, room)) return *gap;
        pill->shows = Shows::icon;
    }
    return ui.px(12);
}

}  // namespace

namespace {

/// Answers are not erased by one touch.
Intent stop_asked(const Drawing& at) {
    if (!at.visit().check.holds_something()) return StopSelfCheck{};
    return OpenSheet{{SheetKind::stop_check, {}, {}}};
}

/// Those of these keys, out of the bar's first row.
std::vector<BarPill> taken(std::vector<BarPill>& pills,
                           std::initializer_list<std::string_view> keys) {
    std::vector<BarPill> second;
    const auto goes = [&](const BarPill& pill) {
        return std::find(keys.begin(), keys.end(), pill.key) != keys.end();
    };
    std::copy_if(pills.begin(), pills.end(), std::back_inserter(second), goes);
    std::erase_if(pills, goes);
    return second;
}

/// From `end` to the start of the line; returns where the first of them starts, less the gap.
float draw_pills(const Drawing& at, const std::vector<BarPill>& pills, base::Point end, float gap) {
    for (const BarPill& pill : pills) {
        end.x -= ui::pill_width(at.ui, pill.pill());
        if (ui::pill(at.ui, end.x, end.y, pill.pill())) at.emit(pill.intent);
        end.x -= gap;
    }
    return end.x;
}

}  // namespace

namespace {

/// Between the bar's buttons where there is room for it, else below them; returns the y below all.
float draw_progress_of_page(ui::Ui& ui, const PageProgress& progress, float bar, float start,
                            float end) {
    if (progress.total == 0) return bar + ui.px(96);
    const float height = ui.px(12);
    if (ui.theme().landscape() && end - start > ui.px(360)) {
        ui::progress_segments(ui, {start, bar + (ui.px(96) - height) / 2, end - start, height},
                              progress.done, progress.total, progress.name);
        return bar + ui.px(96 + 8);
    }
    const Column column = reading_column(ui);
    const float y = bar + ui.px(96 + 28);
    ui::progress_segments(ui, {column.x, y, column.width, height}, progress.done, progress.total,
                          progress.name);
    return y + height + ui.px(4);
}

}  // namespace

namespace {

/// What stands in the bar's lines.
struct BarPlan {
    std::vector<BarPill> pills, second;
    float gap = 0, second_gap = 0;
    bool brand_below = false;
};

/// Who reads large text reads words rather than icons, in a second row where one has to be.
LanguageName language_in(const ui::Theme& theme, const TopBar& spec) {
    constexpr float kLargeText = 1.3F;
    const bool large = !theme.landscape() && theme.text_factor() >= kLargeText;
    return large || spec.back_label.empty() ? LanguageName::stays : LanguageName::may_go;
}

/// How wide the pills of each row may be.
struct BarRooms {
    float first = 0, second = 0;
};

/// Where words do not fit beside what stands at the bar's start, "Ask staff" and "Listen" get a row
/// of their own, and the language with them where even then it has no room.
void part_in_two(ui::Ui& ui, BarPlan& plan, const BarRooms& rooms, LanguageName language) {
    const std::vector<BarPill> all = plan.pills;
    plan.second = taken(plan.pills, {name_of(SheetKind::ask_staff), kListen});
    auto gap = make_fit(ui, plan.pills, rooms.first, language);
    if (!gap) {
        plan.pills = all;
        plan.second = taken(plan.pills,
                            {name_of(SheetKind::ask_staff), kListen, name_of(SheetKind::language)});
        gap = force(ui, plan.pills, rooms.first);
    }
    plan.gap = *gap;
    const auto second = make_fit(ui, plan.second, rooms.second, language);
    plan.second_gap = second ? *second : force(ui, plan.second, rooms.second);
}

/// `left`: where what stands at the start ends.
BarPlan plan_bar(const Drawing& at, const TopBar& spec, float left) {
    ui::Ui& ui = at.ui;
    const auto screen = static_cast<float>(ui.theme().width());
    const float margin = ui.px(56), from = std::max(left, spec.pills_from_px);
    const LanguageName language = language_in(ui.theme(), spec);
    const std::vector<BarPill> all = bar_pills(at, spec);
    BarPlan plan;
    const auto fits = [&](float room, LanguageName name) {
        plan.pills = all;
        const auto gap = make_fit(ui, plan.pills, room, name);
        plan.gap = gap.value_or(ui.px(12));
        return gap.has_value();
    };
    plan.pills = all;
    if (const auto gap = gap_that_fits(ui, all, screen - margin - from)) {
        plan.gap = *gap;
        return plan;
    }
    if (fits(screen - margin - from, language)) return plan;
    if (spec.brand_may_go_below && fits(screen - 2 * margin, language)) {
        plan.brand_below = true;
        return plan;
    }
    plan.pills = all;
    if (ui.theme().landscape())
        plan.gap = force(ui, plan.pills, screen - margin - from);
    else
        part_in_two(ui, plan, {screen - margin - from, screen - 2 * margin}, language);
    return plan;
}

/// The brand, or a way back; returns where it ends.
float draw_bar_start(const Drawing& at, const TopBar& spec, float y) {
    ui::Ui& ui = at.ui;
    const float margin = ui.px(56);
    if (spec.back_label.empty()) return margin + draw_brand(at, margin, y);
    const ui::Pill back{spec.back_label, spec.back_stops ? "close" : "back", "back"};
    if (ui::pill(ui, margin, y, back)) at.emit(spec.back_stops ? stop_asked(at) : Intent{GoBack{}});
    return margin + ui::pill_width(ui, back);
}

}  // namespace

float draw_top_bar(const Drawing& at, const TopBar& spec) {
    ui::Ui& ui = at.ui;
    const float margin = ui.px(56), end = static_cast<float>(ui.theme().width()) - margin;
    float y = ui.px(24), left = 0;
    ui.measure([&] { left = draw_bar_start(at, spec, y); });
    const BarPlan plan = plan_bar(at, spec, left);
    if (plan.brand_below)
        left = margin;
    else
        draw_bar_start(at, spec, y);
    float right = draw_pills(at, plan.pills, {end, y}, plan.gap);
    if (!plan.second.empty()) {
        y += ui.px(96 + 16);
        right = draw_pills(at, plan.second, {end, y}, plan.second_gap);
    }
    if (plan.brand_below) {
        const float mark = ui.px(at.catalog().clinic.logo.empty() ? 56 : 80);
        const float row = std::max(mark, ui.shape(brand_of(at), brand_type()).height());
        draw_brand(at, margin, y + ui.px(96 + 6) + (row - ui.px(96)) / 2);
        y += row;
    }
    return draw_progress_of_page(ui, spec.progress, y, left + plan.gap, right);
}

namespace {

/// Where both buttons stand, and how large the words of both are.
struct FooterPlan {
    base::Rect back, next;
    float height = 0, size = ui::type::kButton.size;
};

/// Of both buttons' width: a third, or what a short label needs to stand in one line.
float back_width(ui::Ui& ui, const ui::ButtonSpec& back, float both) {
    constexpr float kUsual = 0.32F, kMost = 0.42F;
    const float line = ui::one_line_width(ui, back);
    return std::round(line > both * kMost ? both * kUsual : std::max(both * kUsual, line));
}

struct FooterButtons {
    ui::ButtonSpec back, next;
};

FooterButtons buttons_of(const Footer& spec) {
    return {{spec.back, ui::ButtonKind::outline, spec.back_icon, {}, "footer back"},
            {spec.next,
             ui::ButtonKind::primary,
             {},
             spec.next_icon,
             "footer next",
             spec.next_disabled}};
}

float height_of(ui::Ui& ui, const ui::ButtonSpec& button, float width) {
    return button.label.empty() ? 0.0F : ui::button_height(ui, width, button);
}

/// Above and below the buttons, in pixels.
struct FooterMargins {
    float above = 0, below = 0;
};

FooterMargins footer_margins(ui::Ui& ui) {
    const bool wide = ui.theme().landscape();
    return {ui.px(wide ? 20 : 28), ui.px(wide ? 36 : 44)};
}

/// A column, and where what stands at its foot ends.
struct FooterPlace {
    Column column;
    float bottom = 0;
};

FooterPlan stacked_plan(ui::Ui& ui, FooterButtons buttons, const FooterPlace& place) {
    const Column& column = place.column;
    FooterPlan out;
    out.size = std::min(ui::label_size(ui, column.width, buttons.back),
                        ui::label_size(ui, column.width, buttons.next));
    buttons.back.most_size = buttons.next.most_size = out.size;
    const FooterMargins margins = footer_margins(ui);
    const float gap = ui.px(28), back_h = height_of(ui, buttons.back, column.width),
                next_h = height_of(ui, buttons.next, column.width);
    const float y = place.bottom - margins.below - back_h;
    out.back = {column.x, y, column.width, back_h};
    out.next = {column.x, y - gap - next_h, column.width, next_h};
    out.height = back_h + gap + next_h + margins.below + margins.above;
    return out;
}

/// One of them as wide as the column, or both side by side.
FooterPlan row_plan(ui::Ui& ui, FooterButtons buttons, const FooterPlace& place) {
    const Column& column = place.column;
    const float gap = ui.px(28);
    const bool both = !buttons.back.label.empty() && !buttons.next.label.empty();
    const float back_w = both ? back_width(ui, buttons.back, column.width - gap) : column.width;
    const float next_w = both ? column.width - gap - back_w : column.width;
    FooterPlan out;
    if (both)
        out.size = std::min(ui::label_size(ui, back_w, buttons.back),
                            ui::label_size(ui, next_w, buttons.next));
    buttons.back.most_size = buttons.next.most_size = out.size;
    const FooterMargins margins = footer_margins(ui);
    const float height = std::max(
        {ui.px(120), height_of(ui, buttons.back, back_w), height_of(ui, buttons.next, next_w)});
    const float y = place.bottom - margins.below - height;
    if (!buttons.back.label.empty()) out.back = {column.x, y, back_w, height};
    if (!buttons.next.label.empty())
        out.next = {column.x + (both ? back_w + gap : 0), y, next_w, height};
    out.height = height + margins.below + margins.above;
    return out;
}

/// Side by side, unless that makes their words smaller, or takes no less room than below each
/// other.
FooterPlan plan(ui::Ui& ui, const Footer& spec, const FooterPlace& place) {
    const FooterButtons buttons = buttons_of(spec);
    const FooterPlan row = row_plan(ui, buttons, place);
    if (spec.back.empty() || spec.next.empty()) return row;
    const FooterPlan stacked = stacked_plan(ui, buttons, place);
    const bool better = row.size < stacked.size || row.height >= stacked.height;
    return spec.stacked || better ? stacked : row;
}

FooterTap draw_footer(ui::Ui& ui, const Footer& spec, const FooterPlace& place) {
    const FooterPlan at = plan(ui, spec, place);
    FooterButtons buttons = buttons_of(spec);
    buttons.back.most_size = buttons.next.most_size = at.size;
    FooterTap tap = FooterTap::none;
    if (!spec.back.empty() && ui::button(ui, at.back, buttons.back)) tap = FooterTap::back;
    if (!spec.next.empty() && ui::button(ui, at.next, buttons.next)) tap = FooterTap::next;
    return tap;
}

}  // namespace

float footer_height(ui::Ui& ui, const Footer& spec, const Column& column) {
    return plan(ui, spec, {column}).height;
}

float footer_height(ui::Ui& ui, const Footer& spec) {
    return footer_height(ui, spec, content_column(ui));
}

FooterTap draw_footer(ui::Ui& ui, const Footer& spec) {
    return draw_footer(ui, spec, content_column(ui));
}

FooterTap draw_footer(ui::Ui& ui, const Footer& spec, const Column& column) {
    return draw_footer(ui, spec, FooterPlace{column, static_cast<float>(ui.theme().height())});
}

FooterTap draw_footer(ui::Flow& flow, const Footer& spec) {
    ui::Ui& ui = flow.ui();
    const base::Rect whole = flow.take(footer_height(ui, spec, {flow.x(), flow.width()}));
    return draw_footer(ui, spec, FooterPlace{{whole.x, whole.w}, whole.bottom()});
}

void draw_pane(ui::Ui& ui, const Pane& pane, const ui::Flow::Draw& draw) {
    const base::Rect& view = pane.view;
    const float away = ui.px(180) * pane.turn.from * (1 - pane.turn.shown);
    const auto beyond = ui::scroll(
        ui, {pane.key, view, std::round(pane.column.x + away), pane.column.width, kUnderPage},
        draw);
    // In steps: each height is a mask of its own. A low pane has little to give to it.
    constexpr float kMostSteps = 5, kMostShare = 0.1F;
    const auto soft = [&, step = ui.px(8)](float hidden) {
        return step * std::floor(std::min({kMostSteps, hidden / step, view.h * kMostShare / step}));
    };
    // Nothing is hidden by what is left under the content.
    constexpr float kSoonAll = 5;
    const float hidden = std::max(0.0F, beyond.below - ui.px(kUnderPage));
    const float above = soft(beyond.above), below = soft(hidden * kSoonAll);
    ui.canvas().fade({view.x, view.bottom() - below, view.w, below}, ui::Colour::paper,
                     paint::FadeTo::top);
    ui.canvas().fade({view.x, view.y + beyond.covered, view.w, above}, ui::Colour::paper,
                     paint::FadeTo::bottom);
    if (pane.turn.shown < 1) ui.canvas().fill(view, ui::Colour::paper, 1 - pane.turn.shown);
}

void draw_body(ui::Ui& ui, float top, float bottom, const ui::Flow::Draw& draw) {
    const auto screen = static_cast<float>(ui.theme().width());
    draw_pane(ui, {"main", {0, top, screen, bottom - top}, content_column(ui)}, draw);
}

void draw_reading_body(ui::Ui& ui, float top, float bottom, const ui::Flow::Draw& draw) {
    const base::Rect view{0, top, static_cast<float>(ui.theme().width()), bottom - top};
    draw_pane(ui, {"main", view, reading_column(ui)}, [&](ui::Flow& flow) {
        if (ui.theme().landscape())
            flow.columns({kBetweenColumns, view.h - ui.px(kUnderPage)}, draw);
        else
            draw(flow);
    });
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
