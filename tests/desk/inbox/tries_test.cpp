#include "desk/inbox/tries.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

#include "base/instant.h"
#include "consult/request/note.h"
#include "desk_in_memory.h"

// Which requests were called in vain is seen in the list. The notes that say so are sealed.

namespace candor::desk {
namespace {

using consult::ChangeKind;
using consult::NoteKind;
using consult::Progress;
using ui::Role;

class TriesOfARecord : public testing::Test {
  protected:
    TriesOfARecord() {
        base::SecretString none(1);
        public_key = consult::create_clinic_keys(folder.path() / "clinic.key", none).value();
        other_key = consult::create_clinic_keys(folder.path() / "other.key", none).value();
        key = consult::load_secret_key(folder.path() / "clinic.key", none).value();
    }
    std::vector<std::uint8_t> sealed(NoteKind kind, const consult::PublicKey& to) const {
        consult::Note note{kind, base::SecretString(16)};
        note.words.assign("engaged");
        return consult::seal(consult::sealable(note).view(), to, consult::kLeastNoteBytes);
    }
    consult::Change& adds(ChangeKind kind, const std::string& text = {}) {
        consult::Change change;
        change.kind = kind;
        change.text = text;
        change.at = "2026-11-25T12:00:" + std::to_string(10 + changes.size() % 50) + "Z";
        changes.push_back(change);
        return changes.back();
    }
    void notes(NoteKind kind) { adds(ChangeKind::note).sealed_note = sealed(kind, public_key); }
    int times() const { return tries_of(changes, *key).times; }

    base::ScratchFolder folder = base::ScratchFolder::in_temp("candor-tries").value();
    consult::PublicKey public_key, other_key;
    std::optional<consult::SecretKey> key;
    std::vector<consult::Change> changes;
};

/// So many requests in memory, that count how often a record is read.
class CountingInbox final : public consult::Inbox {
  public:
    CountingInbox(std::vector<consult::InboxRow> rows, std::shared_ptr<std::atomic<int>> read,
                  int read_ms)
        : rows_(std::move(rows)), read_(std::move(read)), read_ms_(read_ms) {}
    base::Result<std::int64_t> version() override { return 1; }
    base::Result<std::vector<consult::InboxRow>> rows() override { return rows_; }
    base::Result<consult::InboxRow> row(const std::string&) override { return rows_.front(); }
    base::Result<consult::InboxRow> set_progress(const std::string&, std::int64_t, Progress,
                                                 const std::string&, const std::string&) override {
        return rows_.front();
    }
    base::Result<void> add_note(const std::string&, const std::vector<std::uint8_t>&,
                                const std::string&, const std::string&) override {
        return {};
    }
    base::Result<std::vector<consult::Change>> changes(const std::string&) override {
        ++*read_;
        std::this_thread::sleep_for(std::chrono::milliseconds(read_ms_));
        return std::vector<consult::Change>{};
    }
    base::Result<consult::ChainReport> verify() override { return consult::ChainReport{}; }
    base::Result<void> enter(const std::vector<consult::Change>&) override { return {}; }
    base::Result<int> purge(const std::string&, const std::string&, const std::string&) override {
        return 0;
    }

  private:
    std::vector<consult::InboxRow> rows_;
    std::shared_ptr<std::atomic<int>> read_;
    int read_ms_;
};

std::vector<consult::InboxRow> rows_for(const Clinic& clinic, int count) {
    const auto key =
        consult::load_secret_key(clinic.key_file(), base::SecretString(1)).value().public_key();
    std::vector<consult::InboxRow> rows;
    for (int i = 0; i < count; ++i) {
        MadeUp person = person_of(i);
        person.authored = minutes_before_noon(count - i);
        consult::InboxRow row;
        row.request = {id_of(i), "K7Q4FM8", person.authored, "new", key.fingerprint(), {}};
        row.request.sealed = sealed_request(person, id_of(i), key);
        row.entered = true;
        rows.push_back(std::move(row));
    }
    return rows;
}

/// A desk on a database, with two people who asked to be called.
class TriesInTheList : public testing::Test {
  protected:
    TriesInTheList() {
        id = clinic.receives("Elif");
        clinic.receives("Jonas");
    }
    void opens_desk(const std::string& language = "en") {
        at = std::make_unique<DeskInMemory>(clinic, "Ada", language);
    }
    std::string row(const std::string& name) const {
        const ui::Node* found = at->desk->tree().find(Role::listitem, name);
        return found == nullptr ? "not in the list" : found->value;
    }
    bool is_marked(const std::string& name) const {
        return row(name).find("without an answer") != std::string::npos;
    }
    void calls_in_vain() {
        at->clicks(Role::listitem, "Elif");
        at->clicks(Role::button, "No answer");
    }

