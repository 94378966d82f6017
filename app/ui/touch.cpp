#include "ui/touch.h"

#include <algorithm>
#include <cmath>

namespace candor::ui {
namespace {

constexpr std::int64_t kLongPressMs = 450;
constexpr std::int64_t kPalmMs = 700;
constexpr std::int64_t kRestMs = 120, kAgainMs = 600;  // of steady touch
constexpr float kSteadySlop = 2.5F;
constexpr float kFarPull = 5;  // times the slop
constexpr float kBeside = 3;   // times the slop
// A finger that means to touch rests longer, and nobody means to strike one thing again as soon.
constexpr std::int64_t kShortMs = 25, kStruckTwiceMs = 60;

}  // namespace

void Touch::set_care(const Care& care) {
    steady_ = care.steady;
    slop_ = care.slop_px * (steady_ ? kSteadySlop : 1);
}

/// Whether that finger, which goes up now, taps.
bool Touch::counts(const Finger& finger, std::int64_t time_ms) {
    if (!steady_) return true;
    if (time_ms - finger.since_ms < kRestMs || finger.since_ms - last_tap_ms_ < kAgainMs)
        return false;
    last_tap_ms_ = time_ms;
    return true;
}

/// Whether that finger, which goes up now on `widget`, was one of somebody who finds it hard.
bool Touch::misses(const Finger& finger, WidgetId widget, std::int64_t time_ms) const {
    if (finger.dragging || finger.sliding || finger.pulled || finger.spent) return false;
    if (finger.aimed == 0) return finger.beside;
    const bool slid_off = widget == 0;
    const bool twice =
        finger.aimed == last_aimed_ && finger.since_ms - last_up_ms_ < kStruckTwiceMs;
    return slid_off || twice || time_ms - finger.since_ms < kShortMs;
}

/// Whether that finger is the second half of a double tap on something that the first half took
/// away. Whoever taps twice out of habit means what was there, not what came in its place.
bool Touch::is_second_half(const Finger& finger) const {
    if (!tapped_ || finger.since_ms - tapped_->up_ms > kDoubleTapMs) return false;
    const float away = std::hypot(finger.start.x - tapped_->at.x, finger.start.y - tapped_->at.y);
    if (away > kBeside * slop_) return false;
    return std::none_of(tapped_->there.begin(), tapped_->there.end(),
                        [&](const TouchTarget& target) { return target.id == finger.aimed; });
}

void Touch::handle(const platform::Event& event, const std::vector<TouchTarget>& targets,
                   std::vector<Gesture>& out) {
    using platform::EventKind;
    if (event.kind == EventKind::pointer_down) return down(event, targets, out);
    if (!active_ || active_->pointer != event.pointer) return;
    if (event.kind == EventKind::pointer_cancel) return cancel(event.time_ms, out);
    if (event.kind == EventKind::pointer_move) return move(event, out);
    if (event.kind == EventKind::pointer_up) return up(event, out);
}

void Touch::down(const platform::Event& event, const std::vector<TouchTarget>& targets,
                 std::vector<Gesture>& out) {
    if (active_) {
        const bool palm = !active_->dragging && event.time_ms - active_->since_ms > kPalmMs;
        if (!palm && active_->pointer != event.pointer) return;
        cancel(event.time_ms, out);
    }
    Finger finger{event.pointer, event.time_ms, event.at, event.at};
    pressed_ = 0;
    for (auto target = targets.rbegin(); target != targets.rend(); ++target) {
        finger.beside |=
            !target->scrolls && target->rect.inset(-kBeside * slop_).contains(event.at);
        if (!target->rect.contains(event.at)) continue;
        if (target->scrolls) {
            if (finger.scroll == 0) finger.scroll = target->id;
        } else if (pressed_ == 0 && finger.scroll == 0) {
            pressed_ = finger.aimed = target->id;
            finger.widget = target->rect;
            finger.long_press = target->long_press;
            finger.slides = target->slides;
            finger.pulls = target->pulls;
        }
    }
    if (is_second_half(finger)) {
        pressed_ = finger.aimed = 0;
        finger.beside = false;
    }
    active_ = finger;
    there_ = targets;
    out.push_back({Gesture::Kind::touch_down, finger.scroll, event.at, 0, event.time_ms});
}

/// Follows a finger that went sideways before it went up or down.
bool Touch::slide(const platform::Event& event, std::vector<Gesture>& out) {
    Finger& finger = *active_;
    if (!finger.slides || finger.dragging || pressed_ == 0) return false;
    const float dx = std::fabs(event.at.x - finger.start.x);
    if (dx > slop_ && dx > std::fabs(event.at.y - finger.start.y)) finger.sliding = true;
    if (!finger.sliding) return false;
    out.push_back({Gesture::Kind::slide, pressed_, event.at, 0, event.time_ms});
    return true;
}

/// Follows a finger that went up or down before it went sideways; it presses nothing else then.
bool Touch::pull(const platform::Event& event) {
    Finger& finger = *active_;
    if (!finger.pulls || pressed_ == 0) return false;
    const float dy = std::fabs(event.at.y - finger.start.y);
    finger.pulled |= dy > slop_ && dy > std::fabs(event.at.x - finger.start.x);
    return finger.pulled;
}

void Touch::move(const platform::Event& event, std::vector<Gesture>& out) {
    if (slide(event, out) || pull(event)) return;
    Finger& finger = *active_;
    if (!finger.dragging) {
        const float dx = event.at.x - finger.start.x, dy = event.at.y - finger.start.y;
        if (finger.scroll != 0 && std::fabs(dy) > slop_ && !finger.spent) {
            finger.dragging = true;
            finger.last = event.at;
            pressed_ = 0;
            out.push_back({Gesture::Kind::drag_start, finger.scroll, event.at, 0, event.time_ms});
        } else if (std::hypot(dx, dy) > slop_ && !finger.widget.inset(-slop_).contains(event.at)) {
            pressed_ = 0;
        }
        return;
    }
    const float dy = event.at.y - finger.last.y;
    finger.last = event.at;
    if (dy != 0) out.push_back({Gesture::Kind::drag, finger.scroll, event.at, dy, event.time_ms});
}

void Touch::up(const platform::Event& event, std::vector<Gesture>& out) {
    move(event, out);
    const Finger finger = *active_;
    const WidgetId widget = pressed_;
    active_.reset();
    pressed_ = 0;
    if (misses(finger, widget, event.time_ms))
        out.push_back({Gesture::Kind::missed, widget, event.at, 0, event.time_ms});
    last_aimed_ = finger.aimed;
    last_up_ms_ = event.time_ms;
    if (finger.dragging) {
        out.push_back({Gesture::Kind::drag_end, finger.scroll, event.at, 0, event.time_ms});
    } else if (finger.pulled && event.at.y - finger.start.y < kFarPull * slop_) {
        return;
    } else if (widget != 0 && !finger.spent && !finger.sliding && counts(finger, event.time_ms)) {
        tapped_ = Tapped{event.time_ms, event.at, there_};
        out.push_back({Gesture::Kind::tap, widget, event.at, 0, event.time_ms});
    }
}

void Touch::cancel(std::int64_t time_ms, std::vector<Gesture>& out) {
    if (active_ && active_->dragging)
        out.push_back({Gesture::Kind::drag_end, active_->scroll, active_->last, 0, time_ms});
    reset();
}

void Touch::tick(std::int64_t now_ms, std::vector<Gesture>& out) {
    const auto deadline = next_deadline_ms();
    if (!deadline || now_ms < *deadline) return;
    active_->spent = true;
    out.push_back({Gesture::Kind::long_press, pressed_, active_->start, 0, now_ms});
}

std::optional<std::int64_t> Touch::next_deadline_ms() const {
    if (!active_ || !active_->long_press || active_->spent || active_->dragging || pressed_ == 0)
        return std::nullopt;
    return active_->since_ms + kLongPressMs;
}

void Touch::reset() {
    active_.reset();
    pressed_ = 0;
}

}  // namespace candor::ui
