#pragma once
#include <string>
#include <string_view>

namespace candor::consult {

/// What people type, made fit for a FHIR string: valid UTF-8 (each wrong byte becomes U+FFFD), no
/// control characters but tab and line feed, no blanks at either end.
std::string plain_text(std::string_view typed);

/// A phone number as staff can dial it: Arabic-Indic digits become 0-9, direction marks go, the
/// rest stays as typed.
std::string dialable(std::string_view typed);

}  // namespace candor::consult
