#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "../base/small_disk.h"
#include "consult/store/queue.h"
#include "fresh_folder.h"

// What a disk and other programs do to the queue. After each fault the same object is tried again.

namespace candor::consult {
namespace {

const std::vector<std::uint8_t> kSealed(20000, 0xA5);

base::Result<std::string> append(Queue& queue, const std::string& id) {
    return queue.append(id, "2026-11-22T12:40:00Z", "k", kSealed);
}

base::FaultKind kind_of_append(Queue& queue, const std::string& id) {
    const auto done = append(queue, id);
    return done ? base::FaultKind::cancelled : done.error().kind;
}

std::unique_ptr<Queue> open_queue(const std::filesystem::path& file) {
    auto queue = Queue::open(file, OpenMode::append, 20);
    EXPECT_TRUE(queue) << (queue ? "" : queue.error().detail);
    return queue ? std::move(*queue) : nullptr;
}

/// Files cannot grow past `bytes` while it lives.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit limit = before_;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

  private:
    rlimit before_{};
};

/// Root may write anywhere; nobody may not. `folder` is theirs while this lives.
class WithoutRoot {
  public:
    explicit WithoutRoot(const std::filesystem::path& folder) : root_(::geteuid() == 0) {
        if (!root_) return;
        EXPECT_EQ(::chown(folder.c_str(), kNobody, static_cast<gid_t>(-1)), 0);
        EXPECT_EQ(::seteuid(kNobody), 0);
    }
    ~WithoutRoot() {
        if (!root_) return;
        EXPECT_EQ(::seteuid(0), 0);
    }
    WithoutRoot(const WithoutRoot&) = delete;
    WithoutRoot& operator=(const WithoutRoot&) = delete;

