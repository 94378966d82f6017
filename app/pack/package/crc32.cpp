#include "pack/package/crc32.h"

#include <array>
#include <bit>
#include <cstring>

namespace candor::pack {
namespace {

using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

/// For eight bytes a step ("slicing-by-8", Kounavis and Berry 2005).
constexpr Tables make_tables() {
    Tables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t value = byte;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) != 0 ? 0xEDB88320U ^ value >> 1 : value >> 1;
        tables[0][byte] = value;
    }
    for (std::size_t table = 1; table < tables.size(); ++table)
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t before = tables[table - 1][byte];
            tables[table][byte] = before >> 8 ^ tables[0][before & 0xFF];
        }
    return tables;
}

constexpr Tables kTables = make_tables();

std::uint32_t eight_bytes(std::uint32_t crc, const char* bytes) {
    std::uint32_t low = 0, high = 0;
    std::memcpy(&low, bytes, 4);
    std::memcpy(&high, bytes + 4, 4);
    low ^= crc;
    return kTables[7][low & 0xFF] ^ kTables[6][low >> 8 & 0xFF] ^ kTables[5][low >> 16 & 0xFF] ^
           kTables[4][low >> 24] ^ kTables[3][high & 0xFF] ^ kTables[2][high >> 8 & 0xFF] ^
           kTables[1][high >> 16 & 0xFF] ^ kTables[0][high >> 24];
}

}  // namespace

std::uint32_t crc32(std::uint32_t before, std::string_view bytes) {
    std::uint32_t crc = ~before;
    if constexpr (std::endian::native == std::endian::little)
        for (; bytes.size() >= 8; bytes.remove_prefix(8)) crc = eight_bytes(crc, bytes.data());
    for (const char byte : bytes)
        crc = kTables[0][(crc ^ static_cast<unsigned char>(byte)) & 0xFF] ^ crc >> 8;
    return ~crc;
}

}  // namespace candor::pack
