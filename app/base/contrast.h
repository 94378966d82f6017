#pragma once
#include "base/geometry.h"

namespace candor::base {

/// Contrast ratio of two opaque colours, from 1 (the same) to 21 (black on white). Follows
/// WCAG 2.2, "contrast ratio" and "relative luminance"
/// (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
double contrast(Rgba a, Rgba b);

}  // namespace candor::base
