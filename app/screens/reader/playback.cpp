#include "screens/reader/playback.h"

#include <algorithm>

namespace candor::screens {
namespace {

constexpr int kReadWordMs = 400, kLeastRestMs = 2'000;

int words_in(const std::string& text) {
    return 1 + static_cast<int>(std::count(text.begin(), text.end(), ' '));
}

/// Slow at both ends.
float eased(float t) { return t * t * (3 - 2 * t); }

float between(int from, int to, float share) {
    return static_cast<float>(from) + static_cast<float>(to - from) * share;
}

}  // namespace

int Playback::at(std::int64_t now_ms) const {
    const std::int64_t gone = std::max<std::int64_t>(0, now_ms - since_ms);
    return static_cast<int>(std::min<std::int64_t>(until_ms, from_ms + gone));
}

Timing::Timing(const pack::Sequence& sequence) {
    int ms = 0;
    for (const auto& key : sequence.keys) {
        arrivals_.push_back(ms += key.move_ms);
        leaves_.push_back(
            ms += std::max(kLeastRestMs, kReadWordMs * words_in(pack::plain_text(key.caption))));
    }
}

Timing::Moment Timing::at(int ms) const {
    std::size_t key = 0;
    while (key + 1 < leaves_.size() && ms >= leaves_[key]) ++key;
    const std::size_t from = key == 0 ? 0 : key - 1;
    const int start = key == 0 ? 0 : leaves_[from], way = arrivals_[key] - start;
    if (ms < arrivals_[key] && way > 0)
        return {from, key, eased(static_cast<float>(ms - start) / static_cast<float>(way)), {}};
    const bool last = key + 1 == leaves_.size();
    return {from, key, 1, last ? std::nullopt : std::optional(leaves_[key])};
}

LayerStand stand_of(const pack::Sequence& sequence, std::size_t layer,
                    const Timing::Moment& moment) {
    constexpr float kPercent = 100;
    const pack::LayerPlace& from = sequence.keys[moment.from].places[layer];
    const pack::LayerPlace& to = sequence.keys[moment.key].places[layer];
    return {between(from.x, to.x, moment.share), between(from.y, to.y, moment.share),
            between(from.scale, to.scale, moment.share) / kPercent,
            between(from.opacity, to.opacity, moment.share) / kPercent};
}

}  // namespace candor::screens
