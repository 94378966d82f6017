#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace candor::consult {

using UuidBytes = std::array<std::uint8_t, 16>;

/// RFC 9562 text, with the version and the variant put in.
std::string uuid_text(UuidBytes bytes, unsigned version);

/// A version 8 UUID (BLAKE2b) that one request id and one name always give: the same request keeps
/// the same resources however often it is built.
std::string derived_uuid(std::string_view request_id, std::string_view name);

}  // namespace candor::consult
