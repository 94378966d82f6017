#include "pack/package/minisign.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <span>
#include <vector>

namespace candor::pack {
namespace {

using base::FaultKind;
using Bytes = std::span<const std::uint8_t>;

constexpr std::string_view kUntrusted = "untrusted comment: ";
constexpr std::string_view kTrusted = "trusted comment: ";
constexpr std::size_t kMaxComment = 8192;

const std::uint8_t* bytes_of(std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

std::string base64(Bytes bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

/// Exactly `out.size()` bytes, or false.
bool from_base64(std::string_view text, std::span<std::uint8_t> out) {
    std::size_t size = 0;
    return sodium_base642bin(out.data(), out.size(), text.data(), text.size(), nullptr, &size,
                             nullptr, sodium_base64_VARIANT_ORIGINAL) == 0 &&
           size == out.size();
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // an editor's on Windows
    while (!text.empty() && lines.size() < 8) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

/// As they stand in a secret key file, in minisign's order.
struct SecretParts {
    std::array<std::uint8_t, 2> algorithm, kdf, checksum_algorithm;
    std::array<std::uint8_t, crypto_pwhash_scryptsalsa208sha256_SALTBYTES> salt;
    std::array<std::uint8_t, 8> operations, memory;
    struct Locked {  ///< what the passphrase hides
        KeyId id;
        std::array<std::uint8_t, 64> key;
        std::array<std::uint8_t, 32> checksum;
    } locked;
};
static_assert(sizeof(SecretParts) == 158 && sizeof(SecretParts::Locked) == 104);

/// In locked memory, zeroed at the end.
struct SecretFile {
    std::span<std::uint8_t> span() { return bytes; }
    base::SecretBytes<sizeof(SecretParts)> bytes;
    SecretParts& parts = *new (bytes.data()) SecretParts{};
};

std::array<std::uint8_t, 8> little_endian(std::uint64_t value) {
    std::array<std::uint8_t, 8> bytes{};
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(value), value >>= 8;
    return bytes;
}

std::uint64_t number(const std::array<std::uint8_t, 8>& bytes) {
    std::uint64_t value = 0;
    for (auto at = bytes.rbegin(); at != bytes.rend(); ++at) value = value << 8 | *at;
    return value;
}

std::array<std::uint8_t, 32> checksum(const SecretParts& parts) {
    std::array<std::uint8_t, 32> sum{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, sum.size());
    crypto_generichash_update(&state, parts.algorithm.data(), parts.algorithm.size());
    crypto_generichash_update(&state, parts.locked.id.data(), parts.locked.id.size());
    crypto_generichash_update(&state, parts.locked.key.data(), parts.locked.key.size());
    crypto_generichash_final(&state, sum.data(), sum.size());
    sodium_memzero(&state, sizeof state);
    return sum;
}

/// Hides or shows the locked part. False: not enough memory.
bool mask(SecretParts& parts, const base::SecretString& passphrase) {
    base::SecretBytes<sizeof(SecretParts::Locked)> stream;
    const auto words = passphrase.view();
    if (crypto_pwhash_scryptsalsa208sha256(stream.data(), stream.size(), words.data(), words.size(),
                                           parts.salt.data(), number(parts.operations),
                                           static_cast<std::size_t>(number(parts.memory))) != 0)
        return false;
    auto* bytes = reinterpret_cast<std::uint8_t*>(&parts.locked);
    for (std::size_t i = 0; i < stream.size(); ++i) bytes[i] ^= stream[i];
    return true;
}

/// minisign's own costs; less where the machine has less memory, as minisign does.
bool lock(SecretParts& parts, const base::SecretString& passphrase) {
    std::uint64_t operations = crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_SENSITIVE;
    std::uint64_t memory = crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_SENSITIVE;
    parts.kdf = {'S', 'c'};
    randombytes_buf(parts.salt.data(), parts.salt.size());
    while (operations >= crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_INTERACTIVE) {
        parts.operations = little_endian(operations);
        parts.memory = little_endian(memory);
        if (mask(parts, passphrase)) return true;
        operations /= 2;
        memory /= 2;
    }
    return false;
}

base::Result<void> read_parts(SecretFile& out, std::string_view text, const std::string& where) {
    const auto lines = lines_of(text);
    if (lines.size() != 2 || !lines[0].starts_with(kUntrusted) ||
        !from_base64(lines[1], out.span()) ||
        out.parts.algorithm != std::array<std::uint8_t, 2>{'E', 'd'} ||
        out.parts.checksum_algorithm != std::array<std::uint8_t, 2>{'B', '2'})
        return base::fail(FaultKind::wrong_format, where, "not a minisign secret key");
    return {};
}

bool is_plain(const SecretParts& parts) { return parts.kdf == std::array<std::uint8_t, 2>{0, 0}; }

base::Result<void> unlock(SecretParts& parts, const base::SecretString& passphrase,
                          const std::string& where) {
    if (parts.kdf != std::array<std::uint8_t, 2>{'S', 'c'} ||
        number(parts.operations) > crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_SENSITIVE ||
        number(parts.memory) > crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_SENSITIVE)
        return base::fail(FaultKind::unsupported, where, "a KDF or a cost that is not accepted");
    if (!mask(parts, passphrase))
        return base::fail(FaultKind::internal, where, "not enough memory to check the passphrase");
    if (checksum(parts) != parts.locked.checksum)
        return base::fail(FaultKind::wrong_key, where, "the passphrase does not open it");
    return {};
}

std::array<std::uint8_t, 64> prehash(std::string_view message) {
    std::array<std::uint8_t, 64> hash{};
    crypto_generichash(hash.data(), hash.size(), bytes_of(message), message.size(), nullptr, 0);
    return hash;
}

/// What the second signature of a file covers.
std::string with_comment(Bytes signature, std::string_view comment) {
    std::string all(reinterpret_cast<const char*>(signature.data()), signature.size());
    return all.append(comment);
}

}  // namespace

std::string to_text(const KeyId& id) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string text;
    for (auto byte = id.rbegin(); byte != id.rend(); ++byte) {
        text += kDigits[*byte >> 4];
        text += kDigits[*byte & 15];
    }
    return text;
}

std::string VerifyingKey::to_base64() const {
    std::array<std::uint8_t, 42> all{'E', 'd'};
    std::copy(id.begin(), id.end(), all.begin() + 2);
    std::copy(bytes.begin(), bytes.end(), all.begin() + 10);
    return base64(all);
}

VerifyingKey SigningKey::verifying_key() const {
    VerifyingKey key;
    key.id = id;
    crypto_sign_ed25519_sk_to_pk(key.bytes.data(), bytes.data());
    return key;
}

SigningKey new_signing_key() {
    SigningKey key;
    std::array<std::uint8_t, 32> unused{};
    randombytes_buf(key.id.data(), key.id.size());
    crypto_sign_keypair(unused.data(), key.bytes.data());
    return key;
}

std::string verifying_key_text(const VerifyingKey& key) {
    return std::string(kUntrusted) + "minisign public key " + to_text(key.id) + "\n" +
           key.to_base64() + "\n";
}

base::Result<VerifyingKey> read_verifying_key(std::string_view text, const std::string& where) {
    const auto lines = lines_of(text);
    std::array<std::uint8_t, 42> all{};
    const bool whole_file = lines.size() == 2 && lines[0].starts_with(kUntrusted);
    if ((!whole_file && lines.size() != 1) || !from_base64(lines.back(), all) || all[0] != 'E' ||
        all[1] != 'd')
        return base::fail(FaultKind::wrong_format, where, "not a minisign public key");
    VerifyingKey key;
    std::copy_n(all.begin() + 2, key.id.size(), key.id.begin());
    std::copy_n(all.begin() + 10, key.bytes.size(), key.bytes.begin());
    return key;
}

base::Result<std::string> signing_key_text(const SigningKey& key,
                                           const base::SecretString& passphrase) {
    SecretFile file;
    auto& parts = file.parts;
    parts.algorithm = {'E', 'd'};
    parts.checksum_algorithm = {'B', '2'};
    parts.locked.id = key.id;
    std::copy(key.bytes.begin(), key.bytes.end(), parts.locked.key.begin());
    if (!passphrase.empty()) {
        parts.locked.checksum = checksum(parts);
        if (!lock(parts, passphrase))
            return base::fail(FaultKind::internal, "", "not enough memory to lock the key");
    }
    std::string secret = base64(file.span());
    std::string text;
    text.reserve(512);
    text.append(kUntrusted).append("minisign ").append(passphrase.empty() ? "un" : "");
    text.append("encrypted secret key\n").append(secret).append("\n");
    base::wipe(secret);
    return text;
}

base::Result<bool> needs_passphrase(std::string_view text, const std::string& where) {
    SecretFile file;
    TRY(read_parts(file, text, where));
    return !is_plain(file.parts);
}

base::Result<SigningKey> read_signing_key(std::string_view text,
                                          const base::SecretString& passphrase,
                                          const std::string& where) {
    SecretFile file;
    TRY(read_parts(file, text, where));
    if (!is_plain(file.parts)) TRY(unlock(file.parts, passphrase, where));
    SigningKey key;
    const auto& locked = file.parts.locked;
    key.id = locked.id;
    std::copy(locked.key.begin(), locked.key.end(), key.bytes.begin());
    // A public half that is not the seed's would give the seed away with the first signature.
    std::array<std::uint8_t, 32> expected{};
    SigningKey derived;
    crypto_sign_seed_keypair(expected.data(), derived.bytes.data(), key.bytes.data());
    if (derived.bytes != key.bytes)
        return base::fail(FaultKind::wrong_format, where, "its two halves do not belong together");
    return key;
}

base::Result<Signature> read_signature(std::string_view text, const std::string& where) {
    const auto lines = lines_of(text);
    std::array<std::uint8_t, 74> all{};
    Signature signature;
    const bool right = lines.size() == 4 && lines[0].starts_with(kUntrusted) &&
                       from_base64(lines[1], all) && lines[2].starts_with(kTrusted) &&
                       lines[2].size() <= kMaxComment &&
                       from_base64(lines[3], signature.comment_bytes) && all[0] == 'E' &&
                       (all[1] == 'd' || all[1] == 'D');
    if (!right) return base::fail(FaultKind::wrong_format, where, "not a minisign signature");
    signature.kind = all[1] == 'D' ? Signature::Kind::prehashed : Signature::Kind::whole;
    std::copy_n(all.begin() + 2, signature.key.size(), signature.key.begin());
    std::copy_n(all.begin() + 10, signature.bytes.size(), signature.bytes.begin());
    signature.trusted_comment = lines[2].substr(kTrusted.size());
    return signature;
}

bool is_signed(const Signature& signature, std::string_view message, const VerifyingKey& key) {
    if (signature.key != key.id) return false;
    const auto hash = prehash(message);
    const Bytes signed_bytes = signature.kind == Signature::Kind::prehashed
                                   ? Bytes(hash)
                                   : Bytes(bytes_of(message), message.size());
    const std::string all = with_comment(signature.bytes, signature.trusted_comment);
    return crypto_sign_verify_detached(signature.bytes.data(), signed_bytes.data(),
                                       signed_bytes.size(), key.bytes.data()) == 0 &&
           crypto_sign_verify_detached(signature.comment_bytes.data(), bytes_of(all), all.size(),
                                       key.bytes.data()) == 0;
}

std::string sign(std::string_view message, const std::string& trusted_comment,
                 const SigningKey& key) {
    const auto hash = prehash(message);
    std::array<std::uint8_t, 74> all{'E', 'D'};
    std::array<std::uint8_t, 64> of_comment{};
    std::copy(key.id.begin(), key.id.end(), all.begin() + 2);
    crypto_sign_detached(all.data() + 10, nullptr, hash.data(), hash.size(), key.bytes.data());
    const std::string covered = with_comment(Bytes(all).subspan(10), trusted_comment);
    crypto_sign_detached(of_comment.data(), nullptr, bytes_of(covered), covered.size(),
                         key.bytes.data());
    return std::string(kUntrusted) + "signature from minisign secret key\n" + base64(all) + "\n" +
           std::string(kTrusted) + trusted_comment + "\n" + base64(of_comment) + "\n";
}

}  // namespace candor::pack
