#include <sqlite3.h>
#include <sys/stat.h>

#include <fstream>
#include <thread>

#include "fleet/delivery.h"
#include "server_test.h"

namespace candor::fleet {
namespace {

using base::FaultKind;

class DeliveryFaults : public ServerTest {
  protected:
    /// One step fails with this, the row still waits; then, when the wait is over, all is well.
    void expect_fault(Delivery& delivery, FaultKind kind) {
        const auto wait = delivery.turn();
        EXPECT_GT(wait, 0);
        EXPECT_LE(wait, Backoff::kLongestMs);
        const auto status = delivery.status();
        ASSERT_TRUE(status.fault);
        EXPECT_EQ(status.fault->kind, kind) << status.fault->detail;
        EXPECT_GT(status.waiting, 0);
        EXPECT_NE(status.failing_since, "");
    }
    void expect_recovery(Delivery& delivery) {
        clock_.forward(Backoff::kLongestMs);
        drain(delivery);
        const auto status = delivery.status();
        EXPECT_FALSE(status.fault) << status.fault->detail;
        EXPECT_EQ(status.waiting, 0);
        EXPECT_EQ(status.failing_since, "");
        EXPECT_EQ(stored(), std::to_string(kiosk_.ids().size()));
    }
};

}  // namespace

TEST_F(DeliveryFaults, server_stopped_in_the_middle_of_an_insert_loses_and_doubles_nothing) {
    kiosk_.send_many(20);
    auto delivery = kiosk_.delivery(kiosk_url(), stop_, clock_);
    {
        Session lock = admin();
        ASSERT_EQ(lock.run("BEGIN"), "");
        ASSERT_EQ(lock.run("LOCK TABLE candor.request IN SHARE MODE"), "");
        std::thread kiosk([&] { expect_fault(delivery, FaultKind::unreachable); });
        wait_until("SELECT count(*) = 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
        server_.stop_at_once();
        kiosk.join();
    }
    clock_.forward(Backoff::kLongestMs);
    expect_fault(delivery, FaultKind::unreachable);  // still down
    server_.start();
    EXPECT_EQ(stored(), "0");
    expect_recovery(delivery);
}

TEST_F(DeliveryFaults, answer_lost_after_the_commit_doubles_nothing) {
    kiosk_.send_many(20);
    Proxy proxy(server_);
    auto delivery = kiosk_.delivery(proxy.url("kiosk.north.hall", database_), stop_, clock_);
    proxy.set(Proxy::Line::lost_answer);
    expect_fault(delivery, FaultKind::unreachable);
    EXPECT_EQ(stored(), "20");
    EXPECT_EQ(delivery.status().waiting, 20);
    proxy.set(Proxy::Line::good);
    expect_recovery(delivery);
}

TEST_F(DeliveryFaults, silent_network_is_given_up_while_connecting) {
    kiosk_.send();
    Proxy proxy(server_);
    proxy.set(Proxy::Line::silent);
    kiosk_.patience = {50, 50};
    auto delivery = kiosk_.delivery(proxy.url("kiosk.north.hall", database_), stop_, clock_);
    expect_fault(delivery, FaultKind::unreachable);
}

TEST_F(DeliveryFaults, network_that_falls_silent_between_two_batches_is_given_up) {
    kiosk_.send_many(4);
    Proxy proxy(server_);
    kiosk_.patience = {30'000, 50};
    auto delivery = kiosk_.delivery(proxy.url("kiosk.north.hall", database_), stop_, clock_, 2);
    kiosk_.patience = {};
    ASSERT_EQ(delivery.turn(), 0);
    proxy.set(Proxy::Line::silent);
    expect_fault(delivery, FaultKind::unreachable);
    EXPECT_EQ(delivery.status().waiting, 2);
}

TEST_F(DeliveryFaults, stop_ends_a_wait_for_a_silent_server_and_is_no_failure) {
    kiosk_.send();
    Proxy proxy(server_);
    proxy.set(Proxy::Line::silent);
    auto delivery = kiosk_.delivery(proxy.url("kiosk.north.hall", database_), stop_, clock_);
    std::thread kiosk([&] { delivery.turn(); });
    stop_.raise();
    kiosk.join();
    EXPECT_FALSE(delivery.status().fault);
}

TEST_F(DeliveryFaults, changed_password_is_a_refusal_until_the_kiosk_has_the_new_one) {
    Session admin_session = admin();
    admin_session.run(
        "CREATE ROLE \"kiosk.north.locked\" LOGIN IN ROLE candor_kiosk, "
        "with_password PASSWORD 'first'");
    SendingKiosk kiosk("locked");
    const auto passfile = kiosk.folder() / "passfile";
    const auto write = [&](const std::string& password) {
        std::ofstream(passfile) << "*:*:*:*:" << password << '\n';
        ::chmod(passfile.c_str(), 0600);
    };
    write("first");
    const auto url =
        server_.url("kiosk.north.locked", database_) + "&passfile=" + passfile.string();
    auto delivery = kiosk.delivery(url, stop_, clock_);
    kiosk.send();
    drain(delivery);
    ASSERT_EQ(stored(), "1");
    admin_session.run("ALTER ROLE \"kiosk.north.locked\" PASSWORD 'second'");
    kiosk.send();
    expect_fault(delivery, FaultKind::refused);
    std::filesystem::remove(passfile);
    clock_.forward(Backoff::kLongestMs);
    expect_fault(delivery, FaultKind::refused);  // none at all
    write("second");
    clock_.forward(Backoff::kLongestMs);
    drain(delivery);
    EXPECT_EQ(stored(), "2");
    EXPECT_FALSE(delivery.status().fault);
    admin_session.run("DROP ROLE \"kiosk.north.locked\"");
}

// A disk of its own would need rights that not every machine gives; the server says the same.
TEST_F(DeliveryFaults, full_disk_of_the_server_is_named_and_waited_for) {
    kiosk_.send_many(3);
    Session session = admin();
    ASSERT_EQ(session.run("CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
                          "'BEGIN RAISE EXCEPTION USING ERRCODE = ''disk_full''; END'"),
              "");
    ASSERT_EQ(session.run("CREATE TRIGGER full_disk BEFORE INSERT ON candor.request EXECUTE "
                          "FUNCTION full_disk()"),
              "");
    auto delivery = kiosk_.delivery(kiosk_url(), stop_, clock_);
    expect_fault(delivery, FaultKind::disk_full);
    session.run("DROP TRIGGER full_disk ON candor.request");
    expect_recovery(delivery);
}

TEST_F(DeliveryFaults, standby_that_takes_no_writes_is_named) {
    kiosk_.send();
    admin().run("ALTER DATABASE " + database_ + " SET default_transaction_read_only = on");
    auto delivery = kiosk_.delivery(kiosk_url(), stop_, clock_);
    expect_fault(delivery, FaultKind::read_only);
}

TEST_F(DeliveryFaults, commit_that_fails_after_the_insert_is_not_a_delivery) {
    kiosk_.send_many(3);
    Session session = admin();
    session.run(
        "CREATE FUNCTION at_commit() RETURNS trigger LANGUAGE plpgsql AS "
        "'BEGIN RAISE EXCEPTION USING ERRCODE = ''disk_full''; END'");
    ASSERT_EQ(session.run("CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON candor.request "
                          "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "
                          "at_commit()"),
              "");
    auto delivery = kiosk_.delivery(kiosk_url(), stop_, clock_);
    expect_fault(delivery, FaultKind::disk_full);
    EXPECT_EQ(delivery.status().waiting, 3);
    session.run("DROP TRIGGER at_commit ON candor.request");
    expect_recovery(delivery);
}

TEST_F(DeliveryFaults, waits_grow_and_a_request_that_comes_meanwhile_shortens_none) {
    kiosk_.send();
    auto delivery = kiosk_.delivery(server_.url("kiosk.north.hall", "no_such"), stop_, clock_);
    std::int64_t last = 0;
    for (int i = 0; i < 30; ++i) {
        const auto wait = delivery.turn();
        EXPECT_GE(wait, last);
        clock_.forward(wait / 2);
        kiosk_.send();
        EXPECT_EQ(delivery.turn(), wait - wait / 2);
        clock_.forward(wait - wait / 2);
        last = wait;
    }
    EXPECT_EQ(last, Backoff::kLongestMs * 3 / 4);
    EXPECT_EQ(delivery.status().failing_since, "2027-01-15T08:00:00Z");
}

TEST_F(DeliveryFaults, kiosk_that_cannot_note_a_delivery_waits_and_doubles_nothing) {
    kiosk_.send_many(3);
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(kiosk_.file().c_str(), &other), SQLITE_OK);
    sqlite3_busy_timeout(other, 5000);  // the queue may be taking its log over
    ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    auto delivery = kiosk_.delivery(kiosk_url(), stop_, clock_);
    expect_fault(delivery, FaultKind::locked);
    EXPECT_EQ(stored(), "3");
    EXPECT_EQ(delivery.status().waiting, 3);
    sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    expect_recovery(delivery);
}

TEST_F(DeliveryFaults, delivered_rows_are_erased_after_their_time_and_no_others) {
    kiosk_.send_many(2);
    auto delivery = kiosk_.delivery(kiosk_url(), stop_, clock_);
    drain(delivery);
    const auto kept = [&] {
        return (*consult::Queue::open(kiosk_.file(), consult::OpenMode::read))->list()->size();
    };
    for (int day = 0; day < 30; ++day) {
        EXPECT_EQ(kept(), 2U);
        clock_.forward(Delivery::kIdleMs);
        drain(delivery);
    }
    clock_.forward(Delivery::kIdleMs);
    drain(delivery);
    EXPECT_EQ(kept(), 0U);
}

TEST_F(DeliveryFaults, clocks_that_jump_stop_nothing_and_erase_nothing_that_waits) {
    kiosk_.send();
    auto failing = kiosk_.delivery(server_.url("kiosk.north.hall", "no_such"), stop_, clock_);
    EXPECT_GT(failing.turn(), 0);
    // Back by a day: the wait is not a day longer.
    clock_.ms -= 86'400'000;
    EXPECT_LE(failing.turn(), Backoff::kLongestMs);
    for (const std::time_t wall : {std::time_t{0}, std::time_t{4'000'000'000}}) {
        clock_.wall = wall;
        auto delivery = kiosk_.delivery(server_.url("kiosk.north.hall", "no_such"), stop_, clock_);
        EXPECT_GT(delivery.turn(), 0);
        EXPECT_EQ(delivery.status().waiting, 1);
        auto good = kiosk_.delivery(kiosk_url(), stop_, clock_);
        drain(good);
        EXPECT_EQ(stored(), std::to_string(kiosk_.ids().size()));
        kiosk_.send();
    }
}

}  // namespace candor::fleet
