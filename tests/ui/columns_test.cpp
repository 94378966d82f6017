#include "ui/columns.h"

#include <gtest/gtest.h>

#include "drawn_ui.h"
#include "ui/flow.h"

namespace candor::ui {
namespace {

constexpr ColumnRoom kRoom{900, 100, 800, 40};
constexpr float kOther = 1000;  // where the second column starts

/// A place, to compare.
struct At {
    float x, y;
    friend bool operator==(const base::Point& a, const At& b) { return a.x == b.x && a.y == b.y; }
};

Piece text(float height) { return {height, 20}; }
Piece picture(float height) { return {height, 20, Stands::beside}; }
Piece note(float height) { return {height, 20, Stands::under}; }
Piece wide(float height) { return {height, 20, Stands::across}; }

Placed placed(const std::vector<Piece>& pieces) { return place_in_columns(pieces, kRoom); }

TEST(Columns, what_fits_on_a_screen_is_parted_into_two_of_about_one_length) {
    const Placed page = placed({text(100), text(200), text(150), text(120)});
    ASSERT_EQ(page.places.size(), 4U);
    EXPECT_EQ(page.places[0], (At{0, 0}));
    EXPECT_EQ(page.places[1], (At{0, 120}));
    EXPECT_EQ(page.places[2], (At{kOther, 0}));
    EXPECT_EQ(page.places[3], (At{kOther, 170}));
    EXPECT_FLOAT_EQ(page.height, 320);
}

TEST(Columns, picture_stands_on_one_side_and_the_text_on_the_other) {
    const Placed page = placed({text(150), text(200), picture(500), text(300)});
    EXPECT_EQ(page.places[2], (At{kOther, 0}));
    for (const std::size_t i : {0U, 1U, 3U})
        EXPECT_FLOAT_EQ(page.places[i].x, 0) << i << ": the page starts where all pages start";
    EXPECT_FLOAT_EQ(page.height, 690);
}

TEST(Columns, limit_of_what_is_said_stands_below_the_picture_in_sight) {
    const Placed page = placed({text(150), picture(400), text(600), note(200)});
    EXPECT_EQ(page.places[3], (At{kOther, 420}));
    EXPECT_FLOAT_EQ(page.height, 770);
}

TEST(Columns, text_beside_a_picture_may_be_a_little_longer_than_the_screen) {
    const Placed page = placed({picture(600), text(500), text(400)});
    EXPECT_FLOAT_EQ(page.height, 920) << "one screen and a bit, and nobody comes back up";
    const Placed longer = placed({picture(600), text(500), text(400), text(400)});
    EXPECT_FLOAT_EQ(longer.places[2].x, 0) << "below, from the first column on";
    EXPECT_FLOAT_EQ(longer.places[2].y, kRoom.height + kRoom.faded);
}

TEST(Columns, goes_on_at_once_where_much_of_it_is_seen) {
    const Placed page = placed({picture(440), text(420), text(420), text(420)});
    EXPECT_EQ(page.places[2], (At{0, 460}));
}

TEST(Columns, long_text_goes_on_below_a_screenful_at_a_time) {
    const std::vector<Piece> pieces(10, text(300));
    const Placed page = placed(pieces);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_LT(page.places[i].y, kRoom.height) << i;
    EXPECT_FLOAT_EQ(page.places[4].x, 0);
    EXPECT_FLOAT_EQ(page.places[4].y, kRoom.height + kRoom.faded) << "nothing of it peeps in";
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const auto &a = page.places[i - 1], &b = page.places[i];
        EXPECT_TRUE(b.y > a.y || b.x > a.x) << "each is read after the one before: " << i;
    }
}

TEST(Columns, what_is_wide_stands_over_both_and_parts_what_is_before_and_after) {
    const Placed page = placed({text(100), text(100), wide(300), text(100), text(100)});
    EXPECT_FLOAT_EQ(page.places[1].x, kOther);
    EXPECT_EQ(page.places[2], (At{0, 120}));
    EXPECT_EQ(page.places[3], (At{0, 440}));
    EXPECT_EQ(page.places[4], (At{kOther, 440}));
}

TEST(Columns, piece_that_is_higher_than_the_screen_is_whole) {
    const Placed page = placed({text(2000), text(100), text(100)});
    EXPECT_EQ(page.places[0], (At{0, 0}));
    EXPECT_EQ(page.places[1], (At{kOther, 0}));
    EXPECT_FLOAT_EQ(page.height, 2000);
}

Piece part(float height) { return {height, 20, Stands::in_turn, true}; }

TEST(Columns, short_list_is_not_parted_from_its_heading_nor_in_itself) {
    const Placed page = placed({text(250), text(100), part(100), part(100), text(200)});
    EXPECT_FLOAT_EQ(page.places[1].x, page.places[3].x);
    EXPECT_FLOAT_EQ(page.places[2].y, page.places[1].y + 120);
    EXPECT_FLOAT_EQ(page.places[3].y, page.places[2].y + 120);
    const Placed parted = placed({text(250), text(100), text(100), text(100), text(200)});
    EXPECT_NE(parted.places[1].x, parted.places[3].x) << "as it would be without that";
}

TEST(Columns, long_list_goes_on_in_the_other_column) {
    const Placed page = placed({text(150), part(150), part(150), part(150), part(150), part(150)});
    EXPECT_FLOAT_EQ(page.places[0].x, 0);
    EXPECT_FLOAT_EQ(page.places[5].x, kOther);
}

/// Where the boxes that `draw` registers as pictures stand.
std::vector<base::Rect> boxes(const Flow::Draw& draw, float seen = 400) {
    DrawnUi stage("en", 1920, 1080);
    std::vector<base::Rect> out;
    stage.show([&](Ui& ui) {
        Flow flow(ui, 100, 50, 1000);
        flow.columns({72, seen}, draw);
        for (const Node& node : ui.tree().nodes) out.push_back(node.rect);
    });
    return out;
}

void box(Flow& flow, float height) {
    flow.ui().node({Role::img, "box", {}, kNoState, kNoAction, flow.take(height)});
}

TEST(Columns, flow_parts_at_between_and_nowhere_else) {
    const auto parted = boxes([](Flow& flow) {
        for (int i = 0; i < 4; ++i) {
            box(flow, 60);
            flow.gap(10);
            box(flow, 60);
            flow.between(30);
        }
    });
    ASSERT_EQ(parted.size(), 8U);
    EXPECT_FLOAT_EQ(parted[0].x, 100);
    EXPECT_FLOAT_EQ(parted[1].x, parted[0].x) << "a gap keeps together";
    EXPECT_FLOAT_EQ(parted[2].x, parted[0].x);
    EXPECT_GT(parted[4].x, parted[2].right());
    EXPECT_FLOAT_EQ(parted[4].y, parted[0].y);
    EXPECT_FLOAT_EQ(parted[7].right(), 1100);
}

TEST(Columns, groups_pieces_stand_on_their_own_and_gap_after_the_last_is_none) {
    const auto parted = boxes([](Flow& flow) {
        flow.group([](Flow& list) {
            for (int i = 0; i < 2; ++i) {
                box(list, 100);
                list.between(14);
            }
        });
        flow.between(40);
        box(flow, 50);
        flow.between(40);
        box(flow, 50);
    });
    const float list = parted[1].y - parted[0].bottom();
    EXPECT_GT(list, 0);
    EXPECT_FLOAT_EQ(parted[2].y, parted[0].y);
    EXPECT_GT(parted[3].y - parted[2].bottom(), 2 * list) << "40 units, and not 14 as well";
}

TEST(Columns, wide_piece_has_the_whole_width) {
    const auto parted = boxes([](Flow& flow) {
        box(flow, 50);
        flow.between(20);
        flow.piece(Stands::across, [](Flow& wide) { box(wide, 80); });
        flow.between(20);
        box(flow, 50);
    });
    EXPECT_FLOAT_EQ(parted[0].w, parted[2].w);
    EXPECT_FLOAT_EQ(parted[1].w, 1000);
    EXPECT_GT(parted[1].y, parted[0].bottom());
    EXPECT_GT(parted[2].y, parted[1].bottom());
}

TEST(Columns, flow_knows_where_what_comes_next_stands_right_below) {
    std::vector<bool> below;
    boxes([&](Flow& flow) {
        for (int i = 0; i < 4; ++i) {
            box(flow, 100);
            if (!flow.ui().canvas().muted()) below.push_back(flow.goes_on_below());
            flow.between(30);
        }
    });
    EXPECT_EQ(below, (std::vector{true, false, true, false}));
}

TEST(Columns, joint_keeps_a_short_list_whole) {
    const auto whole = boxes([](Flow& flow) {
        for (int i = 0; i < 2; ++i) {
            box(flow, 70);
            i == 0 ? flow.joint(14) : flow.between(30);
        }
        box(flow, 50);
    });
    EXPECT_FLOAT_EQ(whole[0].x, whole[1].x);
    EXPECT_GT(whole[2].x, whole[1].x);
}

TEST(Columns, outside_of_columns_pieces_stand_in_turn) {
    DrawnUi stage;
    stage.show([](Ui& ui) {
        Flow flow(ui, 0, 0, 1000);
        flow.piece(Stands::across, [](Flow& one) { box(one, 80); });
        flow.between(10);
        flow.piece(Stands::beside, [](Flow& one) { box(one, 80); });
        EXPECT_FLOAT_EQ(flow.height(), 170);
        EXPECT_FLOAT_EQ(ui.tree().nodes[1].rect.y, 90);
    });
}

}  // namespace
}  // namespace candor::ui
