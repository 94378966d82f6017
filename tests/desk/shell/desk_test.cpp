#include "desk/shell/desk.h"

#include <sqlite3.h>

#include "consult/request/reference.h"
#include "desk_in_memory.h"

namespace candor::desk {
namespace {

using consult::Progress;
using platform::Key;
using ui::Role;

TEST(DeskOnADatabase, wrong_passphrase_says_so_and_stays_in_its_field) {
    const Clinic clinic(Clinic::Key::with_passphrase);
    DeskInMemory at(clinic);
    at.types("open sesame pleese");
    at.presses(Key::enter);
    EXPECT_EQ(at.state().vault, Vault::locked);
    EXPECT_TRUE(at.reads("That passphrase does not open this key"));
    EXPECT_EQ(at.state().lock_screen.passphrase.text.view(), "open sesame pleese");
    const ui::Node* field = at.desk->tree().find(Role::textbox, "Passphrase");
    ASSERT_NE(field, nullptr);
    EXPECT_EQ(field->value.find("sesame"), std::string::npos);
    EXPECT_NE(field->states & ui::kFocused, 0U);
    at.presses(Key::backspace);
    EXPECT_FALSE(at.reads("That passphrase does not open this key"));
}

TEST(DeskOnADatabase, fresh_folder_opens_a_window_that_says_what_to_do) {
    Clinic clinic;
    clinic.receives("Elif");
    const auto away = clinic.folder() / "elsewhere.key";
    std::filesystem::rename(clinic.key_file(), away);
    DeskInMemory at(clinic);
    EXPECT_EQ(at.state().vault, Vault::locked);
    EXPECT_TRUE(at.reads("The key that opens requests is not there"));
    EXPECT_TRUE(at.reads(clinic.key_file().string()));
    at.clicks(Role::button, "Look again");
    EXPECT_EQ(at.state().vault, Vault::locked);
    std::filesystem::rename(away, clinic.key_file());
    at.clicks(Role::button, "Look again");
    EXPECT_EQ(at.state().vault, Vault::open) << at.text();
    EXPECT_TRUE(at.sees(Role::listitem, "Elif"));
}

TEST(DeskOnADatabase, key_that_comes_later_may_need_its_passphrase) {
    Clinic clinic(Clinic::Key::with_passphrase);
    const auto away = clinic.folder() / "elsewhere.key";
    std::filesystem::rename(clinic.key_file(), away);
    DeskInMemory at(clinic);
    EXPECT_FALSE(at.sees(Role::textbox, "Passphrase"));
    std::filesystem::rename(away, clinic.key_file());
    at.clicks(Role::button, "Look again");
    EXPECT_TRUE(at.sees(Role::textbox, "Passphrase")) << at.text();
}

TEST(DeskOnADatabase, passphrase_opens_every_request_oldest_first) {
    Clinic clinic(Clinic::Key::with_passphrase);
    clinic.receives("Elif");
    clinic.receives("Jonas");
    DeskInMemory at(clinic);
    EXPECT_FALSE(at.reads("Elif"));
    at.unlocks();
    ASSERT_EQ(at.state().vault, Vault::open) << at.text();
    ASSERT_EQ(at.state().inbox.shown.size(), 2U);
    EXPECT_EQ(at.state().inbox.shown[0]->opened.first_name, "Elif");
    EXPECT_TRUE(at.state().lock_screen.passphrase.text.empty());
    EXPECT_TRUE(at.sees(Role::listitem, "Jonas"));
    EXPECT_EQ(at.desk->tree().find(Role::tab, "New")->value, "2");
}

TEST(DeskOnADatabase, lock_forgets_every_request_and_what_was_typed) {
    Clinic clinic(Clinic::Key::with_passphrase);
    clinic.receives("Elif");
    DeskInMemory at(clinic);
    at.unlocks();
    at.clicks(Role::listitem, "Elif");
    at.clicks(Role::textbox, "Note");
    at.types("rings back on Friday");
    at.presses_control("a");
    at.presses_control("c");
    EXPECT_EQ(at.window.clipboard(), "rings back on Friday");
    const std::weak_ptr<const Requests> requests = at.state().inbox.requests;
    at.presses_control("l");
    EXPECT_EQ(at.state().vault, Vault::locked);
    EXPECT_EQ(at.window.clipboard(), "");
    EXPECT_EQ(at.desk->tree().screen, "locked");
    EXPECT_FALSE(at.reads("Elif"));
    EXPECT_TRUE(at.state().inbox.note.text.empty());
    EXPECT_TRUE(at.state().inbox.drafts.empty());
    EXPECT_TRUE(requests.expired());
    at.unlocks();
    EXPECT_TRUE(at.sees(Role::listitem, "Elif"));
}

TEST(DeskOnADatabase, desk_that_nobody_touches_locks_and_counts_down_to_it) {
    Clinic clinic;
    clinic.receives("Elif");
    DeskInMemory at(clinic);
    at.unlocks();
    EXPECT_TRUE(at.reads("Locks in 15 min"));
    at.now_ms += 10 * 60'000;
    at.desk->settle();
    EXPECT_TRUE(at.reads("Locks in 5 min")) << at.text();
    at.presses(Key::down);
    EXPECT_TRUE(at.reads("Locks in 15 min"));
    at.now_ms += 15 * 60'000;
    at.desk->settle();
    EXPECT_EQ(at.state().vault, Vault::locked);
    EXPECT_TRUE(at.state().inbox.requests == nullptr);
}

TEST(DeskOnADatabase, request_is_worked_off_and_its_record_tells_who_did_what) {
    Clinic clinic;
    const std::string id = clinic.receives("Elif");
    DeskInMemory at(clinic, "Ada");
    at.unlocks();
    at.clicks(Role::listitem, "Elif");
    EXPECT_TRUE(at.sees(Role::heading, "Elif"));
    EXPECT_EQ(at.desk->tree().find(Role::row, "Since when?")->value, "1–3 years");
    at.clicks(Role::button, "Mark as called");
    EXPECT_EQ(at.state().inbox.counts[1], 1);
    EXPECT_FALSE(at.sees(Role::listitem, "Elif"));
    EXPECT_TRUE(at.sees(Role::heading, "Elif"));
    EXPECT_TRUE(at.reads("Ada · "));
    at.clicks(Role::tab, "Called");
    EXPECT_TRUE(at.sees(Role::listitem, "Elif"));
    const auto changes = clinic.inbox()->changes(id).value();
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[1].by, "Ada");
    EXPECT_EQ(changes[1].text, "new called");
}

TEST(DeskOnADatabase, note_is_sealed_on_the_disk_and_read_by_every_desk_with_the_key) {
    Clinic clinic;
    const std::string id = clinic.receives("Elif");
    DeskInMemory ada(clinic, "Ada"), bob(clinic, "Bob");
    ada.unlocks();
    ada.clicks(Role::listitem, "Elif");
    ada.clicks(Role::textbox, "Note");
    ada.types("rings back on Friday");
    ada.clicks(Role::button, "Save the note");
    EXPECT_TRUE(ada.state().inbox.note.text.empty());
    EXPECT_TRUE(ada.reads("rings back on Friday"));
    const auto changes = clinic.inbox()->changes(id).value();
    ASSERT_EQ(changes.size(), 2U);
    const std::string sealed(changes[1].sealed_note.begin(), changes[1].sealed_note.end());
    EXPECT_FALSE(sealed.empty());
    EXPECT_EQ(sealed.find("Friday"), std::string::npos);
    bob.unlocks();
    bob.clicks(Role::listitem, "Elif");
    EXPECT_TRUE(bob.reads("rings back on Friday")) << bob.text();
}

TEST(DeskOnADatabase, draft_of_a_note_waits_while_another_request_is_read) {
    Clinic clinic;
    clinic.receives("Elif");
    clinic.receives("Jonas");
    DeskInMemory at(clinic);
    at.unlocks();
    at.clicks(Role::listitem, "Elif");
    at.clicks(Role::textbox, "Note");
    at.types("half a ");
    at.clicks(Role::listitem, "Jonas");
    EXPECT_TRUE(at.state().inbox.note.text.empty());
    at.clicks(Role::listitem, "Elif");
    EXPECT_EQ(at.state().inbox.note.text.view(), "half a ");
}

TEST(TwoDesks, see_each_others_changes_and_never_overwrite_one_silently) {
    Clinic clinic;
    const std::string id = clinic.receives("Elif");
    DeskInMemory ada(clinic, "Ada"), bob(clinic, "Bob");
    ada.unlocks();
    bob.unlocks();
    ada.clicks(Role::listitem, "Elif");
    bob.clicks(Role::listitem, "Elif");
    // What Bob sees is old by the time that he clicks.
    const auto seen = bob.state().inbox.opened()->row.revision;
    const auto row =
        clinic.inbox()->set_progress(id, seen, Progress::booked, "Ada", "2026-11-25T12:00:00Z");
    ASSERT_TRUE(row);
    bob.clicks(Role::button, "Mark as called");
    EXPECT_TRUE(bob.reads("Another desk was faster.")) << bob.text();
    EXPECT_TRUE(bob.reads("Ada set this to “Booked”"));
    EXPECT_EQ(clinic.inbox()->rows().value()[0].progress, Progress::booked);
    EXPECT_NE(bob.desk->tree().find(Role::button, "Close")->states & ui::kDisabled, 0U);
    bob.clicks(Role::button, "Look again");
    EXPECT_FALSE(bob.reads("Another desk was faster."));
    bob.clicks(Role::button, "Close");
    EXPECT_EQ(clinic.inbox()->rows().value()[0].progress, Progress::closed);
    ada.looks();
    EXPECT_EQ(ada.state().inbox.counts[3], 1);
    EXPECT_TRUE(ada.reads("Bob · ")) << ada.text();
}

TEST(DeskOnADatabase, request_that_arrives_meanwhile_appears_by_itself) {
    Clinic clinic;
    DeskInMemory at(clinic);
    EXPECT_TRUE(at.reads("No new requests"));
    clinic.receives("Elif");
    at.looks();
    EXPECT_TRUE(at.sees(Role::listitem, "Elif"));
}

TEST(DeskOnADatabase, damaged_row_and_row_of_another_key_are_listed_and_explained) {
    Clinic clinic;
    clinic.receives("Elif");
    clinic.receives("Jonas");
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open(clinic.database().c_str(), &raw), SQLITE_OK);
    sqlite3_busy_timeout(raw, 5000);  // the queue may still be taking its log over
    const std::string damage = "update request set sealed = x'00' where id = '" + id_of(1) + "'";
    ASSERT_EQ(sqlite3_exec(raw, damage.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(raw);
    sqlite3_close(raw);
    DeskInMemory at(clinic);
    at.unlocks();
    EXPECT_TRUE(at.sees(Role::listitem, "Jonas"));
    at.clicks(Role::listitem, "Damaged request");
    EXPECT_TRUE(at.reads("fails its own check")) << at.text();
    EXPECT_FALSE(at.sees(Role::button, "Mark as called"));
}

// What a stolen kiosk's login can do to a server, in one statement.
TEST(DeskOnADatabase, twenty_thousand_rows_of_junk_hide_nobody) {
    Clinic clinic;
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open(clinic.database().c_str(), &raw), SQLITE_OK);
    sqlite3_busy_timeout(raw, 5000);
    ASSERT_EQ(sqlite3_exec(raw,
                           "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                           " WHERE i < 20000) INSERT INTO request"
                           " (id, reference, created, key_fingerprint, sealed, digest)"
                           " SELECT 'junk-' || i, 'junk-' || i, '1970', '', x'00', x'00' FROM n",
                           nullptr, nullptr, nullptr),
              SQLITE_OK)
        << sqlite3_errmsg(raw);
    sqlite3_close(raw);
    clinic.receives("Elif");
    DeskInMemory at(clinic);
    at.unlocks();
    ASSERT_EQ(at.state().inbox.shown.size(), 20001U);
    EXPECT_TRUE(at.sees(Role::listitem, "Elif")) << at.text();
    EXPECT_EQ(at.desk->tree().find(Role::tab, "New")->value, "1");
    at.clicks(Role::button, "20000 rows cannot be read");
    EXPECT_EQ(at.state().inbox.shown.size(), 20000U);
    EXPECT_FALSE(at.sees(Role::listitem, "Elif"));
    at.clicks(Role::button, "20000 rows cannot be read");
    EXPECT_TRUE(at.sees(Role::listitem, "Elif"));
}

