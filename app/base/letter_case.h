#pragma once
#include <string>
#include <string_view>

namespace candor::base {

/// Capital and small letters of the Latin, Greek and Cyrillic scripts, a code point for a code
/// point (Unicode's simple mappings, and ẞ for ß). What has no other case stays as it is.
/// `language` is BCP 47: in Turkish and Azeri i is paired with İ, and ı with I.
char32_t upper_case(char32_t c, std::string_view language = {});
char32_t lower_case(char32_t c, std::string_view language = {});

/// The same of a UTF-8 text; bytes that are not UTF-8 are dropped.
std::string upper_case(std::string_view text, std::string_view language = {});
std::string lower_case(std::string_view text, std::string_view language = {});

}  // namespace candor::base
