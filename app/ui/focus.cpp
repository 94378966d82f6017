#include "ui/focus.h"

#include <algorithm>

namespace candor::ui {

void Focus::begin_frame() {
    stops_.clear();
    due_ = false;
}

void Focus::forget_visit() {
    stops_.clear();
    focus_ = 0;
}

std::vector<Focus::Stop>::const_iterator Focus::here() const {
    return std::find_if(stops_.begin(), stops_.end(),
                        [this](const Stop& stop) { return stop.id == focus_; });
}

void Focus::follow_pointer(WidgetId id) {
    focus_ = id;
    hide_ring();
}

void Focus::move(int by) {
    if (stops_.empty()) return;
    const auto at = here();
    const auto count = static_cast<int>(stops_.size());
    // What had the focus may be gone: then go on from where it was.
    int next = by > 0 ? 0 : count - 1;
    if (at != stops_.end())
        next = (static_cast<int>(at - stops_.begin()) + by + count) % count;
    else if (focus_ != 0)
        next = std::min(static_cast<int>(index_), count - 1);
    index_ = static_cast<std::size_t>(next);
    focus_ = stops_[index_].id;
    ringed_ = arrived_ = true;
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
    ringed_ = true;
    return *at;
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

std::vector<base::Rect> Focus::ringed() const {
    std::vector<base::Rect> parts;
    if (!ringed_) return parts;
    for (const Stop& stop : stops_)
        if (stop.id == focus_ && !stop.edits && stop.rect.w > 0 && stop.rect.h > 0)
            parts.push_back(stop.rect);
    return parts;
}

}  // namespace candor::ui
