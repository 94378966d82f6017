#include "ui/scroll_regions.h"

#include <gtest/gtest.h>

namespace candor::ui {
namespace {

constexpr base::Rect kView{0, 400, 1080, 1000};

/// A region with 4000 px of content in a viewport of 1000.
class ScrollRegionsTest : public testing::Test {
  protected:
    ScrollRegionsTest() { frame(); }

    /// A frame in which `draw` happens within the region.
    template <typename Draw>
    void frame(const Draw& draw) {
        regions.begin_frame(now_ms, 40);
        content_y = regions.begin("main", kView);
        draw();
        extent = regions.end(4000);
    }
    void frame() {
        frame([] {});
    }
    void settle() {
        for (int i = 0; i < 600; ++i) {
            frame();
            if (!regions.due()) return;
            now_ms += 16;
        }
        ADD_FAILURE() << "it never comes to rest";
    }
    void gesture(Gesture::Kind kind, float dy = 0) {
        Gesture it;
        it.kind = kind;
        it.id = ScrollRegions::id_of("main");
        it.dy = dy;
        it.time_ms = now_ms;
        pressed_nothing = regions.take(it);
    }

    ScrollRegions regions;
    ScrollRegions::Extent extent;
    std::int64_t now_ms = 1000;
    float content_y = 0;
    bool pressed_nothing = false;
};

TEST_F(ScrollRegionsTest, content_starts_at_the_viewports_top_and_says_how_far_it_is) {
    EXPECT_FLOAT_EQ(content_y, 400);
    EXPECT_TRUE(extent.scrolls);
    EXPECT_FLOAT_EQ(extent.share, 0);
    regions.jump("main", 1500);
    frame();
    EXPECT_FLOAT_EQ(content_y, -1100);
    EXPECT_FLOAT_EQ(extent.share, 0.5F);
}

TEST_F(ScrollRegionsTest, region_that_holds_everything_does_not_scroll) {
    regions.begin_frame(now_ms, 40);
    regions.begin("small", kView);
    EXPECT_FALSE(regions.end(900).scrolls);
}

TEST_F(ScrollRegionsTest, what_becomes_shorter_is_drawn_again_at_its_end) {
    regions.jump("main", 3000);
    frame();
    regions.begin_frame(now_ms, 40);
    regions.begin("main", kView);
    regions.end(2000);
    EXPECT_TRUE(regions.due());
    frame();
    EXPECT_FLOAT_EQ(content_y, -600);
}

TEST_F(ScrollRegionsTest, finger_on_a_gliding_region_stops_it_and_presses_nothing) {
    gesture(Gesture::Kind::drag_start);
    for (int i = 0; i < 5; ++i) {
        now_ms += 16;
        gesture(Gesture::Kind::drag, -60);
    }
    gesture(Gesture::Kind::drag_end);
    frame();
    ASSERT_TRUE(regions.due());
    now_ms += 16;
    gesture(Gesture::Kind::touch_down);
    EXPECT_TRUE(pressed_nothing);
    frame();
    EXPECT_FALSE(regions.due());
    gesture(Gesture::Kind::touch_down);
    EXPECT_FALSE(pressed_nothing);
}

TEST_F(ScrollRegionsTest, reveal_scrolls_there_once_and_then_leaves_the_finger_alone) {
    const auto reveal = [&](const char* mark, float at) {
        frame([&] { regions.reveal_here(mark, content_y + at); });
        settle();
    };
    reveal("field phone", 1040);
    EXPECT_FLOAT_EQ(content_y, 400 - 1000);
    regions.jump("main", 2000);
    reveal("field phone", 1040);
    EXPECT_FLOAT_EQ(content_y, 400 - 2000);
    reveal("field email", 1040);
    EXPECT_FLOAT_EQ(content_y, 400 - 1000);
}

TEST_F(ScrollRegionsTest, reveal_of_the_top_leaves_the_finger_alone_too) {
    frame([&] { regions.reveal_here("field name", content_y); });
    regions.jump("main", 1000);
    frame([&] { regions.reveal_here("field name", content_y); });
    settle();
    EXPECT_FLOAT_EQ(content_y, 400 - 1000);
}

TEST_F(ScrollRegionsTest, next_visit_is_shown_what_the_last_one_was) {
    frame([&] { regions.reveal_here("field phone", content_y + 1040); });
    regions.forget_visit();
    frame();
    frame([&] { regions.reveal_here("field phone", content_y + 1040); });
    settle();
    EXPECT_FLOAT_EQ(content_y, 400 - 1000);
}

TEST_F(ScrollRegionsTest, what_is_in_sight_stays_where_it_is) {
    frame(
        [&] { regions.bring_into_sight("a", content_y + 100, content_y + 200, content_y + 300); });
    settle();
    EXPECT_FLOAT_EQ(content_y, 400);
    frame(
        [&] { regions.bring_into_sight("b", content_y + 900, content_y + 950, content_y + 1200); });
    settle();
    EXPECT_FLOAT_EQ(content_y, 400 - 860);
}

TEST_F(ScrollRegionsTest, what_leads_to_it_stays_in_sight_as_far_as_there_is_room) {
    const float end = 100 + 2 * kView.h;
    frame([&] { regions.bring_into_sight("a", content_y, content_y + end - 50, content_y + end); });
    settle();
    EXPECT_FLOAT_EQ(content_y + end + 40, kView.bottom());
}

TEST_F(ScrollRegionsTest, what_fills_the_viewport_is_whole_in_its_middle) {
    frame([&] {
        regions.bring_into_sight("a", content_y + 1500, content_y + 1520, content_y + 2480);
    });
    settle();
    EXPECT_FLOAT_EQ(content_y + 1500, kView.y + 10);
    EXPECT_FLOAT_EQ(content_y + 2480, kView.bottom() - 10);
}

TEST_F(ScrollRegionsTest, list_goes_no_further_than_its_row_needs) {
    regions.keep_in_sight("main", 1200, 1300);
    frame();
    EXPECT_FLOAT_EQ(content_y, 400 - 300);
    regions.keep_in_sight("main", 250, 350);
    frame();
    EXPECT_FLOAT_EQ(content_y, 400 - 250);
}

TEST_F(ScrollRegionsTest, landmark_is_below_until_it_is_seen) {
    const auto with_landmark = [&] {
        frame([&] { regions.landmark(7, content_y + 2 * kView.h); });
    };
    with_landmark();
    EXPECT_EQ(regions.landmarks_below("main"), std::vector<int>{7});
    EXPECT_TRUE(regions.due()) << "who asked before it was drawn asks again";
    regions.jump("main", 1.5F * kView.h);
    with_landmark();
    EXPECT_TRUE(regions.landmarks_below("main").empty());
    EXPECT_TRUE(regions.landmarks_below("another").empty());
}

TEST_F(ScrollRegionsTest, glides_once_for_a_mark) {
    const auto glide = [&] { frame([&] { regions.glide_here("look", content_y + 700); }); };
    glide();
    EXPECT_TRUE(regions.due());
    for (int i = 0; i < 60; ++i) {
        now_ms += 16;
        glide();
    }
    EXPECT_FLOAT_EQ(content_y, kView.y - 660) << "with what is left above it";
    regions.jump("main", 100);
    glide();
    EXPECT_FLOAT_EQ(content_y, kView.y - 100) << "the finger has it now";
}

}  // namespace
}  // namespace candor::ui
