#include "ui/palette.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/contrast.h"
#include "ui/pairs.h"

namespace candor::ui {
namespace {

/// A role with its colour in each palette. Which of them have to differ how much: ui/pairs.cpp.
struct Row {
    Colour role;
    const char* name;
    base::Rgba standard, dark, light;
};

constexpr base::Rgba kNothing{0, 0, 0, 0}, kBlack{0, 0, 0, 255}, kWhite{255, 255, 255, 255};
constexpr base::Rgba kYellow{255, 214, 74, 255}, kPaleYellow{255, 228, 130, 255};
constexpr base::Rgba kDarkGrey{96, 96, 96, 255}, kMiddleGrey{140, 140, 140, 255};

constexpr Row kRows[] = {
    {Colour::none, "none", kNothing, kNothing, kNothing},
    {Colour::paper, "paper", {247, 244, 238, 255}, kBlack, kWhite},
    {Colour::card, "card", kWhite, kBlack, kWhite},
    {Colour::mint, "mint", {221, 239, 234, 255}, {0, 50, 46, 255}, {221, 239, 234, 255}},
    {Colour::sun, "sun", {255, 241, 204, 255}, {56, 42, 0, 255}, {255, 241, 204, 255}},
    {Colour::sky, "sky", {227, 238, 247, 255}, {10, 36, 64, 255}, {227, 238, 247, 255}},
    {Colour::peach, "peach", {251, 230, 220, 255}, {68, 22, 10, 255}, {251, 230, 220, 255}},
    {Colour::plum, "plum", {239, 230, 241, 255}, {50, 26, 58, 255}, {239, 230, 241, 255}},
    {Colour::keyboard, "keyboard", {231, 235, 233, 255}, {28, 28, 28, 255}, {226, 226, 226, 255}},
    {Colour::key_dim, "key_dim", {217, 225, 223, 255}, {50, 50, 50, 255}, {210, 210, 210, 255}},
    {Colour::key_edge, "key_edge", {184, 194, 194, 255}, kNothing, kNothing},
    {Colour::hero, "hero", {10, 70, 68, 255}, {28, 28, 28, 255}, kBlack},
    {Colour::hero_card, "hero_card", {34, 88, 87, 255}, kBlack, {40, 40, 40, 255}},
    {Colour::hero_lit, "hero_lit", {255, 255, 255, 38}, {255, 255, 255, 38}, {255, 255, 255, 60}},
    {Colour::hero_hover,
     "hero_hover",
     {255, 255, 255, 18},
     {255, 255, 255, 18},
     {255, 255, 255, 30}},
    {Colour::disabled, "disabled", {220, 216, 206, 255}, {40, 40, 40, 255}, {226, 226, 226, 255}},
    {Colour::grey, "grey", {236, 236, 232, 255}, {40, 40, 40, 255}, {232, 232, 232, 255}},
    {Colour::list, "list", {251, 250, 246, 255}, kBlack, kWhite},
    {Colour::bench, "bench", {236, 231, 223, 255}, {40, 40, 40, 255}, {226, 226, 226, 255}},
    {Colour::cited, "cited", {227, 238, 247, 255}, kWhite, {0, 52, 100, 255}},
    {Colour::chosen, "chosen", {188, 222, 214, 255}, {0, 80, 74, 255}, {188, 222, 214, 255}},
    {Colour::spoken, "spoken", {255, 224, 138, 255}, kYellow, {255, 224, 138, 255}},
    {Colour::curtain, "curtain", kBlack, kBlack, kBlack},
    {Colour::art, "art", kNothing, {247, 244, 238, 255}, kNothing},
    {Colour::code_ground, "code_ground", kWhite, kWhite, kWhite},

    {Colour::ink, "ink", {29, 43, 46, 255}, kWhite, kBlack},
    {Colour::code, "code", kBlack, kBlack, kBlack},
    {Colour::soft_ink, "soft_ink", {85, 102, 106, 255}, {225, 225, 225, 255}, {40, 40, 40, 255}},
    {Colour::disabled_ink,
     "disabled_ink",
     {74, 90, 94, 255},
     {215, 215, 215, 255},
     {56, 56, 56, 255}},
    {Colour::teal, "teal", {14, 94, 91, 255}, kYellow, {0, 62, 60, 255}},
    {Colour::deep_teal, "deep_teal", {10, 70, 68, 255}, kPaleYellow, {0, 48, 46, 255}},
    {Colour::on_teal, "on_teal", kWhite, kBlack, kWhite},
    {Colour::on_hero, "on_hero", kWhite, kWhite, kWhite},
    {Colour::soft_on_hero,
     "soft_on_hero",
     {214, 232, 228, 255},
     {230, 230, 230, 255},
     {235, 235, 235, 255}},
    {Colour::brown, "brown", {143, 84, 8, 255}, {255, 196, 130, 255}, {92, 50, 0, 255}},
    {Colour::wrong, "wrong", {158, 52, 22, 255}, {255, 150, 120, 255}, {150, 34, 4, 255}},
    {Colour::blue, "blue", {31, 92, 142, 255}, {160, 210, 255, 255}, {0, 52, 100, 255}},
    {Colour::cited_ink, "cited_ink", {31, 92, 142, 255}, kBlack, kWhite},
    {Colour::spoken_ink, "spoken_ink", {29, 43, 46, 255}, kBlack, kBlack},
    {Colour::mint_ink, "mint_ink", {12, 82, 79, 255}, kWhite, kBlack},
    {Colour::sun_ink, "sun_ink", {122, 72, 4, 255}, kWhite, kBlack},
    {Colour::peach_ink, "peach_ink", {158, 52, 22, 255}, kWhite, kBlack},
    {Colour::sky_ink, "sky_ink", {26, 80, 126, 255}, kWhite, kBlack},
    {Colour::grey_ink, "grey_ink", {62, 78, 82, 255}, kWhite, kBlack},

    {Colour::line, "line", {220, 216, 206, 255}, {200, 200, 200, 255}, {70, 70, 70, 255}},
    {Colour::edge, "edge", kNothing, {200, 200, 200, 255}, {110, 110, 110, 255}},
    {Colour::field, "field", {178, 189, 189, 255}, kDarkGrey, kMiddleGrey},
    {Colour::track, "track", {220, 216, 206, 255}, kDarkGrey, kMiddleGrey},
    {Colour::timeline, "timeline", {159, 196, 191, 255}, kMiddleGrey, {90, 90, 90, 255}},
    {Colour::spoken_edge, "spoken_edge", {153, 120, 42, 255}, kYellow, {120, 72, 0, 255}},
    {Colour::coral, "coral", {200, 80, 47, 255}, {255, 150, 120, 255}, {150, 34, 4, 255}},
    {Colour::amber, "amber", {220, 162, 40, 255}, {255, 200, 60, 255}, {120, 72, 0, 255}},
    {Colour::violet, "violet", {124, 79, 134, 255}, {222, 176, 236, 255}, {92, 40, 104, 255}},
    {Colour::coral_icon, "coral_icon", {140, 67, 47, 255}, {255, 150, 120, 255}, {150, 34, 4, 255}},
    {Colour::amber_icon, "amber_icon", {153, 120, 42, 255}, {255, 200, 60, 255}, {120, 72, 0, 255}},
    {Colour::violet_icon,
     "violet_icon",
     {91, 66, 103, 255},
     {222, 176, 236, 255},
     {92, 40, 104, 255}},
    {Colour::people_rest, "people_rest", {208, 218, 216, 255}, kDarkGrey, {145, 145, 145, 255}},
    {Colour::people_other,
     "people_other",
     {179, 102, 13, 255},
     {255, 196, 130, 255},
     {92, 50, 0, 255}},
    {Colour::people_other_rest,
     "people_other_rest",
     {229, 222, 209, 255},
     kDarkGrey,
     {145, 145, 145, 255}},

    {Colour::scrim, "scrim", {10, 40, 42, 122}, {60, 60, 60, 170}, {0, 0, 0, 150}},
    {Colour::shadow_far, "shadow_far", {29, 43, 46, 20}, kNothing, kNothing},
    {Colour::shadow_near, "shadow_near", {29, 43, 46, 22}, kNothing, kNothing},
    {Colour::shadow_thumb, "shadow_thumb", {29, 43, 46, 50}, kNothing, kNothing},
    {Colour::shadow_sheet, "shadow_sheet", {10, 40, 42, 60}, kNothing, kNothing},
    {Colour::shadow_dialog, "shadow_dialog", {0, 20, 20, 60}, kNothing, kNothing},
    {Colour::shadow_lock, "shadow_lock", {0, 20, 20, 70}, kNothing, kNothing},
    {Colour::shadow_bezel, "shadow_bezel", {29, 43, 46, 60}, kNothing, kNothing},
};

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < kColours; ++i)
        if (kRows[i].role != static_cast<Colour>(i)) return false;
    return std::size(kRows) == kColours;
}
static_assert(is_in_order(), "a row for each role, in the roles' order");

