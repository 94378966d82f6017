#include "consult/seal.h"

#include <gtest/gtest.h>

#include "fresh_folder.h"

namespace candor::consult {
namespace {

SecretKey new_key(const FreshFolder& folder, const char* name) {
    EXPECT_TRUE(create_clinic_keys(folder / name, base::SecretString(1)));
    return std::move(*load_secret_key(folder / name, base::SecretString(1)));
}

}  // namespace

TEST(Seal, opens_with_its_key) {
    const FreshFolder folder;
    const SecretKey key = new_key(folder, "a");
    for (const std::string& plain :
         {std::string(), std::string("Elif\0x", 6), std::string(100000, 'x')})
        EXPECT_EQ(open(seal(plain, key.public_key()), key)->view(), plain);
}

TEST(Seal, does_not_open_with_another_key) {
    const FreshFolder folder;
    const SecretKey key = new_key(folder, "a"), other = new_key(folder, "b");
    EXPECT_EQ(open(seal("Elif", key.public_key()), other).error().kind, base::FaultKind::wrong_key);
}

TEST(Seal, any_altered_bit_is_noticed) {
    const FreshFolder folder;
    const SecretKey key = new_key(folder, "a");
    const auto sealed = seal("Elif", key.public_key());
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        auto altered = sealed;
        altered[at] ^= 1;
        // The topmost bit of a curve point is ignored by X25519; the lowest never is.
        EXPECT_FALSE(open(altered, key)) << at;
    }
}

TEST(Seal, cut_short_is_noticed) {
    const FreshFolder folder;
    const SecretKey key = new_key(folder, "a");
    auto sealed = seal("Elif", key.public_key());
    while (!sealed.empty()) {
        sealed.pop_back();
        EXPECT_EQ(open(sealed, key).error().kind, base::FaultKind::wrong_key);
    }
}

TEST(Seal, same_text_twice_looks_different) {
    const FreshFolder folder;
    const PublicKey key = new_key(folder, "a").public_key();
    EXPECT_NE(seal("Elif", key), seal("Elif", key));
}

TEST(Seal, sealed_bytes_do_not_hold_the_text) {
    const FreshFolder folder;
    const auto sealed = seal("canary-canary", new_key(folder, "a").public_key());
    const std::string bytes(sealed.begin(), sealed.end());
    EXPECT_EQ(bytes.find("canary"), std::string::npos);
}

}  // namespace candor::consult
