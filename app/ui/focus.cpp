#include <algorithm>

#include "ui/ui.h"

// Which widget the keyboard's keys go to.

namespace candor::ui {

base::Point Ui::layout_point(base::Point at) const {
    if (canvas_.mirrored()) at.x = static_cast<float>(frame_.width_px) - at.x;
    return at;
}

/// Follows the pointer: what it is over, and the focus to what it presses.
void Ui::point(const platform::Event& event) {
    using platform::EventKind;
    if (event.kind != EventKind::pointer_down && event.kind != EventKind::pointer_move &&
        event.kind != EventKind::pointer_up)
        return;
    pointer_ = event.at;
    hovered_ = 0;
    for (auto target = targets_.rbegin(); target != targets_.rend() && hovered_ == 0; ++target)
        if (!target->scrolls && target->rect.contains(event.at)) hovered_ = target->id;
    if (event.kind != EventKind::pointer_down) return;
    press_from_ = event.at;
    focus_shown_ = false;
    if (frame_.keyboard) focus_ = hovered_;
}

/// Whether the key was meant for the focus, so that nobody else needs to hear of it.
bool Ui::take_key(const platform::Event& event) {
    using platform::Key;
    if (!frame_.keyboard) return false;
    if (event.key == Key::tab || event.key == Key::back_tab) {
        move_focus(event.key == Key::tab ? 1 : -1);
        return true;
    }
    if (event.key != Key::enter && event.key != Key::space) return false;
    const auto at = std::find_if(stops_.begin(), stops_.end(),
                                 [this](const Stop& stop) { return stop.id == focus_; });
    if (at == stops_.end() || at->edits) return false;
    tapped_ = focus_;
    tapped_at_ = {at->rect.x + at->rect.w / 2, at->rect.y + at->rect.h / 2};
    focus_shown_ = true;
    return true;
}

bool Ui::typing() const {
    return std::any_of(stops_.begin(), stops_.end(),
                       [this](const Stop& stop) { return stop.id == focus_ && stop.edits; });
}

void Ui::move_focus(int by) {
    if (stops_.empty()) return;
    const auto at = std::find_if(stops_.begin(), stops_.end(),
                                 [this](const Stop& stop) { return stop.id == focus_; });
    const auto count = static_cast<int>(stops_.size());
    // What had the focus may be gone: then go on from where it was.
    int next = by > 0 ? 0 : count - 1;
    if (at != stops_.end())
        next = (static_cast<int>(at - stops_.begin()) + by + count) % count;
    else if (focus_ != 0)
        next = std::min(static_cast<int>(focus_index_), count - 1);
    focus_index_ = static_cast<std::size_t>(next);
    focus_ = stops_[focus_index_].id;
    focus_shown_ = focus_moved_ = true;
}

void Ui::stop_here(const Node& node, WidgetId id, const base::Rect& seen, std::string_view key) {
    if (!focus_wanted_.empty() && key == focus_wanted_) {
        focus_ = id;
        focus_wanted_.clear();
        focus_moved_ = animating_ = true;  // what was drawn before does not know yet
    }
    if (focus_ == id) {
        focus_index_ = stops_.size();
        focus_key_ = key;
    }
    if (node.tab_stop) stops_.push_back({id, seen, (node.actions & kEdit) != 0});
}

void Ui::reveal_focus(const base::Rect& rect) {
    if (!focus_moved_) return;
    focus_moved_ = false;
    if (scroll_stack_.empty()) return;
    ScrollRegion& region = scrolls_[scroll_stack_.back()];
    const float room = px(16);
    const float above = region.viewport.y + room - rect.y;
    const float below = rect.bottom() + room - region.viewport.bottom();
    if (above <= 0 && below <= 0) return;
    const float by = above > 0 ? -above : std::min(below, -above);
    region.scroll.glide_to(region.scroll.offset() + by, frame_.now_ms);
    animating_ = true;
}

/// A ring around it, for those who came by key.
void Ui::draw_focus() {
    if (!focus_shown_) return;
    for (const Stop& stop : stops_) {
        if (stop.id != focus_ || stop.edits || stop.rect.w <= 0 || stop.rect.h <= 0) continue;
        const base::Rect ring = canvas_.reflect(stop.rect).inset(-px(3));
        canvas_.ring(ring, px(14), px(2), colour::kCard);
        canvas_.ring(ring.inset(px(-2)), px(16), px(3), colour::kAmber);
    }
}

}  // namespace candor::ui
