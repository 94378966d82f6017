#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace candor::pack {

struct PixelSize {
    std::uint32_t width = 0, height = 0;
};

/// `count` bytes from `at` on, which must be there; the most significant first.
std::uint32_t big_endian(std::string_view bytes, std::size_t at, int count);

/// The size that a JPEG's frame names (ITU T.81, B.2.2). Nothing where the bytes end before it.
std::optional<PixelSize> jpeg_size(std::string_view bytes);

}  // namespace candor::pack
