#include "paint/displacement.h"

#include <bit>
#include <cstdlib>

#include "paint/hash.h"

namespace candor::paint {
namespace {

constexpr std::size_t kRun = 4;        // items in a row that make a landmark: most are unique
constexpr std::size_t kSamples = 128;  // landmarks of the new frame that vote
constexpr int kMaxAlike = 6;           // landmarks of one key that are remembered
constexpr std::size_t kMaxVotes = 256;

// What kRun items from `first` on look like and how they stand to each other, wherever they are.
std::uint64_t landmark(const std::vector<DrawItem>& items, std::size_t first) {
    std::uint64_t key = 1;
    for (std::size_t i = first; i < first + kRun; ++i) {
        const DrawItem& item = items[i];
        key = mix(key, item.content + mix(pack(item.u, item.v), pack(item.box.w, item.box.h)));
        key = mix(key, pack(item.box.x - items[first].box.x, item.box.y - items[first].box.y));
    }
    return key | 1;
}

}  // namespace

void DisplacementFinder::remember(const Landmark& landmark) {
    const std::size_t mask = table_.size() - 1;
    int alike = 0;
    std::size_t i = landmark.key >> 1 & mask;
    for (; table_[i].key != 0; i = (i + 1) & mask)
        if (table_[i].key == landmark.key && ++alike == kMaxAlike) return;
    table_[i] = landmark;
}

// Things that repeat vote for every place they may have come from; only the true way they went
// gathers the votes of all.
void DisplacementFinder::vote(const Landmark& landmark) {
    const std::size_t mask = table_.size() - 1;
    for (std::size_t i = landmark.key >> 1 & mask; table_[i].key != 0; i = (i + 1) & mask) {
        if (table_[i].key != landmark.key) continue;
        const int dx = landmark.x - table_[i].x, dy = landmark.y - table_[i].y;
        if (dx == 0 && dy == 0) continue;
        const auto same = std::find_if(votes_.begin(), votes_.end(),
                                       [&](const Vote& v) { return v.dx == dx && v.dy == dy; });
        if (same != votes_.end())
            ++same->count;
        else if (votes_.size() < kMaxVotes)
            votes_.push_back({dx, dy, 1});
    }
}

std::optional<Displacement> DisplacementFinder::find(const std::vector<DrawItem>& before,
                                                     const std::vector<DrawItem>& after) {
    if (before.size() < kRun || after.size() < kRun) return std::nullopt;
    table_.assign(std::bit_ceil(before.size() * 2), Landmark{0, 0, 0});
    votes_.clear();
    for (std::size_t i = 0; i + kRun <= before.size(); ++i)
        remember({landmark(before, i), before[i].box.x, before[i].box.y});
    const std::size_t step = std::max<std::size_t>(1, after.size() / kSamples);
    for (std::size_t i = 0; i + kRun <= after.size(); i += step)
        vote({landmark(after, i), after[i].box.x, after[i].box.y});
    const auto most =
        std::max_element(votes_.begin(), votes_.end(), [](const Vote& a, const Vote& b) {
            const int distance_a = std::abs(a.dx) + std::abs(a.dy);
            const int distance_b = std::abs(b.dx) + std::abs(b.dy);
            return a.count != b.count ? a.count < b.count : distance_a > distance_b;
        });
    if (most == votes_.end()) return std::nullopt;
    return Displacement{most->dx, most->dy};
}

}  // namespace candor::paint