constexpr Palette made(Contrast contrast) {
    Palette palette;
    for (std::size_t i = 0; i < kColours; ++i)
        palette.colours[i] = contrast == Contrast::dark    ? kRows[i].dark
                             : contrast == Contrast::light ? kRows[i].light
                                                           : kRows[i].standard;
    return palette;
}

}  // namespace

namespace {

base::Rgba mixed(base::Rgba from, base::Rgba to, float share) {
    const auto channel = [share](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(static_cast<float>(a) +
                                         (static_cast<float>(b) - static_cast<float>(a)) * share);
    };
    return {channel(from.r, to.r), channel(from.g, to.g), channel(from.b, to.b), 255};
}

constexpr Colour kOwn[] = {Colour::teal, Colour::deep_teal, Colour::hero, Colour::hero_card};

void put_own(Palette& palette, base::Rgba own) {
    constexpr float kDeeper = 0.26F, kLighter = 0.1F;
    const base::Rgba deep = mixed(own, kBlack, kDeeper);
    const base::Rgba colours[] = {own, deep, deep, mixed(deep, kWhite, kLighter)};
    for (std::size_t i = 0; i < std::size(kOwn); ++i)
        palette.colours[static_cast<std::size_t>(kOwn[i])] = colours[i];
}

bool is_own(Colour role) {
    return std::find(std::begin(kOwn), std::end(kOwn), role) != std::end(kOwn);
}

bool stands_out(const Palette& palette) {
    constexpr double kText = 4.5, kShape = 3;
    return std::all_of(pairs().begin(), pairs().end(), [&](const Pair& pair) {
        if (!is_own(pair.over) && !is_own(pair.ground)) return true;
        const double wanted = pair.as == As::text ? kText : pair.as == As::shape ? kShape : 1;
        return base::contrast(palette[pair.over], palette[pair.ground]) >= wanted;
    });
}

}  // namespace

