#include "consult/request/uuid.h"

#include <sodium.h>

namespace candor::consult {

std::string uuid_text(UuidBytes bytes, unsigned version) {
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | version << 4);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
    char hex[2 * bytes.size() + 1];
    sodium_bin2hex(hex, sizeof hex, bytes.data(), bytes.size());
    std::string text(hex);
    for (const std::size_t at : {20, 16, 12, 8}) text.insert(at, 1, '-');
    return text;
}

std::string derived_uuid(std::string_view request_id, std::string_view name) {
    const std::string input = std::string(request_id) + "/" + std::string(name);
    UuidBytes bytes;
    crypto_generichash(bytes.data(), bytes.size(),
                       reinterpret_cast<const std::uint8_t*>(input.data()), input.size(), nullptr,
                       0);
    return uuid_text(bytes, 8);
}

}  // namespace candor::consult
