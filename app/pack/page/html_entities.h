#pragma once
#include <string>
#include <string_view>

namespace candor::pack {

/// What "&amp;", "&#8209;" or "&NotEqualTilde;" stands for (CommonMark 6.2: all names of HTML5);
/// empty where it stands for nothing.
std::string text_of_entity(std::string_view entity);

}  // namespace candor::pack
