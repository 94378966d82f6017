#pragma once
#include <sodium.h>

#include <cstddef>
#include <cstdint>

#include "base/locked_pages.h"

namespace candor::base {

/// N bytes of a key or of what is made from a passphrase; locked and zeroed as LockedPages says,
/// and compared in constant time. Move-only; only to be destroyed or assigned to after that.
template <std::size_t N>
class SecretBytes {
  public:
    std::uint8_t* data() { return reinterpret_cast<std::uint8_t*>(pages_.data()); }
    const std::uint8_t* data() const {
        return reinterpret_cast<const std::uint8_t*>(pages_.data());
    }
    static constexpr std::size_t size() { return N; }
    std::uint8_t& operator[](std::size_t at) { return data()[at]; }
    std::uint8_t* begin() { return data(); }
    std::uint8_t* end() { return data() + N; }
    const std::uint8_t* begin() const { return data(); }
    const std::uint8_t* end() const { return data() + N; }
    bool operator==(const SecretBytes& other) const {
        return sodium_memcmp(data(), other.data(), N) == 0;
    }

  private:
    LockedPages pages_{N};
};

}  // namespace candor::base
