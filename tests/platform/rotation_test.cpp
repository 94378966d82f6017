#include "platform/rotation.h"

#include <gtest/gtest.h>

#include <vector>

namespace candor::platform {
namespace {

constexpr Extent kPicture{3, 2};

class EveryRotation : public testing::TestWithParam<Rotation> {};

/// A picture whose pixels say where they are: 0x100 * y + x.
struct Picture {
    std::vector<std::uint32_t> pixels;
    base::PixelView view;
    explicit Picture(Extent extent)
        : pixels(static_cast<std::size_t>(extent.width) * extent.height) {
        view = {pixels.data(), extent.width, extent.height, extent.width};
        for (int y = 0; y < extent.height; ++y) {
            for (int x = 0; x < extent.width; ++x) {
                pixels[static_cast<std::size_t>(y) * extent.width + x] =
                    static_cast<std::uint32_t>(0x100 * y + x);
            }
        }
    }
};

std::vector<std::uint32_t> turned_pixels(Rotation rotation) {
    const Picture picture(kPicture);
    const Extent glass = turned(kPicture, rotation);
    std::vector<std::uint32_t> out(picture.pixels.size());
    copy_turned(picture.view, {0, 0, kPicture.width, kPicture.height},
                {out.data(), glass.width, glass.height, glass.width}, rotation);
    return out;
}

}  // namespace

TEST(Rotation, clockwise_90_puts_the_first_pixel_at_the_upper_right) {
    EXPECT_EQ(turned_pixels(Rotation::clockwise_90),
              (std::vector<std::uint32_t>{0x100, 0x000, 0x101, 0x001, 0x102, 0x002}));
}

TEST(Rotation, half_puts_the_first_pixel_at_the_lower_right) {
    EXPECT_EQ(turned_pixels(Rotation::half),
              (std::vector<std::uint32_t>{0x102, 0x101, 0x100, 0x002, 0x001, 0x000}));
}

TEST(Rotation, clockwise_270_puts_the_first_pixel_at_the_lower_left) {
    EXPECT_EQ(turned_pixels(Rotation::clockwise_270),
              (std::vector<std::uint32_t>{0x002, 0x102, 0x001, 0x101, 0x000, 0x100}));
}

TEST(Rotation, only_quarter_turns_swap_the_extent) {
    EXPECT_EQ(turned({3, 2}, Rotation::none), (Extent{3, 2}));
    EXPECT_EQ(turned({3, 2}, Rotation::clockwise_90), (Extent{2, 3}));
    EXPECT_EQ(turned({3, 2}, Rotation::half), (Extent{3, 2}));
    EXPECT_EQ(turned({3, 2}, Rotation::clockwise_270), (Extent{2, 3}));
}

TEST_P(EveryRotation, touch_of_a_turned_pixel_is_in_that_pixel_of_the_picture) {
    const Extent glass = turned(kPicture, GetParam());
    const auto pixels = turned_pixels(GetParam());
    for (int y = 0; y < glass.height; ++y) {
        for (int x = 0; x < glass.width; ++x) {
            const auto at =
                to_picture({static_cast<float>(x), static_cast<float>(y)}, glass, GetParam());
            const auto said = pixels[static_cast<std::size_t>(y) * glass.width + x];
            EXPECT_EQ(at.x, static_cast<float>(said & 0xff));
            EXPECT_EQ(at.y, static_cast<float>(said >> 8));
        }
    }
}

TEST_P(EveryRotation, rectangle_copied_alone_changes_its_own_place_only) {
    constexpr Extent kLarge{70, 41};
    constexpr base::IntRect kEdges[] = {
        {0, 0, 1, 1}, {69, 0, 1, 1}, {0, 40, 1, 1}, {69, 40, 1, 1}, {30, 7, 40, 34}};
    const Picture picture(kLarge);
    const Extent glass = turned(kLarge, GetParam());
    std::vector<std::uint32_t> whole(picture.pixels.size());
    copy_turned(picture.view, {0, 0, kLarge.width, kLarge.height},
                {whole.data(), glass.width, glass.height, glass.width}, GetParam());
    for (const auto& rect : kEdges) {
        std::vector<std::uint32_t> part(whole.size(), 0xffffffff);
        copy_turned(picture.view, rect, {part.data(), glass.width, glass.height, glass.width},
                    GetParam());
        const base::IntRect to = to_glass(rect, kLarge, GetParam());
        for (int i = 0; i < static_cast<int>(part.size()); ++i) {
            const int x = i % glass.width, y = i / glass.width;
            const bool inside = x >= to.x && x < to.x + to.w && y >= to.y && y < to.y + to.h;
            ASSERT_EQ(part[i], inside ? whole[i] : 0xffffffff) << x << ", " << y;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(All, EveryRotation,
                         testing::Values(Rotation::none, Rotation::clockwise_90, Rotation::half,
                                         Rotation::clockwise_270),
                         [](const auto& each) {
                             return "by_" + std::to_string(static_cast<int>(each.param));
                         });

TEST(Rotation, clipped_keeps_what_is_inside) {
    EXPECT_EQ(clipped({-2, -2, 5, 5}, {3, 2}), (base::IntRect{0, 0, 3, 2}));
    EXPECT_EQ(clipped({1, 1, 1, 1}, {3, 2}), (base::IntRect{1, 1, 1, 1}));
    EXPECT_EQ(clipped({5, 0, 2, 2}, {3, 2}).w, 0);
    EXPECT_EQ(clipped({0, -9, 2, 2}, {3, 2}).h, 0);
}

}  // namespace candor::platform
