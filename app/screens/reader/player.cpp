#include "screens/reader/player.h"

#include "screens/frame/page_frame.h"
#include "ui/widgets.h"

namespace candor::screens {
namespace {

constexpr float kPlayerPad = 28, kPlayUnits = 112, kBelowPlayer = 24;

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

void draw_controls(const Drawing& at, ui::Flow& flow) {
    const Hearing& hearing = at.visit().hearing;
    ui::PillRow row(flow, 16, 16);
    const auto pill = [&](const char* label, std::string_view icon, bool icon_only,
                          const Intent& intent) {
        if (row.add({at.tr(label), icon, label, icon_only})) at.emit(intent);
    };
    pill("listen.again", {}, false, SayAgain{});
    pill("listen.slower", {}, false, SetPace{hearing.pace - 1});
    pill("listen.faster", {}, false, SetPace{hearing.pace + 1});
    pill("listen.softer", "softer", true, SetVolume{hearing.volume - 1});
    pill("listen.louder", "louder", true, SetVolume{hearing.volume + 1});
}

void draw_rows(const Drawing& at, ui::Flow& flow) {
    const float play = at.ui.px(kPlayUnits);
    flow.gap(kPlayerPad);
    flow.inset(at.ui.px(kPlayerPad), at.ui.px(kPlayerPad), [&](ui::Flow& inner) {
        const ui::Pill stop{at.tr("listen.stop"), "close", "listen.stop", true};
        const float end = ui::pill_width(at.ui, stop);
        const float widths[] = {play, inner.width() - play - end - 2 * at.ui.px(kPlayerPad), end};
        inner.row(widths, kPlayerPad, [&](ui::Flow& cell, std::size_t i) {
            if (i == 0) return draw_play(at, cell.take(play));
            if (i == 1) return draw_where(at, cell);
            const base::Rect place = cell.take(at.ui.px(96));
            if (ui::pill(at.ui, place.x, place.y, stop)) at.emit(StopListening{});
        });
        inner.gap(20);
        draw_controls(at, inner);
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
