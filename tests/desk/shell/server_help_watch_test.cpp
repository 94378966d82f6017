#include "desk/shell/server_help_watch.h"

#include <gtest/gtest.h>

#include <condition_variable>

#include "postgres_server.h"

namespace candor::desk {
namespace {

/// A desk's watch, and what it says.
class Listening {
  public:
    explicit Listening(const std::string& url)
        : watch_(url, [this] {
              const std::lock_guard lock(mutex_);
              rung_ = true;
              news_.notify_all();
          }) {}
    /// Until the kiosk that calls is this one; "" for none.
    testing::AssertionResult hears(const std::string& from) {
        std::unique_lock lock(mutex_);
        const bool heard = news_.wait_for(lock, std::chrono::seconds(60), [&] {
            // Looks only when it was woken, as a desk does.
            if (std::exchange(rung_, false)) watch_.look(call_);
            return (call_ ? call_->from : "") == from;
        });
        if (heard) return testing::AssertionSuccess();
        return testing::AssertionFailure() << (call_ ? call_->from : "nobody") << " calls";
    }
    void takes() {
        ASSERT_TRUE(call_);
        ASSERT_TRUE(watch_.take(*call_));
        watch_.look(call_);
    }
    const std::optional<consult::HelpCall>& call() const { return call_; }
    std::optional<consult::HelpCall> missed_so_far() { return watch_.take_missed(); }
    /// The call that it was too late for, as soon as that is known.
    std::optional<consult::HelpCall> misses() {
        std::unique_lock lock(mutex_);
        std::optional<consult::HelpCall> missed;
        news_.wait_for(lock, std::chrono::seconds(60), [&] {
            if (std::exchange(rung_, false)) missed = watch_.take_missed();
            return missed.has_value();
        });
        return missed;
    }

  private:
    std::mutex mutex_;
    std::condition_variable news_;
    bool rung_ = false;
    std::optional<consult::HelpCall> call_;
    ServerHelpWatch watch_;  ///< ends before what it wakes
};

class HelpOverAServer : public testing::Test {
  protected:
    void calls(const std::string& kiosk, const std::string& name, int minute) {
        fleet::Session(server, "kiosk.north." + kiosk, database)
            .run("INSERT INTO candor.help_call VALUES ('north', '" + kiosk + "', '" +
                 std::string(36, static_cast<char>('0' + minute)) + "', '" + name +
                 "', '2027-01-15T08:0" + std::to_string(minute) + ":00Z')");
    }
    std::string url() const { return server.url("desk.north.front", database); }

    fleet::PostgresServer& server = fleet::PostgresServer::instance();
    std::string database = server.fresh_database();
};

TEST_F(HelpOverAServer, every_desk_sees_it_and_who_takes_it_takes_it_from_all) {
    Listening front(url()), back(server.url("desk.north.back", database));
    calls("ward", "Kiosk 3", 2);
    EXPECT_TRUE(front.hears("Kiosk 3"));
    EXPECT_TRUE(back.hears("Kiosk 3"));
    front.takes();
    EXPECT_EQ(front.call(), std::nullopt) << "at once";
    EXPECT_TRUE(back.hears(""));
}

TEST_F(HelpOverAServer, desk_that_takes_it_later_than_another_is_told_so) {
    calls("ward", "Kiosk 3", 2);
    Listening front(url()), back(server.url("desk.north.back", database)), third(url());
    for (Listening* desk : {&front, &back, &third}) ASSERT_TRUE(desk->hears("Kiosk 3"));
    front.takes();
    ASSERT_TRUE(third.hears("")) << "it is taken";
    const auto call = back.call();
    back.takes();  // as it was shown there
    EXPECT_EQ(back.misses(), call);
    EXPECT_EQ(back.missed_so_far(), std::nullopt) << "told once";
    EXPECT_EQ(front.missed_so_far(), std::nullopt);
}

TEST_F(HelpOverAServer, whoever_waits_longest_comes_first) {
    calls("ward", "Kiosk 3", 2);
    calls("hall", "Kiosk 2", 1);
    Listening desk(url());
    EXPECT_TRUE(desk.hears("Kiosk 2"));
    desk.takes();
    EXPECT_TRUE(desk.hears("Kiosk 3"));
}

TEST_F(HelpOverAServer, call_that_could_not_be_taken_comes_back) {
    calls("hall", "Kiosk 2", 1);
    Listening desk(url());
    ASSERT_TRUE(desk.hears("Kiosk 2"));
    fleet::Session admin(server, "postgres", database);
    admin.run("REVOKE DELETE ON candor.help_call FROM candor_desk");
    desk.takes();
    EXPECT_TRUE(desk.hears("Kiosk 2"));
    EXPECT_EQ(admin.run("SELECT count(*) FROM candor.help_call"), "1");
}

TEST_F(HelpOverAServer, older_layout_is_waited_out) {
    fleet::Session admin(server, "postgres", database);
    admin.run("ALTER TABLE candor.help_call RENAME TO later");
    Listening desk(url());
    admin.run("ALTER TABLE candor.later RENAME TO help_call");
    calls("hall", "Kiosk 2", 1);
    EXPECT_TRUE(desk.hears("Kiosk 2"));
}

}  // namespace
}  // namespace candor::desk
