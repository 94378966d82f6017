#include "pack/folder/edit_distance.h"

#include <gtest/gtest.h>

namespace candor::pack {

TEST(EditDistance, each_kind_of_slip_counts_one) {
    EXPECT_EQ(edit_distance("minoxidil", "minoxidil", 2), 0);
    EXPECT_EQ(edit_distance("minoxdil", "minoxidil", 2), 1);
    EXPECT_EQ(edit_distance("minoxiidil", "minoxidil", 2), 1);
    EXPECT_EQ(edit_distance("minaxidil", "minoxidil", 2), 1);
    EXPECT_EQ(edit_distance("regrowht", "regrowth", 2), 1);
    EXPECT_EQ(edit_distance("minaxdil", "minoxidil", 2), 2);
}

TEST(EditDistance, more_than_the_limit_is_one_past_it) {
    EXPECT_EQ(edit_distance("scalp", "blood", 2), 3);
    EXPECT_EQ(edit_distance("a", "abcdef", 2), 3);
    EXPECT_EQ(edit_distance(std::string(100, 'a'), std::string(100, 'a'), 2), 3);
}

TEST(Nearest, only_a_near_word_is_named) {
    EXPECT_EQ(nearest("summry", {"title", "summary", "cover"}), "summary");
    EXPECT_EQ(nearest("nothing-like-it", {"title", "summary"}), "");
    EXPECT_EQ(nearest("xy", {"id"}), "");
}

}  // namespace candor::pack
