#include "consult/keys/keys.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>

#include "base/files.h"
#include "consult/keys/key_text.h"

namespace candor::consult {
namespace {

constexpr std::string_view kSecretMagic = "candor clinic secret key v1";
constexpr std::string_view kPublicMagic = "candor clinic public key v1";
// A file from elsewhere must not make the desk's machine swap or wait for minutes.
constexpr unsigned long long kMaxOperations = 16;
constexpr std::size_t kMaxMemory = std::size_t{1} << 30;

using Salt = std::array<std::uint8_t, crypto_pwhash_SALTBYTES>;
using Nonce = std::array<std::uint8_t, crypto_secretbox_NONCEBYTES>;
using Box = std::array<std::uint8_t, crypto_secretbox_MACBYTES + 32>;

struct Cost {
    unsigned long long operations = crypto_pwhash_OPSLIMIT_MODERATE;
    std::size_t memory = crypto_pwhash_MEMLIMIT_MODERATE;
};

/// The key that the passphrase gives.
using Stretched = base::SecretBytes<crypto_secretbox_KEYBYTES>;

base::Result<void> stretch(Stretched& out, const base::SecretString& passphrase, const Salt& salt,
                           const Cost& cost, const std::string& where) {
    const auto words = passphrase.view();
    if (crypto_pwhash(out.data(), out.size(), words.data(), words.size(), salt.data(),
                      cost.operations, cost.memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return base::fail(base::FaultKind::internal, where,
                          "not enough memory to check the passphrase (" +
                              std::to_string(cost.memory >> 20) + " MiB)");
    return {};
}

std::string head_of_secret(const PublicKey& key) {
    return std::string(kSecretMagic) + "\n# Opens the requests sealed to key " + key.fingerprint() +
           ". Keep it off the kiosk, and keep a copy.\npublic: " + to_base64(key.bytes) + "\n";
}

base::Result<std::string> secret_text(const SecretKey& secret, const base::SecretString& passphrase,
                                      const std::string& where) {
    std::string text = head_of_secret(secret.public_key());
    text.reserve(text.size() + 512);
    if (passphrase.empty()) {
        std::string plain = to_base64(secret.bytes);
        text += "kdf: none\nsecret: " + plain + "\n";
        base::wipe(plain);
        return text;
    }
    Salt salt;
    Nonce nonce;
    Box box;
    Stretched key;
    const Cost cost;
    randombytes_buf(salt.data(), salt.size());
    randombytes_buf(nonce.data(), nonce.size());
    TRY(stretch(key, passphrase, salt, cost, where));
    crypto_secretbox_easy(box.data(), secret.bytes.data(), secret.bytes.size(), nonce.data(),
                          key.data());
    return text + "kdf: argon2id13 " + std::to_string(cost.operations) + " " +
           std::to_string(cost.memory) + "\nsalt: " + to_base64(salt) +
           "\nnonce: " + to_base64(nonce) + "\nsecret: " + to_base64(box) + "\n";
}

base::Result<Cost> read_cost(const KeyText& text) {
    constexpr std::string_view kName = "argon2id13 ";
    const auto kdf = text.value("kdf");
    if (!kdf) return tl::unexpected(kdf.error());
    const auto unsupported = [&](std::string detail) {
        auto fault = text.wrong_line("kdf", std::move(detail));
        fault.kind = base::FaultKind::unsupported;
        return tl::unexpected(fault);
    };
    if (!kdf->starts_with(kName)) return unsupported("a KDF other than argon2id13");
    Cost cost;
    const char* const end = kdf->data() + kdf->size();
    const auto first = std::from_chars(kdf->data() + kName.size(), end, cost.operations);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != ' ')
        return tl::unexpected(text.wrong_line("kdf", "no cost after argon2id13"));
    const auto second = std::from_chars(first.ptr + 1, end, cost.memory);
    if (second.ec != std::errc{} || second.ptr != end)
        return tl::unexpected(text.wrong_line("kdf", "no memory cost after argon2id13"));
    if (cost.operations > kMaxOperations || cost.memory > kMaxMemory)
        return unsupported("costs more than we accept");
    if (cost.operations < crypto_pwhash_OPSLIMIT_MIN || cost.memory < crypto_pwhash_MEMLIMIT_MIN)
        return unsupported("costs less than Argon2id can");
    return cost;
}

base::Result<void> decrypt(SecretKey& out, const KeyText& text,
                           const base::SecretString& passphrase, const std::string& where) {
    Salt salt;
    Nonce nonce;
    Box box;
    const auto cost = TRY(read_cost(text));
    TRY(text.bytes("salt", salt));
    TRY(text.bytes("nonce", nonce));
    TRY(text.bytes("secret", box));
    Stretched key;
    TRY(stretch(key, passphrase, salt, cost, where));
    if (crypto_secretbox_open_easy(out.bytes.data(), box.data(), box.size(), nonce.data(),
                                   key.data()) != 0)
        return base::fail(base::FaultKind::wrong_key, where, "the passphrase does not open it");
    return {};
}

/// Also refuses a key that nothing can be sealed to.
base::Result<PublicKey> with_fingerprint(const PublicKey& key, std::string_view fingerprint,
                                         const std::string& where) {
    std::array<std::uint8_t, crypto_box_SEALBYTES> trial;
    if (fingerprint != key.fingerprint() ||
        crypto_box_seal(trial.data(), nullptr, 0, key.bytes.data()) != 0)
        return base::fail(base::FaultKind::damaged, where, "the key does not have its fingerprint");
    return key;
}

base::Result<bool> needs_passphrase(const KeyText& text) {
    const auto kdf = TRY(text.value("kdf"));
    return kdf != "none";
}

}  // namespace

std::string PublicKey::fingerprint() const {
    std::array<std::uint8_t, 32> hash{};
    crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), nullptr, 0);
    char hex[17];
    sodium_bin2hex(hex, sizeof hex, hash.data(), 8);
    return hex;
}

