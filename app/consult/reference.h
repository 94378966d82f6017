#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace candor::consult {

/// Six random characters of 2-9 and A-Z without look-alikes (no 0 O 1 I L …) and one that checks
/// them: any single wrong character and any swap of neighbours is noticed.
std::string new_reference();
/// Upper case without spaces and hyphens; nothing when the check character does not fit.
std::optional<std::string> normalise_reference(std::string_view typed);
/// "K7Q-4FM-8", for people.
std::string display_reference(std::string_view reference);

}  // namespace candor::consult
