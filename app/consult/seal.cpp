#include "consult/seal.h"

#include <sodium.h>

#include <string>

namespace candor::consult {
namespace {

const std::uint8_t* bytes_of(std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

/// Not through sodium_malloc: the text goes on into a SecretString, which is wiped by itself.
struct Opened {
    explicit Opened(std::size_t size) : text(size, '\0') {}
    ~Opened() { base::wipe(text); }
    std::string text;
};

}  // namespace

std::vector<std::uint8_t> seal(std::string_view plain, const PublicKey& key) {
    std::vector<std::uint8_t> sealed(plain.size() + crypto_box_SEALBYTES);
    // Fails only for a public key of a small group; load_public_key and SecretKey give none.
    if (crypto_box_seal(sealed.data(), bytes_of(plain), plain.size(), key.bytes.data()) != 0)
        sealed.clear();
    return sealed;
}

base::Result<base::SecretString> open(const std::vector<std::uint8_t>& sealed,
                                      const SecretKey& key) {
    const auto wrong = [] {
        return base::fail(base::FaultKind::wrong_key, "sealed request",
                          "does not open with this key, or was altered");
    };
    if (sealed.size() < crypto_box_SEALBYTES) return wrong();
    Opened opened(sealed.size() - crypto_box_SEALBYTES);
    const PublicKey public_key = key.public_key();
    if (crypto_box_seal_open(reinterpret_cast<std::uint8_t*>(opened.text.data()), sealed.data(),
                             sealed.size(), public_key.bytes.data(), key.bytes.data()) != 0)
        return wrong();
    base::SecretString plain(opened.text.size());
    plain.assign(opened.text);
    return plain;
}

}  // namespace candor::consult