PublicKey SecretKey::public_key() const {
    PublicKey key;
    crypto_scalarmult_base(key.bytes.data(), bytes.data());
    return key;
}

std::filesystem::path public_path(const std::filesystem::path& file) {
    return file.string() + ".pub";
}

std::string public_key_text(const PublicKey& key) {
    return std::string(kPublicMagic) +
           "\n# Requests are sealed to this key. It opens nothing; it may be shown to "
           "anybody.\nkey: " +
           to_base64(key.bytes) + "\nfingerprint: " + key.fingerprint() + "\n";
}

base::Result<PublicKey> create_clinic_keys(const std::filesystem::path& file,
                                           const base::SecretString& passphrase) {
    const auto public_file = public_path(file);
    std::error_code ignored;
    if (std::filesystem::exists(public_file, ignored))
        return base::fail(base::FaultKind::refused, public_file.string(), "it is there already");
    SecretKey secret;
    PublicKey key;
    crypto_box_keypair(key.bytes.data(), secret.bytes.data());
    auto text = TRY(secret_text(secret, passphrase, file.string()));
    // The secret half first: nothing can be sealed to a key before its secret is on the disk.
    auto done = base::write_new_file(file, text, base::Privacy::owner_only);
    base::wipe(text);
    if (!done) return tl::unexpected(done.error());
    if (done = base::write_new_file(public_file, public_key_text(key), base::Privacy::everyone);
        !done) {
        std::filesystem::remove(file, ignored);
        return tl::unexpected(done.error());
    }
    return key;
}

base::Result<SecretKey> load_secret_key(const std::filesystem::path& file,
                                        const base::SecretString& passphrase) {
    const auto text = TRY(KeyText::load(file, kSecretMagic));
    const auto encrypted = TRY(needs_passphrase(text));
    SecretKey secret;
    PublicKey expected;
    TRY(text.bytes("public", expected.bytes));
    TRY(encrypted ? decrypt(secret, text, passphrase, file.string())
                  : text.bytes("secret", secret.bytes));
    if (secret.public_key() != expected)
        return base::fail(base::FaultKind::damaged, file.string(),
                          "its public and its secret half do not belong together");
    return secret;
}

base::Result<PublicKey> load_public_key(const std::filesystem::path& file) {
    const auto text = TRY(KeyText::load(file, kPublicMagic));
    PublicKey key;
    TRY(text.bytes("key", key.bytes));
    const auto fingerprint = TRY(text.value("fingerprint"));
    return with_fingerprint(key, fingerprint, file.string());
}

base::Result<PublicKey> read_public_key(std::string_view base64, std::string_view fingerprint,
                                        const std::string& where) {
    PublicKey key;
    if (!from_base64(base64, key.bytes))
        return base::fail(base::FaultKind::wrong_format, where,
                          "the key is not the base64 of 32 bytes");
    return with_fingerprint(key, fingerprint, where);
}

base::Result<bool> is_encrypted(const std::filesystem::path& file) {
    const auto text = TRY(KeyText::load(file, kSecretMagic));
    return needs_passphrase(text);
}

}  // namespace candor::consult
