#include "ui/focus.h"

#include <algorithm>
#include <cmath>

namespace candor::ui {

void Focus::begin_frame() {
    stops_.clear();
    due_ = false;
}

void Focus::forget_visit() {
    stops_.clear();
    focus_ = 0;
    starts_over_ = ringed_ = false;
    wanted_.clear();
}

std::vector<Focus::Stop>::const_iterator Focus::here() const {
    return std::find_if(stops_.begin(), stops_.end(),
                        [this](const Stop& stop) { return stop.id == focus_; });
}

void Focus::follow_pointer(WidgetId id) {
    focus_ = id;
    hide_ring();
}

/// The stop that comes after that one: a widget in several parts is one.
int Focus::beside(int stop, int by) const {
    const auto count = static_cast<int>(stops_.size());
    const auto id = [this](int each) { return stops_[static_cast<std::size_t>(each)].id; };
    int next = stop;
    do next = (next + by + count) % count;
    while (next != stop && id(next) == id(stop));
    return next;
}

void Focus::move(int by) {
    if (stops_.empty()) return;
    const auto at = here();
    const auto count = static_cast<int>(stops_.size());
    // What had the focus may be gone: then go on from where it was.
    int next = by > 0 ? 0 : count - 1;
    if (at != stops_.end())
        next = beside(static_cast<int>(at - stops_.begin()), by);
    else if (focus_ != 0)
        next = std::min(static_cast<int>(index_), count - 1);
    index_ = static_cast<std::size_t>(next);
    focus_ = stops_[index_].id;
    ringed_ = arrived_ = true;
}

namespace {

float middle_x(const base::Rect& rect) { return rect.x + rect.w / 2; }
float middle_y(const base::Rect& rect) { return rect.y + rect.h / 2; }

/// How far below (or above) the one that row is; not above 0: it is none.
float rows_apart(const base::Rect& from, const base::Rect& to, int by) {
    const float apart = by > 0 ? to.y - middle_y(from) : middle_y(from) - to.bottom();
    return to.w > 0 && to.h > 0 ? apart : 0;
}

}  // namespace

/// The nearest row first, and in it what is nearest sideways; nullptr: there is none.
const Focus::Stop* Focus::in_next_row(const Stop& from, int by) const {
    const Stop* nearest = nullptr;
    const auto sideways = [&](const Stop& stop) {
        return std::abs(middle_x(stop.rect) - middle_x(from.rect));
    };
    for (const Stop& stop : stops_) {
        const float apart = rows_apart(from.rect, stop.rect, by);
        if (stop.region != from.region || apart <= 0) continue;
        const float best = nearest == nullptr ? 0 : rows_apart(from.rect, nearest->rect, by);
        const bool same_row = nearest != nullptr && std::abs(apart - best) < stop.rect.h / 2;
        if (nearest == nullptr || (same_row ? sideways(stop) < sideways(*nearest) : apart < best))
            nearest = &stop;
    }
    return nearest;
}

void Focus::move_row(int by) {
    const auto at = here();
    const Stop* next = at == stops_.end() ? nullptr : in_next_row(*at, by);
    if (next == nullptr) return move(by);
    bring_to(next->id);
}

void Focus::bring_to(WidgetId id) {
    focus_ = id;
    ringed_ = arrived_ = true;
    if (const auto at = here(); at != stops_.end())
        index_ = static_cast<std::size_t>(at - stops_.begin());
}

std::optional<Focus::Stop> Focus::press() {
    const auto at = here();
    if (at == stops_.end() || at->edits) return {};
    return select();
}

std::optional<Focus::Stop> Focus::select() {
    const auto at = here();
    if (at == stops_.end()) return {};
    ringed_ = true;
    return *at;
}

void Focus::end_frame() {
    if (!starts_over_ || stops_.empty()) return;
    starts_over_ = false;
    const auto heading =
        std::find_if(stops_.begin(), stops_.end(), [](const Stop& stop) { return stop.heading; });
    bring_to(heading == stops_.end() ? stops_.front().id : heading->id);
    due_ = true;
}

Focus::Position Focus::position() const {
    Position position;
    const auto at = here();
    WidgetId last = 0;
    for (auto stop = stops_.begin(); stop != stops_.end(); ++stop) {
        if (stop->id != last) ++position.of;
        if (stop == at) position.at = position.of;
        last = stop->id;
    }
    return position;
}

bool Focus::draw(const Stop& stop, std::string_view key, bool tab_stop) {
    if (!wanted_.empty() && key == wanted_) {
        focus_ = stop.id;
        wanted_.clear();
        arrived_ = due_ = true;
    }
    const bool focused = focus_ == stop.id;
    if (focused) {
        index_ = stops_.size();
        key_ = key;
    }
    if (tab_stop) stops_.push_back(stop);
    return focused;
}

void Focus::bring_last_to(std::size_t at) {
    if (at >= stops_.size()) return;
    if (stops_.back().id == focus_) index_ = at;
    std::rotate(stops_.begin() + static_cast<std::ptrdiff_t>(at), stops_.end() - 1, stops_.end());
}

bool Focus::take_arrival() {
    const bool arrived = arrived_;
    arrived_ = false;
    return arrived;
}

bool Focus::typing() const {
    return std::any_of(stops_.begin(), stops_.end(),
                       [this](const Stop& stop) { return stop.id == focus_ && stop.edits; });
}

std::vector<base::Rect> Focus::ringed(RingText text) const {
    std::vector<base::Rect> parts;
    if (!ringed_) return parts;
    for (const Stop& stop : stops_)
        if (stop.id == focus_ && (!stop.edits || text == RingText::yes) && stop.rect.w > 0 &&
            stop.rect.h > 0)
            parts.push_back(stop.rect);
    return parts;
}

}  // namespace candor::ui
