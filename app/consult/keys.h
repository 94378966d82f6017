#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

#include "base/result.h"
#include "base/secret_string.h"

namespace candor::consult {

/// X25519 public key of the clinic, for crypto_box_seal.
struct PublicKey {
    std::array<std::uint8_t, 32> bytes{};
    /// BLAKE2b-64 of the key in hex: which key a row was sealed to.
    std::string fingerprint() const;
};

/// The secret half; zeroed on destruction. Move-only.
class SecretKey {
  public:
    SecretKey() = default;
    ~SecretKey();
    SecretKey(SecretKey&&) noexcept;
    SecretKey& operator=(SecretKey&&) noexcept;
    std::array<std::uint8_t, 32> bytes{};
    PublicKey public_key() const;
};

/// Writes FILE (secret, mode 0600, encrypted under Argon2id + XSalsa20-Poly1305 when the passphrase
/// is not empty) and FILE.pub. Never overwrites: fault refused.
base::Result<PublicKey> create_clinic_keys(const std::filesystem::path& file,
                                           const base::SecretString& passphrase);
/// Faults: wrong_format (file:line), wrong_key (a passphrase that does not open it).
base::Result<SecretKey> load_secret_key(const std::filesystem::path& file,
                                        const base::SecretString& passphrase);
base::Result<PublicKey> load_public_key(const std::filesystem::path& file);
/// Does the secret file need a passphrase?
base::Result<bool> is_encrypted(const std::filesystem::path& file);

}  // namespace candor::consult
