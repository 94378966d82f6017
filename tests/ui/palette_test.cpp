#include "ui/palette.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/contrast.h"
#include "ui/pairs.h"

namespace candor::ui {
namespace {

/// Red, green and blue as light, 0 to 1.
using Linear = std::array<double, 3>;

Linear linear(base::Rgba c) {
    const auto part = [](std::uint8_t byte) {
        const double v = byte / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return {part(c.r), part(c.g), part(c.b)};
}

base::Rgba encoded(const Linear& light) {
    const auto part = [](double v) {
        v = std::clamp(v, 0.0, 1.0);
        const double coded = v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
        return static_cast<std::uint8_t>(std::lround(coded * 255));
    };
    return {part(light[0]), part(light[1]), part(light[2]), 255};
}

struct Sight {
    const char* name;
    std::array<std::array<double, 3>, 3> of_linear_rgb;
};

/// Machado, Oliveira and Fernandes 2009 (IEEE TVCG 15/6, 1291-1298), severity 1.0.
constexpr Sight kSights[] = {{"usual", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
                             {"protanopia",
                              {{{0.152286, 1.052583, -0.204868},
                                {0.114503, 0.786281, 0.099216},
                                {-0.003882, -0.048116, 1.051998}}}},
                             {"deuteranopia",
                              {{{0.367322, 0.860646, -0.227968},
                                {0.280085, 0.672501, 0.047413},
                                {-0.011820, 0.042940, 0.968881}}}},
                             {"tritanopia",
                              {{{1.255528, -0.076749, -0.178779},
                                {-0.078411, 0.930809, 0.147602},
                                {0.004733, 0.691367, 0.303900}}}}};

base::Rgba seen(base::Rgba colour, const Sight& sight) {
    const Linear c = linear(colour);
    Linear out{};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j) out[i] += sight.of_linear_rgb[i][j] * c[j];
    return encoded(out);
}

class EveryPalette : public testing::TestWithParam<Contrast> {
  protected:
    const Palette& palette = Palette::of(GetParam());
    bool high = GetParam() != Contrast::standard;

    double least(As as) const {
        if (as == As::text) return high ? 7.0 : 4.5;
        return as == As::shape || high ? 3.0 : 0.0;
    }
};

TEST(Palette, simulated_sight_leaves_white_and_grey_alone) {
    for (const Sight& sight : kSights)
        for (const base::Rgba grey :
             {base::Rgba{255, 255, 255, 255}, base::Rgba{128, 128, 128, 255}})
            EXPECT_EQ(seen(grey, sight), grey) << sight.name;
}

TEST(Palette, red_is_a_dark_olive_to_a_protanope) {
    EXPECT_EQ(seen({255, 0, 0, 255}, kSights[1]), (base::Rgba{109, 95, 0, 255}));
}

TEST_P(EveryPalette, whatever_is_drawn_stands_out_from_its_ground) {
    for (const Pair& pair : pairs()) {
        const base::Rgba over = palette[pair.over], ground = palette[pair.ground];
        if (over.a == 0) continue;  // not drawn in this palette
        EXPECT_GE(base::contrast(over, ground), least(pair.as))
            << name_of(pair.over) << " on " << name_of(pair.ground);
    }
}

/// WCAG asks for 3:1 of the colours as they are. As others see them no standard says how much.
TEST_P(EveryPalette, what_colour_alone_says_is_seen_by_everybody) {
    for (const Meaning& meaning : meanings()) {
        if (!meaning.besides.empty()) continue;
        for (const Sight& sight : kSights)
            EXPECT_GE(base::contrast(seen(palette[meaning.one], sight),
                                     seen(palette[meaning.other], sight)),
                      &sight == kSights ? 3.0 : 2.5)
                << name_of(meaning.one) << " and " << name_of(meaning.other) << ", " << sight.name;
    }
}

TEST_P(EveryPalette, only_shadows_and_veils_let_the_ground_through) {
    for (std::size_t i = 0; i < kColours; ++i) {
        const auto role = static_cast<Colour>(i);
        const std::uint8_t alpha = palette[role].a;
        const bool veil =
            role >= Colour::scrim || role == Colour::hero_lit || role == Colour::hero_hover;
        EXPECT_TRUE(veil || alpha == 0 || alpha == 255) << name_of(role);
    }
}

TEST_P(EveryPalette, inks_of_one_palette_are_drawn) {
    for (const Colour role : {Colour::ink, Colour::teal, Colour::paper, Colour::card})
        EXPECT_EQ(palette[role].a, 255) << name_of(role);
}

INSTANTIATE_TEST_SUITE_P(Palette, EveryPalette,
                         testing::Values(Contrast::standard, Contrast::dark, Contrast::light),
                         [](const auto& palette) {
                             return palette.param == Contrast::dark    ? "dark"
                                    : palette.param == Contrast::light ? "light"
                                                                       : "standard";
                         });

TEST(Palette, every_role_is_measured_or_is_no_more_than_a_shadow) {
    std::set<Colour> known{Colour::none,     Colour::art,        Colour::key_edge,
                           Colour::hero_lit, Colour::hero_hover, Colour::curtain};
    for (const Pair& pair : pairs()) known.insert({pair.over, pair.ground});
    for (std::size_t i = 0; i < kColours; ++i) {
        const auto role = static_cast<Colour>(i);
        EXPECT_TRUE(role >= Colour::scrim || known.count(role) > 0) << name_of(role);
    }
}

TEST(Palette, contrast_palettes_have_no_shadow_and_an_edge_instead) {
    for (const Contrast contrast : {Contrast::dark, Contrast::light}) {
        EXPECT_EQ(Palette::of(contrast)[Colour::shadow_far].a, 0);
        EXPECT_EQ(Palette::of(contrast)[Colour::edge].a, 255);
    }
    EXPECT_EQ(Palette::of(Contrast::standard)[Colour::edge].a, 0);
}

TEST(Palette, pictures_have_a_light_ground_where_the_paper_is_dark) {
    const Palette& dark = Palette::of(Contrast::dark);
    EXPECT_GE(base::contrast(dark[Colour::art], dark[Colour::paper]), 15);
}

TEST(Palette, tints_are_known_by_name_and_mint_is_for_all_else) {
    EXPECT_EQ(tint_of("sun"), Colour::sun);
    EXPECT_EQ(tint_of("sky"), Colour::sky);
    EXPECT_EQ(tint_of("peach"), Colour::peach);
    EXPECT_EQ(tint_of("plum"), Colour::plum);
    EXPECT_EQ(tint_of("mint"), Colour::mint);
    EXPECT_EQ(tint_of("no such"), Colour::mint);
}

TEST(OwnColours, of_any_clinic_stand_out_and_stay_as_they_are_where_they_can) {
    constexpr base::Rgba kTheirs{102, 30, 90, 255};
    EXPECT_EQ(Palette::with(kTheirs)[Colour::teal], kTheirs);
    for (int red = 0; red < 256; red += 51)
        for (int green = 0; green < 256; green += 51)
            for (int blue = 0; blue < 256; blue += 51) {
                const base::Rgba own{static_cast<std::uint8_t>(red),
                                     static_cast<std::uint8_t>(green),
                                     static_cast<std::uint8_t>(blue), 255};
                const Palette palette = Palette::with(own);
                for (const Pair& pair : pairs()) {
                    if (pair.as == As::line) continue;
                    EXPECT_GE(base::contrast(palette[pair.over], palette[pair.ground]),
                              pair.as == As::text ? 4.5 : 3.0)
                        << name_of(pair.over) << " on " << name_of(pair.ground) << " of " << red
                        << ", " << green << ", " << blue;
                }
            }
}

TEST(Palette, what_stands_on_the_dark_side_of_a_wide_screen_stands_out) {
    using enum Colour;
    for (const Contrast contrast : {Contrast::standard, Contrast::dark, Contrast::light}) {
        const Palette there = Palette::of(contrast).on_hero();
        for (const Colour over : {ink, soft_ink, teal, deep_teal, brown, blue})
            for (const Colour ground : {paper, card, mint, sky, sun, peach, plum})
                EXPECT_GE(base::contrast(there[over], there[ground]), 4.5)
                    << name_of(over) << " on " << name_of(ground);
    }
}

}  // namespace
}  // namespace candor::ui
