#include "consult/keys/keys.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "../base/locked_memory.h"
#include "base/files.h"
#include "fresh_folder.h"

namespace candor::consult {
namespace {

base::SecretString words(std::string_view text) {
    base::SecretString secret(64);
    secret.assign(text);
    return secret;
}

std::string read(const std::filesystem::path& path) {
    return base::read_file(path, 1 << 16).value_or("");
}

void write_text(const std::filesystem::path& path, std::string_view text) {
    ASSERT_TRUE(base::write_file_atomically(path, text));
}

void replace(const std::filesystem::path& path, std::string_view from, std::string_view to) {
    std::string text = read(path);
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos);
    write_text(path, text.replace(at, from.size(), to));
}

unsigned mode_of(const std::filesystem::path& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? info.st_mode & 0777U : 0U;
}

base::FaultKind load_kind(const std::filesystem::path& path) {
    const auto key = load_secret_key(path, words(""));
    return key ? base::FaultKind::cancelled : key.error().kind;
}

}  // namespace

TEST(Keys, created_pair_loads_and_belongs_together) {
    const FreshFolder folder;
    const auto created = create_clinic_keys(folder / "clinic.key", words(""));
    ASSERT_TRUE(created);
    const auto secret = load_secret_key(folder / "clinic.key", words(""));
    const auto key = load_public_key(folder / "clinic.key.pub");
    ASSERT_TRUE(secret && key);
    EXPECT_EQ(secret->public_key(), *created);
    EXPECT_EQ(*key, *created);
    EXPECT_EQ(key->fingerprint().size(), 16U);
}

TEST(Keys, secret_file_is_the_owners_alone_and_the_public_one_is_readable) {
    const FreshFolder folder;
    ASSERT_TRUE(create_clinic_keys(folder / "clinic.key", words("")));
    EXPECT_EQ(mode_of(folder / "clinic.key"), 0600U);
    EXPECT_EQ(mode_of(folder / "clinic.key.pub"), 0644U);
    EXPECT_TRUE(read(folder / "clinic.key").starts_with("candor clinic secret key v1\n"));
    EXPECT_TRUE(read(folder / "clinic.key.pub").starts_with("candor clinic public key v1\n"));
}

TEST(Keys, create_leaves_nothing_but_the_pair) {
    const FreshFolder folder;
    ASSERT_TRUE(create_clinic_keys(folder / "clinic.key", words("")));
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        files += entry.exists() ? 1 : 0;
    EXPECT_EQ(files, 2);
}

TEST(Keys, passphrase_opens_and_another_does_not) {
    const FreshFolder folder;
    const auto file = folder / "clinic.key";
    const auto created = create_clinic_keys(file, words("correct horse"));
    ASSERT_TRUE(created);
    EXPECT_TRUE(is_encrypted(file).value());
    const auto opened = load_secret_key(file, words("correct horse"));
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->public_key(), *created);
    EXPECT_EQ(load_secret_key(file, words("wrong horse")).error().kind, base::FaultKind::wrong_key);
    EXPECT_EQ(load_kind(file), base::FaultKind::wrong_key);
}

TEST(Keys, without_passphrase_is_not_encrypted) {
    const FreshFolder folder;
    ASSERT_TRUE(create_clinic_keys(folder / "clinic.key", words("")));
    EXPECT_FALSE(is_encrypted(folder / "clinic.key").value());
}

TEST(Keys, create_never_overwrites_a_secret) {
    const FreshFolder folder;
    write_text(folder / "clinic.key", "mine");
    EXPECT_EQ(create_clinic_keys(folder / "clinic.key", words("")).error().kind,
              base::FaultKind::refused);
    EXPECT_EQ(read(folder / "clinic.key"), "mine");
    EXPECT_FALSE(std::filesystem::exists(folder / "clinic.key.pub"));
}

TEST(Keys, create_never_overwrites_a_public_half) {
    const FreshFolder folder;
    write_text(folder / "clinic.key.pub", "mine");
    EXPECT_EQ(create_clinic_keys(folder / "clinic.key", words("")).error().kind,
              base::FaultKind::refused);
    EXPECT_EQ(read(folder / "clinic.key.pub"), "mine");
    EXPECT_FALSE(std::filesystem::exists(folder / "clinic.key"));
}

TEST(Keys, create_in_a_missing_folder_is_not_found) {
    const FreshFolder folder;
    EXPECT_EQ(create_clinic_keys(folder / "none/clinic.key", words("")).error().kind,
              base::FaultKind::not_found);
}

