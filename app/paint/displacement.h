#pragma once
#include <optional>
#include <vector>

#include "paint/draw_item.h"

namespace candor::paint {

struct Displacement {
    int dx = 0, dy = 0;
};

/// By how much most of the moved items have moved from one frame to the next: a guess, to be proved
/// tile by tile. Empty: nothing seems to have moved together.
class DisplacementFinder {
  public:
    std::optional<Displacement> find(const std::vector<DrawItem>& before,
                                     const std::vector<DrawItem>& after);

  private:
    struct Landmark {
        std::uint64_t key;
        int x, y;
    };
    void remember(const Landmark& landmark);
    void vote(const Landmark& landmark);

    struct Vote {
        int dx, dy, count;
    };
    std::vector<Landmark> table_;  ///< open addressing; key 0: free
    std::vector<Vote> votes_;
};

}  // namespace candor::paint
