#pragma once
#include <cstdint>
#include <functional>

namespace candor::pack {

/// Told how far a long task is, in bytes; false stops it (fault cancelled). Empty: nobody asks.
using Progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

}  // namespace candor::pack
