#include "consult/store/instant.h"

namespace candor::consult {

bool is_utc_instant(std::string_view text) {
    constexpr std::string_view kShape = "0000-00-00T00:00:00Z";
    if (text.size() != kShape.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (kShape[i] == '0' ? !digit : text[i] != kShape[i]) return false;
    }
    return true;
}

std::string hour_of(std::string_view instant) {
    constexpr std::size_t kMinutes = std::string_view("2026-11-22T12:").size();
    if (!is_utc_instant(instant)) return std::string(instant);
    return std::string(instant.substr(0, kMinutes)) + "00:00Z";
}

bool is_hour(std::string_view instant) {
    return is_utc_instant(instant) && hour_of(instant) == instant;
}

}  // namespace candor::consult
