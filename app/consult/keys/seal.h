#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/secret_string.h"
#include "consult/keys/keys.h"

namespace candor::consult {

// Sealed, a text takes one of few sizes, so that its size does not tell whose it is: the least that
// it takes, and from there twice as much each time (16, 32, 64 KiB …). The least holds a request
// with a whole self-check and many words, so that it looks like one without either.
inline constexpr std::size_t kLeastRequestBytes = 16 * 1024;
inline constexpr std::size_t kLeastNoteBytes = 4 * 1024;

/// crypto_box_seal: an ephemeral key each; not even the sealer can open it again. Gives
/// `least_bytes` times a power of two. What is sealed is a line that says so, then the text, then
/// sodium_pad()'s filling.
std::vector<std::uint8_t> seal(std::string_view plain, const PublicKey& key,
                               std::size_t least_bytes = kLeastRequestBytes);
/// The text alone; of what an older program sealed, which knew no filling, all of it. Faults:
/// wrong_key (does not open with this key, or was altered: the two cannot be told apart);
/// wrong_format (a filling that seal() does not make).
base::Result<base::SecretString> open(const std::vector<std::uint8_t>& sealed,
                                      const SecretKey& key);

}  // namespace candor::consult
