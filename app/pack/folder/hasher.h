#pragma once
#include <sodium.h>

#include <string_view>

#include "pack/folder/package_manifest.h"

namespace candor::pack {

/// BLAKE2b-512, as b2sum has it.
class Hasher {
  public:
    Hasher() { crypto_generichash_init(&state_, nullptr, 0, sizeof(FileHash)); }
    void add(std::string_view bytes) {
        crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()),
                                  bytes.size());
    }
    FileHash finish() {
        FileHash hash{};
        crypto_generichash_final(&state_, hash.data(), hash.size());
        return hash;
    }

  private:
    crypto_generichash_state state_;
};

}  // namespace candor::pack
