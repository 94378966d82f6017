#include "courier/courier.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <condition_variable>
#include <fstream>
#include <functional>
#include <mutex>
#include <thread>

#include "base/clock.h"
#include "base/folder_watch.h"
#include "consult/handover/help_call.h"
#include "consult/request/request.h"
#include "consult/store/queue.h"
#include "postgres_server.h"

namespace candor::courier {
namespace {

namespace fs = std::filesystem;
using consult::CourierWord;
using consult::DeliveryProblem;

/// A courier at work.
class Working {
  public:
    explicit Working(const fs::path& state)
        : thread_([this, state] { ran_ = Courier(state, stop_).run().has_value(); }) {}
    ~Working() { ends(); }
    Working(const Working&) = delete;
    Working& operator=(const Working&) = delete;

    /// Did it go well?
    bool ends() {
        stop_.raise();
        if (thread_.joinable()) thread_.join();
        return ran_;
    }

  private:
    base::StopSignal stop_;
    bool ran_ = false;
    std::thread thread_;
};

/// A state folder, and what its courier says.
class CourierTest : public testing::Test {
  protected:
    CourierTest() {
        std::string name = testing::TempDir() + "candor-courier-XXXXXX";
        state_ = ::mkdtemp(name.data());
        fs::create_directory(consult::handover_folder(state_));
        fs::create_directory(consult::help_folder(state_));
        const std::vector folders{consult::handover_folder(state_), consult::help_folder(state_)};
        watch_.emplace(folders, 0, [this] {
            const std::lock_guard lock(mutex_);
            news_.notify_all();
        });
    }
    ~CourierTest() override {
        watch_.reset();
        std::error_code ignored;
        fs::remove_all(state_, ignored);
    }
    void policy(const std::string& text) const { std::ofstream(state_ / "kiosk.yaml") << text; }
    void deliver_to(const std::string& url) const {
        policy("delivery:\n  database: \"" + url + "\"\n  clinic: north\n  kiosk: hall\n");
    }
    void send() const {
        const auto queue = *consult::Queue::open(state_ / "consult.db", consult::OpenMode::append);
        ASSERT_TRUE(queue->append(consult::new_request_id(), "2027-01-15T08:00:00Z", "key",
                                  std::vector<std::uint8_t>(100, 1)));
    }
    /// Until that is what became of the call.
    void wait_for(const consult::HelpCall& call, consult::HelpStand wanted) {
        std::unique_lock lock(mutex_);
        ASSERT_TRUE(news_.wait_for(lock, std::chrono::seconds(60),
                                   [&] { return consult::stand_of(state_, call) == wanted; }));
    }
    /// Until its word is so.
    void wait_for(const std::function<bool(const CourierWord&)>& wanted) {
        std::unique_lock lock(mutex_);
        const bool said = news_.wait_for(lock, std::chrono::seconds(60), [&] {
            word_ = consult::read_word(state_);
            return word_ && wanted(*word_);
        });
        ASSERT_TRUE(said) << (word_ ? std::string(name_of(word_->problem)) : "no word");
    }

