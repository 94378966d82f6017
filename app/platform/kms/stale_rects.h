#pragma once
#include <span>
#include <vector>

#include "base/geometry.h"
#include "platform/rotation.h"

namespace candor::platform {

/// The parts of a buffer that are older than the picture. Few of them are kept apart; many become
/// the one around them all.
class StaleRects {
  public:
    static constexpr std::size_t kMost = 64;  // a card takes 256 at a time

    void add(std::span<const base::IntRect> rects);
    void clear() { rects_.clear(); }
    std::span<const base::IntRect> rects() const { return rects_; }

  private:
    std::vector<base::IntRect> rects_;
};

/// Whether so much of the picture changed that the eye would see one half of it before the other:
/// a quarter of it.
bool is_much(std::span<const base::IntRect> changed, Extent picture);

}  // namespace candor::platform
