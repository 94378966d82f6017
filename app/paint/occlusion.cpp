#include "paint/occlusion.h"

#include <deque>

namespace candor::paint {
namespace {

constexpr int kMinWidth = 32, kMinHeight = 16;  // smaller ones hide too little
constexpr std::size_t kLookBack = 40;           // items
constexpr std::size_t kRemembered = 12;         // rectangles that may grow together

// A rectangle that is opaque once the items up to some point are drawn; it hides what came before
// `since`.
struct Occluder {
    base::IntRect box;
    std::size_t since;
};

bool touch(int start_a, int length_a, int start_b, int length_b) {
    return start_a <= start_b + length_b && start_b <= start_a + length_a;
}

// Whether the two make one rectangle without a gap.
bool unite(const base::IntRect& a, const base::IntRect& b, base::IntRect& both) {
    const bool column = a.x == b.x && a.w == b.w && touch(a.y, a.h, b.y, b.h);
    const bool row = a.y == b.y && a.h == b.h && touch(a.x, a.w, b.x, b.w);
    if (!column && !row) return false;
    both.x = std::min(a.x, b.x), both.y = std::min(a.y, b.y);
    both.w = std::max(a.x + a.w, b.x + b.w) - both.x;
    both.h = std::max(a.y + a.h, b.y + b.h) - both.y;
    return true;
}

void cut_to(DrawItem& item, const base::IntRect& rest) {
    if (item.kind != Kind::solid) {
        if (!item.stretch_x) item.u += rest.x - item.box.x;
        if (!item.stretch_y) item.v += rest.y - item.box.y;
    }
    item.box = rest;
}

void cut(DrawItem& item, const base::IntRect& hidden) {
    base::IntRect box = item.box;
    const int right = box.x + box.w, bottom = box.y + box.h;
    const int hidden_right = hidden.x + hidden.w, hidden_bottom = hidden.y + hidden.h;
    if (hidden.x <= box.x && hidden_right >= right) {
        if (hidden.y <= box.y && hidden_bottom > box.y) {
            box.y = std::min(hidden_bottom, bottom);
            box.h = bottom - box.y;
        } else if (hidden_bottom >= bottom && hidden.y < bottom) {
            box.h = hidden.y - box.y;
        }
    } else if (hidden.y <= box.y && hidden_bottom >= bottom) {
        if (hidden.x <= box.x && hidden_right > box.x) {
            box.x = std::min(hidden_right, right);
            box.w = right - box.x;
        } else if (hidden_right >= right && hidden.x < right) {
            box.w = hidden.x - box.x;
        }
    }
    if (!(box == item.box)) cut_to(item, box);
}

void hide_under(std::vector<DrawItem>& items, const Occluder& occluder) {
    const std::size_t first = occluder.since > kLookBack ? occluder.since - kLookBack : 0;
    for (std::size_t i = first; i < occluder.since; ++i)
        if (!is_empty(items[i].box)) cut(items[i], occluder.box);
}

}  // namespace

void drop_hidden(std::vector<DrawItem>& items) {
    std::deque<Occluder> recent;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!items[i].opaque || items[i].box.w < kMinWidth || items[i].box.h < kMinHeight) continue;
        const Occluder alone{items[i].box, i};
        const std::size_t known = recent.size();
        for (std::size_t r = 0; r < known; ++r) {
            Occluder both{{}, std::min(recent[r].since, i)};
            if (!unite(recent[r].box, alone.box, both.box)) continue;
            hide_under(items, both);
            recent.push_back(both);
        }
        hide_under(items, alone);
        recent.push_back(alone);
        while (recent.size() > kRemembered) recent.pop_front();
    }
    std::erase_if(items, [](const DrawItem& item) { return is_empty(item.box); });
}

}  // namespace candor::paint
