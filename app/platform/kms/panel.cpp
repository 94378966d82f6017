#include "platform/kms/panel.h"

#include <poll.h>
#include <unistd.h>
#include <xf86drm.h>

#include <cerrno>
#include <utility>
#include <vector>

#include "platform/kms/card_fault.h"

namespace candor::platform {
namespace {

// A screen that shows 10 frames a second is off.
constexpr int kLongestFlipMs = 100;

drmModeClip clip_of(base::IntRect rect) {
    return {static_cast<std::uint16_t>(rect.x), static_cast<std::uint16_t>(rect.y),
            static_cast<std::uint16_t>(rect.x + rect.w),
            static_cast<std::uint16_t>(rect.y + rect.h)};
}

}  // namespace

base::Result<std::unique_ptr<Panel>> Panel::light(const Card& card, const Head& head,
                                                  Rotation rotation) {
    auto first = TRY(DumbBuffer::create(card.fd(), head.extent()));
    auto second = TRY(DumbBuffer::create(card.fd(), head.extent()));
    std::unique_ptr<Panel> panel(
        new Panel(card, head, rotation, std::move(first), std::move(second)));
    TRY(panel->light_again());
    card.darken_all_but(head);
    drmModeSetCursor(card.fd(), head.crtc, 0, 0, 0);
    return panel;
}

Panel::Panel(const Card& card, const Head& head, Rotation rotation,
             std::unique_ptr<DumbBuffer> first, std::unique_ptr<DumbBuffer> second)
    : card_(card),
      head_(head),
      rotation_(rotation),
      memory_{std::move(first), std::move(second)},
      pixels_(memory_[0]->view(), memory_[1]->view(), rotation) {}

base::Result<void> Panel::light_again() {
    flip_is_due_ = false;
    if (drmModeSetCrtc(card_.fd(), head_.crtc, shown(), 0, 0, &head_.connector, 1, &head_.mode) !=
        0)
        return card_fault("light the screen");
    return {};
}

base::Result<void> Panel::show(base::PixelView picture, std::span<const base::IntRect> changed) {
    const bool much = is_much(changed, {picture.width, picture.height});
    if (flips_ && much && flip(picture, changed)) return {};
    pixels_.write_shown(picture, changed);
    return tell(picture, changed);
}

bool Panel::flip(base::PixelView picture, std::span<const base::IntRect> changed) {
    // Until then the other buffer is what people see.
    take_flip(kLongestFlipMs);
    pixels_.write_other(picture, changed);
    if (drmModePageFlip(card_.fd(), head_.crtc, memory_[1 - pixels_.shown()]->id(),
                        DRM_MODE_PAGE_FLIP_EVENT, nullptr) != 0) {
        // Not now, or never.
        flips_ = errno == EBUSY;
        return false;
    }
    flip_is_due_ = true;
    pixels_.swap(changed);
    return true;
}

base::Result<void> Panel::tell(base::PixelView picture, std::span<const base::IntRect> changed) {
    if (!tells_) return {};
    StaleRects few;
    few.add(changed);
    std::vector<drmModeClip> clips;
    for (const base::IntRect& each : few.rects())
        clips.push_back(clip_of(to_glass(each, {picture.width, picture.height}, rotation_)));
    if (clips.empty()) return {};
    const int told =
        drmModeDirtyFB(card_.fd(), shown(), clips.data(), static_cast<std::uint32_t>(clips.size()));
    if (told == 0) return {};
    // A card without this shows its memory as it is.
    if (told != -ENOSYS && told != -EINVAL && told != -EOPNOTSUPP) {
        errno = -told;
        return card_fault("show what changed");
    }
    tells_ = false;
    return {};
}

void Panel::take_flip(int timeout_ms) {
    pollfd source{card_.fd(), POLLIN, 0};
    if (!flip_is_due_ || (::poll(&source, 1, timeout_ms) <= 0 && timeout_ms == 0)) return;
    // It has nothing else to say. After a while without a word the screen is off.
    std::array<char, 1024> words{};
    [[maybe_unused]] const auto read = ::read(card_.fd(), words.data(), words.size());
    flip_is_due_ = false;
}

}  // namespace candor::platform