  private:
    static constexpr uid_t kNobody = 65534;
    bool root_;
};

/// Another program that holds the file for itself.
class Holder {
  public:
    Holder(const std::filesystem::path& file, const char* sql) {
        EXPECT_EQ(sqlite3_open(file.c_str(), &handle_), SQLITE_OK);
        sqlite3_busy_timeout(handle_, 5000);
        EXPECT_EQ(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    }
    ~Holder() { sqlite3_close(handle_); }
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;

  private:
    sqlite3* handle_ = nullptr;
};

/// Appends until it fails; how many were stored before.
std::size_t fill(Queue& queue, base::FaultKind& kind) {
    std::size_t stored = 0;
    while (stored < 1000) {
        const auto done = append(queue, "id-" + std::to_string(stored));
        if (!done) {
            kind = done.error().kind;
            break;
        }
        ++stored;
    }
    return stored;
}

}  // namespace

TEST(QueueFaults, full_disk_is_disk_full_keeps_the_rest_and_a_later_try_works) {
    const FreshFolder folder;
    const base::SmallDisk disk(folder.path());
    if (!disk.mounted()) GTEST_SKIP() << "needs the right to mount";
    const auto ballast = folder / "ballast";
    { std::ofstream(ballast) << std::string(200000, 'b'); }
    const auto queue = open_queue(folder / "consult.db");
    base::FaultKind kind{};
    const std::size_t stored = fill(*queue, kind);
    EXPECT_EQ(kind, base::FaultKind::disk_full);
    EXPECT_GE(stored, 2U);
    EXPECT_EQ(queue->list()->size(), stored);
    std::filesystem::remove(ballast);
    EXPECT_TRUE(append(*queue, "id-" + std::to_string(stored)));
    EXPECT_EQ(queue->list()->size(), stored + 1);
}

TEST(QueueFaults, disk_without_room_for_the_file_is_disk_full) {
    const FreshFolder folder;
    const base::SmallDisk disk(folder.path());
    if (!disk.mounted()) GTEST_SKIP() << "needs the right to mount";
    const auto ballast = folder / "ballast";
    { std::ofstream(ballast) << std::string(600000, 'b'); }
    EXPECT_EQ(Queue::open(folder / "consult.db", OpenMode::append, 20).error().kind,
              base::FaultKind::disk_full);
    std::filesystem::remove(ballast);
    EXPECT_TRUE(append(*open_queue(folder / "consult.db"), "id-1"));
}

TEST(QueueFaults, file_at_its_limit_is_disk_full_and_a_later_try_works) {
    const FreshFolder folder;
    const auto queue = open_queue(folder / "consult.db");
    std::size_t stored = 0;
    {
        const FileSizeLimit limit(200000);
        base::FaultKind kind{};
        stored = fill(*queue, kind);
        EXPECT_EQ(kind, base::FaultKind::disk_full);
        EXPECT_EQ(queue->list()->size(), stored);
    }
    EXPECT_TRUE(append(*queue, "id-" + std::to_string(stored)));
    EXPECT_EQ(queue->list()->size(), stored + 1);
}

TEST(QueueFaults, read_only_disk_is_read_only_and_a_later_try_works) {
    const FreshFolder folder;
    const base::SmallDisk disk(folder.path());
    if (!disk.mounted()) GTEST_SKIP() << "needs the right to mount";
    ASSERT_TRUE(append(*open_queue(folder / "consult.db"), "id-1"));
    ASSERT_TRUE(disk.set_read_only(true));
    EXPECT_EQ(Queue::open(folder / "consult.db", OpenMode::append, 20).error().kind,
              base::FaultKind::read_only);
    EXPECT_EQ(Queue::open(folder / "other.db", OpenMode::append, 20).error().kind,
              base::FaultKind::read_only);
    ASSERT_TRUE(disk.set_read_only(false));
    EXPECT_TRUE(append(*open_queue(folder / "consult.db"), "id-2"));
}

TEST(QueueFaults, requests_on_a_read_only_disk_can_be_read) {
    const FreshFolder folder;
    const base::SmallDisk disk(folder.path());
    if (!disk.mounted()) GTEST_SKIP() << "needs the right to mount";
    ASSERT_TRUE(append(*open_queue(folder / "consult.db"), "id-1"));
    ASSERT_TRUE(disk.set_read_only(true));
    const auto reader = Queue::open(folder / "consult.db", OpenMode::read, 20);
    ASSERT_TRUE(reader);
    const auto rows = (*reader)->list();
    ASSERT_TRUE(rows) << rows.error().detail;
    EXPECT_EQ(rows->size(), 1U);
}

TEST(QueueFaults, folder_without_the_right_to_write_is_read_only_and_a_later_try_works) {
    const FreshFolder folder;
    const WithoutRoot user(folder.path());
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0500));
    EXPECT_EQ(Queue::open(folder / "consult.db", OpenMode::append, 20).error().kind,
              base::FaultKind::read_only);
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0700));
    EXPECT_TRUE(append(*open_queue(folder / "consult.db"), "id-1"));
}

TEST(QueueFaults, missing_folder_is_not_found) {
    const FreshFolder folder;
    EXPECT_EQ(Queue::open(folder / "none/consult.db", OpenMode::append, 20).error().kind,
              base::FaultKind::not_found);
}

TEST(QueueFaults, write_lock_of_another_program_is_locked_and_a_later_try_works) {
    const FreshFolder folder;
    const auto queue = open_queue(folder / "consult.db");
    {
        const Holder holder(folder / "consult.db", "BEGIN IMMEDIATE");
        EXPECT_EQ(kind_of_append(*queue, "id-1"), base::FaultKind::locked);
        EXPECT_TRUE(queue->list());
    }
    EXPECT_TRUE(append(*queue, "id-1"));
    EXPECT_EQ(queue->list()->size(), 1U);
}

TEST(QueueFaults, program_that_shares_with_nobody_is_locked_and_a_later_try_works) {
    const FreshFolder folder;
    ASSERT_TRUE(append(*open_queue(folder / "consult.db"), "id-1"));
    {
        const Holder holder(folder / "consult.db",
                            "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
        EXPECT_EQ(Queue::open(folder / "consult.db", OpenMode::append, 20).error().kind,
                  base::FaultKind::locked);
    }
    EXPECT_TRUE(append(*open_queue(folder / "consult.db"), "id-2"));
}

}  // namespace candor::consult
