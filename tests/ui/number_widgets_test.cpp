#include "drawn_ui.h"
#include "ui/widgets.h"

namespace candor::ui {
namespace {

/// A slider, and what its last touch asked for.
class Sliders {
  public:
    explicit Sliders(const std::string& language = "en") : stage(language) {
        spec = {"Pain", "pain", "", "None yet", "Low", "High", "Less: Pain", "More: Pain"};
    }
    DrawnUi::Draw draw() {
        return [this](Ui& ui) {
            Flow flow(ui, 56, 300, 968);
            touched = slider(flow, spec);
        };
    }
    const Node& node() {
        stage.show(draw());
        return *stage.ui.tree().find(Role::slider, "Pain");
    }

    DrawnUi stage;
    SliderSpec spec;
    SliderTouched touched;
};

TEST(Slider, untouched_one_asks_for_nothing_and_has_no_value) {
    Sliders sliders;
    EXPECT_EQ(sliders.node().value, "");
    EXPECT_FALSE(sliders.touched.share || sliders.touched.less || sliders.touched.more);
}

TEST(Slider, buttons_ask_for_less_and_more) {
    Sliders sliders;
    sliders.stage.tap(Role::button, "Less: Pain", sliders.draw());
    EXPECT_TRUE(sliders.touched.less);
    sliders.stage.tap(Role::button, "More: Pain", sliders.draw());
    EXPECT_TRUE(sliders.touched.more && !sliders.touched.less);
}

TEST(Slider, button_at_its_end_is_disabled) {
    Sliders sliders;
    sliders.spec.can_more = false;
    sliders.stage.tap(Role::button, "More: Pain", sliders.draw());
    EXPECT_FALSE(sliders.touched.more);
}

TEST(Slider, touch_tells_its_place_and_the_ends_can_be_reached) {
    Sliders sliders;
    const base::Rect rect = sliders.node().rect;
    const auto at = [&](float x) {
        sliders.stage.tap({x, rect.y + rect.h / 2});
        sliders.stage.show(sliders.draw());
        return sliders.touched.share.value_or(-1);
    };
    EXPECT_FLOAT_EQ(at(rect.x + 1), 0);
    EXPECT_NEAR(at(rect.x + rect.w / 2), 0.5F, 0.01F);
    EXPECT_FLOAT_EQ(at(rect.right() - 1), 1);
}

TEST(Slider, lower_end_is_at_the_right_from_right_to_left) {
    Sliders sliders("ar");
    const base::Rect rect = sliders.node().rect;
    sliders.stage.tap({rect.right() - 1, rect.y + rect.h / 2});
    sliders.stage.show(sliders.draw());
    EXPECT_FLOAT_EQ(sliders.touched.share.value_or(-1), 0);
}

TEST(Slider, value_is_told) {
    Sliders sliders;
    sliders.spec.value = "7 of 10";
    sliders.spec.share = 0.7F;
    sliders.spec.required = true;
    EXPECT_EQ(sliders.node().value, "7 of 10");
    EXPECT_EQ(sliders.node().states, unsigned{kRequired});
}

TEST(Stepper, value_opens_and_buttons_step) {
    DrawnUi stage;
    StepperSpec spec{"Day", "Day", "born", "9", "Less: Day", "More: Day"};
    StepperTouched touched;
    const DrawnUi::Draw draw = [&](Ui& ui) {
        Flow flow(ui, 56, 300, 300);
        touched = stepper(flow, spec);
    };
    stage.tap(Role::spinbutton, "Day", draw);
    EXPECT_TRUE(touched.tapped);
    EXPECT_EQ(stage.ui.tree().find(Role::spinbutton, "Day")->value, "9");
    stage.tap(Role::button, "Less: Day", draw);
    EXPECT_TRUE(touched.less && !touched.more && !touched.tapped);
    stage.tap(Role::button, "More: Day", draw);
    EXPECT_TRUE(touched.more);
    spec.can_more = false;
    stage.tap(Role::button, "More: Day", draw);
    EXPECT_FALSE(touched.more);
}

TEST(Stepper, open_and_wrong_one_says_so) {
    DrawnUi stage;
    StepperSpec spec{"Day", "Day", "born", "", "Less: Day", "More: Day"};
    spec.focused = spec.invalid = true;
    stage.show([&](Ui& ui) {
        Flow flow(ui, 56, 300, 300);
        stepper(flow, spec);
    });
    EXPECT_EQ(stage.ui.tree().find(Role::spinbutton, "Day")->states,
              unsigned{kFocused | kExpanded | kInvalid});
}

TEST(Combobox, tells_its_value_only_when_there_is_one) {
    DrawnUi stage;
    Choice spec{"Touch to choose", "home"};
    spec.accessible_name = "Where?";
    bool tapped = false;
    const DrawnUi::Draw draw = [&](Ui& ui) {
        Flow flow(ui, 56, 300, 968);
        tapped = combobox(flow, spec);
    };
    stage.tap(Role::combobox, "Where?", draw);
    EXPECT_TRUE(tapped);
    EXPECT_EQ(stage.ui.tree().find(Role::combobox, "Where?")->value, "");
    spec.label = "Leeds";
    spec.selected = true;
    stage.show(draw);
    EXPECT_EQ(stage.ui.tree().find(Role::combobox, "Where?")->value, "Leeds");
}

TEST(ChoiceRow, is_a_choice_by_role_state_and_touch) {
    DrawnUi stage;
    Choice spec{"Leeds", "town"};
    bool tapped = false;
    const DrawnUi::Draw draw = [&](Ui& ui) {
        Flow flow(ui, 56, 300, 968);
        tapped = choice_row(flow, spec);
    };
    stage.tap(Role::radio, "Leeds", draw);
    EXPECT_TRUE(tapped);
    spec.many = spec.selected = true;
    stage.show(draw);
    EXPECT_EQ(stage.ui.tree().find(Role::checkbox, "Leeds")->states, unsigned{kChecked});
}

}  // namespace
}  // namespace candor::ui
