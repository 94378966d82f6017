#include "platform/kms/dumb_buffer.h"

#include <sys/mman.h>
#include <xf86drm.h>
#include <xf86drmMode.h>

#include <cstring>

#include "platform/kms/card_fault.h"

namespace candor::platform {
namespace {

constexpr int kDepth = 24, kBitsPerPixel = 32;

}  // namespace

base::Result<std::unique_ptr<DumbBuffer>> DumbBuffer::create(int card, Extent extent) {
    std::unique_ptr<DumbBuffer> buffer(new DumbBuffer(card, extent));
    TRY(buffer->make());
    return buffer;
}

base::Result<void> DumbBuffer::make() {
    drm_mode_create_dumb created{};
    created.width = static_cast<std::uint32_t>(extent_.width);
    created.height = static_cast<std::uint32_t>(extent_.height);
    created.bpp = kBitsPerPixel;
    if (drmIoctl(card_, DRM_IOCTL_MODE_CREATE_DUMB, &created) != 0)
        return card_fault("create a buffer");
    handle_ = created.handle;
    pitch_ = created.pitch;
    bytes_ = created.size;
    if (drmModeAddFB(card_, created.width, created.height, kDepth, kBitsPerPixel, pitch_, handle_,
                     &id_) != 0)
        return card_fault("show a buffer");
    drm_mode_map_dumb mapped{};
    mapped.handle = handle_;
    if (drmIoctl(card_, DRM_IOCTL_MODE_MAP_DUMB, &mapped) != 0) return card_fault("map a buffer");
    void* memory = ::mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_SHARED, card_,
                          static_cast<off_t>(mapped.offset));
    if (memory == MAP_FAILED) return card_fault("map a buffer");
    memory_ = memory;
    std::memset(memory_, 0, bytes_);
    return {};
}

DumbBuffer::~DumbBuffer() {
    if (memory_ != nullptr) {
        // What somebody typed may be in the picture.
        std::memset(memory_, 0, bytes_);
        ::munmap(memory_, bytes_);
    }
    if (id_ != 0) drmModeRmFB(card_, id_);
    drm_mode_destroy_dumb gone{};
    gone.handle = handle_;
    if (handle_ != 0) drmIoctl(card_, DRM_IOCTL_MODE_DESTROY_DUMB, &gone);
}

base::PixelView DumbBuffer::view() const {
    return {static_cast<std::uint32_t*>(memory_), extent_.width, extent_.height,
            static_cast<int>(pitch_ / 4)};
}

}  // namespace candor::platform
