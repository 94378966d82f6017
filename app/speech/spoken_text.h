#pragma once
#include <string>
#include <string_view>

namespace candor::speech {

/// The text without what is only there for the eye: marks of direction, joiners, soft hyphens,
/// bullets. Numbers, units and signs are left to the voice, which knows its language.
std::string spoken_text(std::string_view text);

}  // namespace candor::speech
