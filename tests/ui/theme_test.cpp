#include "ui/theme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace candor::ui {
namespace {

using namespace colour;

/// Relative luminance and contrast ratio, WCAG 2.2.
double luminance(base::Rgba c) {
    const auto part = [](std::uint8_t byte) {
        const double v = byte / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(c.r) + 0.7152 * part(c.g) + 0.0722 * part(c.b);
}

double contrast(base::Rgba a, base::Rgba b) {
    const double high = std::max(luminance(a), luminance(b)),
                 low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

struct OnGrounds {
    const char* name;
    base::Rgba ink;
    std::vector<base::Rgba> grounds;
};

const std::vector<base::Rgba> kTints{kMint, kSun, kSky, kPeach, kPlum};

TEST(Theme, contrast_formula_knows_black_on_white) {
    EXPECT_NEAR(contrast({0, 0, 0, 255}, {255, 255, 255, 255}), 21, 0.001);
    EXPECT_NEAR(contrast({118, 118, 118, 255}, {255, 255, 255, 255}), 4.54, 0.01);
}

TEST(Theme, every_text_stands_out_from_its_ground) {
    const std::vector<OnGrounds> texts{
        {"ink", kInk, {kPaper, kCard, kMint, kSun, kSky, kPeach, kPlum, kKeyboard, kKeyDim}},
        {"soft ink", kSoftInk, {kPaper, kCard, kMint, kKeyboard}},
        {"teal", kTeal, {kPaper, kCard, kMint}},
        {"deep teal", kDeepTeal, {kPaper, kCard, kMint, kSun, kSky, kPeach, kPlum}},
        {"teal of a link", kTeal, kTints},
        {"brown", kBrown, {kSun, kPaper, kCard}},
        {"blue", kBlue, {kSky, kCard, kMint}},
        {"on teal", kOnTeal, {kTeal, kDeepTeal}},
        {"soft on teal", kSoftOnTeal, {kDeepTeal}},
        {"a disabled button's", kDisabledInk, {kLine}}};
    for (const OnGrounds& text : texts)
        for (const base::Rgba& ground : text.grounds)
            EXPECT_GE(contrast(text.ink, ground), 4.5)
                << text.name << " on " << int{ground.r} << "," << int{ground.g} << ","
                << int{ground.b};
}

TEST(Theme, every_shape_stands_out_from_its_ground) {
    const std::vector<OnGrounds> shapes{
        {"teal", kTeal, {kPaper, kCard, kMint, kLine, kField}},
        {"soft ink of a box to tick", kSoftInk, {kPaper, kCard}},
        {"coral", kCoral, {kPaper, kCard, kPeach}},
        {"deep teal of an icon", kDeepTeal, {kCard, kMint, kSun}},
        {"blue of an icon", kBlue, {kSky}},
        {"a tick", kOnTeal, {kTeal}},
        {"amber of an icon", mix(kAmber, kInk, 0.35F), {kCard, kSun}},
        {"coral of an icon", mix(kCoral, kInk, 0.35F), {kPeach}}};
    for (const OnGrounds& shape : shapes)
        for (const base::Rgba& ground : shape.grounds)
            EXPECT_GE(contrast(shape.ink, ground), 3.0)
                << shape.name << " on " << int{ground.r} << "," << int{ground.g} << ","
                << int{ground.b};
}

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

TEST(Theme, tints_are_known_by_name_and_mint_is_for_all_else) {
    EXPECT_EQ(tint_of("sun"), kSun);
    EXPECT_EQ(tint_of("sky"), kSky);
    EXPECT_EQ(tint_of("peach"), kPeach);
    EXPECT_EQ(tint_of("plum"), kPlum);
    EXPECT_EQ(tint_of("mint"), kMint);
    EXPECT_EQ(tint_of("no such"), kMint);
}

TEST(Theme, mix_goes_all_the_way) {
    EXPECT_EQ(mix(kTeal, kPaper, 0), kTeal);
    EXPECT_EQ(mix(kTeal, kPaper, 1), kPaper);
}

}  // namespace
}  // namespace candor::ui
