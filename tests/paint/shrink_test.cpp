#include "paint/shrink.h"

#include <gtest/gtest.h>

#include <vector>

namespace candor::paint {
namespace {

TEST(Shrink, pixel_is_the_mean_of_those_it_covers) {
    std::vector<std::uint32_t> large(8 * 8), small(2 * 2);
    for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 8; ++x)
            large[static_cast<std::size_t>(y * 8 + x)] = (x + y) % 2 == 0 ? 0xFFFFFF : 0x000000;
    shrink({large.data(), 8, 8, 8}, {small.data(), 2, 2, 2});
    for (const std::uint32_t pixel : small) {
        EXPECT_NEAR(static_cast<int>(pixel & 0xFF), 128, 16);
        EXPECT_NEAR(static_cast<int>(pixel >> 16 & 0xFF), 128, 16);
    }
}

TEST(Shrink, even_colour_stays_as_it_is) {
    std::vector<std::uint32_t> large(30 * 50, 0x123456), small(7 * 11);
    shrink({large.data(), 30, 50, 30}, {small.data(), 7, 11, 7});
    for (const std::uint32_t pixel : small) EXPECT_EQ(pixel & 0xFFFFFF, 0x123456U);
}

}  // namespace
}  // namespace candor::paint
