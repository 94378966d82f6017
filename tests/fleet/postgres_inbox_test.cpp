#include "fleet/postgres_inbox.h"

#include <algorithm>
#include <thread>

#include "consult/request/reference.h"
#include "consult/store/digest.h"
#include "consult/store/queue_rows.h"
#include "server_test.h"

namespace candor::fleet {
namespace {

using base::FaultKind;
using consult::Progress;

constexpr const char* kNow = "2027-01-15T09:00:00Z";

/// Two desks of one clinic.
class PostgresInboxTest : public ServerTest {
  protected:
    void SetUp() override {
        front_ = open("desk.north.front");
        back_ = open("desk.north.back");
    }
    std::unique_ptr<consult::Inbox> open(const std::string& login) const {
        auto inbox = open_postgres_inbox(server_.url(login, database_));
        EXPECT_TRUE(inbox) << inbox.error().detail;
        return inbox ? std::move(*inbox) : nullptr;
    }
    /// Sends requests and delivers them; gives the last one's id.
    std::string deliver(int count = 1) {
        kiosk_.send_many(count);
        auto delivery = kiosk_.delivery(kiosk_url(), stop_, clock_);
        drain(delivery);
        return kiosk_.ids().back();
    }

    bool finds(consult::Wrong wrong) const {
        const auto report = front_->verify();
        return std::any_of(report->faults.begin(), report->faults.end(),
                           [&](const auto& fault) { return fault.wrong == wrong; });
    }
    /// As a hand makes it anew for a row of another time.
    static std::string digest_of(consult::QueuedRequest row, const std::string& created) {
        row.created = created;
        return consult::hex(consult::row_digest(row));
    }

    std::unique_ptr<consult::Inbox> front_, back_;
};

}  // namespace

TEST_F(PostgresInboxTest, rows_are_what_the_kiosks_delivered) {
    deliver(3);
    const auto rows = front_->rows();
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 3U);
    const auto local = *consult::Queue::open(kiosk_.file(), consult::OpenMode::read);
    const auto all_sent = local->list();
    for (const auto& sent : *all_sent) {
        const auto row = front_->row(consult::display_reference(sent.reference));
        ASSERT_TRUE(row);
        EXPECT_EQ(row->request.id, sent.id);
        EXPECT_EQ(row->request.sealed, sent.sealed);
        EXPECT_EQ(row->request.created, sent.created);
        EXPECT_EQ(row->request.key_fingerprint, sent.key_fingerprint);
        EXPECT_EQ(row->request.state, "new");
        EXPECT_EQ(row->kiosk, "hall");
        EXPECT_EQ(row->revision, 0);
        EXPECT_EQ(row->changed, "");
    }
    EXPECT_TRUE(open("desk.south.front")->rows()->empty());
}

TEST_F(PostgresInboxTest, one_desk_sees_what_the_other_did) {
    const std::string id = deliver();
    const auto version = *back_->version();
    const auto changed = front_->set_progress(id, 0, Progress::called, "Ada", kNow);
    ASSERT_TRUE(changed) << changed.error().detail;
    EXPECT_EQ(changed->revision, 1);
    EXPECT_EQ(changed->request.state, "called");
    EXPECT_GT(*back_->version(), version);
    const auto seen = back_->rows()->front();
    EXPECT_EQ(seen.progress, Progress::called);
    EXPECT_EQ(seen.revision, 1);
    EXPECT_EQ(seen.changed, kNow);
    const auto record = back_->changes(id);
    ASSERT_EQ(record->size(), 2U);
    EXPECT_EQ(record->at(0).kind, consult::ChangeKind::seen);
    EXPECT_EQ(record->at(1).text, "new called");
    EXPECT_EQ(record->at(1).by, "Ada");
    EXPECT_EQ(record->at(1).login, "desk.north.front");
    EXPECT_EQ(record->at(1).number, 2);
}

TEST_F(PostgresInboxTest, stale_change_is_refused_and_writes_nothing) {
    const std::string id = deliver();
    ASSERT_TRUE(front_->set_progress(id, 0, Progress::called, "Ada", kNow));
    const auto stale = back_->set_progress(id, 0, Progress::closed, "Rae", kNow);
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.error().kind, FaultKind::changed);
    EXPECT_EQ(front_->rows()->front().progress, Progress::called);
    EXPECT_EQ(front_->changes({})->size(), 2U);
    EXPECT_TRUE(back_->set_progress(id, 1, Progress::closed, "Rae", kNow));
}

