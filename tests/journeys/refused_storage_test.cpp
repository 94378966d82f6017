#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

#include "consult/store/queue.h"
#include "front_desk.h"
#include "headless_kiosk.h"
#include "person.h"
#include "scratch_folder.h"

// A disk or another program refuses the request: the person is told, keeps the form, tries again.

namespace candor::journeys {
namespace {

constexpr uid_t kNobody = 65534;

class RefusedStorage : public testing::Test {
  protected:
    RefusedStorage() {
        person.touch(Role::button, "Touch to start");
        person.touch(Role::button, "Ask staff");
        person.touch(Role::button, "Ask the clinic to call me");
        person.writes("First name", "Ann");
        person.writes("Phone", "0532 456 78 90");
        person.touch(Role::checkbox, "I agree that the clinic may contact me about this");
    }

    void is_told(std::string_view words) {
        EXPECT_TRUE(person.is_on("request"));
        EXPECT_TRUE(person.reads(words));
        EXPECT_EQ(person.length_of("First name"), 3U);
        EXPECT_EQ(person.length_of("Phone"), 14U);
        EXPECT_TRUE(person.sees(Role::checkbox, "I agree that the clinic may contact me about this",
                                ui::kChecked));
    }

    void tries_again_and_arrives() {
        person.touch(Role::button, "Try again");
        EXPECT_TRUE(person.sees(Role::heading, "Your request is in the queue"));
        const auto received = received_at(state.path());
        ASSERT_EQ(received.size(), 1U);
        EXPECT_EQ(received[0].request.first_name, "Ann");
    }

    ScratchFolder state;
    HeadlessKiosk kiosk{state.path()};
    Person person{kiosk};
};

/// Files cannot grow past `bytes` while it lives, as on a full disk.
class FullDisk {
  public:
    explicit FullDisk(rlim_t bytes) {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit limit = before_;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

  private:
    rlimit before_{};
};

/// Nobody may write into the folder while it lives; not even root, who is somebody else meanwhile.
class ReadOnlyFolder {
  public:
    explicit ReadOnlyFolder(std::filesystem::path folder)
        : folder_(std::move(folder)), root_(::geteuid() == 0) {
        std::filesystem::permissions(folder_, std::filesystem::perms(0500));
        if (!root_) return;
        EXPECT_EQ(::chown(folder_.c_str(), kNobody, static_cast<gid_t>(-1)), 0);
        EXPECT_EQ(::seteuid(kNobody), 0);
    }
    ~ReadOnlyFolder() {
        if (root_) {
            EXPECT_EQ(::seteuid(0), 0);
        }
        std::filesystem::permissions(folder_, std::filesystem::perms(0700));
    }
    ReadOnlyFolder(const ReadOnlyFolder&) = delete;
    ReadOnlyFolder& operator=(const ReadOnlyFolder&) = delete;

  private:
    std::filesystem::path folder_;
    bool root_;
};

/// Another program that is writing to the queue while it lives.
class BusyProgram {
  public:
    explicit BusyProgram(const std::filesystem::path& queue) {
        EXPECT_TRUE(consult::Queue::open(queue, consult::OpenMode::append));
        EXPECT_EQ(sqlite3_open(queue.c_str(), &handle_), SQLITE_OK);
        sqlite3_busy_timeout(handle_, 5000);
        EXPECT_EQ(sqlite3_exec(handle_, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    }
    ~BusyProgram() { sqlite3_close(handle_); }
    BusyProgram(const BusyProgram&) = delete;
    BusyProgram& operator=(const BusyProgram&) = delete;

  private:
    sqlite3* handle_ = nullptr;
};

TEST_F(RefusedStorage, full_disk_is_told_and_the_next_try_works) {
    {
        const FullDisk disk(4096);
        person.touch(Role::button, "Send my request");
        is_told("The screen’s storage is full, so your request could not be saved.");
    }
    tries_again_and_arrives();
}

TEST_F(RefusedStorage, read_only_folder_is_told_and_the_next_try_works) {
    {
        const ReadOnlyFolder folder(state.path());
        person.touch(Role::button, "Send my request");
        is_told("The screen’s storage cannot be written to, so your request could not be saved.");
    }
    tries_again_and_arrives();
}

TEST_F(RefusedStorage, busy_queue_is_told_and_the_next_try_works) {
    {
        const BusyProgram program(state / "consult.db");
        person.touch(Role::button, "Send my request");
        is_told("The queue is busy just now. Nothing you typed is lost. Please try again.");
    }
    tries_again_and_arrives();
}

TEST_F(RefusedStorage, several_tries_are_one_request) {
    {
        const BusyProgram program(state / "consult.db");
        person.touch(Role::button, "Send my request");
        person.touch(Role::button, "Try again");
        is_told("The queue is busy just now.");
    }
    tries_again_and_arrives();
}

}  // namespace
}  // namespace candor::journeys
