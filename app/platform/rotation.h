#pragma once
#include "base/geometry.h"
#include "platform/window.h"

namespace candor::platform {

/// Width and height, in whole pixels.
struct Extent {
    int width = 0, height = 0;
    bool operator==(const Extent&) const = default;
};

/// The glass's extent for a picture's, and the other way round: a quarter turn swaps the two.
Extent turned(Extent extent, Rotation rotation);

/// Where a point on the glass is in the picture; `glass` is the glass's extent. Whole numbers name
/// a pixel's upper left corner on both sides.
base::Point to_picture(base::Point on_glass, Extent glass, Rotation rotation);

/// Where a rectangle of the picture is on the glass.
base::IntRect to_glass(base::IntRect in_picture, Extent picture, Rotation rotation);

/// The part of `rect` that lies in `extent`; w and h are 0 if there is none.
base::IntRect clipped(base::IntRect rect, Extent extent);

/// Copies `rect` of the picture to its place on the glass. The views must not overlap and fit each
/// other (turned()); `rect` lies within the picture.
void copy_turned(base::PixelView picture, base::IntRect rect, base::PixelView glass,
                 Rotation rotation);

}  // namespace candor::platform
