#include "paint/masks.h"

#include <cairo.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstring>
#include <numbers>
#include <vector>

namespace candor::paint {
namespace {

// Keys of this file carry 'P' in their top byte, so that they meet no other caller's.
enum class Shape : std::uint64_t { rounded = 1, ring, shadow, circle, fade_top, fade_bottom };

std::uint64_t key_of(Shape shape, int first, int second) {
    return (std::uint64_t{'P'} << 56) | (static_cast<std::uint64_t>(shape) << 48) |
           (static_cast<std::uint64_t>(first & 0xFFFFFF) << 24) |
           static_cast<std::uint64_t>(second & 0xFFFFFF);
}

struct Mask {
    int w, h;
    std::vector<std::uint8_t> coverage = std::vector<std::uint8_t>(std::size_t(w) * std::size_t(h));
};

void path_rounded(cairo_t* cr, double x, double y, double w, double h, double r) {
    constexpr double kQuarter = std::numbers::pi / 2;
    cairo_new_sub_path(cr);
    cairo_arc(cr, x + w - r, y + r, r, -kQuarter, 0);
    cairo_arc(cr, x + w - r, y + h - r, r, 0, kQuarter);
    cairo_arc(cr, x + r, y + h - r, r, kQuarter, 2 * kQuarter);
    cairo_arc(cr, x + r, y + r, r, 2 * kQuarter, 3 * kQuarter);
    cairo_close_path(cr);
}

template <typename Draw>
Mask drawn(int w, int h, Draw&& draw) {
    Mask mask{w, h};
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, w, h);
    cairo_t* cr = cairo_create(surface);
    cairo_set_antialias(cr, CAIRO_ANTIALIAS_BEST);
    cairo_set_tolerance(cr, 0.02);  // corners that mirror each other
    cairo_set_fill_rule(cr, CAIRO_FILL_RULE_EVEN_ODD);
    draw(cr);
    cairo_fill(cr);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
        for (int y = 0; y < h; ++y)
            std::memcpy(mask.coverage.data() + std::ptrdiff_t(y) * w,
                        cairo_image_surface_get_data(surface) +
                            std::ptrdiff_t(y) * cairo_image_surface_get_stride(surface),
                        std::size_t(w));
    cairo_surface_destroy(surface);
    return mask;
}

std::vector<float> gaussian(int reach, double sigma) {
    std::vector<float> kernel(std::size_t(2 * reach + 1));
    double sum = 0;
    for (int i = -reach; i <= reach; ++i) sum += std::exp(-i * i / (2 * sigma * sigma));
    for (int i = -reach; i <= reach; ++i)
        kernel[std::size_t(i + reach)] = float(std::exp(-i * i / (2 * sigma * sigma)) / sum);
    return kernel;
}

// So many sums side by side are one step for the processor; a large display's sheet has 55 million
// products in its shadow.
constexpr int kAtOnce = 16;
using Sums = std::array<float, kAtOnce>;

Sums weighed(const float* from, const std::vector<float>& kernel) {
    Sums sums{};
    for (const float weight : kernel) {
        for (int i = 0; i < kAtOnce; ++i) sums[std::size_t(i)] += weight * from[i];
        ++from;
    }
    return sums;
}

// One pass along x over the upper left quarter of a picture that is the same mirrored either way,
// written transposed: two calls blur both ways. `quarter` is quarter_size pixels wide and high, its
// last row and column the picture's middle ones.
std::vector<float> blurred_transposed(const std::vector<float>& quarter, int quarter_size,
                                      const std::vector<float>& kernel) {
    const int reach = int(kernel.size() / 2), last = quarter_size - 1;
    std::vector<float> out(quarter.size());
    // From `reach` before the first pixel on.
    std::vector<float> row(std::size_t(quarter_size + 2 * reach + kAtOnce));
    for (int y = 0; y < quarter_size; ++y) {
        for (int x = 0; x < quarter_size + reach; ++x) {
            const int mirrored = x <= last ? x : 2 * last - x;
            row[std::size_t(x + reach)] =
                mirrored < 0 ? 0 : quarter[std::size_t(y * quarter_size + mirrored)];
        }
        for (int x = 0; x < quarter_size; x += kAtOnce) {
            const auto sums = weighed(row.data() + x, kernel);
            for (int i = 0; i < std::min(kAtOnce, quarter_size - x); ++i)
                out[std::size_t((x + i) * quarter_size + y)] = sums[std::size_t(i)];
        }
    }
    return out;
}

Mask draw_shadow(int radius, int blur) {
    const int corner = radius + 2 * blur;
    const int size = 2 * corner + 1, quarter_size = corner + 1;
    Mask mask = drawn(size, size, [&](cairo_t* cr) {
        path_rounded(cr, blur, blur, size - 2 * blur, size - 2 * blur, radius);
    });
    if (blur == 0) return mask;
    std::vector<float> quarter(std::size_t(quarter_size) * std::size_t(quarter_size));
    for (int y = 0; y < quarter_size; ++y)
        std::copy_n(mask.coverage.begin() + std::ptrdiff_t(y) * size, quarter_size,
                    quarter.begin() + std::ptrdiff_t(y) * quarter_size);
    const auto kernel = gaussian(blur, blur / 2.0);
    quarter =
        blurred_transposed(blurred_transposed(quarter, quarter_size, kernel), quarter_size, kernel);
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            const int qx = std::min(x, size - 1 - x), qy = std::min(y, size - 1 - y);
            mask.coverage[std::size_t(y * size + x)] = static_cast<std::uint8_t>(
                std::clamp(quarter[std::size_t(qy * quarter_size + qx)] + 0.5F, 0.0F, 255.0F));
        }
    return mask;
}

