#include "ui/pad.h"

#include "drawn_ui.h"

namespace candor::ui {
namespace {

/// A pad of six keys, one of them left out, and what its last touch asked for.
class Pads {
  public:
    explicit Pads(const std::string& language = "en") : stage(language) {
        for (const char* name : {"1", "2", "3", "", "0", "Erase"})
            spec.keys.push_back({name, name, {}, false, std::string(name) == "2"});
        spec.field_name = "Weeks";
    }
    void press(const std::string& name) { stage.tap(Role::button, name, draw()); }
    DrawnUi::Draw draw() {
        return [this](Ui& ui) { touched = pad(ui, whole_width(ui), spec); };
    }
    base::Rect rect_of(const std::string& name) {
        stage.show(draw());
        return stage.ui.tree().find(Role::button, name)->rect;
    }

    DrawnUi stage;
    PadSpec spec;
    PadTouched touched;
};

TEST(Pad, key_tells_which_it_is) {
    Pads pads;
    pads.press("0");
    EXPECT_EQ(pads.touched.key, std::optional<std::size_t>(4));
    EXPECT_FALSE(pads.touched.done);
    pads.press("Done");
    EXPECT_TRUE(pads.touched.done);
    EXPECT_EQ(pads.touched.key, std::nullopt);
}

TEST(Pad, keys_stand_in_rows_and_one_without_a_name_leaves_a_gap) {
    Pads pads;
    EXPECT_LT(pads.rect_of("1").x, pads.rect_of("2").x);
    EXPECT_LT(pads.rect_of("1").y, pads.rect_of("0").y);
    EXPECT_EQ(pads.rect_of("0").x, pads.rect_of("2").x);
    EXPECT_EQ(pads.stage.ui.tree().find(Role::button, ""), nullptr);
}

TEST(Pad, chosen_key_says_so) {
    Pads pads;
    pads.rect_of("2");
    EXPECT_EQ(pads.stage.ui.tree().find(Role::button, "2")->states, unsigned{kSelected});
    EXPECT_EQ(pads.stage.ui.tree().find(Role::button, "1")->states, unsigned{kNoState});
}

TEST(Pad, days_are_mirrored_from_right_to_left_and_digits_are_not) {
    Pads pads("ar");
    EXPECT_GT(pads.rect_of("1").x, pads.rect_of("2").x);
    pads.spec.as_on_a_keyboard = true;
    EXPECT_LT(pads.rect_of("1").x, pads.rect_of("2").x);
}

TEST(Pad, key_fills_what_is_left_of_its_row) {
    for (const char* language : {"en", "ar"}) {
        Pads pads(language);
        pads.spec.keys.resize(5);
        pads.spec.keys[4].fills_row = true;
        const base::Rect wide = pads.rect_of("0"), above = pads.rect_of("2");
        const base::Rect last = pads.rect_of("3");
        EXPECT_FLOAT_EQ(wide.w, 2 * above.w + 12) << language;
        EXPECT_FLOAT_EQ(std::min(wide.x, wide.right() - last.w), std::min(above.x, last.x));
    }
}

TEST(Pad, touch_between_the_keys_reaches_nothing_below) {
    Pads pads;
    bool below = false;
    const auto draw = [&](Ui& ui) {
        below =
            ui.touchable({Role::button, "Below", {}, kNoState, kPress, {0, 0, 1080, 1920}}, "below")
                .tapped;
        pads.touched = pad(ui, whole_width(ui), pads.spec);
    };
    pads.stage.show(draw);
    pads.stage.tap({20, 1900});
    pads.stage.show(draw);
    EXPECT_FALSE(below);
}

}  // namespace
}  // namespace candor::ui
