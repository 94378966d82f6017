#include "consult/keys/seal.h"

#include <gtest/gtest.h>
#include <sodium.h>

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

TEST(Seal, size_is_one_of_few_whatever_is_sealed) {
    const FreshFolder folder;
    const SecretKey key = new_key(folder, "a");
    const auto size_of = [&](std::size_t text, std::size_t least) {
        const auto sealed = seal(std::string(text, 'x'), key.public_key(), least);
        EXPECT_EQ(open(sealed, key)->size(), text);
        return sealed.size();
    };
    // What a seal takes beside the text: its key and check, the line and one byte of filling.
    constexpr std::size_t kAround = 48 + 17 + 1;
    for (const std::size_t text : {std::size_t{0}, std::size_t{1}, kLeastRequestBytes - kAround})
        EXPECT_EQ(size_of(text, kLeastRequestBytes), kLeastRequestBytes) << text;
    EXPECT_EQ(size_of(kLeastRequestBytes - kAround + 1, kLeastRequestBytes),
              2 * kLeastRequestBytes);
    EXPECT_EQ(size_of(4000, kLeastNoteBytes), kLeastNoteBytes) << "the longest note";
    // As much as the tables of delivery take.
    EXPECT_EQ(size_of(std::size_t{1} << 20, kLeastRequestBytes), std::size_t{1} << 21);
}

TEST(Seal, text_that_ends_like_the_filling_stays_whole) {
    const FreshFolder folder;
    const SecretKey key = new_key(folder, "a");
    for (const std::string& plain :
         {std::string("\x80"), std::string("x\x80\0\0", 4), std::string("\0\0", 2),
          std::string("\0candor-filled-1\n", 17)})
        EXPECT_EQ(open(seal(plain, key.public_key()), key)->view(), plain);
}

TEST(Seal, filling_of_a_stranger_is_told_apart_from_damage) {
    const FreshFolder folder;
    const SecretKey key = new_key(folder, "a");
    const PublicKey to = key.public_key();
    for (const std::string& plain :
         {std::string("\0candor-filled-1\n", 17), std::string("\0candor-filled-1\n{}", 19),
          std::string("\0candor-filled-1\n\0\0\0\0", 21)}) {
        std::vector<std::uint8_t> sealed(plain.size() + crypto_box_SEALBYTES);
        crypto_box_seal(sealed.data(), reinterpret_cast<const std::uint8_t*>(plain.data()),
                        plain.size(), to.bytes.data());
        const auto opened = open(sealed, key);
        ASSERT_FALSE(opened) << plain.size();
        EXPECT_EQ(opened.error().kind, base::FaultKind::wrong_format);
    }
}

}  // namespace candor::consult
