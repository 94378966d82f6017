#include "paint/shrink.h"

#include <pixman.h>

#include <cstdlib>
#include <memory>

namespace candor::paint {
namespace {

using ScaledImage = std::unique_ptr<pixman_image_t, int (*)(pixman_image_t*)>;

ScaledImage image_of(base::PixelView view) {
    return {pixman_image_create_bits(PIXMAN_x8r8g8b8, view.width, view.height, view.pixels,
                                     view.stride_px * 4),
            &pixman_image_unref};
}

/// How many pixels of `from` one of `to` covers; never less than one.
pixman_fixed_t covered(int from, int to) {
    const auto ratio = static_cast<double>(from) / static_cast<double>(to < 1 ? 1 : to);
    return pixman_double_to_fixed(ratio < 1 ? 1 : ratio);
}

}  // namespace

void shrink(base::PixelView from, base::PixelView to) {
    if (from.width < 1 || from.height < 1 || to.width < 1 || to.height < 1) return;
    const ScaledImage source = image_of(from), target = image_of(to);
    const pixman_fixed_t x = covered(from.width, to.width), y = covered(from.height, to.height);
    pixman_transform_t transform;
    pixman_transform_init_scale(&transform, x, y);
    pixman_image_set_transform(source.get(), &transform);
    int count = 0;
    const std::unique_ptr<pixman_fixed_t, void (*)(void*)> filter(
        pixman_filter_create_separable_convolution(&count, x, y, PIXMAN_KERNEL_IMPULSE,
                                                   PIXMAN_KERNEL_IMPULSE, PIXMAN_KERNEL_BOX,
                                                   PIXMAN_KERNEL_BOX, 4, 4),
        &std::free);
    if (filter)
        pixman_image_set_filter(source.get(), PIXMAN_FILTER_SEPARABLE_CONVOLUTION, filter.get(),
                                count);
    pixman_image_set_repeat(source.get(), PIXMAN_REPEAT_PAD);
    pixman_image_composite32(PIXMAN_OP_SRC, source.get(), nullptr, target.get(), 0, 0, 0, 0, 0, 0,
                             to.width, to.height);
}

}  // namespace candor::paint
