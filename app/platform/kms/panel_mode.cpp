#include "platform/kms/panel_mode.h"

#include <algorithm>
#include <cmath>

namespace candor::platform {
namespace {

// From a billboard to a telephone.
constexpr float kLeastPerMm = 40 / 25.4F, kMostPerMm = 600 / 25.4F;

template <typename Holds>
std::optional<std::size_t> first_of(std::span<const PanelMode> modes, const Holds& holds) {
    const auto found = std::find_if(modes.begin(), modes.end(), holds);
    if (found == modes.end()) return std::nullopt;
    return static_cast<std::size_t>(found - modes.begin());
}

}  // namespace

std::optional<std::size_t> choose_mode(std::span<const PanelMode> modes, Extent wanted) {
    if (const auto fits =
            first_of(modes, [&](const PanelMode& each) { return each.extent == wanted; }))
        return fits;
    if (const auto own = first_of(modes, [](const PanelMode& each) { return each.preferred; }))
        return own;
    return first_of(modes, [](const PanelMode&) { return true; });
}

float density_of(Extent glass, Extent size_mm) {
    if (size_mm.width <= 0 || size_mm.height <= 0) return 0;
    const float across = static_cast<float>(glass.width) / static_cast<float>(size_mm.width);
    const float down = static_cast<float>(glass.height) / static_cast<float>(size_mm.height);
    // Panels that do not know their size report 16 x 9 cm or a screen's shape at random.
    const bool plausible =
        across >= kLeastPerMm && across <= kMostPerMm && std::abs(across - down) < across / 10;
    return plausible ? across : 0;
}

}  // namespace candor::platform
