#include <algorithm>
#include <array>
#include <cmath>

#include "paint/image_store.h"
#include "screens/frame/clinic_facts.h"
#include "screens/frame/notice.h"
#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"

namespace candor::screens {
namespace {

constexpr std::array<std::string_view, kSlides> kArt{"attract-1.svg", "attract-2.svg",
                                                     "attract-3.svg"};

/// Which of the slides is shown; and the button that stops them from changing.
void draw_slide_marks(const Drawing& at, ui::Flow& flow) {
    ui::Ui& ui = at.ui;
    const Attract& attract = at.state.attract;
    const base::Rect row = flow.take(ui.px(96));
    const std::string label = at.tr(attract.paused ? "attract.play" : "attract.pause");
    const base::Rect rect{row.right() - row.h, row.y, row.h, row.h};
    const ui::Touched touched =
        ui.touchable({ui::Role::button, label, {}, ui::kNoState, ui::kPress, rect}, "pause");
    if (touched.tapped) at.emit(PauseAttract{});
    ui.canvas().rounded(rect, rect.h / 2, touched.pressed ? ui::Colour::mint : ui::Colour::card);
    ui.canvas().ring(rect, rect.h / 2, ui.px(2), ui::Colour::line);
    ui.icon(attract.paused ? "play" : "pause", rect.inset(ui.px(30)), ui::Colour::deep_teal);
    const float dot = ui.px(18), apart = dot + ui.px(22);
    for (int i = 0; i < kSlides; ++i) {
        const bool current = i == attract.slide % kSlides;
        const float x = row.x + static_cast<float>(i) * apart;
        ui.canvas().circle({x, row.y + (row.h - dot) / 2, dot, dot},
                           current ? ui::Colour::teal : ui::Colour::field);
    }
}

void draw_more_languages(const Drawing& at, ui::Flow& cell) {
    const std::string label = at.tr("sheet.name.language");
    if (!ui::button(at.ui, cell.take(at.ui.px(96)),
                    {label, ui::ButtonKind::outline, "globe", {}, "more-languages"}))
        return;
    at.emit(Start{});
    at.emit(OpenSheet{{SheetKind::language, {}, {}}});
}

constexpr std::size_t kMostRowsOfLanguages = 3;

/// Every language by its own name, in rows that fill the width; of many the first, and a button
/// that leads to all.
void draw_languages_to_start(const Drawing& at, ui::Flow& flow) {
    const auto& languages = at.catalog().languages;
    if (languages.size() < 2) return;
    ui::Ui& ui = at.ui;
    const float gap = ui.px(24);
    float widest = 0;
    for (const auto& [_, name] : languages)
        widest = std::max(widest, ui::pill_width(ui, {name, {}, "language"}));
    const auto most =
        std::max<std::size_t>(1, static_cast<std::size_t>((flow.width() + gap) / (widest + gap)));
    const std::size_t shown = std::min(languages.size(), most * kMostRowsOfLanguages);
    const std::size_t rows = (shown + most - 1) / most;
    const std::size_t columns = (shown + rows - 1) / rows;
    for (std::size_t first = 0; first < shown; first += columns) {
        flow.row(std::min(columns, shown - first), 24, [&](ui::Flow& cell, std::size_t i) {
            const Language& language = languages[first + i];
            if (first + i + 1 == shown && shown < languages.size())
                return draw_more_languages(at, cell);
            if (!ui::button(ui, cell.take(ui.px(96)),
                            {language.name, ui::ButtonKind::outline, {}, {}, language.code}))
                return;
            at.emit(SetLanguage{language.code});
            at.emit(Start{});
        });
        flow.gap(24);
    }
}

/// What the panel says, by the room that it has.
enum class HeroWords { all, smaller, title, smaller_title };

void draw_panel(const Drawing& at, ui::Flow& flow, HeroWords words) {
    const std::string slide = std::to_string(at.state.attract.slide % kSlides + 1);
    ui::Type small = ui::type::kLabel;
    small.colour = ui::Colour::teal;
    draw_clinic_logo(at, flow, 96);
    const bool named = !at.catalog().clinic.name.empty();
    flow.text(named ? brand_of(at) : at.tr("attract.eyebrow"), small);
    flow.gap(16);
    const bool small_title = words == HeroWords::smaller || words == HeroWords::smaller_title;
    const bool with_text = words == HeroWords::all || words == HeroWords::smaller;
    flow.heading(at.tr("attract.title." + slide),
                 small_title ? ui::type::kSubhead : ui::type::kHeadline);
    flow.gap(24);
    if (with_text) flow.text(at.tr("attract.text." + slide), ui::type::kLead);
    flow.gap(36);
    const std::string start = at.tr("attract.start");
    if (ui::button(at.ui, flow.take(at.ui.px(136)),
                   {start, ui::ButtonKind::primary, {}, {}, "start"}))
        at.emit(Start{});
    flow.gap(28);
    draw_languages_to_start(at, flow);
    draw_slide_marks(at, flow);
}

/// The panel on its card, from y on; where its end stands says where it starts.
float draw_panel_card(const Drawing& at, const base::Rect& place, HeroWords words) {
    ui::Flow flow(at.ui, place.x, place.y, place.w);
    flow.card({64, 56, 32}, [&](ui::Flow& inner) { draw_panel(at, inner, words); });
    return flow.height();
}

/// For who has just finished: nothing of the visit is here any more.
void draw_after_visit(const Drawing& at, const base::Rect& art) {
    if (!at.state.attract.after_visit) return;
    ui::Ui& ui = at.ui;
    const float margin = ui.px(48);
    ui::Flow flow(ui, art.x + margin, margin + ui.px(56 + 24), art.w - 2 * margin);
    draw_notice(flow, {at.tr("finish.done"), "check", ui::Colour::card, ui::Colour::teal,
                       ui::Role::status, ui::type::kCard});
}

}  // namespace

AttractArt attract_art(const std::filesystem::path& assets, int slide, float screen_w,
                       float screen_h) {
    const base::Rect rect = screen_w > screen_h
                                ? base::Rect{0, 0, std::round(screen_w * 0.5F), screen_h}
                                : base::Rect{0, 0, screen_w, std::round(screen_w * 1180 / 1080)};
    return {assets / "art" / kArt[static_cast<std::size_t>(slide % kSlides)], rect};
}

void draw_attract(const Drawing& at) {
    ui::Ui& ui = at.ui;
    const auto screen_w = static_cast<float>(ui.theme().width());
    const auto screen_h = static_cast<float>(ui.theme().height());
    const bool wide = ui.theme().landscape();
    // A touch anywhere starts; what lies above it in the panel does its own work.
    const base::Rect all{0, 0, screen_w, screen_h};
    if (ui.touchable(
              {ui::Role::button, at.tr("attract.anywhere"), {}, ui::kNoState, ui::kPress, all},
              "anywhere")
            .tapped)
        at.emit(Start{});
    const int slide = at.state.attract.slide;
    const AttractArt art = attract_art(ui.assets(), slide, screen_w, screen_h);
    ui.picture(art.file, art.rect, 0, paint::Fit::cover,
               at.tr("attract.art." + std::to_string(slide % kSlides + 1)));
    if (at.state.attract.next_is_near) {
        const AttractArt next = attract_art(ui.assets(), slide + 1, screen_w, screen_h);
        ui.expect_picture(next.file, next.rect, 0, paint::Fit::cover);
    }
    const float margin = ui.px(48), x = wide ? art.rect.w + margin : margin;
    base::Rect place{x, 0, screen_w - x - margin, 0};
    const auto measure = [&](HeroWords words) {
        ui.measure([&] { place.h = draw_panel_card(at, place, words); });
        return place.h <= screen_h - 2 * margin;
    };
    HeroWords words = HeroWords::all;
    for (const HeroWords each :
         {HeroWords::all, HeroWords::smaller, HeroWords::title, HeroWords::smaller_title})
        if (measure(words = each)) break;
    place.y = wide ? (screen_h - place.h) / 2 : screen_h - margin - place.h;
    draw_panel_card(at, place, words);
    draw_demonstration_badge(at, margin, margin);
    draw_after_visit(at, art.rect);
}

}  // namespace candor::screens
