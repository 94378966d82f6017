#include "paint/compositor.h"

#include <cmath>
#include <cstring>

namespace candor::paint {
namespace {

constexpr std::size_t kMaxSolids = 2048;

std::uint32_t channel(std::uint32_t colour, int shift) { return colour >> shift & 0xFF; }
std::uint32_t alpha_of(std::uint32_t colour) { return colour >> 24; }

pixman_color_t premultiplied(std::uint32_t colour) {
    const std::uint32_t alpha = alpha_of(colour);
    const auto wide = [&](int shift) {
        return static_cast<std::uint16_t>(channel(colour, shift) * alpha * 257 / 255);
    };
    return {wide(0), wide(8), wide(16), static_cast<std::uint16_t>(alpha * 257)};
}

PixmanImage view(pixman_format_code_t format, int w, int h, const void* bits, int stride) {
    // pixman wants to be able to write; a source is only read.
    auto* words = static_cast<std::uint32_t*>(const_cast<void*>(bits));
    return PixmanImage(pixman_image_create_bits_no_clear(format, w, h, words, stride));
}

pixman_format_code_t format_of(const Texture& texture) {
    if (texture.coverage) return PIXMAN_a8;
    return texture.opaque ? PIXMAN_x8r8g8b8 : PIXMAN_a8r8g8b8;
}

const void* row_of(const Texture& texture, int y) {
    const auto* bytes =
        texture.coverage ? texture.coverage : reinterpret_cast<const std::uint8_t*>(texture.argb);
    return bytes + std::ptrdiff_t{y} * texture.stride_bytes;
}

bool same_pixels(const Texture& a, const Texture& b) {
    return a.coverage == b.coverage && a.argb == b.argb && a.width == b.width &&
           a.height == b.height && a.stride_bytes == b.stride_bytes && a.opaque == b.opaque;
}

}  // namespace

void Compositor::begin(base::PixelView target, const DrawFrame& frame) {
    target_ = target, frame_ = &frame;
    destination_ =
        view(PIXMAN_x8r8g8b8, target.width, target.height, target.pixels, target.stride_px * 4);
    of_frame_.assign(frame.textures.size(), nullptr);
    if (solids_.size() > kMaxSolids) {
        solids_.clear();
        last_solid_ = nullptr;
    }
    std::erase_if(wrapped_, [&](const auto& entry) {
        return std::none_of(frame.textures.begin(), frame.textures.end(), [&](const Texture& t) {
            return t.number == entry.first && same_pixels(t, entry.second.texture);
        });
    });
}

pixman_image_t* Compositor::solid(std::uint32_t colour) {
    if (last_solid_ && colour == last_colour_) return last_solid_;
    PixmanImage& image = solids_[colour];
    if (!image) {
        const pixman_color_t wide = premultiplied(colour);
        image.reset(pixman_image_create_solid_fill(&wide));
    }
    last_colour_ = colour;
    return last_solid_ = image.get();
}

pixman_image_t* Compositor::wrapped(int texture) {
    pixman_image_t*& image = of_frame_[std::size_t(texture)];
    if (!image) {
        const Texture& t = frame_->textures[std::size_t(texture)];
        Wrapped& kept = wrapped_[t.number];
        if (!kept.image) {
            kept.texture = t;
            kept.image = view(format_of(t), t.width, t.height, row_of(t, 0), t.stride_bytes);
        }
        image = kept.image.get();
    }
    return image;
}

std::uint8_t* Compositor::scratch(int width, int height, int bytes_a_pixel, int& stride) {
    stride = (width * bytes_a_pixel + 3) / 4 * 4;
    const std::size_t words = std::size_t(stride / 4) * std::size_t(height);
    if (scratch_.size() < words) scratch_.resize(words);
    return reinterpret_cast<std::uint8_t*>(scratch_.data());
}

void Compositor::paint(const DrawItem& item, const base::IntRect& area) {
    const base::IntRect box = intersection(item.box, area);
    if (is_empty(box)) return;
    const bool walk_u = item.kind != Kind::solid && !item.stretch_x;
    const bool walk_v = item.kind != Kind::solid && !item.stretch_y;
    const Cut cut{box, item.u + (walk_u ? box.x - item.box.x : 0),
                  item.v + (walk_v ? box.y - item.box.y : 0)};
    switch (item.kind) {
        case Kind::solid:
            fill(cut, item.colour);
            break;
        case Kind::coverage:
            coverage(item, cut);
            break;
        case Kind::colour:
            colour(item, cut);
            break;
        case Kind::scaled:
            scaled(item, cut);
            break;
        case Kind::mesh:
            mesh(item, cut);
            break;
    }
}

void Compositor::clear(const base::IntRect& area) {
    constexpr std::uint32_t kBlack = 0xFF000000U;
    fill({area, 0, 0}, kBlack);
}

void Compositor::over(pixman_image_t* source, pixman_image_t* mask, const Cut& cut, int sx, int sy,
                      int mx, int my) {
    pixman_image_composite32(PIXMAN_OP_OVER, source, mask, destination_.get(), sx, sy, mx, my,
                             cut.box.x, cut.box.y, cut.box.w, cut.box.h);
}

void Compositor::fill(const Cut& cut, std::uint32_t colour) {
    if (alpha_of(colour) != 255) return over(solid(colour), nullptr, cut, 0, 0, 0, 0);
    const std::uint32_t pixel =
        0xFF000000U | channel(colour, 0) << 16 | channel(colour, 8) << 8 | channel(colour, 16);
    pixman_fill(target_.pixels, target_.stride_px, 32, cut.box.x, cut.box.y, cut.box.w, cut.box.h,
                pixel);
}

void Compositor::coverage(const DrawItem& item, const Cut& cut) {
    if (item.stretch_x) return spread_rows(item, cut);
    if (!item.stretch_y)
        return over(solid(item.colour), wrapped(item.texture), cut, 0, 0, cut.u, cut.v);
    // A stride of nothing: every row is the one row of the mask.
    const Texture& t = frame_->textures[std::size_t(item.texture)];
    const PixmanImage row = view(PIXMAN_a8, t.width, cut.box.h, row_of(t, cut.v), 0);
    over(solid(item.colour), row.get(), cut, 0, 0, cut.u, 0);
}

// Every row is of one value: plain translucent rows, sooner done than a mask is spread out.
void Compositor::spread_rows(const DrawItem& item, const Cut& cut) {
    const Texture& t = frame_->textures[std::size_t(item.texture)];
    const auto value_of = [&](int y) -> std::uint32_t {
        return static_cast<const std::uint8_t*>(row_of(t, cut.v + y))[cut.u];
    };
    for (int y = 0, end = 0; y < cut.box.h; y = end) {
        const std::uint32_t value = value_of(y);
        while (end < cut.box.h && value_of(end) == value) ++end;
        const std::uint32_t alpha = (alpha_of(item.colour) * value + 127) / 255;
        if (alpha > 0)
            fill({{cut.box.x, cut.box.y + y, cut.box.w, end - y}, 0, 0},
                 (item.colour & 0x00FFFFFFU) | alpha << 24);
    }
}

void Compositor::colour(const DrawItem& item, const Cut& cut) {
    const Texture& t = frame_->textures[std::size_t(item.texture)];
    PixmanImage row;
    if (item.stretch_y) row = view(format_of(t), t.width, cut.box.h, row_of(t, cut.v), 0);
    pixman_image_t* source = row ? row.get() : wrapped(item.texture);
    pixman_image_t* fade = alpha_of(item.colour) == 255 ? nullptr : solid(item.colour);
    const auto op = item.opaque ? PIXMAN_OP_SRC : PIXMAN_OP_OVER;
    pixman_image_composite32(op, source, fade, destination_.get(), cut.u, row ? 0 : cut.v, 0, 0,
                             cut.box.x, cut.box.y, cut.box.w, cut.box.h);
}

// The texels are copied out first, so that resampling at their edge never sees what lies beside
// them in the atlas.
void Compositor::scaled(const DrawItem& item, const Cut& cut) {
    const Texture& t = frame_->textures[std::size_t(item.texture)];
    const Scaled& s = frame_->scaled[std::size_t(item.detail)];
    const auto clamped = [](float value, int most) {
        return std::clamp(static_cast<int>(value), 0, most);
    };
    const int left = clamped(std::floor(std::min(s.u0, s.u1) + 0.01F), t.width - 1);
    const int top = clamped(std::floor(std::min(s.v0, s.v1) + 0.01F), t.height - 1);
    const int w = std::max(1, clamped(std::ceil(std::max(s.u0, s.u1) - 0.01F), t.width) - left);
    const int h = std::max(1, clamped(std::ceil(std::max(s.v0, s.v1) - 0.01F), t.height) - top);
    const int bytes = t.coverage ? 1 : 4;
    int stride = 0;
    std::uint8_t* texels = scratch(w, h, bytes, stride);
    for (int y = 0; y < h; ++y)
        std::memcpy(
            texels + std::ptrdiff_t{y} * stride,
            static_cast<const std::uint8_t*>(row_of(t, top + y)) + std::ptrdiff_t{left} * bytes,
            std::size_t(w) * std::size_t(bytes));
    const PixmanImage image = view(format_of(t), w, h, texels, stride);
    const double step_x = double(s.u1 - s.u0) / s.width, step_y = double(s.v1 - s.v0) / s.height;
    pixman_transform_t transform;
    pixman_transform_init_scale(&transform, pixman_double_to_fixed(step_x),
                                pixman_double_to_fixed(step_y));
    transform.matrix[0][2] = pixman_double_to_fixed(double(s.u0) - left);
    transform.matrix[1][2] = pixman_double_to_fixed(double(s.v0) - top);
    pixman_image_set_transform(image.get(), &transform);
    pixman_image_set_filter(image.get(), PIXMAN_FILTER_BILINEAR, nullptr, 0);
    pixman_image_set_repeat(image.get(), PIXMAN_REPEAT_PAD);
    if (t.coverage) return over(solid(item.colour), image.get(), cut, 0, 0, cut.u, cut.v);
    pixman_image_t* fade =
        alpha_of(item.colour) == 255 ? nullptr : solid(item.colour | 0x00FFFFFFU);
    over(image.get(), fade, cut, cut.u, cut.v, 0, 0);
}

void Compositor::mesh(const DrawItem& item, const Cut& cut) {
    const int left = cut.box.x - cut.u, top = cut.box.y - cut.v;
    std::vector<pixman_triangle_t> triangles;
    for (const Triangle& t : frame_->meshes[std::size_t(item.detail)]) {
        const auto fixed = [](const base::Point& p) {
            return pixman_point_fixed_t{pixman_double_to_fixed(double(p.x)),
                                        pixman_double_to_fixed(double(p.y))};
        };
        triangles.push_back({fixed(t.a), fixed(t.b), fixed(t.c)});
    }
    pixman_box32_t box{cut.box.x, cut.box.y, cut.box.x + cut.box.w, cut.box.y + cut.box.h};
    pixman_region32_t region;
    pixman_region32_init_with_extents(&region, &box);
    pixman_image_set_clip_region32(destination_.get(), &region);
    pixman_composite_triangles(PIXMAN_OP_OVER, solid(item.colour), destination_.get(), PIXMAN_a8, 0,
                               0, left, top, static_cast<int>(triangles.size()), triangles.data());
    pixman_image_set_clip_region32(destination_.get(), nullptr);
    pixman_region32_fini(&region);
}

}  // namespace candor::paint
