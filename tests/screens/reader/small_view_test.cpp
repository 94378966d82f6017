#include <gtest/gtest.h>

#include <algorithm>

#include "stage.h"

// The largest text, brought down on the smallest display.

namespace candor::screens {
namespace {

class SmallView : public testing::Test {
  protected:
    SmallView() { visitor.asks(SetLanguage{"de"}).asks(OpenPack{"why"}); }
    void looks() {
        for (int i = 0; i < 3; ++i) stage.draw(visitor.state);
    }
    base::Rect next_button() const {
        const auto& nodes = stage.tree().nodes;
        const auto found = std::find_if(nodes.begin(), nodes.end(), [](const ui::Node& node) {
            return node.role == ui::Role::button && node.name.starts_with("Weiter: ");
        });
        return found == nodes.end() ? base::Rect{} : found->rect;
    }
    void expect_next_in_sight() const {
        EXPECT_GT(next_button().h, 0);
        EXPECT_LE(next_button().bottom(), 1280);
    }

    Visitor visitor{shipped_catalog()};
    Stage stage{800, 1280, "/nonexistent/decoder"};
};

TEST_F(SmallView, buttons_stay_where_the_page_has_room) {
    looks();
    expect_next_in_sight();
}

TEST_F(SmallView, buttons_stand_at_the_end_of_a_page_that_would_else_be_seen_line_by_line) {
    visitor.asks(SetTextSize{ui::TextSize::largest}).asks(BringDown{true});
    looks();
    EXPECT_GT(next_button().y, 1280);
    stage.ui.scrolls().jump("main", 100'000);
    looks();
    expect_next_in_sight();
    // There nothing goes on below, so that its pill is not there, and they stay all the same.
    const std::string at_the_end = ui::to_text(stage.tree(), ui::Rects::with);
    stage.draw(visitor.state);
    EXPECT_EQ(ui::to_text(stage.tree(), ui::Rects::with), at_the_end);
}

}  // namespace
}  // namespace candor::screens
