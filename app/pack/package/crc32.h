#pragma once
#include <cstdint>
#include <string_view>

namespace candor::pack {

/// The CRC-32 of ZIP (ISO 3309), of `before` followed by `bytes`; begin with 0.
std::uint32_t crc32(std::uint32_t before, std::string_view bytes);

}  // namespace candor::pack
