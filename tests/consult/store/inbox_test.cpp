#include "consult/store/inbox.h"

#include <gtest/gtest.h>

#include <functional>

#include "consult/store/digest.h"

namespace candor::consult {
namespace {

struct Chain {
    void add(Change change) {
        const auto last = changes.empty() ? std::nullopt : std::optional(changes.back());
        changes.push_back(next_in_chain(last, std::move(change)));
    }
    std::vector<Change> changes;
};

/// One request that came, was called, noted on and booked.
struct Desk : Chain {
    Desk() {
        row.request = {"id-1", "K7Q4FM8", "2026-11-23T09:00:00Z", "booked", "k", {1}};
        row.progress = Progress::booked;
        row.revision = 2;
        add(arrival_entry(row.request));
        add({0, "id-1", "2026-11-23T10:00:00Z", "Ada", ChangeKind::progress, "new called"});
        add({0, "id-1", "2026-11-23T10:01:00Z", "Ada", ChangeKind::note, "", {7, 8, 9}});
        add({0, "id-1", "2026-11-23T11:00:00Z", "Bo", ChangeKind::progress, "called booked"});
    }
    ChainReport check(Arrivals arrivals = Arrivals::kiosk) const {
        return check_record({row}, changes, arrivals);
    }

    InboxRow row;
};

using Faults = std::vector<RecordFault>;

/// Two requests that came, each with a row of its own.
struct TwoRequests : Chain {
    TwoRequests() {
        for (const char* id : {"id-1", "id-2"}) {
            InboxRow row;
            row.request = {id,
                           id == std::string("id-1") ? "K7Q4FM8" : "2222222",
                           "2026-11-23T09:00:00Z",
                           "new",
                           "k",
                           {1, static_cast<std::uint8_t>(id[3])}};
            add(arrival_entry(row.request));
            rows.push_back(row);
        }
    }
    ChainReport check(Arrivals arrivals = Arrivals::kiosk) const {
        return check_record(rows, changes, arrivals);
    }
    std::vector<InboxRow> rows;
};

}  // namespace

TEST(SeenEntry, keeps_the_hour_alone_of_when_a_request_was_first_seen) {
    EXPECT_EQ(seen_entry({"id-1", "K7Q4FM8", "", "", "", {}}, "Ada", "2026-11-23T12:41:17Z").at,
              "2026-11-23T12:00:00Z");
}

TEST(Progress, names_go_both_ways_and_older_rows_requested_is_new) {
    for (const auto progress :
         {Progress::fresh, Progress::called, Progress::booked, Progress::closed})
        EXPECT_EQ(progress_of(name_of(progress)), progress);
    EXPECT_EQ(progress_of("requested"), Progress::fresh);
    for (const char* other : {"", "New", "completed", "damaged"})
        EXPECT_EQ(progress_of(other), std::nullopt) << other;
}

TEST(Progress, task_statuses_are_those_of_fhir) {
    EXPECT_STREQ(task_status(Progress::fresh), "requested");
    EXPECT_STREQ(task_status(Progress::called), "in-progress");
    EXPECT_STREQ(task_status(Progress::booked), "accepted");
    EXPECT_STREQ(task_status(Progress::closed), "completed");
}

// Computed with Python's hashlib.blake2b(digest_size=32) over the parts that the header names.
TEST(ChainHash, is_what_the_header_says) {
    Chain desk;
    desk.add({0, "id-1", "2026-11-23T10:00:00Z", "Ada", ChangeKind::progress, "new called"});
    desk.add({0, "id-1", "2026-11-23T10:01:00Z", "Ada", ChangeKind::note, "", {7, 8, 9}});
    EXPECT_EQ(hex(desk.changes[0].hash),
              "15fdcbde976c9fa974415d162d016792b1e943cb85d4f1aaa8cfbc23bcb50fdf");
    EXPECT_EQ(hex(desk.changes[1].hash),
              "3e0cf7db0bbb69568a9b5bcdcaf7192aad35bcc638d970378b6b8c09895f23f8");
    EXPECT_EQ(hex(desk.changes[1].note_digest),
              "0f605d1b9294c36f7d17c48c943da2b877cda960ba5e3337e7b2e29bce603d18");
}

TEST(ChainHash, covers_the_login_where_there_is_one) {
    Change change = {0, "id-1", "2026-11-23T10:00:00Z", "Ada", ChangeKind::progress, "new called"};
    change.login = "desk.north.front";
    EXPECT_EQ(hex(next_in_chain(std::nullopt, change).hash),
              "4264f908e879d2712222521dbfa53b861bd8f966e5fec6a92bea18cf64921f85");
}

TEST(ArrivalText, is_the_reference_and_the_digest_of_the_row) {
    const Desk desk;
    EXPECT_EQ(desk.changes[0].text,
              "K7Q4FM8 "
              "20bd5cb5240d4c8f87c4b16cb317963647ce74572964c02a9532042d69cf2afd");
}

TEST(CheckRecord, untouched_record_holds_and_its_head_is_the_last_hash) {
    const Desk desk;
    const ChainReport report = desk.check();
    EXPECT_TRUE(report.holds());
    EXPECT_EQ(report.entries, 4);
    EXPECT_EQ(report.head, hex(desk.changes.back().hash));
}

TEST(CheckRecord, empty_record_holds_and_its_head_is_zeros) {
    const ChainReport report = check_record({}, {}, Arrivals::kiosk);
    EXPECT_TRUE(report.holds());
    EXPECT_EQ(report.head, std::string(64, '0'));
}

TEST(CheckRecord, purged_note_holds) {
    Desk desk;
    desk.changes[2].sealed_note.clear();
    EXPECT_TRUE(desk.check().holds());
}

TEST(CheckRecord, any_altered_field_breaks_the_chain_there) {
    const std::vector<std::function<void(Change&)>> alterations = {
        [](Change& c) { c.number = 7; },
        [](Change& c) { c.request_id = "id-2"; },
        [](Change& c) { c.at = "2026-11-23T10:01:01Z"; },
        [](Change& c) { c.by = "Eve"; },
        [](Change& c) { c.kind = ChangeKind::purge; },
        [](Change& c) { c.text = "x"; },
        [](Change& c) { c.sealed_note = {1}; },
        [](Change& c) { c.note_digest[0] ^= 1; },
        [](Change& c) { c.hash[0] ^= 1; },
        [](Change& c) { c.hash.clear(); },
        [](Change& c) { std::swap(c.request_id, c.at); },
    };
    for (std::size_t i = 0; i < alterations.size(); ++i) {
        Desk desk;
        alterations[i](desk.changes[2]);
        EXPECT_EQ(desk.check().broken.place, 3) << i;
    }
}

TEST(CheckRecord, missing_entry_and_swapped_ones_break_the_chain) {
    Desk missing, swapped;
    missing.changes.erase(missing.changes.begin());
    EXPECT_EQ(missing.check().broken.place, 1);
    EXPECT_EQ(missing.check().broken.number, 2);
    EXPECT_EQ(missing.check().broken.by, "Ada");
    std::swap(swapped.changes[1], swapped.changes[2]);
    EXPECT_EQ(swapped.check().broken.place, 2);
}

TEST(CheckRecord, cut_off_end_shows_in_the_head_and_in_the_progress) {
    Desk desk;
    const std::string head = desk.check().head;
    desk.changes.pop_back();
    EXPECT_NE(desk.check().head, head);
    EXPECT_EQ(desk.check().faults, (Faults{{Wrong::unrecorded, "K7Q4FM8"}}));
}

TEST(CheckRecord, progress_that_the_record_does_not_say_is_named) {
    Desk closed, again, silent;
    closed.row.progress = Progress::closed;
    EXPECT_EQ(closed.check().faults, (Faults{{Wrong::unrecorded, "K7Q4FM8"}}));
    again.row.revision = 3;
    EXPECT_FALSE(again.check().holds());
    silent.changes.clear();
    EXPECT_FALSE(silent.check().holds());
}

TEST(CheckRecord, damaged_request_is_named_as_damaged_alone) {
    Desk desk;
    desk.row.request.state = "damaged";
    desk.row.progress = Progress::closed;
    EXPECT_EQ(desk.check().faults, (Faults{{Wrong::damaged, "K7Q4FM8"}}));
    EXPECT_FALSE(desk.check().holds());
}

// In each of these the row's own digest, which needs no key, was made anew.
TEST(CheckRecord, sealed_bytes_that_were_swapped_are_found_in_both_rows) {
    TwoRequests two;
    EXPECT_TRUE(two.check().holds());
    std::swap(two.rows[0].request.sealed, two.rows[1].request.sealed);
    EXPECT_EQ(two.check().faults,
              (Faults{{Wrong::altered, "K7Q4FM8"}, {Wrong::altered, "2222222"}}));
}

TEST(CheckRecord, request_under_another_time_reference_or_key_is_found) {
    const std::vector<std::function<void(QueuedRequest&)>> alterations = {
        [](QueuedRequest& r) { r.created = "2026-11-24T09:00:00Z"; },
        [](QueuedRequest& r) { r.key_fingerprint = "another"; },
        [](QueuedRequest& r) { r.sealed.push_back(0); },
    };
    for (const auto& alter : alterations) {
        TwoRequests two;
        alter(two.rows[1].request);
        EXPECT_EQ(two.check().faults, (Faults{{Wrong::altered, "2222222"}}));
    }
    TwoRequests two;
    two.rows[1].request.reference = "3333333";
    EXPECT_EQ(two.check().faults, (Faults{{Wrong::altered, "3333333"}}));
}

TEST(CheckRecord, request_that_is_there_twice_is_found) {
    TwoRequests two;
    two.rows.push_back(two.rows[0]);
    two.rows.back().request.id = "id-3";
    two.rows.back().request.reference = "3333333";
    EXPECT_EQ(two.check().faults,
              (Faults{{Wrong::doubled, "3333333"}, {Wrong::not_entered, "3333333"}}));
    two.add(seen_entry(two.rows.back().request, "Eve", "2026-11-23T12:00:00Z"));
    EXPECT_EQ(two.check().faults, (Faults{{Wrong::doubled, "3333333"}}));
}

TEST(CheckRecord, request_that_is_gone_without_a_word_is_named_by_its_reference) {
    TwoRequests two;
    two.rows.erase(two.rows.begin());
    EXPECT_EQ(two.check().faults, (Faults{{Wrong::gone, "K7Q4FM8"}}));
    two.add({0, "id-1", "2026-12-23T09:00:00Z", "Ada", ChangeKind::purge, ""});
    EXPECT_TRUE(two.check().holds());
}

TEST(CheckRecord, entries_of_a_request_that_was_never_there_are_found) {
    TwoRequests two;
    two.add({0, "id-9", "2026-11-23T10:00:00Z", "Eve", ChangeKind::note, "", {1}});
    EXPECT_EQ(two.check().faults, (Faults{{Wrong::gone, "id-9"}}));
}

TEST(CheckRecord, request_that_an_entry_says_is_erased_and_is_there_is_found) {
    TwoRequests two;
    two.add({0, "id-1", "2026-12-23T09:00:00Z", "Eve", ChangeKind::purge, ""});
    EXPECT_EQ(two.check().faults, (Faults{{Wrong::not_gone, "K7Q4FM8"}}));
}

TEST(CheckRecord, request_that_no_entry_knows_is_a_fault_at_a_kiosk_and_new_on_a_server) {
    TwoRequests two;
    two.changes.pop_back();
    EXPECT_EQ(two.check().faults, (Faults{{Wrong::not_entered, "2222222"}}));
    EXPECT_TRUE(two.check(Arrivals::desks).holds());
    EXPECT_EQ(two.check(Arrivals::desks).unseen, std::vector<std::string>{"2222222"});
    EXPECT_TRUE(two.check(Arrivals::nobody_yet).holds());
}

TEST(CheckRecord, requests_that_were_entered_later_are_counted) {
    TwoRequests two;
    two.changes.pop_back();
    two.add(seen_entry(two.rows[1].request, "Ada", "2026-11-23T12:00:00Z"));
    EXPECT_TRUE(two.check().holds());
    EXPECT_EQ(two.check().seen, 1);
}

}  // namespace candor::consult