TEST(DeskOnADatabase, request_that_the_record_does_not_know_is_entered_when_it_opens) {
    Clinic clinic;
    const std::string id = clinic.receives("Elif");
    clinic.receives("Jonas");
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open(clinic.database().c_str(), &raw), SQLITE_OK);
    sqlite3_busy_timeout(raw, 5000);
    // As an older kiosk stores it, and one that cannot be read.
    ASSERT_EQ(sqlite3_exec(raw,
                           "DROP TRIGGER record_keeps_all; DELETE FROM record;"
                           "UPDATE request SET sealed = x'00' WHERE sequence = 2",
                           nullptr, nullptr, nullptr),
              SQLITE_OK)
        << sqlite3_errmsg(raw);
    sqlite3_close(raw);
    DeskInMemory at(clinic, "Ada");
    at.unlocks();
    at.looks();
    const auto changes = clinic.inbox()->changes({}).value();
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].kind, consult::ChangeKind::seen);
    EXPECT_EQ(changes[0].request_id, id);
    EXPECT_EQ(changes[0].by, "Ada");
    // It is no part of what was done with the request.
    at.clicks(Role::listitem, "Elif");
    EXPECT_FALSE(at.reads("What was done")) << at.text();
}

/// On such a page "559-FRF-9" and a phone number would be read back to front.
TEST(DeskOnADatabase, page_from_right_to_left_keeps_the_groups_of_numbers_and_codes_in_order) {
    Clinic clinic;
    clinic.receives("Elif");
    DeskInMemory at(clinic, "Ada", "ar");
    at.clicks(Role::listitem, "Elif");
    const std::string reference =
        consult::display_reference(at.state().inbox.opened()->row.request.reference);
    for (const std::string& code : {std::string("+90 532 415 50 00"), reference})
        EXPECT_TRUE(at.reads("\u2066" + code + "\u2069")) << at.text();
}

