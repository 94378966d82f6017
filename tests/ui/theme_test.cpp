#include "ui/theme.h"

#include <gtest/gtest.h>

#include <cmath>

namespace candor::ui {
namespace {

TEST(Theme, touch_target_of_a_22_inch_panel_is_15_mm_or_more) {
    const Theme theme({1080, 1920}, TextSize::normal);
    const double px_per_mm = std::hypot(1080, 1920) / (22 * 25.4);
    EXPECT_NEAR(px_per_mm, 3.94, 0.01);
    EXPECT_GE(theme.px(96), 15 * px_per_mm);
}

TEST(Theme, designs_are_drawn_as_they_are_on_the_first_panel) {
    const Theme theme({1080, 1920}, TextSize::normal);
    EXPECT_FLOAT_EQ(theme.px(96), 96);
    EXPECT_FLOAT_EQ(theme.type(38), 38);
    EXPECT_FALSE(theme.landscape());
    EXPECT_TRUE(Theme({1920, 1080}, TextSize::normal).landscape());
}

TEST(Theme, smaller_display_shrinks_everything_alike) {
    const Theme theme({720, 1280}, TextSize::normal);
    EXPECT_FLOAT_EQ(theme.px(96), 64);
    EXPECT_NEAR(theme.type(38), 38 * 2 / 3.0, 0.5);
}

TEST(Theme, sizes_are_whole_pixels_on_any_display) {
    for (const auto& [w, h] :
         {std::pair{1080, 1920}, {1920, 1080}, {720, 1280}, {800, 1280}, {2160, 3840}}) {
        const Theme theme({w, h}, TextSize::large);
        for (const float units : {1.0F, 7.0F, 22.0F, 96.0F, 120.0F})
            EXPECT_EQ(theme.px(units), std::round(theme.px(units))) << w << "x" << h;
    }
}

TEST(Theme, larger_text_grows_text_alone_and_headlines_less) {
    const Theme normal({1080, 1920}, TextSize::normal), large({1080, 1920}, TextSize::large),
        largest({1080, 1920}, TextSize::largest);
    EXPECT_GT(large.type(38), normal.type(38) * 1.1F);
    EXPECT_GT(largest.type(38), large.type(38) * 1.1F);
    EXPECT_FLOAT_EQ(largest.px(96), normal.px(96));
    EXPECT_LT(largest.type(72) / normal.type(72), largest.type(38) / normal.type(38));
}

TEST(Theme, contrast_that_was_asked_for_is_in_force) {
    EXPECT_EQ(&Theme({1080, 1920}, TextSize::normal).palette(), &Palette::of(Contrast::standard));
    EXPECT_EQ(&Theme({1080, 1920}, TextSize::normal, Contrast::dark).palette(),
              &Palette::of(Contrast::dark));
}

TEST(Theme, largest_text_has_capitals_of_0_7_degrees_where_the_glass_is_known) {
    constexpr double kCapitals = 0.727, kRadian = 0.7 * 3.14159265 / 180;
    for (const auto& [w, h, px_per_mm] : {std::tuple{1080, 1920, 4.02F}, {800, 1280, 5.0F}}) {
        const Theme theme({w, h, 0, px_per_mm}, TextSize::largest);
        const double capital_mm = theme.type(38) * kCapitals / px_per_mm;
        EXPECT_GE(capital_mm, 600 * kRadian * 0.99) << w << "x" << h;
    }
    EXPECT_GT(Theme({800, 1280, 0, 5.0F}, TextSize::largest).type(38),
              Theme({800, 1280}, TextSize::largest).type(38));
}

TEST(Theme, lowered_screen_is_less_high_and_as_large) {
    Theme theme({1080, 1920}, TextSize::normal);
    const float unit = theme.px(100);
    theme.lower(0.5F);
    EXPECT_EQ(theme.height(), 960);
    EXPECT_FLOAT_EQ(theme.px(100), unit);
    EXPECT_FALSE(theme.landscape());
}

}  // namespace
}  // namespace candor::ui
