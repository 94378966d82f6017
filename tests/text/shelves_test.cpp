#include "text/shelves.h"

#include <gtest/gtest.h>

#include <vector>

namespace candor::text {
namespace {

struct Packed {
    int x, y, w, h;
};

std::vector<Packed> fill(Shelves& shelves, int size) {
    std::vector<Packed> all;
    unsigned seed = 7;
    for (int i = 0; i < 4000; ++i) {
        seed = seed * 1664525U + 1013904223U;
        const int w = 1 + static_cast<int>(seed >> 20) % 40,
                  h = 1 + static_cast<int>(seed >> 8) % 61;
        Shelves::Place place;
        if (w <= size && shelves.add(w, h, place)) all.push_back({place.x, place.y, w, h});
    }
    return all;
}

}  // namespace

TEST(Shelves, every_place_lies_inside_the_square) {
    for (const int size : {64, 100, 250, 512}) {
        Shelves shelves(size);
        for (const Packed& p : fill(shelves, size)) {
            EXPECT_LE(p.x + p.w, size);
            EXPECT_LE(p.y + p.h, size);
        }
    }
}

TEST(Shelves, low_row_at_the_bottom_takes_nothing_higher_than_its_room) {
    Shelves shelves(64);
    Shelves::Place place;
    ASSERT_TRUE(shelves.add(10, 58, place));  // a row of 60, so that 4 pixels are left
    ASSERT_TRUE(shelves.add(10, 4, place));
    ASSERT_EQ(place.y, 60);
    EXPECT_FALSE(shelves.add(60, 5, place));
}

TEST(Shelves, no_two_places_overlap) {
    Shelves shelves(256);
    const auto all = fill(shelves, 256);
    ASSERT_GT(all.size(), 20U);
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            const Packed &a = all[i], &b = all[j];
            const bool apart =
                a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
            EXPECT_TRUE(apart) << i << " and " << j;
        }
    }
}

}  // namespace candor::text
