#include "base/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace candor::base {
namespace {

std::filesystem::path fresh_folder() {
    auto folder =
        std::filesystem::path(testing::TempDir()) / ("candor-files" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
}

}  // namespace

TEST(Files, write_then_read_gives_the_same_bytes) {
    const auto path = fresh_folder() / "a";
    ASSERT_TRUE(write_file_atomically(path, std::string("a\0b", 3)));
    EXPECT_EQ(read_file(path, 100).value(), std::string("a\0b", 3));
    EXPECT_FALSE(std::filesystem::exists(path.string() + ".new"));
}

TEST(Files, read_past_the_limit_is_too_large) {
    const auto path = fresh_folder() / "a";
    ASSERT_TRUE(write_file_atomically(path, "12345"));
    EXPECT_EQ(read_file(path, 4).error().kind, FaultKind::too_large);
}

TEST(Files, read_of_a_folder_is_refused) {
    EXPECT_EQ(read_file(fresh_folder(), 10).error().kind, FaultKind::wrong_format);
}

TEST(Files, read_of_a_missing_file_is_not_found) {
    EXPECT_EQ(read_file(fresh_folder() / "none", 10).error().kind, FaultKind::not_found);
}

TEST(Files, owner_only_file_is_closed_to_others) {
    const auto path = fresh_folder() / "key";
    ASSERT_TRUE(write_file_atomically(path, "k", Privacy::owner_only));
    struct stat info {};
    ASSERT_EQ(::stat(path.c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600U);
}

TEST(Files, write_into_a_missing_folder_is_not_found) {
    const auto path = fresh_folder() / "none" / "a";
    EXPECT_EQ(write_file_atomically(path, "x").error().kind, FaultKind::not_found);
}

TEST(Files, entries_of_a_folder_come_by_name_and_kind) {
    const auto folder = fresh_folder();
    std::filesystem::create_directory(folder / "b");
    ASSERT_TRUE(write_file_atomically(folder / "a", "x"));
    std::filesystem::create_symlink("b", folder / "c");
    std::filesystem::create_symlink("nowhere", folder / "d");
    const auto entries = entries_of(folder).value();
    ASSERT_EQ(entries.size(), 4U);
    EXPECT_EQ(entries[0].name(), "a");
    EXPECT_TRUE(entries[0].is_file() && !entries[0].is_folder() && !entries[0].is_link());
    EXPECT_TRUE(entries[1].is_folder() && !entries[1].is_link());
    EXPECT_TRUE(entries[2].is_folder() && entries[2].is_link());
    EXPECT_TRUE(entries[3].is_link() && !entries[3].is_folder() && !entries[3].is_file());
}

TEST(Files, entries_of_no_folder_are_a_fault) {
    const auto folder = fresh_folder();
    EXPECT_EQ(entries_of(folder / "none").error().kind, FaultKind::not_found);
    ASSERT_TRUE(write_file_atomically(folder / "a", "x"));
    EXPECT_EQ(entries_of(folder / "a").error().kind, FaultKind::not_found);
}

}  // namespace candor::base