    /// On so many requests in memory, whose records take so long to read.
    std::unique_ptr<Desk> opens_desk_on(int requests, int read_ms) {
        Options options;
        options.assets = CANDOR_SOURCE_DIR "/assets";
        options.decoder = CANDOR_BINARY_DIR "/bin/candor-decode";
        options.state = clinic.folder();
        options.key = clinic.key_file();
        const auto open = [rows = rows_for(clinic, requests), counter = read,
                           read_ms]() -> base::Result<std::unique_ptr<consult::Inbox>> {
            return std::make_unique<CountingInbox>(rows, counter, read_ms);
        };
        auto desk = Desk::create(options, window, [this] { return ++now_ms; }, {open}).value();
        desk->settle();
        return desk;
    }

    Clinic clinic;
    std::string id;
    std::unique_ptr<DeskInMemory> at;
    std::shared_ptr<std::atomic<int>> read = std::make_shared<std::atomic<int>>(0);
    platform::HeadlessWindow window{1366, 768};
    std::int64_t now_ms = 1'000'000;
};

}  // namespace

TEST_F(TriesOfARecord, are_counted_with_the_moment_of_the_last) {
    adds(ChangeKind::arrival);
    EXPECT_EQ(tries_of(changes, *key), Tries{});
    notes(NoteKind::no_answer);
    notes(NoteKind::words);
    notes(NoteKind::no_answer);
    const Tries tries = tries_of(changes, *key);
    EXPECT_EQ(tries.times, 2);
    EXPECT_EQ(tries.last_s, base::seconds_of("2026-11-25T12:00:13Z").value());
}

TEST_F(TriesOfARecord, end_with_an_appointment_and_with_a_step_but_back_to_new) {
    notes(NoteKind::no_answer);
    notes(NoteKind::appointment);
    EXPECT_EQ(times(), 0);
    notes(NoteKind::no_answer);
    EXPECT_EQ(times(), 1);
    adds(ChangeKind::progress, "new called");
    EXPECT_EQ(times(), 0);
    notes(NoteKind::no_answer);
    adds(ChangeKind::progress, "called new");
    EXPECT_EQ(times(), 1) << "called in vain, and put back";
    adds(ChangeKind::progress, "new closed");
    EXPECT_EQ(times(), 0);
}

TEST_F(TriesOfARecord, what_this_key_does_not_open_and_what_is_purged_is_no_try) {
    adds(ChangeKind::note).sealed_note = sealed(NoteKind::no_answer, other_key);
    adds(ChangeKind::note).sealed_note = {1, 2, 3};
    adds(ChangeKind::note);
    adds(ChangeKind::progress, "what nobody knows");
    EXPECT_EQ(times(), 0);
    notes(NoteKind::no_answer);
    EXPECT_EQ(times(), 1);
}

/// Whoever may write to the record could make every desk open notes for minutes.
TEST_F(TriesOfARecord, record_that_somebody_filled_is_not_opened_as_a_whole) {
    adds(ChangeKind::note).sealed_note = sealed(NoteKind::no_answer, public_key);
    const consult::Change one = changes.front();
    changes.assign(5000, one);
    EXPECT_EQ(times(), 100);
}

TEST_F(TriesInTheList, stand_at_their_row_alone_and_say_when_the_last_was) {
    opens_desk();
    EXPECT_FALSE(is_marked("Elif")) << row("Elif");
    calls_in_vain();
    EXPECT_NE(row("Elif").find("1 try without an answer"), std::string::npos) << row("Elif");
    calls_in_vain();
    EXPECT_NE(row("Elif").find("2 tries without an answer"), std::string::npos) << row("Elif");
    EXPECT_NE(row("Elif").find("Last try: "), std::string::npos) << row("Elif");
    EXPECT_FALSE(is_marked("Jonas")) << row("Jonas");
}

TEST_F(TriesInTheList, are_there_when_the_desk_is_opened_and_after_what_another_desk_did) {
    opens_desk();
    calls_in_vain();
    DeskInMemory other(clinic, "Bob");
    const ui::Node* seen = other.desk->tree().find(Role::listitem, "Elif");
    ASSERT_NE(seen, nullptr) << other.text();
    EXPECT_NE(seen->value.find("1 try without an answer"), std::string::npos) << seen->value;
    calls_in_vain();
    other.looks();
    seen = other.desk->tree().find(Role::listitem, "Elif");
    ASSERT_NE(seen, nullptr) << other.text();
    EXPECT_NE(seen->value.find("2 tries without an answer"), std::string::npos) << seen->value;
}

TEST_F(TriesInTheList, are_gone_once_the_person_was_reached) {
    opens_desk();
    calls_in_vain();
    ASSERT_TRUE(is_marked("Elif")) << row("Elif");
    at->clicks(Role::textbox, "Note");
    at->types("3 December, 10:30");
    at->clicks(Role::button, "Save as appointment");
    EXPECT_FALSE(is_marked("Elif")) << row("Elif");
    calls_in_vain();
    ASSERT_TRUE(is_marked("Elif")) << row("Elif");
    at->clicks(Role::button, "Mark as called");
    at->clicks(Role::tab, "Called");
    EXPECT_FALSE(is_marked("Elif")) << row("Elif");
    calls_in_vain();
    EXPECT_TRUE(is_marked("Elif")) << row("Elif");
    at->clicks(Role::button, "Close");
    at->clicks(Role::tab, "Closed");
    at->clicks(Role::listitem, "Elif");
    at->clicks(Role::button, "No answer");
    EXPECT_FALSE(is_marked("Elif")) << "nobody calls who is closed: " << row("Elif");
}

TEST_F(TriesInTheList, are_forgotten_by_the_lock_and_leave_nothing_on_the_disk) {
    opens_desk();
    calls_in_vain();
    ASSERT_EQ(at->state().inbox.tries.of(id).times, 1);
    const std::string before = base::read_file(clinic.database(), 64U << 20).value();
    EXPECT_EQ(before.find("no-answer"), std::string::npos);
    at->presses_control("l");
    EXPECT_EQ(at->state().inbox.tries.of(id).times, 0);
    EXPECT_FALSE(at->state().inbox.tries.is_current(id));
    EXPECT_FALSE(at->reads("without an answer")) << at->text();
    at->unlocks();
    if (at->state().vault != Vault::open) at->clicks(Role::button, "Open the inbox");
    EXPECT_TRUE(is_marked("Elif")) << at->text();
    EXPECT_EQ(clinic.inbox()->changes(id).value().size(), 2U) << "looking adds nothing";
}

TEST_F(TriesInTheList, are_told_in_arabic) {
    opens_desk();
    calls_in_vain();
    calls_in_vain();
    opens_desk("ar");
    EXPECT_NE(row("Elif").find("محاولتان بلا رد"), std::string::npos) << row("Elif");
    EXPECT_NE(row("Elif").find("آخر محاولة: "), std::string::npos) << row("Elif");
}

TEST_F(TriesInTheList, of_many_requests_those_in_sight_alone_are_read) {
    constexpr int kRequests = 2000;
    const auto desk = opens_desk_on(kRequests, 0);
    ASSERT_EQ(desk->state().inbox.shown.size(), static_cast<std::size_t>(kRequests));
    EXPECT_GT(*read, 0);
    EXPECT_LT(*read, 20);
    desk->apply(MoveSelection{kRequests, false});
    desk->settle();
    EXPECT_LT(*read, 40) << "the rows between are not";
}

/// Over a slow line the marks come one after the other, and what a person does comes between.
TEST_F(TriesInTheList, slow_database_gives_them_little_by_little) {
    const auto desk = opens_desk_on(12, 30);
    int rows = 0;
    for (const auto& entry : desk->state().inbox.shown) {
        if (desk->state().inbox.tries.is_current(entry->row.request.id)) ++rows;
    }
    EXPECT_GE(rows, 6) << "all that are in sight";
    EXPECT_EQ(*read, rows) << "none is read twice";
}

/// The clerk alone: what was scrolled past before its turn came is not read.
TEST_F(TriesInTheList, rows_that_were_scrolled_past_are_not_read) {
    Clerk clerk(Clerk::Setup{clinic.key_file(), "Ada", {[this] {
                                 return consult::open_sqlite_inbox(clinic.database());
                             }}},
                [] {});
    clerk.unlock(base::SecretString(1));
    clerk.read_tries({"a", "b"});
    clerk.read_tries({id});
    clerk.wait_until_idle();
    std::vector<std::string> told;
    for (const News& news : clerk.take_news())
        if (const auto* tries = std::get_if<TriesRead>(&news))
            for (const auto& each : tries->tries) told.push_back(each.first);
    EXPECT_EQ(told, std::vector<std::string>{id});
    clerk.read_tries({id});
    clerk.lock();
    clerk.wait_until_idle();
    for (const News& news : clerk.take_news())
        EXPECT_FALSE(std::holds_alternative<TriesRead>(news)) << "told after the lock";
}

}  // namespace candor::desk
