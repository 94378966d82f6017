#include "ui/presence.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace candor::ui {
namespace {

using platform::Event;
using platform::EventKind;

constexpr std::int64_t kStillMs = 30'000;
constexpr std::int64_t kHabitMs = 30'000;
constexpr std::int64_t kPauseMs = 5'000;
constexpr std::int64_t kTirelessMs = 10 * 60'000;
constexpr float kNoMovementPx = 16;
constexpr std::size_t kMostHabits = 8;  // what is broken does a few things, in turn

bool is_pointer(EventKind kind) {
    return kind == EventKind::pointer_down || kind == EventKind::pointer_move ||
           kind == EventKind::pointer_up || kind == EventKind::pointer_cancel;
}

bool is_input(EventKind kind) {
    return (is_pointer(kind) && kind != EventKind::pointer_cancel) || kind == EventKind::wheel ||
           kind == EventKind::key || kind == EventKind::text;
}

bool is_near(base::Point a, base::Point b) {
    return std::hypot(a.x - b.x, a.y - b.y) <= kNoMovementPx;
}

/// Which key it was; empty: a place.
std::string key_of(const Event& event) {
    if (event.kind == EventKind::text) return "text " + event.text;
    if (event.kind != EventKind::key) return {};
    return "key " + std::to_string(static_cast<int>(event.key)) + event.text + event.key_name;
}

}  // namespace

Presence::Held* Presence::held(std::int64_t pointer) {
    const auto found = std::find_if(held_.begin(), held_.end(),
                                    [&](const Held& each) { return each.pointer == pointer; });
    return found == held_.end() ? nullptr : &*found;
}

Presence::Sifted Presence::sift(const std::vector<Event>& events, std::int64_t now_ms) {
    Sifted sifted;
    for (const Event& event : events) {
        Held* press = is_pointer(event.kind) ? held(event.pointer) : nullptr;
        const bool of_cancelled =
            press != nullptr && press->cancelled && event.kind != EventKind::pointer_down;
        if (is_input(event.kind) && !of_cancelled && take(event, now_ms)) sifted.somebody = true;
        if (event.kind == EventKind::pointer_up || event.kind == EventKind::pointer_cancel)
            std::erase_if(held_, [&](const Held& each) { return each.pointer == event.pointer; });
        if (!of_cancelled) sifted.events.push_back(event);
    }
    cancel_still(now_ms, sifted.events);
    if (sifted.somebody) sifted.somebody = !is_tireless(now_ms);
    return sifted;
}

/// True: it is a person's.
bool Presence::take(const Event& event, std::int64_t now_ms) {
    Held* press = is_pointer(event.kind) ? held(event.pointer) : nullptr;
    if (event.kind == EventKind::pointer_down) {
        const Held fresh{event.pointer, now_ms, event.at};
        if (press != nullptr)
            *press = fresh;
        else
            held_.push_back(fresh);
    }
    if (event.kind == EventKind::pointer_move && press != nullptr)
        return move(event, *press, now_ms);
    return is_news(event, now_ms);
}

bool Presence::move(const Event& event, Held& press, std::int64_t now_ms) {
    if (is_near(event.at, press.at)) return false;
    press.at = event.at;
    press.since_ms = now_ms;
    return true;
}

void Presence::cancel_still(std::int64_t now_ms, std::vector<Event>& out) {
    for (Held& press : held_) {
        if (press.cancelled || now_ms - press.since_ms < kStillMs) continue;
        press.cancelled = true;
        out.push_back({.kind = EventKind::pointer_cancel,
                       .time_ms = now_ms,
                       .pointer = press.pointer,
                       .at = press.at});
    }
}

/// False: the same was done for too long without a pause.
bool Presence::is_news(const Event& event, std::int64_t now_ms) {
    std::erase_if(habits_, [&](const Habit& each) { return now_ms - each.last_ms >= kPauseMs; });
    const std::string key = key_of(event);
    const auto known = std::find_if(habits_.begin(), habits_.end(), [&](const Habit& each) {
        return each.key == key && (!key.empty() || is_near(each.at, event.at));
    });
    Habit habit{event.at, key, now_ms, now_ms};
    if (known != habits_.end()) {
        habit = std::move(*known);
        habit.last_ms = now_ms;
        habits_.erase(known);
    } else if (habits_.size() >= kMostHabits) {
        habits_.erase(habits_.begin());
    }
    habits_.push_back(habit);
    return now_ms - habit.since_ms < kHabitMs;
}

bool Presence::is_tireless(std::int64_t now_ms) {
    if (!busy_since_ms_ || now_ms - busy_last_ms_ >= kPauseMs) busy_since_ms_ = now_ms;
    busy_last_ms_ = now_ms;
    return now_ms - *busy_since_ms_ >= kTirelessMs;
}

std::optional<std::int64_t> Presence::next_deadline_ms() const {
    std::optional<std::int64_t> next;
    for (const Held& press : held_)
        if (!press.cancelled)
            next = std::min(next.value_or(press.since_ms + kStillMs), press.since_ms + kStillMs);
    return next;
}

}  // namespace candor::ui
