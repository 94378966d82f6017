#include "fleet/delivery.h"

#include "consult/store/queue_rows.h"
#include "server_test.h"

namespace candor::fleet {
namespace {

class DeliveryTest : public ServerTest {};

}  // namespace

TEST_F(DeliveryTest, everything_that_waits_arrives_as_it_is) {
    kiosk_.send_many(3);
    kiosk_.send(100'000);
    auto delivery = kiosk_.delivery(kiosk_url(), stop_, clock_);
    EXPECT_EQ(drain(delivery), 1);
    EXPECT_EQ(stored(), "4");
    EXPECT_EQ(admin().run("SELECT DISTINCT clinic || '/' || kiosk FROM candor.request"),
              "north/hall");
    const auto desk =
        Connection::open(*read_database_url(server_.url("desk.north.front", database_)), stop_);
    ASSERT_TRUE(desk);
    const auto queue = consult::Queue::open(kiosk_.file(), consult::OpenMode::read);
    const auto rows = (*queue)->list();
    for (const auto& row : *rows) {
        const auto there = (*desk)->run(
            "SELECT reference, created, key_fingerprint, sealed, digest FROM candor.request"
            " WHERE id = $1",
            Values().text(row.id));
        ASSERT_TRUE(there);
        ASSERT_EQ(there->count(), 1);
        EXPECT_EQ(there->text(0, 0), row.reference);
        EXPECT_EQ(there->text(0, 1), row.created);
        EXPECT_EQ(there->text(0, 2), row.key_fingerprint);
        EXPECT_EQ(there->bytes(0, 3), row.sealed);
        EXPECT_EQ(there->bytes(0, 4), consult::row_digest(row));
    }
}

TEST_F(DeliveryTest, status_says_what_waits_and_when_the_last_one_went) {
    kiosk_.send_many(2);
    auto delivery = kiosk_.delivery(kiosk_url(), stop_, clock_, 1);
    EXPECT_EQ(delivery.turn(), 0);
    EXPECT_EQ(delivery.status().waiting, 1);
    EXPECT_EQ(delivery.status().oldest, "2027-01-15T08:00:00Z");
    clock_.forward(60'000);
    drain(delivery);
    EXPECT_EQ(delivery.status().waiting, 0);
    EXPECT_EQ(delivery.status().oldest, "");
    EXPECT_EQ(delivery.status().last_delivered, "2027-01-15T08:01:00Z");
    EXPECT_EQ(delivery.status().failing_since, "");
}

TEST_F(DeliveryTest, nothing_waiting_rests_and_holds_no_connection) {
    kiosk_.send();
    auto delivery = kiosk_.delivery(kiosk_url(), stop_, clock_);
    EXPECT_EQ(delivery.turn(), 0);
    EXPECT_EQ(delivery.turn(), Delivery::kIdleMs);
    wait_until("SELECT count(*) = 0 FROM pg_stat_activity WHERE usename = 'kiosk.north.hall'");
    kiosk_.send();
    EXPECT_EQ(delivery.turn(), 0);
    EXPECT_EQ(stored(), "2");
}

TEST_F(DeliveryTest, backlog_drains_from_both_ends) {
    kiosk_.send_many(40);
    auto delivery = kiosk_.delivery(kiosk_url(), stop_, clock_, 10);
    EXPECT_EQ(delivery.turn(), 0);
    for (int i = 0; i < 5; ++i) {
        EXPECT_TRUE(is_stored(kiosk_.ids()[static_cast<std::size_t>(i)])) << i;
        EXPECT_TRUE(is_stored(kiosk_.ids()[static_cast<std::size_t>(39 - i)])) << i;
    }
    EXPECT_FALSE(is_stored(kiosk_.ids()[20]));
    // What comes now does not wait for the rest of the week.
    const std::string fresh = kiosk_.send();
    EXPECT_EQ(delivery.turn(), 0);
    EXPECT_TRUE(is_stored(fresh));
    drain(delivery);
    EXPECT_EQ(stored(), "41");
}

TEST_F(DeliveryTest, row_that_is_there_already_counts_as_delivered) {
    kiosk_.send_many(5);
    SendingKiosk twin;  // the same rows, and no memory of having sent them
    // What SQLite has not moved into the database yet stands beside it.
    for (const std::string part : {"", "-wal"})
        if (std::filesystem::exists(kiosk_.file().string() + part))
            std::filesystem::copy_file(kiosk_.file().string() + part,
                                       twin.folder() / ("copy.db" + part));
    auto first = kiosk_.delivery(kiosk_url(), stop_, clock_);
    drain(first);
    const auto outbox = *consult::Outbox::open(twin.folder() / "copy.db");
    Delivery second(*outbox, {*read_database_url(kiosk_url()), "north", "hall", 30, 50, {}}, stop_,
                    clock_.hands());
    EXPECT_EQ(drain(second), 1);
    EXPECT_EQ(outbox->count()->count, 0);
    EXPECT_EQ(second.status().failing_since, "");
    EXPECT_EQ(stored(), "5");
}

TEST_F(DeliveryTest, row_that_the_server_never_takes_waits_alone) {
    // What is longer than the table's own limit never leaves a kiosk: here the table takes less.
    admin().run("ALTER TABLE candor.request ADD CONSTRAINT little CHECK (length(sealed) < 9000)");
    kiosk_.send_many(2);
    const std::string odd = kiosk_.send(10'000);
    kiosk_.send_many(2);
    auto delivery = kiosk_.delivery(kiosk_url(), stop_, clock_);
    const auto wait = [&] {
        std::int64_t left = 0;
        while ((left = delivery.turn()) == 0) continue;
        return left;
    }();
    EXPECT_EQ(stored(), "4");
    EXPECT_FALSE(is_stored(odd));
    EXPECT_LE(wait, Backoff::kLongestMs);
    EXPECT_EQ(delivery.status().waiting, 1);
    ASSERT_TRUE(delivery.status().fault);
    EXPECT_EQ(delivery.status().fault->kind, base::FaultKind::wrong_format);
    EXPECT_EQ(delivery.status().failing_since, "2027-01-15T08:00:00Z");
    // It holds up nobody, and is tried again in its own time.
    const std::string fresh = kiosk_.send();
    drain(delivery);
    EXPECT_TRUE(is_stored(fresh));
    admin().run("ALTER TABLE candor.request DROP CONSTRAINT little");
    clock_.forward(Backoff::kLongestMs);
    drain(delivery);
    EXPECT_TRUE(is_stored(odd));
    EXPECT_FALSE(delivery.status().fault);
    EXPECT_EQ(delivery.status().failing_since, "");
}

TEST_F(DeliveryTest, login_of_another_kiosk_is_a_fault_and_loses_nothing) {
    kiosk_.send();
    auto delivery = kiosk_.delivery(kiosk_url("ward"), stop_, clock_);
    EXPECT_GT(delivery.turn(), 0);
    EXPECT_EQ(delivery.status().fault->kind, base::FaultKind::refused);
    EXPECT_EQ(delivery.status().waiting, 1);
    EXPECT_EQ(stored(), "0");
}

TEST_F(DeliveryTest, database_without_the_layout_is_told_apart) {
    kiosk_.send();
    auto delivery =
        kiosk_.delivery(server_.url("kiosk.north.hall", server_.empty_database()), stop_, clock_);
    EXPECT_GT(delivery.turn(), 0);
    EXPECT_EQ(delivery.status().fault->kind, base::FaultKind::unsupported);
    auto nowhere = kiosk_.delivery(server_.url("kiosk.north.hall", "no_such"), stop_, clock_);
    EXPECT_GT(nowhere.turn(), 0);
    EXPECT_EQ(nowhere.status().fault->kind, base::FaultKind::not_found);
}

TEST_F(DeliveryTest, two_kiosks_with_one_reference_lose_nothing) {
    SendingKiosk ward("ward");
    kiosk_.send();
    const auto first = kiosk_.outbox().waiting(consult::Order::oldest_first, 1)->front();
    admin().run("INSERT INTO candor.request SELECT 'north', '" + consult::new_request_id() +
                "', 'ward', '" + first.reference + "', '', '', '\\x01', '\\x" +
                std::string(64, '0') + "'");
    auto delivery = kiosk_.delivery(kiosk_url(), stop_, clock_);
    EXPECT_EQ(drain(delivery), 1);
    EXPECT_EQ(stored(), "2");
}

}  // namespace candor::fleet
