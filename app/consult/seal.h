#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/secret_string.h"
#include "consult/keys.h"

namespace candor::consult {

/// crypto_box_seal: an ephemeral key each; not even the sealer can open it again.
std::vector<std::uint8_t> seal(std::string_view plain, const PublicKey& key);
/// Faults: wrong_key (does not open with this key, or was altered: the two cannot be told apart).
base::Result<base::SecretString> open(const std::vector<std::uint8_t>& sealed,
                                      const SecretKey& key);

}  // namespace candor::consult
