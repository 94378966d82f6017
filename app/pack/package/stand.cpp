#include "pack/package/stand.h"

#include <algorithm>

namespace candor::pack {

float Stand::out_of_reach() const {
    if (height_mm == 0 || bottom_mm == 0) return 0;
    const float reached = static_cast<float>(reach_mm - bottom_mm) / static_cast<float>(height_mm);
    return std::clamp(1 - reached, 0.0F, 1.0F);
}

Stand read_stand(const Fields& fields) {
    constexpr int kSmallest = 50, kTallest = 5000, kLowest = 380, kHighest = 2200;
    Stand stand;
    stand.height_mm = fields.whole_number("height_mm", kSmallest, kTallest, 0, Need::optional);
    stand.bottom_mm = fields.whole_number("bottom_mm", 1, kHighest, 0, Need::optional);
    stand.reach_mm = fields.whole_number("reach_mm", kLowest, kHighest, 1220, Need::optional);
    return stand;
}

}  // namespace candor::pack
