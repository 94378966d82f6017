#include <gtest/gtest.h>

#include "../consult/request/hostile_requests.h"
#include "consult/keys/seal.h"
#include "consult/store/queue.h"
#include "consult/store/sqlite_inbox.h"
#include "desk_process.h"
#include "made_up.h"
#include "person.h"
#include "program.h"
#include "scratch_folder.h"

// The front desk as a real program in a real window: an X server, its pointer and its keyboard.

namespace candor::journeys {
namespace {

using ui::Role;

// X11's keysyms (keysymdef.h).
constexpr unsigned long kEnter = 0xff0d, kControl = 0xffe3, kDown = 0xff54, kEscape = 0xff1b;
constexpr const char* kPassphrase = "open sesame";

/// The real candor-desk, on a clinic with a passphrase and a consult.db.
class RealDesk : public testing::Test {
  protected:
    void SetUp() override {
        if (!platform::XServer::is_installed())
            FAIL() << "needs Xvfb: apt-get install xvfb (packaging/dependencies.txt)";
        base::SecretString passphrase(64);
        passphrase.assign(kPassphrase);
        key = consult::create_clinic_keys(folder / "clinic.key", passphrase).value();
        queue = consult::Queue::open(folder / "consult.db", consult::OpenMode::append).value();
        server = std::make_unique<platform::XServer>("1366x768x24");
    }
    void TearDown() override {
        desk.reset();
        server.reset();
    }

    std::string receives(const std::string& name) {
        desk::MadeUp person;
        person.name = name;
        const std::string id = desk::id_of(++count);
        queue->append(id, person.authored, key.fingerprint(), desk::sealed_request(person, id, key))
            .value();
        return id;
    }
    void starts() {
        desk = std::make_unique<DeskProcess>(
            *server, folder.path(),
            std::vector<std::string>{"--state", folder.path(), "--key", folder / "clinic.key",
                                     "--name", "Ada"});
        staff = std::make_unique<Person>(*desk);
        ASSERT_TRUE(staff->sees(Role::textbox, "Passphrase")) << text_of(folder / "log");
    }
    /// Somewhere in the tree, values too.
    bool comes_to_read(const std::string& words) {
        return desk->await([&](const ui::Tree& tree) {
            return ui::to_text(tree, ui::Rects::without).find(words) != std::string::npos;
        });
    }
    bool is_gone(const std::string& name) {
        return desk->await(
            [&](const ui::Tree& tree) { return tree.find(Role::listitem, name) == nullptr; });
    }
    std::unique_ptr<consult::Inbox> other_desk() {
        return consult::open_sqlite_inbox(folder / "consult.db").value();
    }

