#include "../consult/request/hostile_requests.h"
#include "base/instant.h"
#include "consult/request/reference.h"
#include "desk_in_memory.h"

// Requests as anybody could seal them who has the public key: listed, told, and in nobody's way.

namespace candor::desk {
namespace {

using ui::Role;

constexpr const char* kAt = "2026-11-25T08:41:17Z";
constexpr const char* kCannotBeRead = "A request that cannot be read";
constexpr const char* kNotItsRow = "Not what its row says";

class HostileInbox : public testing::Test {
  protected:
    void opens(const std::string& language = "en") {
        at = std::make_unique<DeskInMemory>(clinic, "Ada", language);
        at->unlocks();
    }
    Clinic clinic;
    std::unique_ptr<DeskInMemory> at;
};

TEST_F(HostileInbox, every_unreadable_request_is_listed_and_the_others_can_be_read) {
    int number = 100;
    const auto hostile = consult::unreadable_requests(id_of(1), kAt);
    for (const auto& each : hostile) clinic.is_sent(id_of(++number), kAt, each.text);
    const std::string elif = clinic.receives("Elif");
    opens();
    const auto& requests = *at->state().inbox.requests;
    ASSERT_EQ(requests.all().size(), hostile.size() + 1);
    for (std::size_t i = 0; i < hostile.size(); ++i)
        EXPECT_EQ(requests.all()[i]->problem, Problem::not_readable) << hostile[i].what;
    EXPECT_EQ(requests.find(elif)->opened.first_name, "Elif");

    at->clicks(Role::listitem, kCannotBeRead);
    EXPECT_TRUE(at->sees(Role::heading, kCannotBeRead));
    EXPECT_TRUE(at->reads("it did not come from one of your kiosks")) << at->text();
    EXPECT_FALSE(at->sees(Role::button, "Print"));
    at->clicks(Role::button, "Close");
    const auto changes = *clinic.inbox()->changes(id_of(101));
    ASSERT_EQ(changes.size(), 2U) << "its arrival, and that it was put aside";
    EXPECT_EQ(changes.back().kind, consult::ChangeKind::progress);
}

TEST_F(HostileInbox, odd_requests_are_drawn) {
    int number = 100;
    for (std::size_t i = 0; i < consult::odd_requests("", "").size(); ++i) {
        const std::string id = id_of(++number);
        clinic.is_sent(id, kAt, consult::odd_requests(id, kAt)[i].text);
    }
    opens();
    for (const auto& entry : at->state().inbox.requests->all()) {
        EXPECT_EQ(entry->problem, Problem::none) << entry->row.request.id;
        at->presses(platform::Key::down);
        EXPECT_TRUE(at->sees(Role::button, "Mark as called"));
    }
}

TEST_F(HostileInbox, copy_of_a_request_is_told_with_the_one_that_it_copies) {
    clinic.receives("Elif");
    const auto own = clinic.inbox()->rows()->front().request;
    clinic.stores(id_of(77), own.created, own.sealed);
    opens();
    at->clicks(Role::listitem, kNotItsRow);
    EXPECT_TRUE(
        at->reads("What is sealed here is request " + consult::display_reference(own.reference)))
        << at->text();
    EXPECT_FALSE(at->sees(Role::heading, "Elif"));
    EXPECT_FALSE(at->sees(Role::button, "Print"));
}

TEST_F(HostileInbox, request_whose_own_row_is_gone_is_told) {
    clinic.is_sent(id_of(77), kAt, consult::bundle_with(id_of(78), kAt, ""));
    for (const char* language : {"en", "tr", "ar", "de", "es"}) {
        opens(language);
        const auto& strings = *at->state().strings;
        at->clicks(Role::listitem, strings("row.not-its-row"));
        EXPECT_TRUE(at->reads(strings("notice.not-its-row"))) << at->text();
    }
}

TEST_F(HostileInbox, time_of_a_closed_row_is_its_hour) {
    clinic.is_sent(id_of(77), kAt, "{}");
    opens();
    at->clicks(Role::listitem, kCannotBeRead);
    EXPECT_TRUE(at->reads(moment_words(base::seconds_of("2026-11-25T08:00:00Z").value_or(0),
                                       at->state().now_s, Known::to_the_hour)))
        << at->text();
}

TEST_F(HostileInbox, endless_note_of_a_stranger_is_cut) {
    const std::string id = clinic.receives("Elif");
    const auto key = consult::load_public_key(consult::public_path(clinic.key_file())).value();
    ASSERT_TRUE(
        clinic.inbox()->add_note(id, consult::seal("\x1B[2J" + std::string(900'000, 'n'), key),
                                 "Eve\x1B" + std::string(1000, 'e'), "2026-11-25T12:00:00Z"));
    opens();
    at->clicks(Role::listitem, "Elif");
    const auto& item = at->state().inbox.history->items.front();
    EXPECT_EQ(item.note.find('\x1B'), std::string::npos);
    EXPECT_LE(item.note.size(), 8000U);
    EXPECT_LE(item.by.size(), 400U);
}

}  // namespace
}  // namespace candor::desk
