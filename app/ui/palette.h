#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/geometry.h"

namespace candor::ui {

/// What a colour is for. Whatever draws names a role, and the palette in force says which colour it
/// is. Roles are called after their hue in the standard palette; the contrast palettes have others.
enum class Colour : std::uint8_t {
    none,  ///< nothing is drawn
    // Grounds.
    paper,
    card,
    mint,
    sun,
    sky,
    peach,
    plum,
    keyboard,
    key_dim,
    key_edge,
    hero,       ///< what stands out of everything else: the self-check on the first screen
    hero_card,  ///< a card on it
    hero_lit,
    hero_hover,
    disabled,
    grey,
    list,         ///< under a list at the desk
    bench,        ///< under the studio's preview
    cited,        ///< under a source's number in the midst of a text
    chosen,       ///< under chosen text
    spoken,       ///< under what is being read aloud
    curtain,      ///< over everything, for who only listens
    art,          ///< under a picture, which is drawn for a light ground
    code_ground,  ///< of a QR code: white in each palette, as cameras want it
    // Inks.
    ink,
    code,  ///< a QR code's squares: black in each palette
    soft_ink,
    disabled_ink,
    teal,  ///< what can be touched, what is chosen, and how far something is
    deep_teal,
    on_teal,
    on_hero,
    soft_on_hero,
    brown,  ///< a warning in words
    wrong,  ///< what is wrong, in words
    blue,   ///< sources
    cited_ink,
    spoken_ink,
    mint_ink,
    sun_ink,
    peach_ink,
    sky_ink,
    grey_ink,
    // Shapes and lines.
    line,
    edge,   ///< around what a shadow alone lifts off the paper
    field,  ///< what is not reached yet
    track,  ///< the same in a progress bar
    timeline,
    spoken_edge,  ///< around a thing whose name is being read aloud
    coral,        ///< what is wrong
    amber,
    violet,
    coral_icon,
    amber_icon,
    violet_icon,
    people_rest,  ///< those of the first group whom it did not concern
    people_other,
    people_other_rest,
    // Shadows and veils.
    scrim,
    shadow_far,
    shadow_near,
    shadow_thumb,
    shadow_sheet,
    shadow_dialog,
    shadow_lock,
    shadow_bezel,
};
constexpr std::size_t kColours = static_cast<std::size_t>(Colour::shadow_bezel) + 1;

/// How much colours differ from what they stand on.
enum class Contrast { standard, dark, light };

/// A colour for each role.
struct Palette {
    base::Rgba colours[kColours];

    base::Rgba operator[](Colour role) const { return colours[static_cast<std::size_t>(role)]; }
    /// Valid as long as the program.
    static const Palette& of(Contrast contrast);
    /// The standard colours with a clinic's own in place of teal: as dark as it takes for all that
    /// is written in or on it to stand out (pairs.h).
    static Palette with(base::Rgba own);
    /// The same roles for what stands on the dark side of a wide screen: paper is `hero` there, ink
    /// is `on_hero`, and so on.
    Palette on_hero() const;
};

const char* name_of(Colour role);

/// The ground that a pack or a column asks for by name (mint, sun, sky, peach, plum); else mint.
Colour tint_of(std::string_view name);

}  // namespace candor::ui
