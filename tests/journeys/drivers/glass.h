#pragma once
#include <functional>

#include "base/geometry.h"
#include "ui/accessible.h"

namespace candor::journeys {

using Wanted = std::function<bool(const ui::Tree&)>;

/// How a finger leaves the glass: at once, or after it lay still for a moment (no fling).
enum class Lift { at_once, after_a_rest };

/// What a person has in front of them: the screen at rest, as its accessible tree says it, and one
/// finger. Points are window pixels.
class Glass {
  public:
    virtual ~Glass() = default;
    /// The screen when it last came to rest.
    virtual const ui::Tree& tree() const = 0;
    /// Waits until the screen at rest is as wanted; false: it does not become so.
    virtual bool await(const Wanted& wanted) = 0;
    /// After a look: no sooner than an eye and a hand take.
    virtual void put_down(base::Point at) = 0;
    virtual void move_to(base::Point at) = 0;
    virtual void lift(Lift how) = 0;
    /// The second half of a double tap, where the finger was lifted.
    virtual void tap_again() = 0;
    /// Time goes by without a touch.
    virtual void wait(int seconds) = 0;
};

}  // namespace candor::journeys
