#pragma once
#include <sodium.h>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace candor::consult {

/// BLAKE2b-256 over parts, each with its length before it (8 bytes, little-endian), so that no two
/// lists of parts give the same bytes.
class Digest {
  public:
    static constexpr std::size_t kSize = 32;

    Digest() { crypto_generichash_init(&state_, nullptr, 0, kSize); }
    Digest& add(std::span<const std::uint8_t> part) {
        std::array<std::uint8_t, 8> length{};
        for (std::size_t i = 0; i < length.size(); ++i)
            length[i] = static_cast<std::uint8_t>(std::uint64_t{part.size()} >> (8 * i));
        crypto_generichash_update(&state_, length.data(), length.size());
        crypto_generichash_update(&state_, part.data(), part.size());
        return *this;
    }
    Digest& add(std::string_view part) {
        return add(std::span(reinterpret_cast<const std::uint8_t*>(part.data()), part.size()));
    }
    std::vector<std::uint8_t> finish() {
        std::vector<std::uint8_t> digest(kSize);
        crypto_generichash_final(&state_, digest.data(), digest.size());
        return digest;
    }

  private:
    crypto_generichash_state state_;
};

/// Two small digits a byte.
inline std::string hex(std::span<const std::uint8_t> bytes) {
    std::string text(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

}  // namespace candor::consult
