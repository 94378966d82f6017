#include "ui/flow.h"

#include <imgui.h>

#include "drawn_ui.h"
#include "ui/widgets.h"

namespace candor::ui {
namespace {

constexpr Colour kOver = Colour::coral, kUnder = Colour::blue;

/// The colours of what was drawn, in the order in which it is painted.
std::vector<base::Rgba> painted(const ImDrawData& data) {
    std::vector<base::Rgba> colours;
    for (int n = 0; n < data.CmdListsCount; ++n) {
        const ImDrawList* list = data.CmdLists[n];
        for (const ImDrawCmd& command : list->CmdBuffer) {
            for (unsigned i = 0; i < command.ElemCount; i += 6) {
                const ImDrawIdx index = list->IdxBuffer[static_cast<int>(command.IdxOffset + i)];
                const ImU32 c = list->VtxBuffer[static_cast<int>(command.VtxOffset + index)].col;
                colours.push_back({static_cast<std::uint8_t>(c), static_cast<std::uint8_t>(c >> 8),
                                   static_cast<std::uint8_t>(c >> 16), 255});
            }
        }
    }
    return colours;
}

bool same(base::Rgba a, Colour b) { return a == Palette::of(Contrast::standard)[b]; }

TEST(Flow, things_stand_below_each_other_and_know_their_height) {
    DrawnUi stage;
    stage.show([](Ui& ui) {
        Flow flow(ui, 56, 300, 968);
        const base::Rect first = flow.take(100);
        flow.gap(20);
        const base::Rect second = flow.take(50);
        EXPECT_FLOAT_EQ(first.y, 300);
        EXPECT_FLOAT_EQ(second.y, 420);
        EXPECT_FLOAT_EQ(second.w, 968);
        EXPECT_FLOAT_EQ(flow.height(), 170);
    });
}

TEST(Flow, gap_between_is_none_before_the_first_and_after_the_last) {
    DrawnUi stage;
    stage.show([](Ui& ui) {
        Flow flow(ui, 0, 0, 100);
        for (int i = 0; i < 3; ++i) {
            flow.take(10);
            flow.between(5);
        }
        EXPECT_FLOAT_EQ(flow.height(), 40);
        flow.take(10);
        EXPECT_FLOAT_EQ(flow.height(), 55);
    });
}

TEST(Flow, inset_narrows_at_both_ends_and_takes_the_height_of_what_it_holds) {
    DrawnUi stage;
    stage.show([](Ui& ui) {
        Flow flow(ui, 50, 0, 900);
        flow.inset(30, 20, [](Flow& inner) {
            const base::Rect rect = inner.take(40);
            EXPECT_FLOAT_EQ(rect.x, 80);
            EXPECT_FLOAT_EQ(rect.w, 850);
        });
        EXPECT_FLOAT_EQ(flow.height(), 40);
    });
}

TEST(Flow, row_is_as_high_as_its_highest_column) {
    DrawnUi stage;
    stage.show([](Ui& ui) {
        Flow flow(ui, 0, 0, 320);
        std::vector<float> at;
        flow.row(3, 10, [&](Flow& cell, std::size_t i) {
            at.push_back(cell.x());
            cell.take(i == 1 ? 70 : 20);
        });
        EXPECT_EQ(at, (std::vector<float>{0, 110, 220}));
        EXPECT_FLOAT_EQ(flow.height(), 70);
    });
}

TEST(Flow, grid_makes_those_of_a_row_equally_high_and_leaves_the_last_alone) {
    DrawnUi stage;
    stage.show([](Ui& ui) {
        Flow flow(ui, 0, 0, 210);
        std::vector<base::Rect> rects;
        flow.grid(
            {3, 2, 10}, [](std::size_t i, float) { return i == 0 ? 30.0F : 50.0F; },
            [&](std::size_t, const base::Rect& rect) { rects.push_back(rect); });
        ASSERT_EQ(rects.size(), 3U);
        EXPECT_FLOAT_EQ(rects[0].h, 50);
        EXPECT_FLOAT_EQ(rects[1].x, 110);
        EXPECT_FLOAT_EQ(rects[2].y, 60);
        EXPECT_FLOAT_EQ(flow.height(), 110);
    });
}

TEST(Flow, ground_is_painted_under_what_stands_on_it_and_is_as_high) {
    DrawnUi stage;
    base::Rect box;
    stage.show([&](Ui& ui) {
        Flow flow(ui, 100, 100, 400);
        flow.on(
            [&](const base::Rect& rect) {
                box = rect;
                ui.canvas().fill(rect, kUnder);
            },
            {10, 20, 30}, [&](Flow& inner) { ui.canvas().fill(inner.take(200), kOver); });
        EXPECT_FLOAT_EQ(flow.height(), 250);
    });
    EXPECT_FLOAT_EQ(box.h, 250);
    EXPECT_FLOAT_EQ(box.w, 400);
    const auto colours = painted(*ImGui::GetDrawData());
    ASSERT_EQ(colours.size(), 2U);
    EXPECT_TRUE(same(colours[0], kUnder) && same(colours[1], kOver));
}

TEST(Flow, grounds_on_grounds_keep_their_order_and_what_is_beside_them) {
    DrawnUi stage;
    constexpr Colour kBefore = Colour::sun, kOuter = Colour::teal, kInner = Colour::mint,
                     kContent = Colour::ink, kAfter = Colour::peach;
    stage.show([&](Ui& ui) {
        Flow flow(ui, 0, 0, 400);
        const auto fill = [&](Colour colour) {
            return [&ui, colour](const base::Rect& rect) { ui.canvas().fill(rect, colour); };
        };
        fill(kBefore)(flow.take(10));
        flow.on(fill(kOuter), {}, [&](Flow& outer) {
            outer.on(fill(kInner), {}, [&](Flow& inner) { fill(kContent)(inner.take(10)); });
        });
        fill(kAfter)(flow.take(10));
    });
    std::vector<base::Rgba> in_order;
    for (const Colour colour : {kBefore, kOuter, kInner, kContent, kAfter})
        in_order.push_back(Palette::of(Contrast::standard)[colour]);
    EXPECT_EQ(painted(*ImGui::GetDrawData()), in_order);
}

TEST(Flow, measured_one_has_the_same_height_and_leaves_no_trace) {
    DrawnUi stage;
    stage.show([](Ui& ui) {
        const auto draw = [](Flow& flow) {
            flow.card({}, [](Flow& inner) { inner.text("Words of a card", type::kBody); });
            flow.touchable(
                {Role::button, "Open"}, "open", [](const auto&, const auto&) {}, {},
                [](Flow& inner) { inner.text("Open", type::kBody); });
        };
        Flow measured(ui, 56, 0, 968), drawn(ui, 56, 0, 968);
        ui.measure([&] { draw(measured); });
        EXPECT_TRUE(ui.tree().nodes.empty());
        draw(drawn);
        EXPECT_FLOAT_EQ(measured.height(), drawn.height());
    });
}

TEST(Flow, touchable_stands_before_what_it_holds_and_leaves_that_its_touches) {
    DrawnUi stage;
    bool card = false, link = false;
    const DrawnUi::Draw draw = [&](Ui& ui) {
        Flow flow(ui, 56, 300, 968);
        card = flow.touchable(
                       {Role::button, "Card"}, "card", [](const auto&, const auto&) {}, {},
                       [&](Flow& inner) {
                           const base::Rect rect = inner.take(200);
                           link = ui.touchable({Role::link,
                                                "Link",
                                                {},
                                                kNoState,
                                                kPress,
                                                {rect.x, rect.y, 100, 100}},
                                               "link")
                                      .tapped;
                       })
                   .tapped;
    };
    stage.show(draw);
    EXPECT_EQ(stage.ui.tree().nodes.front().name, "Card");
    EXPECT_FLOAT_EQ(stage.ui.tree().nodes.front().rect.h, 272);
    stage.tap({600, 400});
    stage.show(draw);
    EXPECT_TRUE(card && !link);
    stage.tap({100, 350});
    stage.show(draw);
    EXPECT_TRUE(link && !card);
}

TEST(Flow, scrolls_as_far_as_it_is_long) {
    DrawnUi stage;
    const DrawnUi::Draw draw = [](Ui& ui) {
        scroll(ui, {"main", {0, 400, 1080, 1000}, 56, 968, 40}, [](Flow& flow) {
            for (int i = 0; i < 20; ++i) {
                flow.text("Line " + std::to_string(i), type::kBody);
                flow.take(100);
            }
        });
    };
    stage.show(draw);
    stage.ui.scrolls().jump("main", 100'000);
    stage.settle(draw);
    const Node& last = *stage.ui.tree().find(Role::paragraph, "Line 19");
    EXPECT_FLOAT_EQ(last.rect.bottom() + 100 + 40, 1400);
}

}  // namespace
}  // namespace candor::ui
