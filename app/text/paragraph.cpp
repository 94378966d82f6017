#include "text/paragraph.h"

#include <algorithm>
#include <cmath>

namespace candor::text {

std::vector<base::Rect> Paragraph::mark_rects(int mark) const {
    std::vector<base::Rect> rects;
    for (const MarkRect& each : marks_) {
        if (each.mark == mark) rects.push_back(each.rect);
    }
    return rects;
}

std::vector<base::Rect> Paragraph::mark_rects_from(int least) const {
    std::vector<base::Rect> rects;
    for (const MarkRect& each : marks_) {
        if (each.mark >= least) rects.push_back(each.rect);
    }
    return rects;
}

base::Rect Paragraph::caret_rect(std::size_t at) const {
    const auto after = std::upper_bound(carets_.begin(), carets_.end(), at,
                                        [](std::size_t a, const Caret& c) { return a < c.byte; });
    return after == carets_.begin() ? base::Rect{} : std::prev(after)->rect;
}

std::size_t Paragraph::byte_at(base::Point point) const {
    if (lines_.empty()) return 0;
    const auto below = std::find_if(lines_.begin(), lines_.end() - 1,
                                    [&](const Line& line) { return point.y < line.bottom; });
    const Caret* nearest = nullptr;
    for (const Caret& caret : carets_) {
        const float middle = caret.rect.y + caret.rect.h / 2;
        if (middle < below->top || middle >= below->bottom) continue;
        if (nearest == nullptr ||
            std::abs(caret.rect.x - point.x) < std::abs(nearest->rect.x - point.x)) {
            nearest = &caret;
        }
    }
    return nearest != nullptr ? nearest->byte : 0;
}

}  // namespace candor::text
