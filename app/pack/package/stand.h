#pragma once
#include "pack/folder/fields.h"

// In kiosk.yaml:
//
//   display:
//     height_mm: 477      # of the picture, from its upper to its lower edge; none: as it says
//     itself bottom_mm: 850      # its lower edge above the floor; none: not known reach_mm: 1220
//     # what somebody who sits reaches

namespace candor::pack {

/// How large the screen is, and how high it stands. Millimetres; 0: not known.
struct Stand {
    int height_mm = 0, bottom_mm = 0;
    int reach_mm = 1220;  ///< 48 inches: ADA 308, EN 301 549 8.3

    bool operator==(const Stand&) const = default;
    /// The share of the screen, from its top, that is out of that reach. 0: none, or not known.
    float out_of_reach() const;
};

/// From the fields of `display:`. What cannot be read is told, and is as if it did not stand there.
Stand read_stand(const Fields& fields);

}  // namespace candor::pack
