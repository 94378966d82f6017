#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace candor::base {

/// The bytes of base64 (RFC 4648 §4), lines and blanks in it aside; nothing where it is none.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace candor::base
