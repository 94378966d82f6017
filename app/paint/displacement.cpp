#include "paint/displacement.h"

#include <bit>

#include "paint/hash.h"

namespace candor::paint {
namespace {

constexpr std::size_t kRun = 4;        // items in a row that make a landmark: most are unique
constexpr std::size_t kSamples = 128;  // landmarks of the new frame that vote

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

struct Vote {
    int dx, dy, count;
};

}  // namespace

DisplacementFinder::Landmark& DisplacementFinder::slot_of(std::uint64_t key) {
    std::size_t i = key >> 1 & (table_.size() - 1);
    while (table_[i].key != 0 && table_[i].key != key) i = (i + 1) & (table_.size() - 1);
    return table_[i];
}

std::optional<Displacement> DisplacementFinder::find(const std::vector<DrawItem>& before,
                                                     const std::vector<DrawItem>& after) {
    if (before.size() < kRun || after.size() < kRun) return std::nullopt;
    table_.assign(std::bit_ceil(before.size() * 2), Landmark{0, 0, 0, false});
    for (std::size_t i = 0; i + kRun <= before.size(); ++i) {
        const std::uint64_t key = landmark(before, i);
        Landmark& slot = slot_of(key);
        slot = {key, before[i].box.x, before[i].box.y, slot.key == key};
    }
    std::vector<Vote> votes;
    const std::size_t step = std::max<std::size_t>(1, after.size() / kSamples);
    for (std::size_t i = 0; i + kRun <= after.size(); i += step) {
        const Landmark& found = slot_of(landmark(after, i));
        if (found.key == 0 || found.repeated) continue;
        const int dx = after[i].box.x - found.x, dy = after[i].box.y - found.y;
        if (dx == 0 && dy == 0) continue;
        auto vote = std::find_if(votes.begin(), votes.end(),
                                 [&](const Vote& v) { return v.dx == dx && v.dy == dy; });
        if (vote == votes.end())
            votes.push_back({dx, dy, 1});
        else
            ++vote->count;
    }
    const auto most = std::max_element(
        votes.begin(), votes.end(), [](const Vote& a, const Vote& b) { return a.count < b.count; });
    if (most == votes.end()) return std::nullopt;
    return Displacement{most->dx, most->dy};
}

}  // namespace candor::paint
