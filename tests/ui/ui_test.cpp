#include "ui/ui.h"

#include "drawn_ui.h"
#include "ui/widgets.h"

namespace candor::ui {
namespace {

constexpr base::Rect kRect{100, 200, 400, 120};

Touched plain_button(Ui& ui, const base::Rect& rect = kRect, unsigned states = kNoState) {
    return ui.touchable({Role::button, "Go", {}, states, kPress, rect}, "go");
}

TEST(Ui, finger_on_a_button_is_seen_in_the_next_frame) {
    DrawnUi stage;
    Touched touched;
    const auto draw = [&](Ui& ui) { touched = plain_button(ui); };
    stage.show(draw);
    EXPECT_FALSE(touched.pressed);
    stage.down({150, 250});
    stage.show(draw);
    EXPECT_TRUE(touched.pressed);
    EXPECT_FALSE(touched.tapped);
    EXPECT_EQ(stage.ui.tree().nodes.front().states, unsigned{kPressed});
}

TEST(Ui, tap_is_told_once) {
    DrawnUi stage;
    Touched touched;
    const auto draw = [&](Ui& ui) { touched = plain_button(ui); };
    stage.show(draw);
    stage.tap({150, 250});
    stage.show(draw);
    EXPECT_TRUE(touched.tapped);
    EXPECT_FLOAT_EQ(touched.at.x, 150);
    stage.show(draw);
    EXPECT_FALSE(touched.tapped);
}

TEST(Ui, disabled_button_is_named_but_cannot_be_tapped) {
    DrawnUi stage;
    Touched touched;
    const auto draw = [&](Ui& ui) { touched = plain_button(ui, kRect, kDisabled); };
    stage.tap(Role::button, "Go", draw);
    EXPECT_FALSE(touched.tapped);
    EXPECT_EQ(stage.ui.tree().nodes.front().states, unsigned{kDisabled});
}

TEST(Ui, widgets_of_one_name_are_told_apart_by_their_keys) {
    DrawnUi stage;
    bool first = false, second = false;
    const auto draw = [&](Ui& ui) {
        first =
            ui.touchable({Role::button, "Source 1", {}, kNoState, kPress, {0, 0, 100, 100}}, "a")
                .tapped;
        second =
            ui.touchable({Role::button, "Source 1", {}, kNoState, kPress, {0, 200, 100, 100}}, "b")
                .tapped;
    };
    stage.show(draw);
    stage.tap({50, 250});
    stage.show(draw);
    EXPECT_FALSE(first);
    EXPECT_TRUE(second);
}

TEST(Ui, widget_stays_itself_when_its_name_changes_under_a_finger) {
    DrawnUi stage;
    std::string name = "Topics";
    Touched touched;
    const auto draw = [&](Ui& ui) {
        touched = ui.touchable({Role::button, name, {}, kNoState, kPress, kRect}, "topics");
    };
    stage.show(draw);
    stage.down({150, 250});
    name = "Themen";
    stage.show(draw);
    EXPECT_TRUE(touched.pressed);
    stage.up({150, 250});
    stage.show(draw);
    EXPECT_TRUE(touched.tapped);
}

TEST(Ui, one_key_in_two_regions_is_two_widgets) {
    DrawnUi stage;
    bool first = false, second = false;
    const auto button = [](Ui& ui, float y) {
        return ui.touchable({Role::button, "Go", {}, kNoState, kPress, {0, y, 100, 100}}, "go")
            .tapped;
    };
    const auto draw = [&](Ui& ui) {
        first = button(ui, ui.begin_scroll("left", {0, 0, 500, 500}));
        ui.end_scroll(100);
        second = button(ui, ui.begin_scroll("right", {0, 600, 500, 500}));
        ui.end_scroll(100);
    };
    stage.show(draw);
    stage.tap({50, 650});
    stage.show(draw);
    EXPECT_FALSE(first);
    EXPECT_TRUE(second);
}

TEST(Ui, open_sheet_leaves_nothing_else_within_reach) {
    DrawnUi stage;
    bool below = false, above = false;
    const auto draw = [&](Ui& ui) {
        below = plain_button(ui).tapped;
        ui.begin_modal("term");
        above = ui.touchable({Role::button, "OK", {}, kNoState, kPress, {100, 900, 400, 120}}, "ok")
                    .tapped;
    };
    stage.show(draw);
    EXPECT_EQ(stage.ui.tree().sheet, "term");
    EXPECT_EQ(stage.ui.tree().find(Role::button, "Go"), nullptr);
    stage.tap({150, 250});
    stage.show(draw);
    EXPECT_FALSE(below);
    stage.tap({150, 950});
    stage.show(draw);
    EXPECT_TRUE(above);
}

TEST(Ui, measuring_registers_nothing) {
    DrawnUi stage;
    stage.show([](Ui& ui) {
        ui.measure([&] {
            plain_button(ui);
            ui.text(0, 0, 500, "words", type::kBody);
        });
    });
    EXPECT_TRUE(stage.ui.tree().nodes.empty());
}

/// Twenty buttons of 200 px in a region from y 400 to 1400; returns the one that was tapped.
int long_list(Ui& ui, float content = 4000) {
    int tapped = -1;
    float y = ui.begin_scroll("main", {0, 400, 1080, 1000});
    for (int i = 0; i < 20; ++i) {
        const std::string name = "Row " + std::to_string(i);
        if (ui.touchable({Role::button, name, {}, kNoState, kPress, {0, y, 1080, 200}}, name)
                .tapped)
            tapped = i;
        y += 200;
    }
    ui.end_scroll(content);
    return tapped;
}

TEST(Ui, list_follows_the_finger) {
    DrawnUi stage;
    const auto draw = [](Ui& ui) { long_list(ui); };
    stage.show(draw);
    stage.down({500, 1300});
    stage.now_ms += 16;
    stage.move({500, 1200});
    stage.now_ms += 16;
    stage.move({500, 1010});
    stage.show(draw);
    EXPECT_FLOAT_EQ(stage.ui.tree().find(Role::button, "Row 1")->rect.y, 410);
    stage.now_ms += 16;
    stage.move({500, 1000});
    stage.show(draw);
    EXPECT_FLOAT_EQ(stage.ui.tree().find(Role::button, "Row 2")->rect.y, 600);
}

TEST(Ui, drag_over_a_list_taps_nothing_and_the_list_settles) {
    DrawnUi stage;
    int tapped = -1;
    const auto draw = [&](Ui& ui) { tapped = std::max(tapped, long_list(ui)); };
    stage.show(draw);
    stage.down({500, 1300});
    for (float y = 1250; y >= 900; y -= 50) {
        stage.now_ms += 16;
        stage.move({500, y});
        stage.show(draw);
    }
    stage.up({500, 900});
    stage.settle(draw);
    EXPECT_EQ(tapped, -1);
}

TEST(Ui, row_in_sight_after_scrolling_is_the_one_that_is_tapped) {
    DrawnUi stage;
    int tapped = -1;
    const auto draw = [&](Ui& ui) { tapped = std::max(tapped, long_list(ui)); };
    stage.show(draw);
    stage.ui.scrolls().jump("main", 1000);
    stage.show(draw);
    stage.tap({500, 450});
    stage.show(draw);
    EXPECT_EQ(tapped, 5);
}

TEST(Ui, tap_on_a_gliding_list_only_stops_it) {
    DrawnUi stage;
    int tapped = -1;
    const auto draw = [&](Ui& ui) { tapped = std::max(tapped, long_list(ui, 40'000)); };
    stage.show(draw);
    stage.down({500, 1300});
    for (float y = 1250; y >= 900; y -= 50) {
        stage.now_ms += 16;
        stage.move({500, y});
    }
    stage.up({500, 900});
    stage.show(draw);
    ASSERT_TRUE(stage.ui.animating());
    stage.now_ms += 16;
    stage.tap({500, 600});
    stage.show(draw);
    EXPECT_FALSE(stage.ui.animating());
    EXPECT_EQ(tapped, -1);
}

TEST(Ui, nodes_scrolled_out_lie_beyond_the_windows_edge_in_order) {
    DrawnUi stage;
    const auto draw = [](Ui& ui) { long_list(ui); };
    stage.show(draw);
    stage.ui.scrolls().jump("main", 1000);
    stage.show(draw);
    const auto& nodes = stage.ui.tree().nodes;
    ASSERT_EQ(nodes.size(), 20U);
    for (std::size_t i = 1; i < nodes.size(); ++i) EXPECT_GT(nodes[i].rect.y, nodes[i - 1].rect.y);
    EXPECT_LE(nodes[4].rect.bottom(), 0);
    EXPECT_FLOAT_EQ(nodes[5].rect.y, 400);
    EXPECT_GE(nodes[10].rect.y, 1920);
}

TEST(Ui, row_that_is_cut_can_be_tapped_only_where_it_shows) {
    DrawnUi stage;
    int tapped = -1;
    const auto draw = [&](Ui& ui) { tapped = std::max(tapped, long_list(ui)); };
    stage.show(draw);
    stage.ui.scrolls().jump("main", 150);
    stage.show(draw);
    EXPECT_FLOAT_EQ(stage.ui.tree().find(Role::button, "Row 0")->rect.h, 50);
    stage.tap({500, 390});
    stage.show(draw);
    EXPECT_EQ(tapped, -1);
    stage.tap({500, 420});
    stage.show(draw);
    EXPECT_EQ(tapped, 0);
}

TEST(Ui, wheel_scrolls_the_region_under_it) {
    DrawnUi stage;
    const auto draw = [](Ui& ui) { long_list(ui); };
    stage.show(draw);
    platform::Event wheel;
    wheel.kind = platform::EventKind::wheel;
    wheel.time_ms = stage.now_ms;
    wheel.delta_y = -300;
    wheel.at = {500, 100};
    stage.ui.input(std::vector{wheel}, stage.now_ms);
    stage.settle(draw);
    EXPECT_FLOAT_EQ(stage.ui.tree().nodes.front().rect.y, 400);
    wheel.at = {500, 900};
    wheel.time_ms = stage.now_ms;
    stage.ui.input(std::vector{wheel}, stage.now_ms);
    stage.settle(draw);
    EXPECT_FLOAT_EQ(stage.ui.tree().find(Role::button, "Row 2")->rect.y, 500);
}

TEST(Ui, right_to_left_reflects_what_is_shown_and_what_is_tapped) {
    DrawnUi stage("ar");
    Touched touched;
    const auto draw = [&](Ui& ui) { touched = plain_button(ui); };
    stage.show(draw);
    EXPECT_EQ(stage.ui.tree().nodes.front().rect, (base::Rect{580, 200, 400, 120}));
    stage.tap({150, 250});
    stage.show(draw);
    EXPECT_FALSE(touched.tapped);
    stage.tap({900, 250});
    stage.show(draw);
    EXPECT_TRUE(touched.tapped);
    EXPECT_FLOAT_EQ(touched.at.x, 180);
}

TEST(Ui, text_is_drawn_and_named) {
    DrawnUi stage;
    float height = 0;
    stage.show(
        [&](Ui& ui) { height = ui.text(56, 100, 968, "Two words", type::kBody, Role::heading); });
    const Node* node = stage.ui.tree().find(Role::heading, "Two words");
    ASSERT_NE(node, nullptr);
    EXPECT_GT(height, 38);
    EXPECT_FLOAT_EQ(node->rect.h, height);
    EXPECT_EQ(node->actions, unsigned{kNoAction});
}

TEST(Ui, long_press_is_told_once_and_is_no_tap) {
    DrawnUi stage;
    Touched touched;
    const auto draw = [&](Ui& ui) {
        touched = ui.touchable({Role::button, "e", {}, kNoState, kPress | kLongPress, kRect}, "e");
    };
    stage.show(draw);
    stage.down({150, 250});
    ASSERT_TRUE(stage.ui.next_deadline_ms());
    stage.now_ms = *stage.ui.next_deadline_ms();
    stage.ui.input({}, stage.now_ms);
    stage.show(draw);
    EXPECT_TRUE(touched.long_pressed);
    stage.up({150, 250});
    stage.show(draw);
    EXPECT_FALSE(touched.long_pressed);
    EXPECT_FALSE(touched.tapped);
}

TEST(Ui, forgotten_visit_leaves_no_tree_no_scroll_and_no_finger) {
    DrawnUi stage;
    const auto draw = [](Ui& ui) { long_list(ui); };
    stage.show(draw);
    stage.ui.scrolls().jump("main", 1000);
    stage.show(draw);
    stage.down({500, 600});
    stage.ui.forget_visit();
    EXPECT_TRUE(stage.ui.tree().nodes.empty());
    EXPECT_FALSE(stage.ui.finger_down());
    stage.show(draw);
    EXPECT_FLOAT_EQ(stage.ui.tree().nodes.front().rect.y, 400);
}

TEST(Ui, sheet_closes_at_a_touch_beside_it_but_not_on_it) {
    DrawnUi stage;
    bool dismissed = false, ok = false;
    const auto draw = [&](Ui& ui) {
        dismissed = sheet(
            ui, {"term", "What a word means", true}, [](Flow& flow) { flow.take(500); },
            [&](Flow& flow) {
                ok = button(flow, {"OK", ButtonKind::primary, {}, {}, "sheet"});
            });
    };
    stage.settle(draw);
    EXPECT_NE(stage.ui.tree().find(Role::dialog, "What a word means"), nullptr);
    stage.tap({540, 1400});
    stage.show(draw);
    EXPECT_FALSE(dismissed);
    stage.tap({540, 300});
    stage.show(draw);
    EXPECT_TRUE(dismissed);
    stage.tap(Role::button, "OK", draw);
    EXPECT_TRUE(ok);
    EXPECT_FALSE(dismissed);
}

TEST(Ui, sheet_that_must_be_answered_does_not_close_beside_it) {
    DrawnUi stage;
    bool dismissed = false;
    const auto draw = [&](Ui& ui) {
        dismissed = sheet(
            ui, {"still-here", "Are you still there?", false}, [](Flow& flow) { flow.take(400); },
            [](Flow&) {});
    };
    stage.settle(draw);
    EXPECT_EQ(stage.ui.tree().find(Role::button, "Close"), nullptr);
    stage.tap({540, 300});
    stage.show(draw);
    EXPECT_FALSE(dismissed);
}

}  // namespace
}  // namespace candor::ui
