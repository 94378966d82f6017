#include "pack/package/minisign.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "../base/locked_memory.h"
#include "package_scratch.h"

// Where /usr/bin/minisign is installed it is asked as well, in both directions.

namespace candor::pack {
namespace {

base::SecretString secret(std::string_view text) {
    base::SecretString words(64);
    words.assign(text);
    return words;
}

const bool kHasMinisign = ::access("/usr/bin/minisign", X_OK) == 0;

/// True when the command ended with 0. Its words are kept in `log`.
bool run(const Scratch& scratch, const std::string& words) {
    const std::string command =
        "cd " + scratch.path().string() + " && (" + words + ") >log 2>&1 </dev/null";
    return std::system(command.c_str()) == 0;
}

}  // namespace

TEST(Minisign, our_signature_is_verified_by_us) {
    const auto key = new_signing_key();
    const auto signature = read_signature(sign("words", "a comment", key), "s");
    ASSERT_TRUE(signature);
    EXPECT_EQ(signature->trusted_comment, "a comment");
    EXPECT_TRUE(is_signed(*signature, "words", key.verifying_key()));
    EXPECT_FALSE(is_signed(*signature, "word", key.verifying_key()));
    EXPECT_FALSE(is_signed(*signature, "words", new_signing_key().verifying_key()));
}

TEST(Minisign, altered_comment_or_signature_is_not_verified) {
    const auto key = new_signing_key();
    auto signature = *read_signature(sign("words", "a comment", key), "s");
    auto other = signature;
    other.trusted_comment = "b comment";
    EXPECT_FALSE(is_signed(other, "words", key.verifying_key()));
    for (auto* bytes : {&signature.bytes, &signature.comment_bytes}) {
        (*bytes)[7] ^= 1;
        EXPECT_FALSE(is_signed(signature, "words", key.verifying_key()));
        (*bytes)[7] ^= 1;
    }
    EXPECT_TRUE(is_signed(signature, "words", key.verifying_key()));
}

TEST(Minisign, plain_secret_key_reads_back) {
    const auto key = new_signing_key();
    const auto text = signing_key_text(key, secret(""));
    ASSERT_TRUE(text);
    EXPECT_FALSE(*needs_passphrase(*text, "k"));
    const auto again = read_signing_key(*text, secret(""), "k");
    ASSERT_TRUE(again);
    EXPECT_EQ(again->bytes, key.bytes);
    EXPECT_EQ(again->verifying_key(), key.verifying_key());
}

TEST(Minisign, public_key_reads_back_as_file_and_as_line) {
    const auto key = new_signing_key().verifying_key();
    EXPECT_EQ(*read_verifying_key(verifying_key_text(key), "k"), key);
    EXPECT_EQ(*read_verifying_key(key.to_base64(), "k"), key);
    EXPECT_EQ(*read_verifying_key("\xEF\xBB\xBF" + verifying_key_text(key), "k"), key);
    EXPECT_TRUE(key.to_base64().starts_with("RW"));
}

TEST(Minisign, broken_texts_are_wrong_format) {
    const auto key = new_signing_key();
    const auto good = sign("words", "c", key);
    for (const auto& text :
         {std::string(), std::string("\n"), good.substr(0, 60), good + "more\n", "x" + good,
          std::string(5000, 'A'), verifying_key_text(key.verifying_key())})
        EXPECT_EQ(read_signature(text, "s").error().kind, base::FaultKind::wrong_format) << text;
    for (const auto& text :
         {std::string(), std::string("RWxx"), good, key.verifying_key().to_base64().substr(0, 20)})
        EXPECT_EQ(read_verifying_key(text, "k").error().kind, base::FaultKind::wrong_format);
    EXPECT_EQ(read_signing_key(good, secret(""), "k").error().kind, base::FaultKind::wrong_format);
}

TEST(Minisign, secret_key_is_locked_in_memory) {
    if (!base::kLocksAreReal) GTEST_SKIP() << "the sanitiser swallows locks of memory";
    const auto key = new_signing_key();
    const auto read = read_signing_key(*signing_key_text(key, secret("")), secret(""), "k");
    ASSERT_TRUE(read);
    EXPECT_TRUE(base::is_locked(key.bytes.data()));
    EXPECT_TRUE(base::is_locked(read->bytes.data()));
}

TEST(Minisign, key_whose_halves_do_not_belong_together_is_refused) {
    auto key = new_signing_key();
    key.bytes[63] ^= 1;
    EXPECT_FALSE(read_signing_key(*signing_key_text(key, secret("")), secret(""), "k"));
}

TEST(Minisign, real_minisign_verifies_ours) {
    if (!kHasMinisign) GTEST_SKIP() << "minisign is not installed";
    const Scratch scratch;
    const auto key = new_signing_key();
    scratch.write("m", "words\n");
    scratch.write("m.minisig", sign("words\n", "candor role=author", key));
    scratch.write("k.pub", verifying_key_text(key.verifying_key()));
    EXPECT_TRUE(run(scratch, "minisign -V -m m -p k.pub")) << scratch.read("log");
    EXPECT_NE(scratch.read("log").find("candor role=author"), std::string::npos);
    scratch.write("m", "word\n");
    EXPECT_FALSE(run(scratch, "minisign -V -m m -p k.pub"));
}

TEST(Minisign, real_minisign_signs_with_our_plain_key) {
    if (!kHasMinisign) GTEST_SKIP() << "minisign is not installed";
    const Scratch scratch;
    const auto key = new_signing_key();
    scratch.write("m", "words\n");
    scratch.write("k", *signing_key_text(key, secret("")));
    ASSERT_TRUE(run(scratch, "minisign -S -s k -m m -t hello")) << scratch.read("log");
    const auto signature = read_signature(scratch.read("m.minisig"), "m.minisig");
    ASSERT_TRUE(signature);
    EXPECT_EQ(signature->trusted_comment, "hello");
    EXPECT_TRUE(is_signed(*signature, "words\n", key.verifying_key()));
}

TEST(Minisign, real_minisigns_keys_and_signatures_of_both_kinds_are_ours) {
    if (!kHasMinisign) GTEST_SKIP() << "minisign is not installed";
    const Scratch scratch;
    scratch.write("m", "words\n");
    ASSERT_TRUE(run(scratch, "minisign -G -W -p k.pub -s k")) << scratch.read("log");
    const auto key = read_signing_key(scratch.read("k"), secret(""), "k");
    const auto known = read_verifying_key(scratch.read("k.pub"), "k.pub");
    ASSERT_TRUE(key && known);
    EXPECT_EQ(key->verifying_key(), *known);
    for (const char* kind : {"-S -H", "-S -l"}) {
        ASSERT_TRUE(run(scratch, std::string("minisign ") + kind + " -s k -m m"));
        const auto signature = read_signature(scratch.read("m.minisig"), "m.minisig");
        ASSERT_TRUE(signature);
        EXPECT_TRUE(is_signed(*signature, "words\n", *known)) << kind;
    }
    scratch.write("m.minisig", sign("words\n", "c", *key));
    EXPECT_TRUE(run(scratch, "minisign -V -m m -p k.pub")) << scratch.read("log");
}

// Slow on purpose (scrypt over 1 GiB): all that a passphrase does, in one test.
TEST(Minisign, passphrase_opens_in_both_directions) {
    const Scratch scratch;
    const auto key = new_signing_key();
    const auto text = signing_key_text(key, secret("correct horse"));
    ASSERT_TRUE(text);
    EXPECT_TRUE(*needs_passphrase(*text, "k"));
    EXPECT_EQ(read_signing_key(*text, secret("wrong"), "k").error().kind,
              base::FaultKind::wrong_key);
    EXPECT_EQ(read_signing_key(*text, secret("correct horse"), "k")->bytes, key.bytes);
    if (!kHasMinisign) GTEST_SKIP() << "minisign is not installed";
    scratch.write("m", "words\n");
    scratch.write("k", *text);
    // It asks on the terminal, or on standard input where there is none.
    ASSERT_TRUE(run(scratch, "echo correct horse | minisign -S -s k -m m")) << scratch.read("log");
    EXPECT_TRUE(
        is_signed(*read_signature(scratch.read("m.minisig"), "m"), "words\n", key.verifying_key()));
    ASSERT_TRUE(run(scratch, "printf 'battery\\nbattery\\n' | minisign -G -p j.pub -s j"))
        << scratch.read("log");
    const auto theirs = read_signing_key(scratch.read("j"), secret("battery"), "j");
    ASSERT_TRUE(theirs);
    EXPECT_EQ(theirs->verifying_key(), *read_verifying_key(scratch.read("j.pub"), "j.pub"));
}

}  // namespace candor::pack