    fs::path state_;
    std::optional<CourierWord> word_;
    std::mutex mutex_;
    std::condition_variable news_;
    std::optional<base::FolderWatch> watch_;
};

}  // namespace

TEST_F(CourierTest, kiosk_without_a_server_needs_none) {
    policy("review_grace_days: 30\n");
    const base::StopSignal stop;
    EXPECT_TRUE(Courier(state_, stop).run());
    EXPECT_FALSE(consult::read_word(state_));
    EXPECT_FALSE(fs::exists(state_ / "consult.db"));
}

TEST_F(CourierTest, what_waits_goes_at_the_start_and_what_comes_later_when_the_bell_rings) {
    auto& server = fleet::PostgresServer::instance();
    const std::string database = server.fresh_database();
    deliver_to(server.url("kiosk.north.hall", database));
    send();
    Working courier(state_);
    wait_for([](const auto& word) { return word.waiting == 0 && !word.last_delivered.empty(); });
    EXPECT_TRUE(consult::courier_lives(state_));
    fleet::Session admin(server, "postgres", database);
    EXPECT_EQ(admin.run("SELECT count(*) FROM candor.request"), "1");
    EXPECT_EQ(word_->problem, DeliveryProblem::none);
    send();
    ASSERT_TRUE(consult::ring_courier(state_));
    const auto until = base::monotonic_ms() + 60'000;
    while (admin.run("SELECT count(*) FROM candor.request") != "2")
        ASSERT_LT(base::monotonic_ms(), until) << "nobody heard the bell";
    EXPECT_TRUE(courier.ends());
    EXPECT_FALSE(consult::courier_lives(state_));
}

TEST_F(CourierTest, server_that_is_not_there_is_told_and_ends_nothing_late) {
    deliver_to("postgresql://kiosk.north.hall@/candor?host=" + state_.string());
    send();
    Working courier(state_);
    wait_for([](const auto& word) {
        return word.problem == DeliveryProblem::unreachable && word.waiting == 1 &&
               !word.failing_since.empty() && !word.oldest.empty();
    });
    EXPECT_TRUE(courier.ends());
}

TEST_F(CourierTest, mistake_in_the_settings_is_told) {
    for (const std::string text :
         {"delivery: {database: x, clinic: north, kiosk: hall}\n", "delivery: {}\n",
          "delivery: {database: \"postgresql://k@db/c?sslmode=require\", clinic: n, kiosk: k}\n"}) {
        policy(text);
        fs::remove(consult::handover_folder(state_) / "word");
        Working courier(state_);
        wait_for([](const auto& word) { return word.problem == DeliveryProblem::settings; });
    }
}

TEST_F(CourierTest, damaged_queue_is_told_and_what_comes_after_it_is_delivered) {
    auto& server = fleet::PostgresServer::instance();
    const std::string database = server.fresh_database();
    deliver_to(server.url("kiosk.north.hall", database));
    std::ofstream(state_ / "consult.db") << std::string(5000, 'x');
    {
        Working courier(state_);
        wait_for([](const auto& word) { return word.problem == DeliveryProblem::kiosk; });
        fs::rename(state_ / "consult.db", state_ / "consult.db.damaged-2026-11-28");
        send();
        ASSERT_TRUE(consult::ring_courier(state_));
        wait_for([](const auto& word) { return !word.last_delivered.empty(); });
    }
}

TEST_F(CourierTest, call_for_help_reaches_the_server_and_its_answer_the_kiosk) {
    auto& server = fleet::PostgresServer::instance();
    const std::string database = server.fresh_database();
    deliver_to(server.url("kiosk.north.hall", database));
    Working courier(state_);
    wait_for([](const auto&) { return true; });  // its word, so it listens
    const auto call = consult::call_for_help(state_, "Kiosk 2", "2027-01-15T08:00:00Z").value();
    wait_for(call, consult::HelpStand::told);
    fleet::Session desk(server, "desk.north.front", database);
    EXPECT_EQ(desk.run("SELECT called FROM candor.help_call"), "Kiosk 2");
    EXPECT_EQ(desk.run("DELETE FROM candor.help_call"), "");
    wait_for(call, consult::HelpStand::taken);
}

TEST_F(CourierTest, call_for_help_that_reaches_nobody_is_told_at_once) {
    for (const std::string url : {"x", ""}) {
        deliver_to(url.empty() ? "postgresql://kiosk.north.hall@/candor?host=" + state_.string()
                               : url);
        Working courier(state_);
        const auto call = consult::call_for_help(state_, "Kiosk 2", "2027-01-15T08:00:00Z").value();
        wait_for(call, consult::HelpStand::not_told);
    }
}

TEST_F(CourierTest, folder_for_help_that_cannot_be_had_stops_no_request) {
    auto& server = fleet::PostgresServer::instance();
    deliver_to(server.url("kiosk.north.hall", server.fresh_database()));
    fs::remove(consult::help_folder(state_));
    std::ofstream(consult::help_folder(state_)) << "a file, where the folder should be";
    send();
    Working courier(state_);
    wait_for([](const auto& word) { return word.waiting == 0 && !word.last_delivered.empty(); });
}

TEST_F(CourierTest, second_courier_on_a_folder_is_refused) {
    deliver_to("postgresql://kiosk.north.hall@/candor?host=" + state_.string());
    const auto first = consult::CourierLock::take(state_);
    ASSERT_TRUE(first);
    const base::StopSignal stop;
    const auto ran = Courier(state_, stop).run();
    ASSERT_FALSE(ran);
    EXPECT_EQ(ran.error().kind, base::FaultKind::refused);
}

}  // namespace candor::courier
