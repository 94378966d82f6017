#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pack/page/sequence.h"

namespace candor::screens {

/// What of a sequence is on the screen: a moment of its course that goes on with the clock, and
/// then stays. All times in ms; those of the course start at 0.
struct Playback {
    std::string sequence;  ///< "pack/page/block"; empty: none was touched
    int from_ms = 0, until_ms = 0;
    std::int64_t since_ms = 0;  ///< the frame's time at `from_ms`

    int at(std::int64_t now_ms) const;
    bool runs(std::int64_t now_ms) const { return at(now_ms) < until_ms; }
};

/// The timing of a sequence: the way to each key, and the time that its caption takes to be read.
class Timing {
  public:
    explicit Timing(const pack::Sequence& sequence);

    struct Moment {
        std::size_t from = 0,
                    key = 0;  ///< on the way from that key to this one, whose words are said
        float share = 1;      ///< of the way, eased; 1: there
        std::optional<int> leaves_ms;  ///< there until then; nothing: on the way, or at the end
        bool moves() const { return share < 1; }
    };
    Moment at(int ms) const;
    int arrival(std::size_t key) const { return arrivals_[key]; }
    int end() const { return arrivals_.empty() ? 0 : arrivals_.back(); }

  private:
    std::vector<int> arrivals_, leaves_;  ///< of each key
};

/// Where a layer stands at a moment.
struct LayerStand {
    float x = 0, y = 0, scale = 1, opacity = 1;
};
LayerStand stand_of(const pack::Sequence& sequence, std::size_t layer,
                    const Timing::Moment& moment);

}  // namespace candor::screens