std::atomic<std::uint64_t> made = 0;

template <typename Draw>
text::AtlasEntry cached(text::GlyphAtlas& atlas, std::uint64_t key, Draw&& draw) {
    const text::AtlasEntry* entry = atlas.find_mask(key);
    if (!entry) {
        ++made;
        const Mask mask = draw();
        entry = atlas.add_mask(key, mask.w, mask.h, mask.coverage);
    }
    return entry ? *entry : text::AtlasEntry{};
}

}  // namespace

std::uint64_t masks_made() { return made; }

NineSlice rounded(text::GlyphAtlas& atlas, int radius_px) {
    const int r = std::max(radius_px, 0), size = 2 * r + 1;
    const auto entry = cached(atlas, key_of(Shape::rounded, r, 0), [&] {
        return drawn(size, size, [&](cairo_t* cr) { path_rounded(cr, 0, 0, size, size, r); });
    });
    return {entry, r, r, r, r, 0};
}

NineSlice ring(text::GlyphAtlas& atlas, int radius_px, int thickness_px) {
    const int t = std::max(thickness_px, 1), r = std::max(radius_px, 0);
    const int corner = std::max(r, t), size = 2 * corner + 1;
    const auto entry = cached(atlas, key_of(Shape::ring, r, t), [&] {
        return drawn(size, size, [&](cairo_t* cr) {
            path_rounded(cr, 0, 0, size, size, r);
            path_rounded(cr, t, t, size - 2 * t, size - 2 * t, std::max(r - t, 0));
        });
    });
    return {entry, corner, corner, corner, corner, 0};
}

NineSlice shadow(text::GlyphAtlas& atlas, int radius_px, int blur_px) {
    const int r = std::max(radius_px, 0), blur = std::max(blur_px, 0), corner = r + 2 * blur;
    const auto entry =
        cached(atlas, key_of(Shape::shadow, r, blur), [&] { return draw_shadow(r, blur); });
    return {entry, corner, corner, corner, corner, blur};
}

text::AtlasEntry circle(text::GlyphAtlas& atlas, int diameter_px) {
    const int d = std::max(diameter_px, 1);
    return cached(atlas, key_of(Shape::circle, d, 0), [&] {
        return drawn(d, d, [&](cairo_t* cr) { path_rounded(cr, 0, 0, d, d, d / 2.0); });
    });
}

text::AtlasEntry fade(text::GlyphAtlas& atlas, int height_px, FadeTo empty_at) {
    const int h = std::max(height_px, 1);
    const bool top = empty_at == FadeTo::top;
    return cached(atlas, key_of(top ? Shape::fade_top : Shape::fade_bottom, h, 0), [&] {
        Mask mask{1, h};
        for (int y = 0; y < h; ++y) {
            const double t = (y + 0.5) / h, eased = t * t * (3 - 2 * t);
            mask.coverage[std::size_t(y)] =
                static_cast<std::uint8_t>(std::lround(255 * (top ? eased : 1 - eased)));
        }
        return mask;
    });
}

}  // namespace candor::paint
