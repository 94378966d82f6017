#include "ui/scroll_regions.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace candor::ui {

WidgetId ScrollRegions::id_of(std::string_view key) {
    return std::hash<std::string_view>{}(key) | 1U;
}

void ScrollRegions::begin_frame(std::int64_t now_ms, float margin_px) {
    now_ms_ = now_ms;
    margin_ = margin_px;
    due_ = false;
    stack_.clear();
    for (auto& [id, region] : regions_) due_ |= region.scroll.step(now_ms);
}

void ScrollRegions::forget_visit() {
    regions_.clear();
    revealed_.clear();
}

bool ScrollRegions::take(const Gesture& gesture) {
    const auto found = regions_.find(gesture.id);
    if (found == regions_.end()) return false;
    Scroll& scroll = found->second.scroll;
    switch (gesture.kind) {
        case Gesture::Kind::touch_down: {
            if (!scroll.moving()) return false;
            const bool stopped = scroll.fast();
            scroll.finger_down(gesture.time_ms);
            scroll.finger_up(gesture.time_ms);
            return stopped;
        }
        case Gesture::Kind::drag_start:
            scroll.finger_down(gesture.time_ms);
            return false;
        case Gesture::Kind::drag:
            scroll.drag(gesture.dy, gesture.time_ms);
            return false;
        case Gesture::Kind::drag_end:
            scroll.finger_up(gesture.time_ms);
            return false;
        case Gesture::Kind::tap:
        case Gesture::Kind::slide:
        case Gesture::Kind::missed:
        case Gesture::Kind::long_press:
        case Gesture::Kind::none:
            return false;
    }
    return false;
}

void ScrollRegions::wheel(WidgetId region, float dy_px, std::int64_t now_ms) {
    regions_[region].scroll.wheel(dy_px, now_ms);
}

float ScrollRegions::begin(std::string_view key, const base::Rect& viewport) {
    const WidgetId id = id_of(key);
    Region& region = regions_[id];
    region.viewport = viewport;
    region.content = viewport.y - std::round(region.scroll.offset());
    region.covered = 0;
    region.landmarks.clear();
    stack_.push_back(id);
    return region.content;
}

ScrollRegions::Extent ScrollRegions::end(float content_px) {
    Region& region = regions_[stack_.back()];
    stack_.pop_back();
    Scroll& scroll = region.scroll;
    const float drawn_at = scroll.offset();
    scroll.set_extent(content_px, region.viewport.h);
    // The content became shorter, or a keyboard gave its room back: this frame lies too far up.
    if (scroll.offset() != drawn_at) due_ = true;
    std::vector<int> below;
    for (const auto& [mark, y] : region.landmarks)
        if (y > region.viewport.bottom()) below.push_back(mark);
    if (below != region.below) due_ = true;  // who asked was told otherwise
    region.below = std::move(below);
    const float limit = scroll.limit();
    region.extent = {region.viewport};
    if (limit < 1) return region.extent;
    const float above = std::clamp(scroll.offset(), 0.0F, limit);
    return region.extent = {region.viewport, true,          above / limit,
                            above,           limit - above, region.covered};
}

ScrollRegions::Extent ScrollRegions::extent(std::string_view key) const {
    const auto found = regions_.find(id_of(key));
    return found == regions_.end() ? Extent{} : found->second.extent;
}

void ScrollRegions::jump(std::string_view key, float offset_px) {
    if (offset_px <= 0) revealed_.clear();
    Region& region = regions_[id_of(key)];
    if (offset_px <= 0) region.below.clear();
    region.scroll.jump_to(offset_px);
}

void ScrollRegions::keep_in_sight(std::string_view key, float top_px, float bottom_px) {
    const auto found = regions_.find(id_of(key));
    if (found == regions_.end()) return;
    Scroll& scroll = found->second.scroll;
    const float height = found->second.viewport.h;
    if (top_px < scroll.offset()) return scroll.jump_to(top_px);
    if (bottom_px > scroll.offset() + height) scroll.jump_to(bottom_px - height);
}

void ScrollRegions::reveal(WidgetId id, std::string_view mark, float offset_px) {
    if (revealed_ == mark) return;
    regions_[id].scroll.jump_to(std::max(0.0F, offset_px - margin_));
    revealed_ = mark;
    due_ = true;  // drawn at its place in the next frame
}

void ScrollRegions::reveal(std::string_view key, std::string_view mark, float offset_px) {
    reveal(id_of(key), mark, offset_px);
}

void ScrollRegions::reveal_here(std::string_view mark, float y) {
    if (!stack_.empty()) reveal(stack_.back(), mark, y - regions_[stack_.back()].content);
}

void ScrollRegions::bring_into_sight(std::string_view mark, float lead, float top, float bottom) {
    if (stack_.empty()) return;
    const base::Rect& view = regions_[stack_.back()].viewport;
    const auto has_room = [&](float from) { return bottom - from + 2 * margin_ <= view.h; };
    const auto fills = [&](float from) { return !has_room(from) && bottom - from <= view.h; };
    const auto in_the_middle = [&](float from) {
        return from + margin_ - (view.h - (bottom - from)) / 2;
    };
    const float least = top < view.y ? top : std::min(top, bottom + 2 * margin_ - view.h);
    const float start = has_room(lead) ? lead
                        : fills(lead)  ? in_the_middle(lead)
                        : fills(top)   ? in_the_middle(top)
                                       : least;
    const bool seen = start >= view.y && bottom + margin_ <= view.bottom();
    reveal_here(mark, seen ? view.y + margin_ : start);
}

void ScrollRegions::glide_here(std::string_view mark, float y) {
    if (stack_.empty() || revealed_ == mark) return;
    Region& region = regions_[stack_.back()];
    region.scroll.glide_to(std::max(0.0F, y - region.content - margin_), now_ms_);
    revealed_ = mark;
    due_ = true;
}

void ScrollRegions::landmark(int id, float y) {
    if (!stack_.empty()) regions_[stack_.back()].landmarks.emplace_back(id, y);
}

std::vector<int> ScrollRegions::landmarks_below(std::string_view key) const {
    const auto found = regions_.find(id_of(key));
    return found == regions_.end() ? std::vector<int>{} : found->second.below;
}

void ScrollRegions::go_on(std::string_view key) {
    const auto found = regions_.find(id_of(key));
    if (found == regions_.end()) return;
    Region& region = found->second;
    const float seen = region.viewport.h - region.extent.covered - 2 * margin_;
    region.scroll.glide_to(region.scroll.offset() + seen, now_ms_);
    due_ = true;
}

void ScrollRegions::cover(float height_px) {
    if (!stack_.empty()) regions_[stack_.back()].covered = height_px;
}

const base::Rect* ScrollRegions::viewport() const {
    const auto found = stack_.empty() ? regions_.end() : regions_.find(stack_.back());
    return found == regions_.end() ? nullptr : &found->second.viewport;
}

void ScrollRegions::glide_to(const base::Rect& rect, float room_px) {
    if (stack_.empty()) return;
    Region& region = regions_[stack_.back()];
    const float above = region.viewport.y + room_px - rect.y;
    const float below = rect.bottom() + room_px - region.viewport.bottom();
    if (above <= 0 && below <= 0) return;
    const float by = above > 0 ? -above : std::min(below, -above);
    region.scroll.glide_to(region.scroll.offset() + by, now_ms_);
    due_ = true;
}

}  // namespace candor::ui
