#include <gtest/gtest.h>
#include <sys/wait.h>

#include <condition_variable>
#include <csignal>
#include <fstream>
#include <mutex>

#include "bad_machine.h"
#include "base/folder_watch.h"
#include "consult/handover/handover.h"
#include "consult/request/request.h"
#include "consult/store/queue.h"
#include "courier_process.h"
#include "program.h"
#include "scratch_folder.h"
#include "silent_server.h"

// The courier ends when it is told to, whatever it waits for; with the kiosk, where that started
// it; and by nothing else.

namespace candor::journeys {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLeftHanging = "ended without waiting for what did not answer";

class CourierEnding : public testing::Test {
  protected:
    void SetUp() override {
        fs::create_directories(consult::handover_folder(state()));
        const auto queue = *consult::Queue::open(state() / "consult.db", consult::OpenMode::append);
        ASSERT_TRUE(queue->append(consult::new_request_id(), "2027-01-15T08:00:00Z", "key",
                                  std::vector<std::uint8_t>(100, 1)));
    }
    fs::path state() const { return folder / "state"; }
    void delivers_to(const std::string& host) const {
        std::ofstream(state() / "kiosk.yaml")
            << "delivery:\n  database: \"postgresql://kiosk.north.hall@" << host
            << "/candor\"\n  clinic: north\n  kiosk: hall\n";
    }
    void expect_in_order(CourierProcess& courier, int signal) {
        EXPECT_EQ(courier.ends_on(signal), 0) << text_of(courier.log());
        EXPECT_EQ(text_of(courier.log()).find(kLeftHanging), std::string::npos);
        EXPECT_FALSE(consult::courier_lives(state()));
    }
    /// Until it lives, or no longer does.
    bool await_life(bool wanted) {
        std::mutex mutex;
        std::condition_variable news;
        const base::FolderWatch watch({consult::handover_folder(state())}, 0, [&] {
            const std::lock_guard lock(mutex);
            news.notify_all();
        });
        std::unique_lock lock(mutex);
        return news.wait_for(lock, std::chrono::seconds(60),
                             [&] { return consult::courier_lives(state()) == wanted; });
    }

    ScratchFolder folder;
};

TEST_F(CourierEnding, database_that_never_answers_ends) {
    SilentServer database;
    delivers_to("127.0.0.1:" + database.port());
    CourierProcess courier(state());
    database.await_caller();
    expect_in_order(courier, SIGTERM);
}

TEST_F(CourierEnding, database_that_cannot_be_reached_ends) {
    SilentServer database;
    database.is_busy();
    delivers_to("127.0.0.1:" + database.port());
    CourierProcess courier(state());
    ASSERT_TRUE(await_life(true));
    expect_in_order(courier, SIGTERM);
}

TEST_F(CourierEnding, name_service_that_never_answers_ends) {
    if (!BadMachine::can_be_had()) GTEST_SKIP() << "a sanitizer wants to be loaded first";
    const BadMachine machine("CANDOR_TEST_HANGS", "never-answers.example");
    delivers_to("never-answers.example");
    CourierProcess courier(state());
    machine.await();
    expect_in_order(courier, SIGINT);
}

TEST_F(CourierEnding, mistake_in_the_settings_ends_when_it_is_told_to) {
    std::ofstream(state() / "kiosk.yaml") << "delivery: {}\n";
    CourierProcess courier(state());
    ASSERT_TRUE(await_life(true));
    expect_in_order(courier, SIGTERM);
}

TEST_F(CourierEnding, disk_that_never_answers_is_left_behind) {
    if (!BadMachine::can_be_had()) GTEST_SKIP() << "a sanitizer wants to be loaded first";
    const BadMachine machine("CANDOR_TEST_HANGS", state() / "kiosk.yaml");
    delivers_to("127.0.0.1");
    CourierProcess courier(state());
    machine.await();
    EXPECT_EQ(courier.ends_on(SIGTERM), 0) << text_of(courier.log());
    EXPECT_NE(text_of(courier.log()).find(kLeftHanging), std::string::npos);
}

TEST_F(CourierEnding, kiosk_without_a_delivery_ends_it_at_once) {
    std::ofstream(state() / "kiosk.yaml") << "review_grace_days: 30\n";
    EXPECT_EQ(run_program({built("candor-courier"), "--state", state()}).status, 0);
}

TEST_F(CourierEnding, kiosk_that_is_killed_takes_the_courier_along_that_it_became_the_parent_of) {
    SilentServer database;
    delivers_to("127.0.0.1:" + database.port());
    // As packaging/run.sh does it: the shell that starts the courier becomes the kiosk.
    const pid_t kiosk =
        start_program({"/bin/sh", "-c", "\"$0\" --state \"$1\" --end-with $$ & exec sleep 600",
                       built("candor-courier"), state()},
                      folder / "log");
    database.await_caller();
    EXPECT_TRUE(consult::courier_lives(state()));
    ::kill(kiosk, SIGKILL);
    ::waitpid(kiosk, nullptr, 0);
    EXPECT_TRUE(await_life(false));
}

TEST_F(CourierEnding, parent_that_has_ended_already_is_not_waited_for) {
    delivers_to("127.0.0.1");
    EXPECT_EQ(run_program({built("candor-courier"), "--state", state(), "--end-with", "1"}).status,
              0);
}

}  // namespace
}  // namespace candor::journeys
