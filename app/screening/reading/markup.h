#pragma once
#include <string>
#include <string_view>

namespace candor::screening {

/// A text without the marks that some authors put into it: **bold**, __bold__, `code`,
/// [words](address), # at its start, <b> and other HTML tags, &nbsp; and other references. Text
/// without any comes back as it is.
std::string without_markup(std::string_view text);

}  // namespace candor::screening
