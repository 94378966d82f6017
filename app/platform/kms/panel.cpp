#include "platform/kms/panel.h"

#include <poll.h>
#include <unistd.h>
#include <xf86drm.h>

#include <cerrno>
#include <vector>

#include "platform/kms/card_fault.h"

namespace candor::platform {
namespace {

// A screen that shows 10 frames a second is off.
constexpr int kLongestFlipMs = 100;

void copy_all(base::PixelView picture, std::span<const base::IntRect> rects, DumbBuffer& to,
              Rotation rotation) {
    for (const base::IntRect& each : rects) copy_turned(picture, each, to.view(), rotation);
}

drmModeClip clip_of(base::IntRect rect) {
    return {static_cast<std::uint16_t>(rect.x), static_cast<std::uint16_t>(rect.y),
            static_cast<std::uint16_t>(rect.x + rect.w),
            static_cast<std::uint16_t>(rect.y + rect.h)};
}

}  // namespace

base::Result<std::unique_ptr<Panel>> Panel::light(const Card& card, const Head& head) {
    std::unique_ptr<Panel> panel(new Panel(card, head));
    for (auto& each : panel->buffers_) each = TRY(DumbBuffer::create(card.fd(), head.extent()));
    TRY(panel->light_again());
    card.darken_all_but(head);
    drmModeSetCursor(card.fd(), head.crtc, 0, 0, 0);
    return panel;
}

base::Result<void> Panel::light_again() {
    flip_is_due_ = false;
    if (drmModeSetCrtc(card_.fd(), head_.crtc, shown().id(), 0, 0, &head_.connector, 1,
                       &head_.mode) != 0)
        return card_fault("light the screen");
    return {};
}

base::Result<void> Panel::show(base::PixelView picture, std::span<const base::IntRect> changed,
                               Rotation rotation) {
    if (flips_ && is_much(changed, {picture.width, picture.height}) &&
        flip(picture, changed, rotation))
        return {};
    copy_all(picture, changed, shown(), rotation);
    stale_.add(changed);
    return tell(changed, picture, rotation);
}

bool Panel::flip(base::PixelView picture, std::span<const base::IntRect> changed,
                 Rotation rotation) {
    // Until then the other buffer is what people see.
    take_flip(kLongestFlipMs);
    copy_all(picture, stale_.rects(), other(), rotation);
    copy_all(picture, changed, other(), rotation);
    stale_.clear();
    if (drmModePageFlip(card_.fd(), head_.crtc, other().id(), DRM_MODE_PAGE_FLIP_EVENT,
                        nullptr) != 0) {
        // Not now, or never.
        flips_ = errno == EBUSY;
        return false;
    }
    flip_is_due_ = true;
    shown_ = 1 - shown_;
    stale_.add(changed);
    return true;
}

base::Result<void> Panel::tell(std::span<const base::IntRect> changed, base::PixelView picture,
                               Rotation rotation) {
    if (!tells_) return {};
    StaleRects few;
    few.add(changed);
    std::vector<drmModeClip> clips;
    for (const base::IntRect& each : few.rects())
        clips.push_back(clip_of(to_glass(each, {picture.width, picture.height}, rotation)));
    if (clips.empty()) return {};
    const int told = drmModeDirtyFB(card_.fd(), shown().id(), clips.data(),
                                    static_cast<std::uint32_t>(clips.size()));
    if (told == 0) return {};
    // A card without this shows its memory as it is.
    if (told != -ENOSYS && told != -EINVAL && told != -EOPNOTSUPP)
        return errno = -told, card_fault("show what changed");
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
