#include "paint/masks.h"

#include "stage.h"

namespace candor::paint {
namespace {

class Masks : public testing::Test {
  protected:
    int at(const text::AtlasEntry& e, int x, int y) const {
        const auto& page = stage.atlas.pages()[std::size_t(e.page)];
        return page.coverage[(e.y + y) * page.stride + e.x + x];
    }
    Stage stage{100, 100};
};

}  // namespace

TEST_F(Masks, rounded_is_empty_in_its_corner_and_full_in_its_middle) {
    const NineSlice slice = rounded(stage.atlas, 20);
    ASSERT_EQ(slice.entry.w, 41);
    EXPECT_EQ(slice.left, 20);
    EXPECT_EQ(at(slice.entry, 0, 0), 0);
    EXPECT_EQ(at(slice.entry, 20, 0), 255);
    EXPECT_EQ(at(slice.entry, 20, 20), 255);
    EXPECT_EQ(at(slice.entry, 0, 20), 255);
}

TEST_F(Masks, rounded_edge_is_antialiased_and_the_same_on_all_four_corners) {
    const auto entry = rounded(stage.atlas, 20).entry;
    int partial = 0;
    for (int i = 0; i < 20; ++i) {
        partial += at(entry, i, 2) > 0 && at(entry, i, 2) < 255;
        EXPECT_NEAR(at(entry, i, 2), at(entry, 40 - i, 2), 4);
        EXPECT_NEAR(at(entry, i, 2), at(entry, i, 38), 4);
        EXPECT_NEAR(at(entry, i, 2), at(entry, 2, i), 4);
    }
    EXPECT_GE(partial, 2);
}

TEST_F(Masks, ring_is_hollow_and_as_thick_as_asked) {
    const NineSlice slice = ring(stage.atlas, 12, 3);
    const int middle = slice.left;
    EXPECT_EQ(at(slice.entry, middle, middle), 0);
    for (int y = 0; y < 3; ++y) EXPECT_EQ(at(slice.entry, middle, y), 255) << y;
    EXPECT_EQ(at(slice.entry, middle, 3), 0);
}

TEST_F(Masks, shadow_fades_outwards_across_twice_its_blur) {
    const NineSlice slice = shadow(stage.atlas, 10, 8);
    EXPECT_EQ(slice.outset, 8);
    const int middle = slice.left;
    for (int y = 1; y <= 16; ++y)
        EXPECT_GE(at(slice.entry, middle, y), at(slice.entry, middle, y - 1)) << y;
    EXPECT_LT(at(slice.entry, middle, 0), 12);
    EXPECT_NEAR((at(slice.entry, middle, 7) + at(slice.entry, middle, 8)) / 2, 127, 3);
    EXPECT_EQ(at(slice.entry, middle, middle), 255);
}

TEST_F(Masks, circle_covers_its_area) {
    const auto entry = circle(stage.atlas, 40);
    long sum = 0;
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 40; ++x) sum += at(entry, x, y);
    EXPECT_NEAR(double(sum) / 255, 3.14159 * 20 * 20, 3);
}

TEST_F(Masks, fade_runs_from_nothing_to_full) {
    const auto top = fade(stage.atlas, 30, FadeTo::top);
    EXPECT_LT(at(top, 0, 0), 5);
    EXPECT_GT(at(top, 0, 29), 250);
    const auto bottom = fade(stage.atlas, 30, FadeTo::bottom);
    EXPECT_GT(at(bottom, 0, 0), 250);
    EXPECT_LT(at(bottom, 0, 29), 5);
}

TEST_F(Masks, mask_asked_twice_is_drawn_once) {
    const auto first = rounded(stage.atlas, 9).entry;
    const auto version = stage.atlas.pages()[std::size_t(first.page)].version;
    const auto second = rounded(stage.atlas, 9).entry;
    EXPECT_EQ(first.x, second.x);
    EXPECT_EQ(first.y, second.y);
    EXPECT_EQ(stage.atlas.pages()[std::size_t(first.page)].version, version);
    EXPECT_NE(ring(stage.atlas, 9, 1).entry.x, first.x);
}

TEST_F(Masks, mask_larger_than_any_page_is_refused) {
    EXPECT_EQ(rounded(stage.atlas, 400).entry.w, 801);
    EXPECT_EQ(rounded(stage.atlas, 1100).entry.w, 0);
}

/// A sheet's on a large display; what is found in the atlas is not made again.
TEST_F(Masks, are_made_once_however_large) {
    const NineSlice first = shadow(stage.atlas, 112, 120);
    ASSERT_GT(first.entry.w, 512);
    const std::uint64_t made = masks_made();
    for (int frame = 0; frame < 3; ++frame) {
        stage.atlas.begin_frame();
        EXPECT_EQ(shadow(stage.atlas, 112, 120).entry.x, first.entry.x);
    }
    EXPECT_EQ(masks_made(), made);
}

}  // namespace candor::paint
