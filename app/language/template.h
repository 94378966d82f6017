#pragma once
#include <string>
#include <string_view>

namespace candor::language {

/// A file of words to be filled in: the lines of `english`, each text empty and above it, as a
/// comment, what it says in English. Comments and blank lines stay; the first lines, which speak of
/// English, give way to `head`.
std::string strings_to_fill(std::string_view english, std::string_view head);

}  // namespace candor::language
