#include "pack/package/damage_note.h"

#include <charconv>

namespace candor::pack {
namespace {

constexpr std::string_view kVersion = " version ", kIsDamaged = " is damaged";

}  // namespace

std::string damage_note(const std::string& now, int damaged, const base::Fault& why,
                        std::optional<int> shown) {
    return now + std::string(kVersion) + std::to_string(damaged) + std::string(kIsDamaged) + " (" +
           why.where + ": " + why.detail + "); " +
           (shown ? "version " + std::to_string(*shown) + " is shown instead"
                  : std::string("it is not shown any more")) +
           "\n";
}

std::optional<int> damaged_version_in(std::string_view note) {
    const std::size_t space = note.find(' ');
    if (space == std::string_view::npos || !note.substr(space).starts_with(kVersion))
        return std::nullopt;
    const char* digits = note.data() + space + kVersion.size();
    const char* end = note.data() + note.size();
    int version = 0;
    const auto read = std::from_chars(digits, end, version);
    const std::string_view rest(read.ptr, static_cast<std::size_t>(end - read.ptr));
    if (read.ec != std::errc() || !rest.starts_with(kIsDamaged)) return std::nullopt;
    return version;
}

}  // namespace candor::pack
