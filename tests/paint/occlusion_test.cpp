#include "paint/occlusion.h"

#include <gtest/gtest.h>

namespace candor::paint {
namespace {

DrawItem solid(base::IntRect box, bool opaque = true) {
    DrawItem item;
    item.box = box;
    item.opaque = opaque;
    return item;
}

DrawItem mask(base::IntRect box, int u, int v) {
    DrawItem item = solid(box, false);
    item.kind = Kind::coverage;
    item.u = u, item.v = v;
    return item;
}

}  // namespace

TEST(Occlusion, item_hidden_whole_is_dropped) {
    std::vector<DrawItem> items = {solid({10, 10, 20, 20}), solid({0, 0, 100, 100})};
    drop_hidden(items);
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].box, (base::IntRect{0, 0, 100, 100}));
}

TEST(Occlusion, item_that_sticks_out_on_one_side_is_cut_there) {
    std::vector<DrawItem> items = {mask({10, 90, 50, 30}, 5, 6), solid({0, 0, 100, 100})};
    drop_hidden(items);
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0].box, (base::IntRect{10, 100, 50, 20}));
    EXPECT_EQ(items[0].u, 5);
    EXPECT_EQ(items[0].v, 16);
}

TEST(Occlusion, item_that_sticks_out_at_a_corner_stays_whole) {
    std::vector<DrawItem> items = {mask({90, 90, 30, 30}, 0, 0), solid({0, 0, 100, 100})};
    drop_hidden(items);
    EXPECT_EQ(items[0].box, (base::IntRect{90, 90, 30, 30}));
}

TEST(Occlusion, translucent_item_hides_nothing) {
    std::vector<DrawItem> items = {solid({10, 10, 20, 20}), solid({0, 0, 100, 100}, false)};
    drop_hidden(items);
    EXPECT_EQ(items.size(), 2U);
}

TEST(Occlusion, item_drawn_later_is_never_hidden) {
    std::vector<DrawItem> items = {solid({0, 0, 100, 100}), mask({10, 10, 20, 20}, 0, 0)};
    drop_hidden(items);
    EXPECT_EQ(items.size(), 2U);
}

TEST(Occlusion, two_halves_hide_as_one_but_not_what_lies_between_them) {
    std::vector<DrawItem> items = {mask({40, 10, 20, 20}, 0, 0), solid({0, 0, 50, 100}),
                                   mask({40, 60, 20, 20}, 0, 0), solid({50, 0, 50, 100})};
    drop_hidden(items);
    ASSERT_EQ(items.size(), 3U);
    EXPECT_EQ(items[1].box, (base::IntRect{40, 60, 10, 20}));
}

}  // namespace candor::paint
