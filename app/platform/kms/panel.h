#pragma once
#include <array>
#include <memory>
#include <span>

#include "base/geometry.h"
#include "base/result.h"
#include "platform/kms/card.h"
#include "platform/kms/dumb_buffer.h"
#include "platform/kms/two_buffers.h"

namespace candor::platform {

/// A lit screen with two buffers of its own. What changes a little is written into the one that is
/// shown, and the card is told which rectangles (drmModeDirtyFB); what changes much is written into
/// the other, which is then shown as a whole, so that nobody sees half of a scrolled page. One
/// thread; `card` must outlive it.
class Panel {
  public:
    /// Lights the screen, and darkens the card's other ones. Fault unreachable: the card refuses.
    static base::Result<std::unique_ptr<Panel>> light(const Card& card, const Head& head,
                                                      Rotation rotation);
    /// Lights it again, as after a suspended machine's sleep.
    base::Result<void> light_again();

    const Head& head() const { return head_; }
    /// Shows `changed`, which lies within the picture; that fills the glass, turned. Fault
    /// unreachable: the screen or the card is gone, or taken.
    base::Result<void> show(base::PixelView picture, std::span<const base::IntRect> changed);
    /// Takes the card's word that a buffer is shown. Blocks no longer than `timeout_ms`.
    void take_flip(int timeout_ms);
    bool flip_is_due() const { return flip_is_due_; }

  private:
    Panel(const Card& card, const Head& head, Rotation rotation, std::unique_ptr<DumbBuffer> first,
          std::unique_ptr<DumbBuffer> second);
    std::uint32_t shown() const { return memory_[pixels_.shown()]->id(); }
    bool flip(base::PixelView picture, std::span<const base::IntRect> changed);
    base::Result<void> tell(base::PixelView picture, std::span<const base::IntRect> changed);

    const Card& card_;
    Head head_;
    Rotation rotation_;
    std::array<std::unique_ptr<DumbBuffer>, 2> memory_;
    TwoBuffers pixels_;
    bool flips_ = true, tells_ = true, flip_is_due_ = false;
};

}  // namespace candor::platform
