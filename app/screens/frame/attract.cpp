#include <algorithm>
#include <array>
#include <cmath>

#include "paint/image_store.h"
#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"

namespace candor::screens {
namespace {

constexpr std::array<std::string_view, kSlides> kArt{"attract-1.svg", "attract-2.svg",
                                                     "attract-3.svg"};

/// Which of the slides is shown; and the button that stops them from changing.
void slide_marks(const State& state, ui::Ui& ui, Intents& intents, float x, float y, float width) {
    const float size = ui.px(96), dot = ui.px(18), gap = ui.px(22);
    const std::string label = ui.tr(state.attract.paused ? "attract.play" : "attract.pause");
    const base::Rect rect{x + width - size, y, size, size};
    const ui::Touched touched =
        ui.touchable({ui::Role::button, label, {}, ui::kNoState, ui::kPress, rect}, "pause");
    if (touched.tapped) intents.push_back(PauseAttract{});
    ui.canvas().rounded(rect, size / 2, touched.pressed ? ui::colour::kMint : ui::colour::kCard);
    ui.canvas().ring(rect, size / 2, ui.px(2), ui::colour::kLine);
    ui.icon(state.attract.paused ? "play" : "pause", rect.inset(ui.px(30)), ui::colour::kDeepTeal);
    for (int i = 0; i < kSlides; ++i) {
        const bool current = i == state.attract.slide % kSlides;
        const float at = x + static_cast<float>(i) * (dot + gap);
        ui.canvas().circle({at, y + (size - dot) / 2, dot, dot},
                           current ? ui::colour::kTeal : ui::colour::kField);
    }
}

/// Every language by its own name, in rows of equal buttons; returns their height.
float language_rows(const State& state, ui::Ui& ui, Intents& intents, float x, float y,
                    float width) {
    const auto& languages = state.catalog->languages;
    if (languages.size() < 2) return 0;
    const float gap = ui.px(24), height = ui.px(96), start = y;
    float widest = 0;
    for (const auto& [_, name] : languages)
        widest = std::max(widest, ui::pill_width(ui, {name, {}, "language"}));
    const auto most =
        std::max<std::size_t>(1, static_cast<std::size_t>((width + gap) / (widest + gap)));
    const std::size_t rows = (languages.size() + most - 1) / most;
    const std::size_t columns = (languages.size() + rows - 1) / rows;
    const float each = (width + gap) / static_cast<float>(columns) - gap;
    for (std::size_t i = 0; i < languages.size(); ++i) {
        if (i > 0 && i % columns == 0) y += height + gap;
        const base::Rect rect{x + static_cast<float>(i % columns) * (each + gap), y, each, height};
        if (ui::button(ui, rect,
                       {languages[i].name, ui::ButtonKind::outline, {}, {}, "language"})) {
            intents.push_back(SetLanguage{languages[i].code});
            intents.push_back(Start{});
        }
    }
    return y + height + gap - start;
}

enum class HeroWords { all, title };

float panel(const State& state, ui::Ui& ui, Intents& intents, float x, float y, float width,
            HeroWords words) {
    const float pad = ui.px(64), inner = width - 2 * pad, left = x + pad;
    const std::string slide = std::to_string(state.attract.slide % kSlides + 1);
    float at = y + ui.px(56);
    ui::Type small = ui::type::kLabel;
    small.colour = ui::colour::kTeal;
    at += ui.text(left, at, inner, ui.tr("attract.eyebrow"), small) + ui.px(16);
    at += ui.text(left, at, inner, ui.tr("attract.title." + slide), ui::type::kHeadline,
                  ui::Role::heading) +
          ui.px(24);
    if (words == HeroWords::all)
        at += ui.text(left, at, inner, ui.tr("attract.text." + slide), ui::type::kLead);
    at += ui.px(36);
    const std::string start = ui.tr("attract.start");
    if (ui::button(ui, {left, at, inner, ui.px(136)},
                   {start, ui::ButtonKind::primary, {}, {}, "start"}))
        intents.push_back(Start{});
    at += ui.px(136 + 28);
    at += language_rows(state, ui, intents, left, at, inner);
    slide_marks(state, ui, intents, left, at, inner);
    return at + ui.px(96 + 32) - y;
}

}  // namespace

AttractArt attract_art(const std::filesystem::path& assets, int slide, float screen_w,
                       float screen_h) {
    const base::Rect rect = screen_w > screen_h
                                ? base::Rect{0, 0, std::round(screen_w * 0.5F), screen_h}
                                : base::Rect{0, 0, screen_w, std::round(screen_w * 1180 / 1080)};
    return {assets / "art" / kArt[static_cast<std::size_t>(slide % kSlides)], rect};
}

void draw_attract(const State& state, ui::Ui& ui, Intents& intents) {
    const auto screen_w = static_cast<float>(ui.theme().width());
    const auto screen_h = static_cast<float>(ui.theme().height());
    const bool wide = ui.theme().landscape();
    // A touch anywhere starts; what lies above it in the panel does its own work.
    const base::Rect all{0, 0, screen_w, screen_h};
    if (ui.touchable(
              {ui::Role::button, ui.tr("attract.anywhere"), {}, ui::kNoState, ui::kPress, all},
              "anywhere")
            .tapped)
        intents.push_back(Start{});
    const AttractArt art = attract_art(ui.assets(), state.attract.slide, screen_w, screen_h);
    ui.picture(art.file, art.rect, 0, paint::Fit::cover,
               ui.tr("attract.art." + std::to_string(state.attract.slide % kSlides + 1)));
    const float margin = ui.px(48);
    const float x = wide ? art.rect.w + margin : margin;
    const float width = screen_w - x - margin;
    float height = 0;
    HeroWords words = HeroWords::all;
    ui.measure([&] { height = panel(state, ui, intents, x, 0, width, words); });
    if (height > screen_h - 2 * margin) {
        words = HeroWords::title;
        ui.measure([&] { height = panel(state, ui, intents, x, 0, width, words); });
    }
    const float y = wide ? (screen_h - height) / 2 : screen_h - margin - height;
    ui::card(ui, {x, y, width, height});
    panel(state, ui, intents, x, y, width, words);
    demonstration_badge(state, ui, margin, margin);
}

}  // namespace candor::screens
