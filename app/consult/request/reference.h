#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace candor::consult {

/// 2-9 and A-Z without what looks alike in print, by hand or aloud (0 O, 1 I L, 2 Z, 5 S, 6 G,
/// 8 B, U V) and without vowels, so that no word comes out. Its size is prime: see reference.cpp.
inline constexpr std::string_view kReferenceAlphabet = "23456789CDFHJKMNPQRTVXY";

/// Six random characters of kReferenceAlphabet and one that checks them ("K7Q4FM8"): any single
/// wrong character and any swap of two characters is noticed.
std::string new_reference();
/// Upper case without spaces and hyphens; nothing when the check character does not fit.
std::optional<std::string> normalise_reference(std::string_view typed);
/// "K7Q-4FM-8", for people.
std::string display_reference(std::string_view reference);

}  // namespace candor::consult
