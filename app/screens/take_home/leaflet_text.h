#pragma once
#include <string>

#include "screens/take_home/leaflet.h"

namespace candor::screens {

/// What is said where not all has room.
enum class Rest { on_the_page, on_the_screen };

/// The leaflet as plain words for a code, of at most that many bytes. Title, reference and clinic
/// stand there in any case; then come the questions, the key messages and the sources' links, line
/// by line as long as there is room; a last line tells whether that was not all.
std::string leaflet_text(const Leaflet& leaflet, const ui::Strings& strings, std::size_t most_bytes,
                         Rest rest);

}  // namespace candor::screens
