#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <fstream>
#include <stdexcept>

#include "consult/queue.h"
#include "consult/sqlite_inbox.h"
#include "glass.h"
#include "made_up.h"
#include "observed.h"
#include "program.h"
#include "scratch_folder.h"
#include "x_server.h"

// The front desk as a real program in a real window: an X server, its pointer and its keyboard.

namespace candor::journeys {
namespace {

using ui::Role;

constexpr int kPatienceMs = 120'000;
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
        if (pid > 0) {
            ::kill(pid, SIGKILL);
            ::waitpid(pid, nullptr, 0);
        }
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
        observed = std::make_unique<Observed>(folder / "observe.jsonl");
        pid = start_program({built("candor-desk"), "--observe", folder / "observe.jsonl", "--state",
                             folder.path(), "--key", folder / "clinic.key", "--name", "Ada"},
                            folder / "log");
        pid_fd = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
        ASSERT_TRUE(comes_to_see(Role::textbox, "Passphrase")) << text_of(folder / "log");
    }
    bool await(const Wanted& wanted) {
        observed->read();
        while (!wanted(observed->tree())) {
            if (!observed->wait(pid_fd, kPatienceMs)) return false;
            observed->read();
        }
        return true;
    }
    testing::AssertionResult comes_to_see(Role role, const std::string& name, unsigned states = 0) {
        const bool seen = await([&](const ui::Tree& tree) {
            const ui::Node* node = tree.find(role, name);
            return node != nullptr && (node->states & states) == states;
        });
        if (seen) return testing::AssertionSuccess();
        return testing::AssertionFailure() << name << " is not on\n"
                                           << ui::to_text(observed->tree(), ui::Rects::with);
    }
    bool comes_to_read(const std::string& words) {
        return await([&](const ui::Tree& tree) {
            return ui::to_text(tree, ui::Rects::without).find(words) != std::string::npos;
        });
    }
    void types(const std::string& words) {
        for (const char c : words) server->tap_key(static_cast<unsigned char>(c));
    }
    void clicks(Role role, const std::string& name) {
        ASSERT_TRUE(comes_to_see(role, name));
        const base::Rect at = observed->tree().find(role, name)->rect;
        server->move(static_cast<int>(std::lround(at.x + at.w / 2)),
                     static_cast<int>(std::lround(at.y + at.h / 2)));
        server->press();
        server->release();
    }
    std::unique_ptr<consult::Inbox> other_desk() {
        return consult::open_sqlite_inbox(folder / "consult.db").value();
    }

    ScratchFolder folder;
    consult::PublicKey key;
    std::unique_ptr<consult::Queue> queue;
    std::unique_ptr<platform::XServer> server;
    std::unique_ptr<Observed> observed;
    pid_t pid = -1;
    int pid_fd = -1, count = 0;
};

TEST_F(RealDesk, day_at_the_front_desk_with_a_keyboard_and_a_mouse) {
    const std::string elif = receives("Elif"), jonas = receives("Jonas");
    starts();
    types("open sesami");
    server->tap_key(kEnter);
    EXPECT_TRUE(comes_to_read("That passphrase does not open this key"));
    server->tap_key(0xff08);  // Backspace
    types("e");
    server->tap_key(kEnter);
    ASSERT_TRUE(comes_to_see(Role::listitem, "Elif"));

    // By keyboard alone: search, choose, mark as called.
    types("/");
    types("eli");
    EXPECT_TRUE(
        await([](const ui::Tree& tree) { return tree.find(Role::listitem, "Jonas") == nullptr; }));
    server->tap_key(kEscape);
    EXPECT_TRUE(comes_to_see(Role::listitem, "Jonas"));
    server->tap_key(kDown);
    EXPECT_TRUE(comes_to_see(Role::heading, "Elif"));
    server->tap_key(kEnter);
    EXPECT_TRUE(comes_to_see(Role::listitem, "Elif", ui::kFocused));
    server->tap_key(kEnter);
    EXPECT_TRUE(comes_to_see(Role::button, "Mark as called", ui::kFocused));
    server->tap_key(kEnter);
    EXPECT_TRUE(await([](const ui::Tree& tree) {
        const ui::Node* called = tree.find(Role::tab, "Called");
        return called != nullptr && called->value == "1";
    }));

    // Another desk books Jonas while he is open here: it shows within seconds, by itself.
    clicks(Role::listitem, "Jonas");
    EXPECT_TRUE(comes_to_see(Role::heading, "Jonas"));
    const auto row = other_desk()->row(other_desk()->rows().value()[1].request.reference).value();
    ASSERT_EQ(row.request.id, jonas);
    ASSERT_TRUE(other_desk()->set_progress(jonas, row.revision, consult::Progress::booked, "Bob",
                                           "2026-11-25T12:00:00Z"));
    EXPECT_TRUE(comes_to_read("Bob"));

    // A note, by mouse; and what arrives meanwhile.
    clicks(Role::textbox, "Note");
    EXPECT_TRUE(comes_to_see(Role::textbox, "Note", ui::kFocused));
    types("rings on friday");
    clicks(Role::button, "Save the note");
    EXPECT_TRUE(comes_to_read("rings on friday"));
    receives("Marta");
    EXPECT_TRUE(comes_to_see(Role::listitem, "Marta"));

    // Locked, nothing of a request is to be seen.
    server->tap_key_with(kControl, 'l');
    EXPECT_TRUE(comes_to_see(Role::textbox, "Passphrase"));
    EXPECT_EQ(ui::to_text(observed->tree(), ui::Rects::without).find("Marta"), std::string::npos);

    const auto changes = other_desk()->changes({}).value();
    ASSERT_EQ(changes.size(), 3U);
    EXPECT_EQ(changes[0].request_id, elif);
    EXPECT_EQ(changes[0].by, "Ada");
    EXPECT_EQ(changes[2].kind, consult::ChangeKind::note);
    EXPECT_TRUE(other_desk()->verify().value().holds());
    for (const char* file : {"consult.db", "consult.db-wal", "log"})
        EXPECT_EQ(text_of(folder / file).find("rings on friday"), std::string::npos) << file;
}

}  // namespace
}  // namespace candor::journeys
