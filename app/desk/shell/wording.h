#pragma once
#include <string>
#include <vector>

#include "desk/shell/state.h"
#include "desk/shell/widgets.h"

namespace candor::desk {

/// The name that a request is listed under, or what is wrong with it.
std::string title_of(const ui::Strings& strings, const Entry& entry);
/// "Afternoon · Türkçe · kiosk 2".
std::string line_of(const ui::Strings& strings, const Entry& entry);
/// "K7Q-4FM-8", as a page's own words hold it.
std::string reference_of(const ui::Strings& strings, const Entry& entry);
std::string best_time_of(const ui::Strings& strings, consult::BestTime time);
/// A language by its own name; a code that we have no name for as it is.
std::string language_of(const ui::Strings& strings, const std::string& code);

/// The string's key of what to do about a fault of the inbox.
std::string fault_key(const ui::Strings& strings, const base::Fault& fault);

struct Badge {
    std::string label;
    Tone tone = Tone::grey;
};
/// What the self-check found, the gravest first; of a row that is not readable, why.
std::vector<Badge> badges_of(const ui::Strings& strings, const Entry& entry);

}  // namespace candor::desk
