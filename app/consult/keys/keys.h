#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/secret_bytes.h"
#include "base/secret_string.h"

// Both files are text, one "name: value" a line after a first line that says what the file is;
// lines that begin with "#" are for people. Binary values are base64 (RFC 4648 §4).
//
//   candor clinic secret key v1
//   public: 32 bytes
//   kdf: argon2id13 OPS MEMORY_BYTES        or "none": the secret stands as it is
//   salt: 16 bytes                          absent with kdf none
//   nonce: 24 bytes                         absent with kdf none
//   secret: 48 bytes (crypto_secretbox)     32 bytes with kdf none
//
//   candor clinic public key v1
//   key: 32 bytes
//   fingerprint: 16 hex digits

namespace candor::consult {

/// X25519 public key of the clinic, for crypto_box_seal.
struct PublicKey {
    std::array<std::uint8_t, 32> bytes{};
    /// The first 64 bits of the key's BLAKE2b-256 in hex: which key a row was sealed to.
    std::string fingerprint() const;
    bool operator==(const PublicKey&) const = default;
};

/// The secret half: in locked memory, zeroed on destruction. Move-only.
struct SecretKey {
    base::SecretBytes<32> bytes;
    PublicKey public_key() const;
};

/// The name of the public half: "FILE.pub".
std::filesystem::path public_path(const std::filesystem::path& file);
/// What FILE.pub holds.
std::string public_key_text(const PublicKey& key);

/// Writes FILE (secret, mode 0600, encrypted under Argon2id + XSalsa20-Poly1305 when the passphrase
/// is not empty) and FILE.pub. Never overwrites either: fault refused.
base::Result<PublicKey> create_clinic_keys(const std::filesystem::path& file,
                                           const base::SecretString& passphrase);
/// Faults: wrong_format (file:line), unsupported (a KDF or cost we refuse), wrong_key (a passphrase
/// that does not open it), damaged (the two halves do not belong together).
base::Result<SecretKey> load_secret_key(const std::filesystem::path& file,
                                        const base::SecretString& passphrase);
/// Faults: wrong_format (file:line), damaged (the key does not have its fingerprint).
base::Result<PublicKey> load_public_key(const std::filesystem::path& file);
/// The same of the two values that FILE.pub holds, wherever they stand. `where` is for the fault.
base::Result<PublicKey> read_public_key(std::string_view base64, std::string_view fingerprint,
                                        const std::string& where);
/// Does the secret file need a passphrase?
base::Result<bool> is_encrypted(const std::filesystem::path& file);

}  // namespace candor::consult
