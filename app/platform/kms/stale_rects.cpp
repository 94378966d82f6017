#include "platform/kms/stale_rects.h"

#include <algorithm>
#include <cstdint>

namespace candor::platform {
namespace {

constexpr std::int64_t kMuchOfIt = 4;

base::IntRect around(base::IntRect a, base::IntRect b) {
    const int x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.w, b.x + b.w) - x, std::max(a.y + a.h, b.y + b.h) - y};
}

}  // namespace

void StaleRects::add(std::span<const base::IntRect> rects) {
    std::copy_if(rects.begin(), rects.end(), std::back_inserter(rects_),
                 [](const base::IntRect& each) { return !is_empty(each); });
    if (rects_.size() <= kMost) return;
    base::IntRect all = rects_.front();
    for (const base::IntRect& each : rects_) all = around(all, each);
    rects_.assign(1, all);
}

bool is_much(std::span<const base::IntRect> changed, Extent picture) {
    std::int64_t pixels = 0;
    for (const base::IntRect& each : changed) pixels += std::int64_t{each.w} * each.h;
    return pixels * kMuchOfIt > std::int64_t{picture.width} * picture.height;
}

}  // namespace candor::platform
