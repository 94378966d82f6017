#pragma once
#include <cstddef>
#include <optional>
#include <span>

#include "platform/rotation.h"

namespace candor::platform {

/// What a screen can be driven at.
struct PanelMode {
    Extent extent;
    double refresh_hz = 0;
    bool preferred = false;  ///< the screen itself says so

    bool operator==(const PanelMode&) const = default;
};

/// Which of them to take: the first of the wanted extent (0 x 0: none is wanted) or, where there is
/// none, the one that the screen prefers, or else the first. Nothing: there are none.
std::optional<std::size_t> choose_mode(std::span<const PanelMode> modes, Extent wanted);

/// Pixels per millimetre of a screen that says it is `size_mm` large; 0: what it says cannot be.
float density_of(Extent glass, Extent size_mm);

}  // namespace candor::platform
