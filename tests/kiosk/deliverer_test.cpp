#include "kiosk/deliverer.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "consult/request/request.h"
#include "consult/store/queue.h"
#include "postgres_server.h"

namespace candor::kiosk {
namespace {

namespace fs = std::filesystem;

/// A state folder, and what a kiosk on it tells staff.
class DelivererTest : public testing::Test {
  protected:
    DelivererTest() {
        std::string name = testing::TempDir() + "candor-deliverer-XXXXXX";
        options_.state = ::mkdtemp(name.data());
    }
    ~DelivererTest() override {
        std::error_code ignored;
        fs::remove_all(options_.state, ignored);
    }
    void policy(const std::string& text) const {
        std::ofstream(options_.state / "kiosk.yaml") << text;
    }
    void deliver_to(const std::string& url) const {
        policy("delivery:\n  database: \"" + url + "\"\n  clinic: north\n  kiosk: hall\n");
    }
    void send() const {
        const auto queue =
            *consult::Queue::open(options_.state / "consult.db", consult::OpenMode::append);
        ASSERT_TRUE(queue->append(consult::new_request_id(), "2027-01-15T08:00:00Z", "key",
                                  std::vector<std::uint8_t>(100, 1)));
    }
    /// Until staff would read it so.
    void wait_for(Deliverer& deliverer,
                  const std::function<bool(const screens::StaffDelivery&)>& wanted) {
        std::unique_lock lock(mutex_);
        news_.wait(lock, [&] {
            deliverer.tell(staff_);
            return staff_.delivery && wanted(*staff_.delivery);
        });
    }
    std::function<void()> on_news() {
        return [this] {
            const std::lock_guard lock(mutex_);
            news_.notify_all();
        };
    }

    Options options_;
    screens::Staff staff_;
    std::mutex mutex_;
    std::condition_variable news_;
};

}  // namespace

TEST_F(DelivererTest, kiosk_without_a_server_tells_nothing) {
    policy("review_grace_days: 30\n");
    { Deliverer deliverer(options_, on_news()); }
    Deliverer deliverer(options_, on_news());
    EXPECT_FALSE(deliverer.tell(staff_));
    EXPECT_FALSE(staff_.delivery);
    EXPECT_FALSE(fs::exists(options_.state / "consult.db"));
}

TEST_F(DelivererTest, what_waits_goes_at_the_start_and_what_comes_later_at_once) {
    auto& server = fleet::PostgresServer::instance();
    const std::string database = server.fresh_database();
    deliver_to(server.url("kiosk.north.hall", database));
    send();
    Deliverer deliverer(options_, on_news());
    const auto all_sent = [](const auto& told) {
        return told.waiting == 0 && !told.last_delivered.empty();
    };
    wait_for(deliverer, all_sent);
    fleet::Session admin(server, "postgres", database);
    EXPECT_EQ(admin.run("SELECT count(*) FROM candor.request"), "1");
    EXPECT_EQ(staff_.delivery->problem, "");
    send();
    deliverer.request_stored();
    while (admin.run("SELECT count(*) FROM candor.request") != "2") continue;
}

TEST_F(DelivererTest, server_that_is_not_there_is_told_and_ends_nothing_late) {
    deliver_to("postgresql://kiosk.north.hall@/candor?host=" + options_.state.string());
    send();
    Deliverer deliverer(options_, on_news());
    wait_for(deliverer, [](const auto& told) {
        return told.problem == "staff.delivery.problem.unreachable" && told.waiting == 1 &&
               !told.failing_since.empty() && !told.oldest.empty();
    });
}

TEST_F(DelivererTest, mistake_in_the_settings_is_told) {
    for (const std::string text :
         {"delivery: {database: x, clinic: north, kiosk: hall}\n", "delivery: {}\n",
          "delivery: {database: \"postgresql://k@db/c?sslmode=require\", clinic: n, kiosk: k}\n"}) {
        policy(text);
        Deliverer deliverer(options_, on_news());
        wait_for(deliverer, [](const auto& told) {
            return told.problem == "staff.delivery.problem.settings";
        });
    }
}

}  // namespace candor::kiosk
