#pragma once
#include <cstdint>
#include <fstream>
#include <string>

namespace candor::base {

/// AddressSanitizer answers every lock of memory with "done" and does nothing.
#ifdef __SANITIZE_ADDRESS__
inline constexpr bool kLocksAreReal = false;
#else
inline constexpr bool kLocksAreReal = true;
#endif

/// Whether the page of this address is locked in memory, as the kernel says.
inline bool is_locked(const void* address) {
    const auto wanted = reinterpret_cast<std::uintptr_t>(address);
    std::ifstream mappings("/proc/self/smaps");
    bool here = false;
    for (std::string line; std::getline(mappings, line);) {
        const auto dash = line.find('-');
        if (dash != std::string::npos && dash < line.find(' ')) {
            const auto begin = std::stoull(line, nullptr, 16);
            const auto end = std::stoull(line.substr(dash + 1), nullptr, 16);
            here = wanted >= begin && wanted < end;
        }
        if (here && line.starts_with("VmFlags:")) return line.find(" lo") != std::string::npos;
    }
    return false;
}

}  // namespace candor::base
