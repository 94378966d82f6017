#include "consult/store/outbox.h"

#include <gtest/gtest.h>

#include "other_program.h"
#include "store.h"

namespace candor::consult {
namespace {

std::string ids_of(const base::Result<std::vector<QueuedRequest>>& rows) {
    std::string ids;
    for (const auto& row : *rows) ids += row.id + " ";
    return ids;
}

}  // namespace

TEST(Outbox, waiting_is_by_arrival_from_either_end_and_at_most_the_limit) {
    Store store;
    for (const char* id : {"b", "a", "c"}) store.send(id);
    const auto outbox = store.outbox();
    EXPECT_EQ(ids_of(outbox->waiting(Order::oldest_first, 2)), "b a ");
    EXPECT_EQ(ids_of(outbox->waiting(Order::newest_first, 2)), "c a ");
    EXPECT_EQ(ids_of(outbox->waiting(Order::oldest_first, 9)), "b a c ");
    EXPECT_EQ(outbox->waiting(Order::oldest_first, 1)->at(0).sealed, sealed_for("b"));
}

TEST(Outbox, where_nothing_was_stored_nothing_waits) {
    const FreshFolder folder;
    const auto outbox = Outbox::open(folder / "consult.db");
    ASSERT_TRUE(outbox);
    EXPECT_EQ((*outbox)->count()->count, 0);
    EXPECT_EQ((*outbox)->count()->oldest, "");
    EXPECT_TRUE((*outbox)->waiting(Order::oldest_first, 9)->empty());
}

TEST(Outbox, delivered_ones_wait_no_longer_and_stay_stored) {
    Store store;
    for (const char* id : {"a", "b"}) store.send(id);
    const auto outbox = store.outbox();
    ASSERT_TRUE(outbox->mark_delivered({"a", "nobody's"}, kTuesday));
    EXPECT_EQ(ids_of(outbox->waiting(Order::oldest_first, 9)), "b ");
    EXPECT_EQ(outbox->count()->count, 1);
    EXPECT_EQ(ids_of(store.outbox()->waiting(Order::oldest_first, 9)), "b ");
    EXPECT_EQ(store.desk()->rows()->size(), 2U);
}

TEST(Outbox, oldest_is_the_earliest_of_those_that_wait) {
    Store store;
    store.send("a", kTuesday);
    store.send("b", kMonday);
    const auto outbox = store.outbox();
    EXPECT_EQ(outbox->count()->oldest, kMonday);
    ASSERT_TRUE(outbox->mark_delivered({"b"}, kTuesday));
    EXPECT_EQ(outbox->count()->oldest, kTuesday);
}

TEST(Outbox, damaged_row_is_not_given_and_not_in_the_way) {
    Store store;
    for (const char* id : {"a", "b"}) store.send(id);
    Other(store.file()).run("UPDATE request SET sealed = x'00' WHERE id = 'a'");
    EXPECT_EQ(ids_of(store.outbox()->waiting(Order::oldest_first, 1)), "b ");
}

TEST(Outbox, second_delivery_does_not_put_off_the_purge) {
    Store store;
    store.send("a");
    const auto outbox = store.outbox();
    ASSERT_TRUE(outbox->mark_delivered({"a"}, kMonday));
    ASSERT_TRUE(outbox->mark_delivered({"a"}, kWednesday));
    EXPECT_EQ(*outbox->purge_delivered(kTuesday, kWednesday), 1);
}

TEST(Outbox, no_second_of_a_request_is_left_outside_its_seal) {
    Store store;
    store.send("a", "2026-11-23T09:41:17Z");
    ASSERT_TRUE(store.outbox()->mark_delivered({"a"}, "2026-11-23T09:41:18Z"));
    EXPECT_EQ(store.outbox()->waiting(Order::oldest_first, 9)->size(), 0U);
    EXPECT_EQ(store.desk()->rows()->at(0).request.created, kMonday);
    const std::string bytes = everything_in(store.folder());
    EXPECT_NE(bytes.find("2026-11-23T09:00:00Z"), std::string::npos) << "the search itself works";
    EXPECT_EQ(bytes.find("2026-11-23T09:41"), std::string::npos);
}

TEST(Outbox, purge_erases_the_bytes_of_what_was_delivered_before_and_nothing_else) {
    Store store;
    for (const char* id : {"early", "late", "waiting"}) store.send(id);
    ASSERT_TRUE(store.desk()->add_note("early", sealed_for("note"), "Ada", kMonday));
    const auto outbox = store.outbox();
    ASSERT_TRUE(outbox->mark_delivered({"early"}, kMonday));
    ASSERT_TRUE(outbox->mark_delivered({"late"}, kTuesday));
    EXPECT_EQ(*outbox->purge_delivered(kTuesday, kWednesday), 1);
    const std::string bytes = everything_in(store.folder());
    EXPECT_EQ(bytes.find("<sealed early>"), std::string::npos);
    EXPECT_EQ(bytes.find("<sealed note>"), std::string::npos);
    EXPECT_NE(bytes.find("<sealed late>"), std::string::npos);
    EXPECT_NE(bytes.find("<sealed waiting>"), std::string::npos);
    EXPECT_EQ(outbox->count()->count, 1);
    EXPECT_TRUE(store.desk()->verify()->holds());
}

TEST(Outbox, what_waits_is_never_erased_whatever_the_clock_says) {
    Store store;
    store.send("a");
    EXPECT_EQ(*store.outbox()->purge_delivered("9999-12-31T23:59:59Z", kMonday), 0);
    EXPECT_EQ(store.outbox()->count()->count, 1);
}

TEST(Outbox, time_that_is_no_instant_is_refused) {
    Store store;
    store.send("a");
    const auto outbox = store.outbox();
    EXPECT_EQ(outbox->mark_delivered({"a"}, "now").error().kind, base::FaultKind::wrong_format);
    EXPECT_EQ(outbox->purge_delivered("now", kMonday).error().kind, base::FaultKind::wrong_format);
    EXPECT_EQ(outbox->purge_delivered(kMonday, "now").error().kind, base::FaultKind::wrong_format);
    EXPECT_EQ(outbox->count()->count, 1);
}

}  // namespace candor::consult
