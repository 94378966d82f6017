#pragma once
#include <cstdint>

namespace candor::paint {

__extension__ typedef unsigned __int128 Wide;

/// Folds two words into one by a 64 × 64 bit multiplication (as wyhash does); depends on their
/// order.
inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    const Wide product = static_cast<Wide>(a ^ 0x9E3779B97F4A7C15U) * (b ^ 0xD6E8FEB86659FD93U);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64) ^ a;
}

inline std::uint64_t pack(int high, int low) {
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(high)) << 32) |
           static_cast<std::uint32_t>(low);
}

}  // namespace candor::paint
