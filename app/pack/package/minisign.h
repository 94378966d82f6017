#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/secret_bytes.h"
#include "base/secret_string.h"

// minisign's own formats (https://jedisct1.github.io/minisign/#signature-format), so that what is
// signed here can be checked by a tool that is not ours, and the other way round.

namespace candor::pack {

using KeyId = std::array<std::uint8_t, 8>;
/// As minisign writes it: 16 capital hex digits.
std::string to_text(const KeyId& id);

/// The public half of a signer's key pair.
struct VerifyingKey {
    KeyId id{};
    std::array<std::uint8_t, 32> bytes{};
    bool operator==(const VerifyingKey&) const = default;
    /// The line that minisign takes with -P: "RW…".
    std::string to_base64() const;
};

/// The secret half: in locked memory, zeroed on destruction. Move-only.
struct SigningKey {
    KeyId id{};
    base::SecretBytes<64> bytes;  ///< Ed25519 seed, then public key
    VerifyingKey verifying_key() const;
};

/// A new pair, from the system's random numbers.
SigningKey new_signing_key();

std::string verifying_key_text(const VerifyingKey& key);
/// A public key file, or its second line alone. Fault: wrong_format.
base::Result<VerifyingKey> read_verifying_key(std::string_view text, const std::string& where);

/// A secret key file; encrypted (scrypt) unless the passphrase is empty. Wipe it after writing.
base::Result<std::string> signing_key_text(const SigningKey& key,
                                           const base::SecretString& passphrase);
/// Faults: wrong_format, unsupported (a cost that we refuse), wrong_key (the passphrase).
base::Result<SigningKey> read_signing_key(std::string_view text,
                                          const base::SecretString& passphrase,
                                          const std::string& where);
/// Does this secret key file need a passphrase?
base::Result<bool> needs_passphrase(std::string_view text, const std::string& where);

struct Signature {
    enum class Kind { whole, prehashed };  ///< "Ed" (old), "ED"
    Kind kind = Kind::prehashed;
    KeyId key{};
    std::array<std::uint8_t, 64> bytes{}, comment_bytes{};
    std::string trusted_comment;
};

/// Fault: wrong_format.
base::Result<Signature> read_signature(std::string_view text, const std::string& where);
/// Did this key sign the message, and the trusted comment with it?
bool is_signed(const Signature& signature, std::string_view message, const VerifyingKey& key);

/// The text of a .minisig file (prehashed). `trusted_comment` is one line.
std::string sign(std::string_view message, const std::string& trusted_comment,
                 const SigningKey& key);

}  // namespace candor::pack
