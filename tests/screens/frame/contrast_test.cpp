#include <gtest/gtest.h>

#include "stage.h"

namespace candor::screens {
namespace {

using ui::Contrast;
using ui::Role;

class ContrastChoice : public testing::Test {
  protected:
    void tap(Role role, const std::string& name) { stage.tap(visitor, role, name); }

    Visitor visitor{shipped_catalog()};
    Stage stage{1080, 1920, decoder()};
};

TEST_F(ContrastChoice, is_made_at_a_touch_and_marked) {
    visitor.asks(Start{});
    tap(Role::button, "Text and contrast");
    tap(Role::radio, "White on black");
    EXPECT_EQ(visitor.state.visit.contrast, Contrast::dark);
    stage.draw(visitor.state);
    EXPECT_EQ(stage.tree().find(Role::radio, "White on black")->states, unsigned{ui::kChecked});
    EXPECT_EQ(stage.tree().find(Role::radio, "Standard")->states, unsigned{ui::kNoState});
    EXPECT_EQ(stage.ui.colour(ui::Colour::paper), (base::Rgba{0, 0, 0, 255}));
    tap(Role::radio, "Black on white");
    stage.draw(visitor.state);
    EXPECT_EQ(stage.ui.colour(ui::Colour::ink), (base::Rgba{0, 0, 0, 255}));
}

TEST_F(ContrastChoice, stays_while_one_moves_about_and_in_another_language) {
    visitor.asks(Start{}).asks(SetContrast{Contrast::dark}).asks(SetLanguage{"ar"});
    visitor.asks(OpenRequest{}).asks(GoHome{});
    EXPECT_EQ(visitor.state.visit.contrast, Contrast::dark);
}

TEST_F(ContrastChoice, next_visit_starts_as_the_kiosk_was_set_up) {
    visitor.asks(Start{}).asks(SetContrast{Contrast::dark}).asks(FinishVisit{});
    EXPECT_EQ(visitor.state.visit.contrast, Contrast::standard);
    visitor.state.first_contrast = Contrast::light;
    visitor.asks(Start{}).asks(SetContrast{Contrast::dark}).asks(FinishVisit{});
    EXPECT_EQ(visitor.state.visit.contrast, Contrast::light);
}

TEST_F(ContrastChoice, that_somebody_left_where_nothing_can_be_shown_ends_too) {
    visitor.state.visit.screen = Screen::out_of_order;
    EXPECT_TRUE(visitor.state.at_rest());
    visitor.asks(SetContrast{Contrast::dark});
    EXPECT_FALSE(visitor.state.at_rest());
    visitor.state.first_contrast = Contrast::dark;
    EXPECT_TRUE(visitor.state.at_rest());
}

}  // namespace
}  // namespace candor::screens
