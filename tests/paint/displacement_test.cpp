#include "paint/displacement.h"

#include <gtest/gtest.h>

#include <random>

namespace candor::paint {
namespace {

DrawItem item(int x, int y, std::uint64_t content) {
    DrawItem made;
    made.box = {x, y, 10, 12};
    made.content = content;
    return made;
}

std::vector<DrawItem> moved(std::vector<DrawItem> items, int dx, int dy) {
    for (DrawItem& made : items) made.box.x += dx, made.box.y += dy;
    return items;
}

std::vector<DrawItem> letters(int count) {
    std::mt19937 random(1);
    std::vector<DrawItem> items;
    for (int i = 0; i < count; ++i)
        items.push_back(item(i % 30 * 11, i / 30 * 20, random() % 41 + 1));
    return items;
}

}  // namespace

TEST(Displacement, page_that_moved_is_found) {
    const auto before = letters(600);
    const auto found = DisplacementFinder().find(before, moved(before, -3, 57));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->dx, -3);
    EXPECT_EQ(found->dy, 57);
}

TEST(Displacement, things_that_stay_do_not_outvote_what_moved) {
    const auto fixed = moved(letters(500), 0, 1000);
    auto before = letters(200), after = moved(before, 0, -8);
    before.insert(before.end(), fixed.begin(), fixed.end());
    after.insert(after.end(), fixed.begin(), fixed.end());
    const auto found = DisplacementFinder().find(before, after);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->dy, -8);
}

TEST(Displacement, rows_that_are_all_alike_move_by_the_way_they_went) {
    std::vector<DrawItem> before;
    for (int row = 0; row < 6; ++row)
        for (const DrawItem& letter : letters(30)) {
            before.push_back(letter);
            before.back().box.y += row * 100;
        }
    const auto found = DisplacementFinder().find(before, moved(before, 0, -17));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->dy, -17);
}

TEST(Displacement, frame_that_did_not_move_gives_none) {
    EXPECT_FALSE(DisplacementFinder().find(letters(100), letters(100)));
    EXPECT_FALSE(DisplacementFinder().find({}, letters(100)));
    EXPECT_FALSE(DisplacementFinder().find(letters(100), {}));
}

}  // namespace candor::paint