TEST_F(PostgresInboxTest, same_progress_again_is_no_change) {
    const std::string id = deliver();
    const auto same = front_->set_progress(id, 0, Progress::fresh, "Ada", kNow);
    ASSERT_TRUE(same);
    EXPECT_EQ(same->revision, 0);
    EXPECT_TRUE(front_->changes({})->empty());
}

TEST_F(PostgresInboxTest, desks_that_write_at_once_share_one_chain) {
    deliver(8);
    const auto work = [this](const std::string& login) {
        const auto desk = open(login);
        for (const auto& id : kiosk_.ids())
            for (const auto note : {std::uint8_t{1}, std::uint8_t{2}})
                EXPECT_TRUE(desk->add_note(id, {note}, login, kNow));
    };
    std::thread one(work, "desk.north.front"), other(work, "desk.north.back");
    one.join();
    other.join();
    const auto report = front_->verify();
    EXPECT_EQ(report->entries, 8 + 32);
    EXPECT_TRUE(report->holds());
}

TEST_F(PostgresInboxTest, desks_that_change_one_request_at_once_have_one_winner) {
    const std::string id = deliver();
    int successes = 0;
    std::mutex mutex;
    const auto work = [&](const std::string& login, Progress to) {
        const auto done = open(login)->set_progress(id, 0, to, login, kNow);
        const std::lock_guard lock(mutex);
        successes += done ? 1 : 0;
        if (!done) {
            EXPECT_EQ(done.error().kind, FaultKind::changed);
        }
    };
    std::thread one(work, "desk.north.front", Progress::called);
    std::thread other(work, "desk.north.back", Progress::booked);
    one.join();
    other.join();
    EXPECT_EQ(successes, 1);
    EXPECT_EQ(front_->changes({})->size(), 2U);
    EXPECT_TRUE(front_->verify()->holds());
}

TEST_F(PostgresInboxTest, notes_are_kept_and_read_back) {
    const std::string id = deliver();
    ASSERT_TRUE(front_->add_note(id, {1, 2, 3}, "Ada", kNow));
    const auto record = back_->changes(id);
    ASSERT_EQ(record->size(), 2U);
    EXPECT_EQ(record->back().sealed_note, (std::vector<std::uint8_t>{1, 2, 3}));
    EXPECT_EQ(record->back().kind, consult::ChangeKind::note);
    EXPECT_EQ(back_->rows()->front().revision, 0);
    EXPECT_EQ(front_->add_note("no such", {1}, "Ada", kNow).error().kind, FaultKind::not_found);
    EXPECT_EQ(front_->add_note(id, {}, "Ada", kNow).error().kind, FaultKind::refused);
}

TEST_F(PostgresInboxTest, verify_finds_what_an_administrator_altered) {
    const std::string id = deliver(2);
    front_->set_progress(id, 0, Progress::called, "Ada", kNow);
    front_->add_note(id, {1}, "Ada", kNow);
    front_->set_progress(id, 1, Progress::closed, "Ada", kNow);
    ASSERT_TRUE(front_->verify()->holds());
    const std::string head = front_->verify()->head;
    admin().run("UPDATE candor.note SET sealed = '\\x02'");
    EXPECT_EQ(front_->verify()->broken.place, 3);
    admin().run("UPDATE candor.note SET sealed = '\\x01'");
    EXPECT_EQ(front_->verify()->head, head);
    for (const char* field : {"by_whom", "login"}) {
        const std::string set = std::string("UPDATE candor.change SET ") + field;
        admin().run(set + " = 'Eve' WHERE number = 1");
        EXPECT_EQ(front_->verify()->broken.place, 1);
        EXPECT_EQ(front_->verify()->broken.by,
                  field == std::string("login") ? "Eve" : "desk.north.front");
        admin().run(set + (field == std::string("login") ? " = 'desk.north.front'" : " = 'Ada'"));
        EXPECT_TRUE(front_->verify()->holds());
    }
    admin().run("DELETE FROM candor.change WHERE number = 2");
    EXPECT_EQ(front_->verify()->broken.place, 2);
    admin().run("UPDATE candor.request SET sealed = '\\x00' WHERE id = '" + id + "'");
    EXPECT_TRUE(finds(consult::Wrong::damaged));
    EXPECT_EQ(front_->rows()->size(), 2U);
}

