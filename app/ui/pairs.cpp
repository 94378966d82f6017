#include "ui/pairs.h"

namespace candor::ui {
namespace {

using enum Colour;

constexpr Pair kPairs[] = {
    {ink, paper, As::text},
    {ink, card, As::text},
    {ink, mint, As::text},
    {ink, sun, As::text},
    {ink, sky, As::text},
    {ink, peach, As::text},
    {ink, plum, As::text},
    {ink, keyboard, As::text},
    {ink, key_dim, As::text},
    {ink, list, As::text},
    {ink, chosen, As::text},
    {ink, bench, As::text},
    {soft_ink, paper, As::text},
    {soft_ink, card, As::text},
    {soft_ink, mint, As::text},
    {soft_ink, keyboard, As::text},
    {soft_ink, list, As::text},
    {teal, paper, As::text},
    {teal, card, As::text},
    {teal, mint, As::text},
    {teal, sun, As::text},
    {teal, sky, As::text},
    {teal, peach, As::text},
    {teal, plum, As::text},
    {deep_teal, paper, As::text},
    {deep_teal, card, As::text},
    {deep_teal, mint, As::text},
    {deep_teal, sun, As::text},
    {deep_teal, sky, As::text},
    {deep_teal, peach, As::text},
    {deep_teal, plum, As::text},
    {deep_teal, list, As::text},
    {brown, paper, As::text},
    {brown, card, As::text},
    {brown, sun, As::text},
    {brown, list, As::text},
    {wrong, paper, As::text},
    {wrong, card, As::text},
    {blue, card, As::text},
    {blue, sky, As::text},
    {blue, mint, As::text},
    {cited_ink, cited, As::text},
    {spoken_ink, spoken, As::text},
    {on_teal, teal, As::text},
    {on_teal, deep_teal, As::text},
    {on_hero, hero, As::text},
    {on_hero, hero_card, As::text},
    {soft_on_hero, hero, As::text},
    {soft_on_hero, hero_card, As::text},
    {disabled_ink, disabled, As::text},
    {mint_ink, mint, As::text},
    {sun_ink, sun, As::text},
    {peach_ink, peach, As::text},
    {sky_ink, sky, As::text},
    {grey_ink, grey, As::text},
    {code, code_ground, As::text},

    {teal, track, As::shape},
    {teal, field, As::shape},
    {soft_ink, paper, As::shape},
    {soft_ink, card, As::shape},
    {coral, paper, As::shape},
    {coral, card, As::shape},
    {coral, peach, As::shape},
    {coral_icon, peach, As::shape},
    {amber_icon, card, As::shape},
    {amber_icon, sun, As::shape},
    {violet_icon, plum, As::shape},
    {violet, plum, As::shape},
    {blue, sky, As::shape},
    {people_other, card, As::shape},
    {spoken_edge, card, As::shape},
    {spoken_edge, paper, As::shape},

    {cited, card, As::line},
    {cited, paper, As::line},
    {cited, mint, As::line},
    {cited, sun, As::line},
    {amber, card, As::line},
    {amber, paper, As::line},
    {amber, sun, As::line},
    {line, card, As::line},
    {line, paper, As::line},
    {line, disabled, As::line},
    {edge, paper, As::line},
    {edge, card, As::line},
    {edge, keyboard, As::line},
    {edge, hero, As::line},
    {field, card, As::line},
    {field, paper, As::line},
    {track, card, As::line},
    {track, paper, As::line},
    {timeline, paper, As::line},
    {people_rest, card, As::line},
    {people_other_rest, card, As::line},
};

constexpr Meaning kMeanings[] = {
    {teal, track, {}},                      // how far one is
    {teal, field, {}},                      // where a slider stands, which slide is shown
    {teal, people_rest, {}},                // whom it concerned
    {people_other, people_other_rest, {}},  // the same of the other group
    {teal, people_other, "each group has its label"},
    {coral, teal, "what is wrong is said beside the field, with an icon"},
    {coral, soft_ink, "what is wrong is said beside the field, with an icon"},
    {mint, sun, "right and wrong are said in words, with an icon"},
    {sun, peach, "an alert has its own heading and icon"},
    {coral_icon, amber_icon, "an alert has its own heading and icon"},
    {violet_icon, amber_icon, "an alert has its own heading and icon"},
    {coral, amber, "a finding's severity is in its name, and in the order"},
    {amber, blue, "a finding's severity is in its name, and in the order"},
    {brown, soft_ink, "a warning says so in words"},
};

}  // namespace

std::span<const Pair> pairs() { return kPairs; }
std::span<const Meaning> meanings() { return kMeanings; }

}  // namespace candor::ui
