#pragma once
#include <optional>
#include <string_view>

namespace candor::picture {

struct SvgSize {
    double width = 0, height = 0;  ///< CSS pixels
};

/// The size of an SVG by its root's tag, with any prefix and either kind of quotes: width and
/// height where both are lengths, else those of the viewBox (SVG 2, 7.12; as librsvg does). Nothing
/// where it has neither, or the bytes end before the tag does.
std::optional<SvgSize> svg_size(std::string_view bytes);

}  // namespace candor::picture
