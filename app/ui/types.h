#pragma once
#include "text/style.h"
#include "ui/palette.h"

namespace candor::ui {

/// How a text looks, in design units (theme.h); its colour is a role, which the palette resolves.
struct Type {
    float size = 38;
    text::Weight weight = text::Weight::regular;
    Colour colour = Colour::ink;
    float line_height = 1.5F;
    float spacing = 0;
    text::Wrap wrap = text::Wrap::full;
};

namespace type {
constexpr text::Wrap kBalanced = text::Wrap::balanced, kCompany = text::Wrap::company;
inline constexpr Type kHeadline{72, text::Weight::bold, Colour::ink, 1.16F, -1.5F, kBalanced};
inline constexpr Type kSubhead{48, text::Weight::bold, Colour::ink, 1.22F, -0.6F, kBalanced};
inline constexpr Type kTitle{40, text::Weight::semibold, Colour::ink, 1.25F, -0.3F, kBalanced};
inline constexpr Type kBody{38, text::Weight::regular, Colour::ink, 1.5F, 0};
inline constexpr Type kLead{38, text::Weight::regular, Colour::soft_ink, 1.45F, 0, kCompany};
inline constexpr Type kCard{34, text::Weight::regular, Colour::ink, 1.45F, 0, kCompany};
inline constexpr Type kOption{34, text::Weight::regular, Colour::ink, 1.45F, 0, kBalanced};
inline constexpr Type kLabel{32, text::Weight::semibold, Colour::ink, 1.3F, 0, kBalanced};
inline constexpr Type kSmall{30, text::Weight::regular, Colour::soft_ink, 1.42F, 0, kCompany};
/// Why something may not stay as it is, beside it.
inline constexpr Type kWrong{30, text::Weight::semibold, Colour::wrong, 1.42F, 0, kCompany};
inline constexpr Type kButton{38, text::Weight::semibold, Colour::ink, 1.2F, 0, kBalanced};
}  // namespace type

}  // namespace candor::ui
