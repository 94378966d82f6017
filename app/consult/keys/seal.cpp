#include "consult/keys/seal.h"

#include <sodium.h>

#include <algorithm>
#include <string>

namespace candor::consult {
namespace {

const std::uint8_t* bytes_of(std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

/// Not through sodium_malloc: the text goes on into a SecretString, which is wiped by itself.
struct Plain {
    explicit Plain(std::size_t size) : text(size, '\0') {}
    ~Plain() { base::wipe(text); }
    std::string text;
};

// Neither a request nor a note of an older program begins so: one is JSON, the other was typed.
constexpr std::string_view kFilled("\0candor-filled-1\n", 17);

std::size_t bytes_for(std::size_t text, std::size_t least) {
    // sodium_pad() adds one byte at least.
    const std::size_t needed = kFilled.size() + text + 1 + crypto_box_SEALBYTES;
    std::size_t bytes = std::max(least, std::size_t{1});
    while (bytes < needed) bytes *= 2;
    return bytes;
}

/// Fault wrong_format: not filled by filled().
base::Result<std::string_view> without_filling(std::string_view plain) {
    if (!plain.starts_with(kFilled)) return plain;
    std::size_t size = 0;
    if (sodium_unpad(&size, bytes_of(plain), plain.size(), plain.size()) != 0 ||
        size < kFilled.size())
        return base::fail(base::FaultKind::wrong_format, "sealed request", "a strange filling");
    return plain.substr(kFilled.size(), size - kFilled.size());
}

}  // namespace

std::vector<std::uint8_t> seal(std::string_view plain, const PublicKey& key,
                               std::size_t least_bytes) {
    std::vector<std::uint8_t> sealed(bytes_for(plain.size(), least_bytes));
    Plain filled(sealed.size() - crypto_box_SEALBYTES);
    kFilled.copy(filled.text.data(), kFilled.size());
    plain.copy(filled.text.data() + kFilled.size(), plain.size());
    std::size_t size = 0;
    sodium_pad(&size, reinterpret_cast<std::uint8_t*>(filled.text.data()),
               kFilled.size() + plain.size(), filled.text.size(), filled.text.size());
    // Fails only for a public key of a small group; load_public_key and SecretKey give none.
    if (crypto_box_seal(sealed.data(), bytes_of(filled.text), filled.text.size(),
                        key.bytes.data()) != 0)
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
    Plain opened(sealed.size() - crypto_box_SEALBYTES);
    const PublicKey public_key = key.public_key();
    if (crypto_box_seal_open(reinterpret_cast<std::uint8_t*>(opened.text.data()), sealed.data(),
                             sealed.size(), public_key.bytes.data(), key.bytes.data()) != 0)
        return wrong();
    const auto text = TRY(without_filling(opened.text));
    base::SecretString plain(text.size());
    plain.assign(text);
    return plain;
}

}  // namespace candor::consult