TEST(Keys, wrong_line_is_named_by_its_number) {
    const FreshFolder folder;
    const auto file = folder / "clinic.key";
    ASSERT_TRUE(create_clinic_keys(file, words("")));
    replace(file, "secret: ", "secret: !");
    const auto fault = load_secret_key(file, words("")).error();
    EXPECT_EQ(fault.kind, base::FaultKind::wrong_format);
    EXPECT_EQ(fault.where, file.string() + ":5");
}

TEST(Keys, files_that_are_no_key_are_refused) {
    const FreshFolder folder;
    const auto file = folder / "clinic.key";
    for (const char* text : {"", "\n", "hello\n", "candor clinic secret key v1",
                             "candor clinic secret key v1\nkdf none\n",
                             "candor clinic secret key v1\nkdf: none\nkdf: none\n",
                             "candor clinic public key v1\nkey: AAAA\n"}) {
        write_text(file, text);
        EXPECT_EQ(load_kind(file), base::FaultKind::wrong_format) << text;
    }
}

TEST(Keys, public_half_as_secret_is_refused) {
    const FreshFolder folder;
    ASSERT_TRUE(create_clinic_keys(folder / "clinic.key", words("")));
    EXPECT_EQ(load_kind(folder / "clinic.key.pub"), base::FaultKind::wrong_format);
}

TEST(Keys, line_ends_of_another_system_are_read) {
    const FreshFolder folder;
    ASSERT_TRUE(create_clinic_keys(folder / "clinic.key", words("")));
    std::string text;
    for (const char c : read(folder / "clinic.key.pub"))
        text += c == '\n' ? "\r\n" : std::string(1, c);
    write_text(folder / "clinic.key.pub", text);
    EXPECT_TRUE(load_public_key(folder / "clinic.key.pub"));
    write_text(folder / "clinic.key.pub", "\xEF\xBB\xBF" + text);
    EXPECT_TRUE(load_public_key(folder / "clinic.key.pub")) << "a byte order mark";
}

TEST(Keys, costly_kdf_is_refused_before_it_is_tried) {
    const FreshFolder folder;
    const auto file = folder / "clinic.key";
    ASSERT_TRUE(create_clinic_keys(file, words("correct horse")));
    replace(file, "argon2id13 3 268435456", "argon2id13 3 99999999999");
    EXPECT_EQ(load_kind(file), base::FaultKind::unsupported);
    replace(file, "argon2id13 3 99999999999", "argon2id13 0 8191");
    EXPECT_EQ(load_kind(file), base::FaultKind::unsupported);
    replace(file, "argon2id13 0 8191", "scrypt 3 4");
    EXPECT_EQ(load_kind(file), base::FaultKind::unsupported);
    replace(file, "scrypt 3 4", "argon2id13 3");
    EXPECT_EQ(load_kind(file), base::FaultKind::wrong_format);
}

TEST(Keys, halves_of_two_pairs_are_damaged) {
    const FreshFolder folder;
    const auto a = create_clinic_keys(folder / "a", words(""));
    ASSERT_TRUE(a && create_clinic_keys(folder / "b", words("")));
    const auto line = [&](const char* name) {
        const std::string text = read(folder / name);
        const auto at = text.find("public: ");
        return text.substr(at, text.find('\n', at) - at);
    };
    replace(folder / "a", line("a"), line("b"));
    EXPECT_EQ(load_kind(folder / "a"), base::FaultKind::damaged);
}

TEST(Keys, public_key_with_a_wrong_character_is_damaged) {
    const FreshFolder folder;
    const auto created = create_clinic_keys(folder / "clinic.key", words(""));
    ASSERT_TRUE(created);
    replace(folder / "clinic.key.pub", created->fingerprint(), "0123456789abcdef");
    EXPECT_EQ(load_public_key(folder / "clinic.key.pub").error().kind, base::FaultKind::damaged);
}

TEST(Keys, public_key_that_nothing_can_be_sealed_to_is_refused) {
    const FreshFolder folder;
    write_text(folder / "zero.pub", public_key_text(PublicKey{}));
    EXPECT_EQ(load_public_key(folder / "zero.pub").error().kind, base::FaultKind::damaged);
}

TEST(Keys, moved_secret_leaves_nothing_behind) {
    if (!base::kLocksAreReal) GTEST_SKIP() << "the sanitiser swallows locks of memory";
    const FreshFolder folder;
    ASSERT_TRUE(create_clinic_keys(folder / "clinic.key", words("")));
    auto secret = load_secret_key(folder / "clinic.key", words(""));
    ASSERT_TRUE(secret);
    const SecretKey taken = std::move(*secret);
    EXPECT_EQ(secret->bytes.data(), nullptr);
    EXPECT_NE(taken.bytes, SecretKey().bytes);
    EXPECT_TRUE(base::is_locked(taken.bytes.data()));
}

}  // namespace candor::consult