TEST_F(PostgresInboxTest, requests_are_entered_as_a_desk_first_opens_them) {
    deliver(450);
    EXPECT_EQ(front_->verify()->unseen.size(), 450U);
    EXPECT_TRUE(front_->verify()->holds());
    std::vector<consult::Change> seen;
    const auto rows = front_->rows();
    for (const auto& row : *rows) {
        EXPECT_FALSE(row.entered);
        seen.push_back(consult::seen_entry(row.request, "Ada", kNow));
    }
    ASSERT_TRUE(back_->enter({seen[7]}));
    ASSERT_TRUE(front_->enter(seen));
    ASSERT_TRUE(back_->enter(seen));
    EXPECT_EQ(front_->changes({})->size(), 450U);
    EXPECT_EQ(front_->changes({})->front().login, "desk.north.back");
    EXPECT_TRUE(front_->rows()->front().entered);
    EXPECT_TRUE(front_->verify()->holds());
    EXPECT_TRUE(front_->verify()->unseen.empty());
}

TEST_F(PostgresInboxTest, desks_that_enter_at_once_enter_each_request_once) {
    deliver(60);
    const auto work = [this](const std::string& login) {
        const auto desk = open(login);
        std::vector<consult::Change> seen;
        const auto rows = desk->rows();
        for (const auto& row : *rows) seen.push_back(consult::seen_entry(row.request, login, kNow));
        EXPECT_TRUE(desk->enter(seen));
    };
    std::thread one(work, "desk.north.front"), other(work, "desk.north.back");
    one.join();
    other.join();
    EXPECT_EQ(front_->verify()->entries, 60);
    EXPECT_TRUE(front_->verify()->holds());
}

TEST_F(PostgresInboxTest, verify_names_a_request_that_an_administrator_deleted_or_swapped) {
    deliver(2);
    std::vector<consult::Change> seen;
    const auto rows = *front_->rows();
    for (const auto& row : rows) seen.push_back(consult::seen_entry(row.request, "Ada", kNow));
    ASSERT_TRUE(front_->enter(seen));
    admin().run("DELETE FROM candor.request WHERE id = '" + rows[0].request.id + "'");
    admin().run("UPDATE candor.request SET created = '2027-01-01T00:00:00Z', digest = '\\x" +
                digest_of(rows[1].request, "2027-01-01T00:00:00Z") + "'");
    EXPECT_EQ(front_->verify()->faults, (std::vector<consult::RecordFault>{
                                            {consult::Wrong::altered, rows[1].request.reference},
                                            {consult::Wrong::gone, rows[0].request.reference}}));
}

// No policy can say which number is the next one; the program goes on after the last that follows.
TEST_F(PostgresInboxTest, entries_far_ahead_end_no_clinics_record_and_name_their_writer) {
    const std::string id = deliver();
    ASSERT_TRUE(front_->set_progress(id, 0, Progress::called, "Ada", kNow));
    Session thief(server_, "desk.north.back", database_);
    const std::string rest =
        ", 'x', 'x', '', decode(repeat('00', 32), 'hex'),"
        " decode(repeat('00', 32), 'hex'), current_user";
    const auto entry = [&](const char* number, const char* revision) {
        return std::string(
                   "INSERT INTO candor.change (clinic, number, request_id, revision, at,"
                   " by_whom, words, note_digest, hash, login, kind) VALUES ('north', ") +
               number + ", '" + id + "', " + revision + rest + ", 'progress')";
    };
    ASSERT_EQ(thief.run(entry("9007199254740991", "2147483647")), "");
    ASSERT_EQ(thief.run(entry("5", "900")), "");
    EXPECT_EQ(back_->rows()->front().progress, Progress::called);
    const auto version = *back_->version();
    ASSERT_TRUE(front_->set_progress(id, 1, Progress::booked, "Ada", kNow));
    EXPECT_NE(*back_->version(), version);
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(front_->add_note(id, {1}, "Ada", kNow));
    ASSERT_TRUE(front_->set_progress(id, 2, Progress::closed, "Ada", kNow));
    EXPECT_EQ(back_->rows()->front().progress, Progress::closed);
    EXPECT_EQ(front_->verify()->broken.place, 5);
    EXPECT_EQ(front_->verify()->broken.by, "desk.north.back");
}

TEST_F(PostgresInboxTest, note_that_no_entry_speaks_of_is_told) {
    admin().run("INSERT INTO candor.note VALUES ('north', 7, '\\x01')");
    EXPECT_EQ(front_->verify()->faults,
              (std::vector<consult::RecordFault>{{consult::Wrong::loose_note, "7"}}));
}

TEST_F(PostgresInboxTest, damaged_row_is_listed_and_not_opened) {
    deliver();
    admin().run("UPDATE candor.request SET sealed = '\\x00'");
    const auto row = front_->rows()->front();
    EXPECT_EQ(row.request.state, "damaged");
    EXPECT_EQ(front_->row(row.request.reference).error().kind, FaultKind::damaged);
}

