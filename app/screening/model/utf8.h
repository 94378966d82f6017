#pragma once
#include <cstddef>
#include <string_view>

namespace candor::screening {

/// Bytes of the well-formed UTF-8 character (RFC 3629) that starts `text`; 0 if there is none.
std::size_t utf8_length(std::string_view text);
bool is_utf8(std::string_view text);
/// Characters (code points) in well-formed text.
std::size_t utf8_count(std::string_view text);

}  // namespace candor::screening
