#include <algorithm>
#include <cmath>

#include "screens/reader/blocks.h"
#include "screens/reader/playback.h"
#include "ui/widgets.h"

namespace candor::screens {
namespace {

/// A sequence as it is on the screen now.
struct Shown {
    const pack::Sequence& sequence;
    const TextPlace& place;
    Timing timing;
    int at_ms = 0;
    Timing::Moment moment;
    bool touched = false;  ///< it is no still any more
    bool runs = false;
    float top = 0;   ///< where it starts on the page
    float head = 0;  ///< how high what stays in sight over the captions is; 0: nothing does
};

Shown shown_of(const Drawing& at, const TextPlace& place, const pack::Sequence& sequence) {
    Shown shown{sequence, place, Timing(sequence), 0, {}, false, false, 0, 0};
    const Playback& playing = at.visit().reading.playing;
    const std::int64_t now = at.ui.now_ms();
    shown.touched = playing.sequence == place.key;
    shown.at_ms = shown.touched ? std::min(playing.at(now), shown.timing.end())
                                : shown.timing.arrival(sequence.still);
    shown.moment = shown.timing.at(shown.at_ms);
    shown.runs = shown.touched && playing.runs(now) && shown.at_ms < shown.timing.end();
    return shown;
}

/// Goes on from `from_ms` to `until_ms`, or stands there where they are one.
void play(const Drawing& at, const Shown& shown, int from_ms, int until_ms) {
    at.emit(PlaySequence{{shown.place.key, from_ms, until_ms, at.ui.now_ms()}});
}

/// To a key, with the movement that leads there from the one before; nothing moves where people
/// asked for that, or where it leads back.
void go_to(const Drawing& at, const Shown& shown, std::size_t key) {
    const int there = shown.timing.arrival(key);
    const bool next = key == shown.moment.key + 1 && !shown.moment.moves();
    const bool moves = next && !at.ui.transitions().reduced_motion();
    play(at, shown, moves ? there - shown.sequence.keys[key].move_ms : there, there);
}

/// The largest that a layer ever is: what it is decoded for.
float largest_scale(const pack::Sequence& sequence, std::size_t layer) {
    int largest = 1;
    for (const auto& key : sequence.keys)
        if (key.places[layer].opacity > 0) largest = std::max(largest, key.places[layer].scale);
    return static_cast<float>(largest) / 100;
}

/// Where things are drawn is mirrored on a right-to-left screen; here it is only where the sequence
/// follows the line of reading.
float x_on_stage(const Drawing& at, const pack::Sequence& sequence, const base::Rect& stage,
                 float x, float width) {
    if (!at.ui.right_to_left() || sequence.follows_reading) return stage.x + x;
    return stage.right() - x - width;
}

void draw_layer(const Drawing& at, const Shown& shown, const base::Rect& stage, std::size_t layer) {
    const pack::SequenceLayer& of = shown.sequence.layers[layer];
    if (of.path.empty()) return;
    const float unit = stage.w / shown.sequence.width;
    const LayerStand stand = stand_of(shown.sequence, layer, shown.moment);
    const float w = std::round(of.width * stand.scale * unit);
    const float h = std::round(of.height * stand.scale * unit);
    const float x = stand.x * unit - w / 2, y = stage.y + stand.y * unit - h / 2;
    const float largest = largest_scale(shown.sequence, layer) * unit;
    at.ui.layer({of.path,
                 {x_on_stage(at, shown.sequence, stage, x, w), y, w, h},
                 std::max(1, static_cast<int>(std::round(of.width * largest))),
                 std::max(1, static_cast<int>(std::round(of.height * largest))),
                 stand.opacity});
}

void draw_stage(const Drawing& at, ui::Flow& flow, const Shown& shown) {
    const pack::Sequence& sequence = shown.sequence;
    const base::Rect stage = flow.take(std::round(flow.width() * sequence.height / sequence.width));
    at.ui.picture(sequence.layers.front().path, stage, at.ui.px(36), paint::Fit::contain,
                  sequence.alt);
    at.ui.canvas().push_clip(stage);
    for (std::size_t layer = 1; layer < sequence.layers.size(); ++layer)
        draw_layer(at, shown, stage, layer);
    at.ui.canvas().pop_clip();
    if (!shown.runs || at.ui.canvas().muted()) return;
    // Frames while something moves in sight, else one when the next caption is due.
    const std::int64_t start = at.ui.now_ms() - shown.at_ms;
    const int next = shown.moment.leaves_ms.value_or(shown.timing.arrival(shown.moment.key));
    if (shown.moment.moves() && at.ui.canvas().visible(stage))
        at.ui.transitions().move();
    else
        at.ui.transitions().wake_at(start + next);
}

/// Playing it, and one key back or on.
void draw_controls(const Drawing& at, ui::Flow& flow, const Shown& shown) {
    ui::Ui& ui = at.ui;
    const int end = shown.timing.end();
    const bool over = shown.touched && shown.at_ms >= end;
    const std::size_t key = shown.moment.key;
    ui::PillRow row(flow, 20, 16);
    if (!ui.transitions().reduced_motion()) {
        const std::string label = at.tr(shown.runs ? "sequence.pause"
                                        : over     ? "sequence.again"
                                                   : "sequence.play");
        if (row.add({label, shown.runs ? "pause" : "play", shown.place.key + " play"})) {
            if (shown.runs)
                play(at, shown, shown.at_ms, shown.at_ms);
            else
                play(at, shown, over || !shown.touched ? 0 : shown.at_ms, end);
        }
    }
    const std::string back = at.tr("sequence.back"), on = at.tr("sequence.forward");
    if (row.add({back, "back", shown.place.key + " back", true}))
        go_to(at, shown, key == 0 ? 0 : key - 1);
    if (row.add({on, "next", shown.place.key + " on", true}))
        go_to(at, shown, std::min(key + 1, shown.sequence.keys.size() - 1));
}

/// A key's words beside its number, touched to see it; what is on the stage stands out.
void draw_caption(const Drawing& at, ui::Flow& flow, const Shown& shown, std::size_t key) {
    ui::Ui& ui = at.ui;
    const float start = flow.y();
    const bool current = key == shown.moment.key;
    const float mark = ui.px(64), indent = mark + ui.px(24);
    const auto ground = [&](const base::Rect& rect, const ui::Touched& touched) {
        if (current || touched.pressed)
            ui::tinted(ui, rect, ui.px(28), current ? ui::Colour::card : ui::Colour::mint);
    };
    ui::Node node{ui::Role::tab,
                  at.tr("sequence.show", {{"n", std::to_string(key + 1)},
                                          {"of", std::to_string(shown.sequence.keys.size())}}),
                  {},
                  current ? ui::kSelected : ui::kNoState,
                  ui::kPress,
                  {}};
    const std::string id = shown.place.key + " key " + std::to_string(key);
    const auto words = [&](ui::Flow& inner) {
        const float top = inner.y();
        ui.canvas().circle({inner.x(), top, mark, mark},
                           current ? ui::Colour::teal : ui::Colour::mint);
        ui::Type type = ui::type::kLabel;
        type.colour = current ? ui::Colour::on_teal : ui::Colour::deep_teal;
        const auto& number = ui.shape(std::to_string(key + 1), type);
        ui.canvas().paragraph(number, inner.x() + (mark - number.width()) / 2,
                              top + (mark - number.height()) / 2, number.width());
        inner.inset(indent, 0, [&](ui::Flow& caption) {
            caption.gap(6);
            draw_rich(at, caption, shown.place.part(key), shown.sequence.keys[key].caption,
                      ui::type::kCard);
        });
        inner.take(std::max(0.0F, top + mark - inner.y()));
    };
    if (flow.touchable(std::move(node), id, ground, {20, 16, 16}, words).tapped)
        go_to(at, shown, key);
    // Its picture with it, where there is room for both.
    const float lead = shown.head > 0 ? std::max(shown.top, start - shown.head) : shown.top;
    if (current && shown.touched) ui.bring_into_sight(id, lead, start, flow.y());
}

void draw_captions(const Drawing& at, ui::Flow& flow, const Shown& shown) {
    for (std::size_t key = 0; key < shown.sequence.keys.size(); ++key) {
        draw_caption(at, flow, shown, key);
        flow.between(8);
    }
}

/// The stage over what it is moved by.
void draw_head(const Drawing& at, ui::Flow& flow, const Shown& shown) {
    draw_stage(at, flow, shown);
    flow.gap(24);
    draw_controls(at, flow, shown);
    flow.gap(20);
}

/// How high that is.
float height_of(const Drawing& at, float width, const Shown& shown,
                void (*draw)(const Drawing&, ui::Flow&, const Shown&)) {
    ui::Flow measured(at.ui, 0, 0, width);
    at.ui.measure([&] { draw(at, measured, shown); });
    return measured.height();
}

/// Captions that scroll by under their head, which stays `down` below its place.
void draw_under_head(const Drawing& at, ui::Flow& flow, const Shown& shown, float down) {
    ui::Ui& ui = at.ui;
    const base::Rect view = *ui.scrolls().viewport();
    const base::Rect head = flow.take(shown.head);
    const float under = head.bottom() + down;
    ui.canvas().push_clip({view.x, under, view.w, std::max(0.0F, view.bottom() - under)});
    draw_captions(at, flow, shown);
    ui.canvas().pop_clip();
    ui::Flow over(ui, head.x, head.y + down, head.w);
    draw_head(at, over, shown);
    ui.scrolls().cover(std::max(0.0F, under - view.y));
}

void draw_below_each_other(const Drawing& at, ui::Flow& flow, Shown shown) {
    constexpr float kMostOfScreen = 0.6F;  // the captions need the rest
    const base::Rect* view = at.ui.scrolls().viewport();
    if (shown.touched && view != nullptr) {
        const float head = height_of(at, flow.width(), shown, draw_head);
        if (head <= kMostOfScreen * view->h) shown.head = head;
    }
    if (shown.head > 0 && !at.ui.canvas().muted()) {
        const float captions = height_of(at, flow.width(), shown, draw_captions);
        const float down = std::min(view->y + at.ui.px(12) - flow.y(), captions);
        if (down > 0) return draw_under_head(at, flow, shown, down);
    }
    draw_head(at, flow, shown);
    draw_captions(at, flow, shown);
}

/// Beside captions that are higher than it the stage goes down with what is seen of them.
void draw_stage_beside(const Drawing& at, ui::Flow& flow, const Shown& shown, float captions) {
    const float stage = std::round(flow.width() * shown.sequence.height / shown.sequence.width);
    const base::Rect* view = at.ui.scrolls().viewport();
    const float wanted = view == nullptr ? 0 : view->y + at.ui.px(24) - flow.y();
    flow.take(std::clamp(wanted, 0.0F, std::max(0.0F, captions - stage)));
    draw_stage(at, flow, shown);
}

void draw_words(const Drawing& at, ui::Flow& flow, const Shown& shown) {
    draw_controls(at, flow, shown);
    flow.gap(20);
    draw_captions(at, flow, shown);
}

void draw_side_by_side(const Drawing& at, ui::Flow& flow, const Shown& shown) {
    constexpr float kGap = 72;
    const float words = height_of(at, flow.column_width(2, kGap), shown, draw_words);
    flow.row(2, kGap, [&](ui::Flow& side, std::size_t i) {
        i == 0 ? draw_stage_beside(at, side, shown, words) : draw_words(at, side, shown);
    });
}

}  // namespace

void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Sequence& block) {
    if (block.keys.empty() || block.layers.empty() || block.width <= 0) return;
    Shown shown = shown_of(at, place, block);
    shown.top = flow.y();
    if (is_wide(flow)) return draw_side_by_side(at, flow, shown);
    draw_below_each_other(at, flow, shown);
}

}  // namespace candor::screens
