#pragma once
#include <string>
#include <string_view>

namespace candor::base {

/// The text without what is only there for the eye: marks of direction, joiners, soft hyphens,
/// bullets, dots between facts. Numbers, units and signs are left to the voice, which knows its
/// language.
std::string spoken_text(std::string_view text);

}  // namespace candor::base
