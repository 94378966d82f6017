#include "base/disk.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cerrno>
#include <fstream>

#include "base/files.h"
#include "base/scratch_folder.h"

namespace candor::base {
namespace {

class Disk : public testing::Test {
  protected:
    const std::filesystem::path& folder() const { return scratch_.path(); }
    static std::string text_of(const std::filesystem::path& file) {
        return read_file(file, 1000).value_or("?");
    }

  private:
    ScratchFolder scratch_ = ScratchFolder::in_temp("candor-disk").value();
};

}  // namespace

TEST_F(Disk, missing_right_is_unreadable_for_a_reader_and_read_only_for_a_writer) {
    EXPECT_EQ(fault_of_errno(EACCES, "x").kind, FaultKind::unreadable);
    EXPECT_EQ(fault_of_errno(EPERM, "x").kind, FaultKind::unreadable);
    EXPECT_EQ(fault_of_write(EACCES, "x").kind, FaultKind::read_only);
    EXPECT_EQ(fault_of_write(EPERM, "x").kind, FaultKind::read_only);
    EXPECT_EQ(fault_of_write(EIO, "x").kind, FaultKind::unreadable);
    for (const int error : {ENOSPC, EDQUOT})
        EXPECT_EQ(fault_of_write(error, "x").kind, FaultKind::disk_full);
    EXPECT_EQ(fault_of_errno(EROFS, "x").kind, FaultKind::read_only);
    EXPECT_EQ(fault_of_errno(ENOENT, "x").where, "x");
}

TEST_F(Disk, folder_without_the_right_to_write_is_read_only) {
    constexpr uid_t kNobody = 65534;
    ::chmod(folder().c_str(), 0555);
    const bool root = ::geteuid() == 0;  // who may write everywhere
    if (root) {
        ASSERT_EQ(::seteuid(kNobody), 0);
    }
    const auto atomically = write_file_atomically(folder() / "a", "x");
    const auto anew = write_new_file(folder() / "a", "x", Privacy::everyone);
    const auto made = ensure_folder(folder() / "b");
    const auto there = ensure_folder(folder());
    const auto created = create_file(folder() / "c");
    if (root) {
        ASSERT_EQ(::seteuid(0), 0);
    }
    ::chmod(folder().c_str(), 0700);
    for (const auto* result : {&atomically, &anew, &made, &there}) {
        ASSERT_FALSE(*result);
        EXPECT_EQ(result->error().kind, FaultKind::read_only);
    }
    EXPECT_EQ(created.error().kind, FaultKind::read_only);
}

TEST_F(Disk, new_file_is_whole_and_takes_no_other_name) {
    ASSERT_TRUE(write_new_file(folder() / "a", "first", Privacy::owner_only));
    EXPECT_EQ(write_new_file(folder() / "a", "second", Privacy::everyone).error().kind,
              FaultKind::refused);
    EXPECT_EQ(text_of(folder() / "a"), "first");
    EXPECT_EQ(readers_of(folder() / "a"), Readers::owner);
    ASSERT_TRUE(write_new_file(folder() / "b", "", Privacy::everyone));
    EXPECT_EQ(readers_of(folder() / "b"), Readers::anybody);
    EXPECT_EQ(entries_of(folder()).value().size(), 2U);
}

TEST_F(Disk, what_failed_leaves_no_file_beside) {
    std::filesystem::create_directory(folder() / "a");
    ASSERT_TRUE(write_file_atomically(folder() / "a" / "in", "x"));
    EXPECT_FALSE(write_file_atomically(folder() / "a", "x"));
    EXPECT_EQ(entries_of(folder()).value().size(), 1U);
}

TEST_F(Disk, write_and_read_by_steps_give_the_same_bytes) {
    const auto file = create_file(folder() / "a");
    ASSERT_TRUE(file);
    ASSERT_TRUE(write_all(*file, "hello there", "a"));
    ASSERT_TRUE(write_all_at(*file, "H", 0, "a"));
    ASSERT_TRUE(sync(*file, "a"));
    const auto again = open_plain_file(folder() / "a");
    ASSERT_TRUE(again);
    char bytes[100];
    EXPECT_EQ(read_some(*again, bytes, sizeof bytes, "a").value(), 11U);
    EXPECT_EQ(std::string(bytes, 11), "Hello there");
    EXPECT_EQ(read_some(*again, bytes, sizeof bytes, "a").value(), 0U);
    EXPECT_FALSE(create_file(folder() / "a"));
}

TEST_F(Disk, plain_file_is_neither_a_link_nor_a_folder_nor_a_FIFO) {
    ASSERT_TRUE(write_file_atomically(folder() / "a", "x"));
    std::filesystem::create_symlink("a", folder() / "link");
    ASSERT_EQ(::mkfifo((folder() / "fifo").c_str(), 0600), 0);
    EXPECT_EQ(open_plain_file(folder() / "link").error().kind, FaultKind::wrong_format);
    EXPECT_EQ(open_plain_file(folder()).error().kind, FaultKind::wrong_format);
    EXPECT_EQ(open_plain_file(folder() / "fifo").error().kind, FaultKind::wrong_format);
    EXPECT_EQ(open_plain_file(folder() / "none").error().kind, FaultKind::not_found);
}

TEST_F(Disk, link_points_elsewhere_at_once) {
    ASSERT_TRUE(point_link(folder() / "live", "one"));
    ASSERT_TRUE(point_link(folder() / "live", "two"));
    EXPECT_EQ(target_of_link(folder() / "live"), "two");
    EXPECT_EQ(target_of_link(folder() / "none"), std::nullopt);
    EXPECT_EQ(entries_of(folder()).value().size(), 1U);
}

TEST_F(Disk, bare_name_stands_in_the_folder_that_is_open) {
    EXPECT_EQ(folder_of("a"), ".");
    EXPECT_EQ(folder_of("a/b"), "a");
}

TEST(ScratchFolderTest, it_goes_with_all_that_lies_in_it) {
    std::filesystem::path path;
    {
        auto first = ScratchFolder::in_temp("candor-scratch");
        ASSERT_TRUE(first);
        const ScratchFolder moved = std::move(*first);
        path = moved.path();
        ASSERT_TRUE(write_file_atomically(path / "a", "x"));
        EXPECT_EQ(std::filesystem::status(path).permissions(), std::filesystem::perms::owner_all);
    }
    EXPECT_FALSE(std::filesystem::exists(path));
    EXPECT_EQ(ScratchFolder::make(path / "none" / "x").error().kind, FaultKind::not_found);
}

}  // namespace candor::base
