#pragma once
#include <span>
#include <string_view>

#include "ui/palette.h"

namespace candor::ui {

/// How what is drawn has to stand out from its ground, by WCAG 2.2's contrast ratio.
enum class As {
    text,   ///< 4.5:1, in a contrast palette 7:1
    shape,  ///< 3:1: an icon, a mark, the edge of what can be touched
    line    ///< divides and frames alone: 3:1 in a contrast palette
};

/// A role that is drawn on another. Whoever draws a new one adds it here: tests measure them all.
struct Pair {
    Colour over, ground;
    As as;
};
std::span<const Pair> pairs();

/// Two colours whose difference says something. `besides` is what says it too; empty: nothing does,
/// and it must be seen by everybody.
struct Meaning {
    Colour one, other;
    std::string_view besides;
};
std::span<const Meaning> meanings();

}  // namespace candor::ui
