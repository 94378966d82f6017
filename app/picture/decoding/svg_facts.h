#pragma once
#include <string_view>

#include "picture/facts.h"

namespace candor::picture {

/// What a drawing holds that is not drawn, and what it asks for from elsewhere, by libxml2, which
/// reads it for librsvg too. Adds to `facts`; a text that is no XML adds nothing.
void look_into_svg(std::string_view bytes, Facts& facts);

}  // namespace candor::picture
