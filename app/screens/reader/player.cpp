#include "screens/reader/player.h"

#include <string>
#include <vector>

#include "screens/frame/page_frame.h"
#include "ui/widgets.h"

namespace candor::screens {
namespace {

constexpr float kPlayerPad = 28, kPlayUnits = 112, kBelowPlayer = 24;
constexpr float kControlGap = 16, kLeastTitle = 280;

/// The round button that pauses, and goes on.
void draw_play(const Drawing& at, const base::Rect& rect) {
    ui::Ui& ui = at.ui;
    const bool paused = at.visit().hearing.paused;
    const ui::Touched touched = ui.touchable({ui::Role::button,
                                              at.tr(paused ? "listen.go-on" : "listen.pause"),
                                              {},
                                              ui::kNoState,
                                              ui::kPress,
                                              rect},
                                             "play");
    if (touched.tapped) at.emit(PauseListening{!paused});
    ui.canvas().circle(rect, touched.pressed ? ui::Colour::deep_teal : ui::Colour::teal);
    ui.icon(paused ? "play" : "pause", rect.inset(rect.w * 0.3F), ui::Colour::on_teal);
}

void draw_where(const Drawing& at, ui::Flow& flow) {
    const Hearing& hearing = at.visit().hearing;
    flow.text(at.tr("listen.title"), ui::type::kLabel);
    flow.text(at.tr("listen.position", {{"n", std::to_string(hearing.at + 1)},
                                        {"of", std::to_string(hearing.sentences.size())}}),
              ui::type::kSmall, ui::Role::status);
}

struct Control {
    std::string label;
    std::string_view icon, key;
    Intent intent;

    ui::Pill pill() const { return {label, icon, key, !icon.empty()}; }
};
using Controls = std::vector<Control>;

Controls controls_in_words(const Drawing& at) {
    const int pace = at.visit().hearing.pace;
    return {{at.tr("listen.again"), {}, "listen.again", SayAgain{}},
            {at.tr("listen.slower"), {}, "listen.slower", SetPace{pace - 1}},
            {at.tr("listen.faster"), {}, "listen.faster", SetPace{pace + 1}}};
}

Controls controls_as_icons(const Drawing& at) {
    const int volume = at.visit().hearing.volume;
    return {{at.tr("listen.softer"), "softer", "listen.softer", SetVolume{volume - 1}},
            {at.tr("listen.louder"), "louder", "listen.louder", SetVolume{volume + 1}},
            {at.tr("listen.stop"), "close", "listen.stop", StopListening{}}};
}

float width_of(ui::Ui& ui, const Controls& controls) {
    float width = 1 - ui.px(kControlGap);  // a pixel for what is rounded
    for (const Control& each : controls)
        width += ui::pill_width(ui, each.pill()) + ui.px(kControlGap);
    return width;
}

void draw_controls(const Drawing& at, ui::Flow& flow, const Controls& controls) {
    ui::PillRow row(flow, kControlGap, kControlGap);
    for (const Control& each : controls)
        if (row.add(each.pill())) at.emit(each.intent);
}

/// The button, what is read, and these.
void draw_main_row(const Drawing& at, ui::Flow& flow, const Controls& controls) {
    const float play = at.ui.px(kPlayUnits), end = width_of(at.ui, controls);
    const float widths[] = {play, flow.width() - play - end - 2 * at.ui.px(kPlayerPad), end};
    flow.row(widths, kPlayerPad, [&](ui::Flow& cell, std::size_t i) {
        if (i == 0) return draw_play(at, cell.take(play));
        if (i == 1) return draw_where(at, cell);
        draw_controls(at, cell, controls);
    });
}

void draw_rows(const Drawing& at, ui::Flow& flow) {
    const Controls words = controls_in_words(at), icons = controls_as_icons(at);
    Controls all = words;
    all.insert(all.end(), icons.begin(), icons.end());
    flow.gap(kPlayerPad);
    flow.inset(at.ui.px(kPlayerPad), at.ui.px(kPlayerPad), [&](ui::Flow& inner) {
        const float least = at.ui.px(kPlayUnits + 2 * kPlayerPad + kLeastTitle);
        if (width_of(at.ui, all) + least <= inner.width()) return draw_main_row(at, inner, all);
        draw_main_row(at, inner, icons);
        inner.gap(20);
        draw_controls(at, inner, words);
    });
    flow.gap(kPlayerPad);
}

}  // namespace

float player_height(const Drawing& at) {
    if (!at.visit().hearing.is_reading()) return 0;
    ui::Flow measured = content_flow(at.ui, 0);
    at.ui.measure([&] { draw_rows(at, measured); });
    return measured.height() + at.ui.px(kBelowPlayer);
}

void draw_player(const Drawing& at, float bottom) {
    if (!at.visit().hearing.is_reading()) return;
    const float height = player_height(at);
    ui::Flow flow = content_flow(at.ui, bottom - height);
    ui::card(at.ui, {flow.x(), flow.y(), flow.width(), height - at.ui.px(kBelowPlayer)});
    draw_rows(at, flow);
}

}  // namespace candor::screens
