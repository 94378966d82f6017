#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>

#include "base/geometry.h"
#include "base/result.h"
#include "platform/rotation.h"

namespace candor::platform {

/// Memory that a card can show (a DRM dumb buffer, x8r8g8b8), black at first. Reading from it may
/// be slow. The card's descriptor must outlive it.
class DumbBuffer {
  public:
    /// Fault unreachable: the card has none to give.
    static base::Result<std::unique_ptr<DumbBuffer>> create(int card, Extent extent);
    ~DumbBuffer();
    DumbBuffer(const DumbBuffer&) = delete;
    DumbBuffer& operator=(const DumbBuffer&) = delete;

    /// Of the framebuffer, for the card.
    std::uint32_t id() const { return id_; }
    base::PixelView view() const;

  private:
    DumbBuffer(int card, Extent extent) : card_(card), extent_(extent) {}
    base::Result<void> make();

    int card_;
    Extent extent_;
    std::uint32_t handle_ = 0, pitch_ = 0, id_ = 0;
    std::size_t bytes_ = 0;
    void* memory_ = nullptr;
};

}  // namespace candor::platform
