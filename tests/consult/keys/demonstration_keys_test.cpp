#include "consult/keys/demonstration_keys.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>

#include "consult/keys/seal.h"
#include "fresh_folder.h"

namespace candor::consult {
namespace {

base::Result<SecretKey> secret_in(const std::filesystem::path& state) {
    return load_secret_key(demonstration_key_file(state), base::SecretString(1));
}

std::filesystem::path public_in(const std::filesystem::path& state) {
    return public_path(demonstration_key_file(state));
}

void write(const std::filesystem::path& path, std::string_view text) {
    std::ofstream(path, std::ios::trunc) << text;
}

}  // namespace

TEST(DemonstrationKeys, first_run_makes_a_pair_in_a_new_folder) {
    const FreshFolder folder;
    const auto state = folder / "new/state";
    const auto key = ensure_demonstration_keys(state);
    ASSERT_TRUE(key);
    EXPECT_EQ(secret_in(state)->public_key(), *key);
}

TEST(DemonstrationKeys, second_run_gives_the_same_key) {
    const FreshFolder folder;
    const auto key = ensure_demonstration_keys(folder.path());
    EXPECT_EQ(*ensure_demonstration_keys(folder.path()), *key);
}

TEST(DemonstrationKeys, killed_before_the_public_half_keeps_the_secret) {
    const FreshFolder folder;
    const auto key = ensure_demonstration_keys(folder.path());
    std::filesystem::remove(public_in(folder.path()));
    EXPECT_EQ(*ensure_demonstration_keys(folder.path()), *key);
    EXPECT_EQ(*load_public_key(public_in(folder.path())), *key);
}

TEST(DemonstrationKeys, half_written_public_half_is_made_again_from_the_secret) {
    const FreshFolder folder;
    const auto key = ensure_demonstration_keys(folder.path());
    for (const char* text : {"", "candor clinic public key v1\nkey: AA"}) {
        write(public_in(folder.path()), text);
        EXPECT_EQ(*ensure_demonstration_keys(folder.path()), *key);
    }
}

TEST(DemonstrationKeys, secret_taken_away_by_staff_keeps_the_public_half) {
    const FreshFolder folder;
    const auto key = ensure_demonstration_keys(folder.path());
    std::filesystem::remove(demonstration_key_file(folder.path()));
    EXPECT_EQ(*ensure_demonstration_keys(folder.path()), *key);
    EXPECT_FALSE(std::filesystem::exists(demonstration_key_file(folder.path())));
}

TEST(DemonstrationKeys, unreadable_secret_is_never_overwritten_nor_sealed_to) {
    const FreshFolder folder;
    ASSERT_TRUE(ensure_demonstration_keys(folder.path()));
    write(demonstration_key_file(folder.path()), "half a k");
    EXPECT_EQ(ensure_demonstration_keys(folder.path()).error().kind, base::FaultKind::wrong_format);
    std::filesystem::remove(public_in(folder.path()));
    EXPECT_EQ(ensure_demonstration_keys(folder.path()).error().kind, base::FaultKind::wrong_format);
    EXPECT_EQ(std::filesystem::file_size(demonstration_key_file(folder.path())), 8U);
}

TEST(DemonstrationKeys, half_written_public_half_without_a_secret_is_a_fault) {
    const FreshFolder folder;
    write(public_in(folder.path()), "candor");
    EXPECT_EQ(ensure_demonstration_keys(folder.path()).error().kind, base::FaultKind::wrong_format);
    EXPECT_FALSE(std::filesystem::exists(demonstration_key_file(folder.path())));
}

TEST(DemonstrationKeys, public_half_of_another_pair_is_damaged) {
    const FreshFolder folder, other;
    ASSERT_TRUE(ensure_demonstration_keys(folder.path()) &&
                ensure_demonstration_keys(other.path()));
    std::filesystem::copy_file(public_in(other.path()), public_in(folder.path()),
                               std::filesystem::copy_options::overwrite_existing);
    EXPECT_EQ(ensure_demonstration_keys(folder.path()).error().kind, base::FaultKind::damaged);
}

TEST(DemonstrationKeys, processes_that_start_at_once_get_one_key) {
    const FreshFolder folder;
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    constexpr int kProcesses = 8;
    for (int i = 0; i < kProcesses; ++i) {
        if (::fork() != 0) continue;
        const auto key = ensure_demonstration_keys(folder.path());
        const std::string text = key ? key->fingerprint() : std::string(16, '?');
        ::_exit(::write(ends[1], text.data(), text.size()) == 16 ? 0 : 1);
    }
    for (int i = 0; i < kProcesses; ++i) ::wait(nullptr);
    const std::string expected = secret_in(folder.path())->public_key().fingerprint();
    for (int i = 0; i < kProcesses; ++i) {
        std::array<char, 16> got{};
        ASSERT_EQ(::read(ends[0], got.data(), got.size()), 16);
        EXPECT_EQ(std::string(got.data(), got.size()), expected);
    }
}

}  // namespace candor::consult
