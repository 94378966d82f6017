#pragma once
#include <array>
#include <span>

#include "base/geometry.h"
#include "platform/kms/stale_rects.h"
#include "platform/rotation.h"

namespace candor::platform {

/// Two buffers that a picture is copied to, turned; one of them is shown. Both views must stay
/// alive, and fit the pictures.
class TwoBuffers {
  public:
    TwoBuffers(base::PixelView first, base::PixelView second, Rotation rotation)
        : buffers_{first, second}, rotation_(rotation) {}

    /// The index of the one that is shown.
    std::size_t shown() const { return shown_; }
    /// What changed in the picture, into the one that is shown.
    void write_shown(base::PixelView picture, std::span<const base::IntRect> changed);
    /// The other one becomes the picture, in which that changed since the last call.
    void write_other(base::PixelView picture, std::span<const base::IntRect> changed);
    /// The other one, just written, is shown from now on.
    void swap(std::span<const base::IntRect> changed);

  private:
    void copy(base::PixelView picture, std::span<const base::IntRect> rects, std::size_t to) const;

    std::array<base::PixelView, 2> buffers_;
    Rotation rotation_;
    std::size_t shown_ = 0;
    StaleRects stale_;  ///< of the other one, in the picture
};

}  // namespace candor::platform
