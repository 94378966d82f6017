#include "printing/printer_state.h"

#include <algorithm>
#include <array>
#include <string>

namespace candor::printing {
namespace {

constexpr std::array<std::string_view, 3> kPaper{"media-empty", "media-needed", "media-not-ready"};
constexpr std::array<std::string_view, 8> kHands{
    "media-jam",           "cover-open",       "door-open",   "interlock-open",
    "marker-supply-empty", "output-area-full", "toner-empty", "input-tray-missing"};
constexpr std::array<std::string_view, 6> kOff{
    "offline", "shutdown", "paused", "connecting-to-device", "stopped", "timed-out"};

/// What stands behind the word, up to the end of its line; empty: it is not there.
std::string_view behind(std::string_view text, std::string_view word) {
    const auto at = text.find(word);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = text.substr(at + word.size());
    return rest.substr(0, rest.find('\n'));
}

/// A reason says how bad it is at its end: -report, -warning, -error, or nothing.
bool names_any(std::string_view reasons, const auto& wanted) {
    while (!reasons.empty()) {
        const auto end = std::min(reasons.find_first_of(", \t"), reasons.size());
        const std::string_view reason = reasons.substr(0, end);
        reasons.remove_prefix(std::min(end + 1, reasons.size()));
        if (reason.ends_with("-warning")) continue;
        const bool named = std::any_of(wanted.begin(), wanted.end(), [&](std::string_view name) {
            return reason.starts_with(name);
        });
        if (named) return true;
    }
    return false;
}

}  // namespace

PrinterState state_of(std::string_view lpstat) {
    const std::string_view alerts = behind(lpstat, "Alerts:");
    if (names_any(alerts, kPaper)) return PrinterState::paper_out;
    if (names_any(alerts, kHands)) return PrinterState::blocked;
    const std::string_view first = lpstat.substr(0, lpstat.find('\n'));
    if (names_any(alerts, kOff) || first.find(" disabled ") != std::string_view::npos)
        return PrinterState::off;
    return PrinterState::ready;
}

bool rests(std::string_view lpstat) {
    return lpstat.substr(0, lpstat.find('\n')).find(" is idle.") != std::string_view::npos;
}

}  // namespace candor::printing
