#pragma once
#include <xf86drmMode.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "base/descriptor.h"
#include "base/result.h"
#include "platform/rotation.h"

namespace candor::platform {

/// A screen that is plugged into a card, and what drives it.
struct Head {
    std::uint32_t connector = 0, crtc = 0;
    drmModeModeInfo mode{};
    Extent size_mm;  ///< as the screen says; 0 x 0: it does not

    Extent extent() const { return {mode.hdisplay, mode.vdisplay}; }
};

/// A graphics card (a DRM device) that this program alone draws on while it lives.
class Card {
  public:
    /// Faults: unreachable (it cannot be opened, or drives no screens), locked (another program has
    /// it).
    static base::Result<Card> open(const std::filesystem::path& file);

    int fd() const { return fd_.get(); }
    /// The first screen that is plugged in, one that is built in before others. Asks the screens,
    /// which takes a while. `wanted` as choose_mode's.
    std::optional<Head> find_head(Extent wanted) const;
    /// What the kernel knows of it already.
    bool is_plugged_in(const Head& head) const;
    /// Nothing is seen on any other screen of the card.
    void darken_all_but(const Head& head) const;

  private:
    explicit Card(base::Descriptor fd) : fd_(std::move(fd)) {}
    base::Descriptor fd_;
};

/// All that there are, in their order.
std::vector<std::filesystem::path> card_files();

}  // namespace candor::platform