    ScratchFolder folder;
    consult::PublicKey key;
    std::unique_ptr<consult::Queue> queue;
    std::unique_ptr<platform::XServer> server;
    std::unique_ptr<DeskProcess> desk;
    std::unique_ptr<Person> staff;
    int count = 0;
};

TEST_F(RealDesk, server_that_could_not_be_used_is_refused_at_the_start) {
    for (const char* url : {"http://fhir.example.org/r4", "fhir.example.org", "https://a:b@c/"})
        EXPECT_EQ(
            run_program({built("candor-desk"), "--state", folder.path(), "--fhir", url}).status, 2)
            << url;
}

/// Each of them ended the desk at every start: exceptions on the clerk's thread, and its stack.
TEST_F(RealDesk, hostile_requests_are_told_and_keep_nobody_from_the_others) {
    const std::string at = "2026-11-25T08:00:00Z";
    for (const auto& hostile : consult::unreadable_requests(desk::id_of(50), at)) {
        const std::string id = desk::id_of(100 + ++count);
        queue->append(id, at, key.fingerprint(), consult::seal(hostile.text, key)).value();
    }
    receives("Elif");
    starts();
    desk->types(kPassphrase);
    desk->presses(kEnter);
    ASSERT_TRUE(staff->sees(Role::listitem, "A request that cannot be read"))
        << text_of(folder / "log");
    desk->presses_with(0xffe3, 0x66);  // Ctrl+F
    desk->types("elif");
    EXPECT_TRUE(staff->sees(Role::listitem, "Elif"));
    desk->clicks(Role::listitem, "Elif");
    EXPECT_TRUE(staff->sees(Role::heading, "Elif"));
}

TEST_F(RealDesk, day_at_the_front_desk_with_a_keyboard_and_a_mouse) {
    const std::string elif = receives("Elif"), jonas = receives("Jonas");
    starts();
    desk->types("open sesami");
    desk->presses(kEnter);
    EXPECT_TRUE(comes_to_read("That passphrase does not open this key"));
    desk->presses(0xff08);  // Backspace
    desk->types("e");
    desk->presses(kEnter);
    ASSERT_TRUE(staff->sees(Role::listitem, "Elif"));

    // By keyboard alone: search, choose, mark as called.
    desk->presses_with(0xffe3, 0x66);  // Ctrl+F
    desk->types("eli");
    EXPECT_TRUE(is_gone("Jonas"));
    desk->presses(kEscape);
    EXPECT_TRUE(staff->sees(Role::listitem, "Jonas"));
    desk->presses(kDown);
    EXPECT_TRUE(staff->sees(Role::heading, "Elif"));
    desk->presses(kEnter);
    EXPECT_TRUE(staff->sees(Role::listitem, "Elif", ui::kFocused));
    desk->presses(kEnter);
    EXPECT_TRUE(staff->sees(Role::button, "Mark as called", ui::kFocused));
    desk->presses(kEnter);
    EXPECT_TRUE(desk->await([](const ui::Tree& tree) {
        const ui::Node* called = tree.find(Role::tab, "Called");
        return called != nullptr && called->value == "1";
    }));

    // Another desk books Jonas while he is open here: it shows within seconds, by itself.
    desk->clicks(Role::listitem, "Jonas");
    EXPECT_TRUE(staff->sees(Role::heading, "Jonas"));
    const auto row = other_desk()->row(other_desk()->rows().value()[1].request.reference).value();
    ASSERT_EQ(row.request.id, jonas);
    ASSERT_TRUE(other_desk()->set_progress(jonas, row.revision, consult::Progress::booked, "Bob",
                                           "2026-11-25T12:00:00Z"));
    EXPECT_TRUE(comes_to_read("Bob"));

    // A note, by mouse; and what arrives meanwhile.
    desk->clicks(Role::textbox, "Note");
    EXPECT_TRUE(staff->sees(Role::textbox, "Note", ui::kFocused));
    desk->types("rings on friday");
    desk->presses_with(kControl, 'a');
    desk->presses_with(kControl, 'c');
    desk->clicks(Role::button, "Save the note");
    EXPECT_TRUE(comes_to_read("rings on friday"));
    EXPECT_TRUE(staff->sees(Role::status, "The note is saved."));
    EXPECT_TRUE(staff->sees(Role::textbox, "Note", ui::kFocused)) << "its button has gone";
    receives("Marta");
    EXPECT_TRUE(staff->sees(Role::listitem, "Marta"));

    // Locked, nothing of a request is to be seen, nor to be pasted elsewhere.
    EXPECT_TRUE(server->root_holds("rings on friday"));
    desk->presses_with(kControl, 'l');
    EXPECT_TRUE(staff->sees(Role::textbox, "Passphrase"));
    EXPECT_FALSE(server->root_holds("rings on friday"));
    EXPECT_EQ(ui::to_text(desk->tree(), ui::Rects::without).find("Marta"), std::string::npos);

    const auto changes = other_desk()->changes({}).value();
    ASSERT_EQ(changes.size(), 6U) << "three came, two were moved on, one has a note";
    EXPECT_EQ(changes[0].kind, consult::ChangeKind::arrival);
    EXPECT_EQ(changes[2].request_id, elif);
    EXPECT_EQ(changes[2].by, "Ada");
    EXPECT_EQ(changes[4].kind, consult::ChangeKind::note);
    EXPECT_TRUE(other_desk()->verify().value().holds());
    for (const char* file : {"consult.db", "consult.db-wal", "log"})
        EXPECT_EQ(text_of(folder / file).find("rings on friday"), std::string::npos) << file;
}

}  // namespace
}  // namespace candor::journeys
