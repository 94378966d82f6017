#include "kiosk/courier_watch.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "base/folder_watch.h"
#include "consult/handover/handover.h"
#include "consult/store/queue.h"

namespace candor::kiosk {
namespace {

namespace fs = std::filesystem;
using consult::CourierWord;
using consult::DeliveryProblem;

constexpr const char* kDelivery =
    "delivery: {database: \"postgresql://kiosk.n.h@db/candor\", clinic: n, kiosk: h}\n";

/// A kiosk that delivers, and what staff read of it. The courier is played by the test.
class CourierWatchTest : public testing::Test {
  protected:
    CourierWatchTest() {
        std::string name = testing::TempDir() + "candor-courier-watch-XXXXXX";
        options_.state = ::mkdtemp(name.data());
        policy(kDelivery);
    }
    ~CourierWatchTest() override {
        std::error_code ignored;
        fs::remove_all(options_.state, ignored);
    }
    void policy(const std::string& text) const {
        std::ofstream(options_.state / "kiosk.yaml") << text;
    }
    void store(const std::string& id) const {
        const auto queue =
            *consult::Queue::open(options_.state / "consult.db", consult::OpenMode::append);
        ASSERT_TRUE(queue->append(id, "2027-01-15T08:00:00Z", "key", {1, 2, 3}));
    }
    consult::CourierLock courier_lives() const {
        fs::create_directories(consult::handover_folder(options_.state));
        return *consult::CourierLock::take(options_.state);
    }
    void says(const CourierWord& word) const {
        fs::create_directories(consult::handover_folder(options_.state));
        ASSERT_TRUE(consult::write_word(options_.state, word));
    }
    std::function<void()> on_news() {
        return [this] {
            const std::lock_guard lock(mutex_);
            news_.notify_all();
        };
    }
    /// Until staff would read it so.
    void wait_for(const CourierWatch& watch,
                  const std::function<bool(const screens::StaffDelivery&)>& wanted) {
        std::unique_lock lock(mutex_);
        ASSERT_TRUE(news_.wait_for(lock, std::chrono::seconds(60), [&] {
            watch.tell(staff_);
            return staff_.delivery && wanted(*staff_.delivery);
        })) << (staff_.delivery ? staff_.delivery->problem : "nothing is told");
    }

    Options options_;
    screens::Staff staff_;
    std::mutex mutex_;
    std::condition_variable news_;
};

bool is_not_running(const screens::StaffDelivery& told) {
    return told.problem == "staff.delivery.problem.not-running";
}

}  // namespace

TEST_F(CourierWatchTest, kiosk_without_a_server_tells_nothing) {
    policy("review_grace_days: 30\n");
    {
        const CourierWatch watch(options_, on_news());
        EXPECT_FALSE(watch.tell(staff_));
    }
    EXPECT_FALSE(staff_.delivery);
    EXPECT_FALSE(fs::exists(consult::handover_folder(options_.state)));
}

TEST_F(CourierWatchTest, courier_that_does_not_run_is_told_with_what_waits_by_now) {
    CourierWord last;
    last.waiting = 5;
    last.last_delivered = "2027-01-15T07:00:00Z";
    says(last);
    store("a");
    const CourierWatch watch(options_, on_news());
    wait_for(watch, is_not_running);
    EXPECT_EQ(staff_.delivery->waiting, 1);
    EXPECT_NE(staff_.delivery->last_delivered, "");
}

TEST_F(CourierWatchTest, last_word_of_a_courier_that_lives_is_told_whenever_it_changes) {
    const auto lock = courier_lives();
    CourierWord word;
    word.waiting = 2;
    word.problem = DeliveryProblem::login;
    says(word);
    const CourierWatch watch(options_, on_news());
    wait_for(watch, [](const auto& told) {
        return told.waiting == 2 && told.problem == "staff.delivery.problem.login";
    });
    word = {};
    says(word);
    wait_for(watch, [](const auto& told) { return told.waiting == 0 && told.problem.empty(); });
}

TEST_F(CourierWatchTest, courier_that_ends_and_comes_back_is_seen_at_once) {
    auto lock = std::make_unique<consult::CourierLock>(courier_lives());
    says({});
    const CourierWatch watch(options_, on_news());
    wait_for(watch, [](const auto& told) { return told.problem.empty(); });
    lock.reset();
    wait_for(watch, is_not_running);
    lock = std::make_unique<consult::CourierLock>(courier_lives());
    says({.waiting = 1});
    wait_for(watch, [](const auto& told) { return told.problem.empty() && told.waiting == 1; });
}

TEST_F(CourierWatchTest, delivery_that_comes_and_goes_in_kiosk_yaml_is_followed) {
    policy("review_grace_days: 30\n");
    CourierWatch watch(options_, on_news());
    policy(kDelivery);
    watch.settings_changed();
    wait_for(watch, is_not_running);
    policy("review_grace_days: 30\n");
    watch.settings_changed();
    std::unique_lock lock(mutex_);
    EXPECT_TRUE(news_.wait_for(lock, std::chrono::seconds(60), [&] {
        watch.tell(staff_);
        return !staff_.delivery;
    }));
}

TEST_F(CourierWatchTest, stored_request_rings_the_bell) {
    const auto folder = consult::handover_folder(options_.state);
    fs::create_directories(folder);
    bool rung = false;
    const base::FolderWatch ear({folder}, 0, [&] {
        const std::lock_guard lock(mutex_);
        rung = fs::exists(folder / "bell");
        news_.notify_all();
    });
    CourierWatch watch(options_, [] {});
    watch.request_stored();
    std::unique_lock lock(mutex_);
    EXPECT_TRUE(news_.wait_for(lock, std::chrono::seconds(60), [&] { return rung; }));
}

}  // namespace candor::kiosk
