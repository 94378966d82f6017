#include "consult/inbox.h"

#include <gtest/gtest.h>

#include <functional>

namespace candor::consult {
namespace {

/// One request that was called, noted on and booked.
struct Desk {
    Desk() {
        row.request = {"id-1", "K7Q4FM8", "2026-11-23T09:00:00Z", "booked", "k", {1}};
        row.progress = Progress::booked;
        row.revision = 2;
        add({0, "id-1", "2026-11-23T10:00:00Z", "Ada", ChangeKind::progress, "new called"});
        add({0, "id-1", "2026-11-23T10:01:00Z", "Ada", ChangeKind::note, "", {7, 8, 9}});
        add({0, "id-1", "2026-11-23T11:00:00Z", "Bo", ChangeKind::progress, "called booked"});
    }
    void add(Change change) {
        const auto last = changes.empty() ? std::nullopt : std::optional(changes.back());
        changes.push_back(next_in_chain(last, std::move(change)));
    }
    ChainReport check() const { return check_record({row}, changes); }

    InboxRow row;
    std::vector<Change> changes;
};

std::string hex(const std::vector<std::uint8_t>& bytes) {
    std::string text;
    for (const auto byte : bytes) {
        constexpr const char* kDigits = "0123456789abcdef";
        text += {kDigits[byte >> 4], kDigits[byte & 15]};
    }
    return text;
}

}  // namespace

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
    const Desk desk;
    EXPECT_EQ(hex(desk.changes[0].hash),
              "15fdcbde976c9fa974415d162d016792b1e943cb85d4f1aaa8cfbc23bcb50fdf");
    EXPECT_EQ(hex(desk.changes[1].hash),
              "3e0cf7db0bbb69568a9b5bcdcaf7192aad35bcc638d970378b6b8c09895f23f8");
    EXPECT_EQ(hex(desk.changes[1].note_digest),
              "0f605d1b9294c36f7d17c48c943da2b877cda960ba5e3337e7b2e29bce603d18");
}

TEST(CheckRecord, untouched_record_holds_and_its_head_is_the_last_hash) {
    const Desk desk;
    const ChainReport report = desk.check();
    EXPECT_TRUE(report.holds());
    EXPECT_EQ(report.entries, 3);
    EXPECT_EQ(report.head, hex(desk.changes.back().hash));
}

TEST(CheckRecord, empty_record_holds_and_its_head_is_zeros) {
    const ChainReport report = check_record({}, {});
    EXPECT_TRUE(report.holds());
    EXPECT_EQ(report.head, std::string(64, '0'));
}

TEST(CheckRecord, purged_note_holds) {
    Desk desk;
    desk.changes[1].sealed_note.clear();
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
        alterations[i](desk.changes[1]);
        EXPECT_EQ(desk.check().broken_at, 2) << i;
    }
}

TEST(CheckRecord, missing_entry_and_swapped_ones_break_the_chain) {
    Desk missing, swapped;
    missing.changes.erase(missing.changes.begin());
    EXPECT_EQ(missing.check().broken_at, 1);
    std::swap(swapped.changes[1], swapped.changes[2]);
    EXPECT_EQ(swapped.check().broken_at, 2);
}

TEST(CheckRecord, cut_off_end_shows_in_the_head_and_in_the_progress) {
    Desk desk;
    const std::string head = desk.check().head;
    desk.changes.pop_back();
    EXPECT_NE(desk.check().head, head);
    EXPECT_EQ(desk.check().unrecorded, std::vector<std::string>{"K7Q4FM8"});
}

TEST(CheckRecord, progress_that_the_record_does_not_say_is_named) {
    Desk closed, again, silent;
    closed.row.progress = Progress::closed;
    EXPECT_EQ(closed.check().unrecorded, std::vector<std::string>{"K7Q4FM8"});
    again.row.revision = 3;
    EXPECT_FALSE(again.check().holds());
    silent.changes.clear();
    EXPECT_FALSE(silent.check().holds());
}

TEST(CheckRecord, damaged_request_is_named_as_damaged_alone) {
    Desk desk;
    desk.row.request.state = "damaged";
    desk.row.progress = Progress::closed;
    EXPECT_EQ(desk.check().damaged_requests, std::vector<std::string>{"K7Q4FM8"});
    EXPECT_TRUE(desk.check().unrecorded.empty());
    EXPECT_FALSE(desk.check().holds());
}

}  // namespace candor::consult