TEST_F(PostgresInboxTest, reference_of_two_kiosks_wants_the_kiosks_name) {
    deliver();
    const std::string reference = front_->rows()->front().request.reference;
    admin().run("ALTER TABLE candor.request DROP CONSTRAINT request_id_check");
    admin().run(
        "INSERT INTO candor.request SELECT clinic, 'another', 'ward', reference, created,"
        " key_fingerprint, sealed, digest FROM candor.request");
    const auto both = front_->row(reference);
    ASSERT_FALSE(both);
    EXPECT_EQ(both.error().kind, FaultKind::refused);
    EXPECT_NE(both.error().detail.find("hall/"), std::string::npos);
    EXPECT_NE(both.error().detail.find("ward/"), std::string::npos);
    const auto one = front_->row("hall/" + consult::display_reference(reference));
    ASSERT_TRUE(one);
    EXPECT_EQ(one->kiosk, "hall");
}

TEST_F(PostgresInboxTest, mistyped_and_unknown_references_are_told_apart) {
    EXPECT_EQ(front_->row("K7Q4FM2").error().kind, FaultKind::wrong_format);
    EXPECT_EQ(front_->row(consult::new_reference()).error().kind, FaultKind::not_found);
}

TEST_F(PostgresInboxTest, purge_erases_closed_ones_with_their_notes_and_the_chain_holds) {
    deliver(3);
    const auto& ids = kiosk_.ids();
    front_->set_progress(ids[0], 0, Progress::closed, "Ada", "2027-01-01T00:00:00Z");
    front_->add_note(ids[0], {1}, "Ada", kNow);
    front_->set_progress(ids[1], 0, Progress::closed, "Ada", "2027-01-15T00:00:00Z");
    const auto refused = front_->purge("2027-01-10T00:00:00Z", "Ada", kNow);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, FaultKind::refused);
    EXPECT_EQ(front_->rows()->size(), 3U);
    const auto version = *front_->version();
    EXPECT_EQ(*open("keeper.north.all")->purge("2027-01-10T00:00:00Z", "Ada", kNow), 1);
    EXPECT_EQ(front_->rows()->size(), 2U);
    EXPECT_GT(*front_->version(), version);
    const auto record = front_->changes(ids[0]);
    ASSERT_EQ(record->size(), 4U);
    EXPECT_EQ((*record)[3].kind, consult::ChangeKind::purge);
    EXPECT_EQ((*record)[3].login, "keeper.north.all");
    EXPECT_TRUE((*record)[2].sealed_note.empty());
    EXPECT_EQ((*record)[2].note_digest.size(), 32U);
    EXPECT_TRUE(front_->verify()->holds());
    EXPECT_EQ(admin().run("SELECT count(*) FROM candor.note"), "0");
}

TEST_F(PostgresInboxTest, server_that_was_started_anew_is_found_again) {
    const std::string id = deliver();
    server_.stop_at_once();
    EXPECT_EQ(front_->version().error().kind, FaultKind::unreachable);
    server_.start();
    EXPECT_EQ(*front_->version(), 1);
    server_.stop_at_once();
    server_.start();
    // Not asked in between: the first word finds the line dead.
    EXPECT_TRUE(front_->set_progress(id, 0, Progress::called, "Ada", kNow));
}

TEST_F(PostgresInboxTest, login_without_a_clinic_and_older_layout_are_refused) {
    EXPECT_EQ(open_postgres_inbox(server_.url("postgres", database_)).error().kind,
              FaultKind::refused);
    admin().run("DELETE FROM candor.layout WHERE version >= 3");
    EXPECT_EQ(open_postgres_inbox(server_.url("desk.north.front", database_)).error().kind,
              FaultKind::unsupported);
    EXPECT_EQ(open_postgres_inbox(server_.url("kiosk.north.hall", database_)).error().kind,
              FaultKind::refused);
}

TEST_F(PostgresInboxTest, instant_of_another_form_is_refused) {
    const std::string id = deliver();
    for (const std::string at : {"", "yesterday", "2027-01-15T09:00:00+01:00"}) {
        EXPECT_EQ(front_->set_progress(id, 0, Progress::called, "Ada", at).error().kind,
                  FaultKind::wrong_format);
        EXPECT_EQ(front_->add_note(id, {1}, "Ada", at).error().kind, FaultKind::wrong_format);
        EXPECT_EQ(front_->purge(at, "Ada", kNow).error().kind, FaultKind::wrong_format);
    }
}

}  // namespace candor::fleet
