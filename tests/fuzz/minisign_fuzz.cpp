// A public key, a signature, a secret key, a trusted comment: each input is read as all of these.
// As parts between lines "%%%%" it is a signature, what it signs, and the key that is trusted.
#include <sodium.h>

#include "input.h"
#include "pack/package/approval.h"

namespace candor::fuzz {
namespace {

using base::SecretString;

void read_public_key(std::string_view text) {
    const auto key = pack::read_verifying_key(text, "key");
    if (!key) return;
    const auto again = pack::read_verifying_key(verifying_key_text(*key), "key");
    must(again && *again == *key, "a key that was written is read again");
}

/// An honest cost (a gigabyte and seconds) is right for a person, and nothing for a fuzzer.
bool is_cheap(std::string_view text) {
    constexpr std::size_t kOperationsAt = 38, kMemoryAt = 46;
    std::array<std::uint8_t, 158> bytes{};
    const auto line = text.substr(std::min(text.size(), text.find('\n') + 1));
    std::size_t size = 0;
    sodium_base642bin(bytes.data(), bytes.size(), line.data(), line.size(), "\r\n", &size, nullptr,
                      sodium_base64_VARIANT_ORIGINAL);
    const auto below = [&](std::size_t at, std::size_t count) {
        for (std::size_t i = count; i < 8; ++i)
            if (bytes[at + i] != 0) return false;
        return true;
    };
    return below(kOperationsAt, 2) && below(kMemoryAt, 3);
}

void read_secret_key(std::string_view text) {
    const auto locked = pack::needs_passphrase(text, "key");
    if (!locked || (*locked && !is_cheap(text))) return;
    SecretString passphrase;
    passphrase.assign("candor");
    const auto key = pack::read_signing_key(text, passphrase, "key");
    if (!key) return;
    const auto signature = pack::read_signature(sign("words", "comment", *key), "signature");
    must(signature && is_signed(*signature, "words", key->verifying_key()),
         "what a key signs is signed");
    const auto written = pack::signing_key_text(*key, SecretString());
    must(written && pack::read_signing_key(*written, SecretString(), "key").has_value(),
         "a secret key that was written is read again");
}

void read_comment(std::string_view text) {
    const auto signer = pack::read_comment(text, "comment");
    if (!signer) return;
    const auto written = to_comment(*signer);
    must(written.has_value(), "a comment that was read can be written");
    const auto again = pack::read_comment(*written, "comment");
    must(again && again->role == signer->role && again->date == signer->date &&
             again->name == signer->name && again->profession == signer->profession,
         "a comment that was written is read again");
}

void judge(std::string_view text) {
    const auto [signature, manifest, key_text] = parts_of<3>(text);
    pack::TrustedKeys trusted;
    if (const auto key = pack::read_verifying_key(key_text, "key"))
        trusted = {{pack::Role::author, {*key}}, {pack::Role::reviewer, {*key}}};
    const pack::SignatureTexts signatures{{pack::Role::author, std::string(signature)},
                                          {pack::Role::reviewer, std::string(signature)}};
    const auto verdicts = pack::judge(manifest, signatures, trusted);
    const auto approval = pack::approve(verdicts, {pack::Role::author}, "package");
    must(!approval || (approval->author && !trusted.empty()), "only a trusted key approves");
    must(verdicts[0].verdict != pack::Verdict::trusted ||
             verdicts[1].verdict != pack::Verdict::trusted,
         "one signature is of one role");
}

}  // namespace
}  // namespace candor::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace candor::fuzz;
    const std::string_view text = text_of(data, size);
    read_public_key(text);
    read_secret_key(text);
    read_comment(text);
    judge(text);
    return 0;
}
