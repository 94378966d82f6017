#include "ui/theme.h"

#include <gtest/gtest.h>

#include <cmath>

namespace candor::ui {
namespace {

TEST(Theme, touch_target_of_a_22_inch_panel_is_15_mm_or_more) {
    const Theme theme(1080, 1920, TextSize::normal);
    const double px_per_mm = std::hypot(1080, 1920) / (22 * 25.4);
    EXPECT_NEAR(px_per_mm, 3.94, 0.01);
    EXPECT_GE(theme.px(96), 15 * px_per_mm);
}

TEST(Theme, designs_are_drawn_as_they_are_on_the_first_panel) {
    const Theme theme(1080, 1920, TextSize::normal);
    EXPECT_FLOAT_EQ(theme.px(96), 96);
    EXPECT_FLOAT_EQ(theme.type(38), 38);
    EXPECT_FALSE(theme.landscape());
    EXPECT_TRUE(Theme(1920, 1080, TextSize::normal).landscape());
}

TEST(Theme, smaller_display_shrinks_everything_alike) {
    const Theme theme(720, 1280, TextSize::normal);
    EXPECT_FLOAT_EQ(theme.px(96), 64);
    EXPECT_NEAR(theme.type(38), 38 * 2 / 3.0, 0.5);
}

TEST(Theme, sizes_are_whole_pixels_on_any_display) {
    for (const auto& [w, h] :
         {std::pair{1080, 1920}, {1920, 1080}, {720, 1280}, {800, 1280}, {2160, 3840}}) {
        const Theme theme(w, h, TextSize::large);
        for (const float units : {1.0F, 7.0F, 22.0F, 96.0F, 120.0F})
            EXPECT_EQ(theme.px(units), std::round(theme.px(units))) << w << "x" << h;
    }
}

TEST(Theme, larger_text_grows_text_alone_and_headlines_less) {
    const Theme normal(1080, 1920, TextSize::normal), large(1080, 1920, TextSize::large),
        largest(1080, 1920, TextSize::largest);
    EXPECT_GT(large.type(38), normal.type(38) * 1.1F);
    EXPECT_GT(largest.type(38), large.type(38) * 1.1F);
    EXPECT_FLOAT_EQ(largest.px(96), normal.px(96));
    EXPECT_LT(largest.type(72) / normal.type(72), largest.type(38) / normal.type(38));
}

TEST(Theme, contrast_that_was_asked_for_is_in_force) {
    EXPECT_EQ(&Theme(1080, 1920, TextSize::normal).palette(), &Palette::of(Contrast::standard));
    EXPECT_EQ(&Theme(1080, 1920, TextSize::normal, 0, Contrast::dark).palette(),
              &Palette::of(Contrast::dark));
}

}  // namespace
}  // namespace candor::ui