Palette Palette::with(base::Rgba own) {
    constexpr float kDarker = 0.06F;
    constexpr int kMost = 40;  // black by then
    Palette palette = of(Contrast::standard);
    put_own(palette, own);
    for (int i = 0; i < kMost && !stands_out(palette); ++i)
        put_own(palette, own = mixed(own, kBlack, kDarker));
    return palette;
}

Palette Palette::on_hero() const {
    using enum Colour;
    constexpr std::pair<Colour, Colour> kThere[] = {
        {paper, hero},     {card, hero_card},    {mint, hero_card},        {sun, hero_card},
        {sky, hero_card},  {peach, hero_card},   {plum, hero_card},        {ink, on_hero},
        {teal, on_hero},   {deep_teal, on_hero}, {soft_ink, soft_on_hero}, {brown, soft_on_hero},
        {wrong, on_hero},  {blue, soft_on_hero}, {track, hero_lit},        {line, hero_lit},
        {field, hero_lit}, {art, paper},         {spoken, hero_card}};
    Palette there = *this;
    for (const auto& [role, as] : kThere)
        there.colours[static_cast<std::size_t>(role)] = (*this)[as];
    return there;
}

const Palette& Palette::of(Contrast contrast) {
    static constexpr Palette kStandard = made(Contrast::standard), kDark = made(Contrast::dark),
                             kLight = made(Contrast::light);
    return contrast == Contrast::dark ? kDark : contrast == Contrast::light ? kLight : kStandard;
}

const char* name_of(Colour role) { return kRows[static_cast<std::size_t>(role)].name; }

Colour tint_of(std::string_view name) {
    if (name == "sun") return Colour::sun;
    if (name == "sky") return Colour::sky;
    if (name == "peach") return Colour::peach;
    if (name == "plum") return Colour::plum;
    return Colour::mint;
}

}  // namespace candor::ui