/// WCAG 2.1.4: who speaks to the machine, or trembles, starts nothing by a letter.
TEST(DeskKeys, no_letter_alone_is_a_shortcut) {
    Clinic clinic;
    clinic.receives("Elif");
    DeskInMemory at(clinic);
    at.unlocks();
    const std::string before = at.text();
    for (char letter = '!'; letter <= '~'; ++letter) {
        at.types(std::string(1, letter));
        ASSERT_EQ(at.text(), before) << letter;
    }
}

TEST(DeskKeys, control_f_searches_and_arrows_choose_and_enter_goes_to_the_buttons) {
    Clinic clinic;
    for (const char* name : {"Elif", "Jonas", "Marta"}) clinic.receives(name);
    DeskInMemory at(clinic);
    at.unlocks();
    at.presses_control("f");
    at.types("jon");
    ASSERT_EQ(at.state().inbox.shown.size(), 1U);
    at.presses(Key::escape);
    EXPECT_EQ(at.state().inbox.shown.size(), 3U);
    at.presses(Key::down);
    EXPECT_TRUE(at.sees(Role::heading, "Elif"));
    at.presses(Key::down);
    EXPECT_TRUE(at.sees(Role::heading, "Jonas"));
    at.presses(Key::end);  // in the search field: the caret's
    EXPECT_TRUE(at.sees(Role::heading, "Jonas"));
    at.clicks(Role::listitem, "Jonas");
    at.presses(Key::end);
    EXPECT_TRUE(at.sees(Role::heading, "Marta"));
    EXPECT_NE(at.desk->tree().find(Role::listitem, "Marta")->states & ui::kFocused, 0U);
    at.presses(Key::enter);
    EXPECT_NE(at.desk->tree().find(Role::button, "Mark as called")->states & ui::kFocused, 0U)
        << at.text();
    at.presses(Key::enter);
    EXPECT_EQ(at.state().inbox.counts[1], 1);
}

TEST(DeskKeys, list_of_many_is_drawn_where_it_is_seen_alone) {
    Clinic clinic;
    for (int i = 0; i < 60; ++i) clinic.receives("P" + std::to_string(i));
    DeskInMemory at(clinic);
    at.unlocks();
    const auto rows = [&] {
        int count = 0;
        for (const ui::Node& node : at.desk->tree().nodes) count += node.role == Role::listitem;
        return count;
    };
    EXPECT_LT(rows(), 10);
    EXPECT_EQ(at.desk->tree().find(Role::list, "New")->value, "60");
    at.presses(Key::end);
    EXPECT_TRUE(at.sees(Role::listitem, "P59")) << at.text();
    EXPECT_LT(rows(), 12);
}

}  // namespace
}  // namespace candor::desk
