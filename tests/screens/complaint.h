#pragma once
#include <array>
#include <string>
#include <vector>

namespace candor::screens {

/// What is asked of every screen and sheet.
enum class Criterion {
    shown,         ///< all of it comes into sight
    uncut,         ///< no letter is cut off
    apart,         ///< nothing lies over another
    large_enough,  ///< for a finger
    named,         ///< what can be touched has a name
    in_reach,  ///< nothing to touch above where a seated person reaches, once it is brought down
    contrast,  ///< of each text with its ground
    come_to,   ///< by keypad, all of it, and out again
    said       ///< with role, label, state and position
};
inline constexpr std::array kCriteria{"shown",    "uncut",    "apart",   "large", "named",
                                      "in reach", "contrast", "come to", "said"};

/// What does not hold.
struct Complaint {
    Criterion criterion;
    std::string words;

    bool operator==(const Complaint&) const = default;
};
using Complaints = std::vector<Complaint>;

}  // namespace candor::screens
