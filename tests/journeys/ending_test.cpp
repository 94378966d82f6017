#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <sstream>

#include "bad_machine.h"
#include "headless_kiosk.h"
#include "kiosk_process.h"
#include "person.h"
#include "program.h"
#include "remains.h"
#include "scratch_folder.h"
#include "traced_end.h"

// The kiosk ends when it is told to, whatever it does or waits for, and by nothing else.

namespace candor::journeys {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLeft = "ended without waiting for what did not answer";

class Ending : public testing::Test {
  protected:
    void SetUp() override {
        if (!platform::XServer::is_installed())
            FAIL() << "needs Xvfb: apt-get install xvfb (packaging/dependencies.txt)";
        fs::create_directories(folder / "state");
        server = std::make_unique<platform::XServer>("1080x1920x24");
    }
    void TearDown() override {
        kiosk.reset();
        server.reset();
    }

    void starts(const std::vector<std::string>& more = {}) {
        kiosk = std::make_unique<KioskProcess>(*server, folder.path(), more, memory);
        person = std::make_unique<Person>(*kiosk);
    }
    void opens_the_form() {
        person->touch(Role::button, "Touch to start");
        person->touch(Role::button, "Ask staff");
        person->touch(Role::button, "Ask the clinic to call me");
    }
    void expect_in_order(int signal) {
        EXPECT_EQ(kiosk->ends_on(signal), 0) << text_of(kiosk->log());
        EXPECT_EQ(text_of(kiosk->log()).find(kLeft), std::string::npos);
    }

    Memory memory = Memory::as_ever;
    ScratchFolder folder;
    std::unique_ptr<platform::XServer> server;
    std::unique_ptr<KioskProcess> kiosk;
    std::unique_ptr<Person> person;
};

TEST_F(Ending, attract_screen_ends) {
    starts();
    expect_in_order(SIGTERM);
}

TEST_F(Ending, paused_pictures_end) {
    starts();
    // Until all is loaded, news would wake it.
    person->touch(Role::button, "Touch to start");
    person->touch(Role::button, "Search all topics");
    person->touch(Role::textbox, "Search all topics");
    person->types("prp");
    ASSERT_TRUE(person->sees(Role::link, "What PRP is"));
    person->touch(Role::button, "Done");
    person->touch(Role::button, "Topics");
    person->touch(Role::button, "Finish");
    person->touch(Role::button, "Finish and erase this screen");
    person->touch(Role::button, "Pause the pictures");
    ASSERT_TRUE(person->sees(Role::button, "Play the pictures"));
    expect_in_order(SIGINT);
}

TEST_F(Ending, kiosk_that_is_out_of_order_ends) {
    const ScratchFolder empty;
    starts({"--content", empty.path()});
    ASSERT_TRUE(person->is_on("out-of-order"));
    expect_in_order(SIGTERM);
}

TEST_F(Ending, open_sheet_ends) {
    starts();
    person->touch(Role::button, "Touch to start");
    person->touch(Role::button, "Ask staff");
    ASSERT_TRUE(person->is_on("home", "ask-staff"));
    expect_in_order(SIGTERM);
}

TEST_F(Ending, search_ends_and_its_words_are_wiped_first) {
    if (!BadMachine::can_be_had()) GTEST_SKIP() << "a sanitizer's heap keeps what was freed";
    memory = Memory::readable;
    starts();
    person->touch(Role::button, "Touch to start");
    person->touch(Role::button, "Search all topics");
    person->touch(Role::textbox, "Search all topics");
    person->types("zorfiqamelduth");
    EXPECT_EQ(traced_end(*kiosk, SIGTERM, {"zorfiqamelduth"}), "");
}

TEST_F(Ending, form_ends_and_what_was_typed_is_wiped_first) {
    if (!BadMachine::can_be_had()) GTEST_SKIP() << "a sanitizer's heap keeps what was freed";
    memory = Memory::readable;
    starts();
    opens_the_form();
    person->writes("First name", "Wquzvolenkarid");
    person->writes("In your own words (if you like)", "vadrulokenpify");
    EXPECT_EQ(traced_end(*kiosk, SIGTERM, {"Wquzvolenkarid", "vadrulokenpify"}), "");
}

TEST_F(Ending, disk_that_never_answers_is_left_behind) {
    if (!BadMachine::can_be_had()) GTEST_SKIP() << "a sanitizer wants to be loaded first";
    const BadMachine machine("CANDOR_TEST_HANGS", shipped_content() / "prp/pack.yaml");
    starts();
    machine.await();
    EXPECT_EQ(kiosk->ends_on(SIGTERM), 0) << text_of(kiosk->log());
    EXPECT_NE(text_of(kiosk->log()).find(kLeft), std::string::npos);
}

TEST_F(Ending, visitor_who_waits_for_a_disk_that_never_answers_does_not_hold_it_up) {
    if (!BadMachine::can_be_had()) GTEST_SKIP() << "a sanitizer wants to be loaded first";
    const BadMachine machine("CANDOR_TEST_HANGS", shipped_content() / "prp/pack.yaml");
    starts();
    machine.await();
    const base::Rect start = person->thing(Role::button, "Touch to start").rect;
    kiosk->put_down({start.x + start.w / 2, start.y + start.h / 2});
    kiosk->lift(Lift::at_once);
    EXPECT_EQ(kiosk->ends_on(SIGTERM), 0) << text_of(kiosk->log());
}

/// A kiosk of a clinic that signs its packs, with one of them to be put in.
class EndingAnInstallation : public Ending {
  protected:
    fs::path state() const { return folder / "state"; }
    fs::path sticks() const { return folder / "sticks"; }
    static void candor(std::vector<std::string> words) {
        words.insert(words.begin(), built("candor"));
        ASSERT_EQ(run_program(words).status, 0) << words[1] << " " << words[2];
    }
    void SetUp() override {
        Ending::SetUp();
        fs::create_directory(sticks());
        std::ofstream(folder / "code") << "246810\n";
        candor({"staff-code", "--state", state(), "--code-file", folder / "code"});
        candor({"keys", "create", "--signer", folder / "author", "--no-passphrase"});
        std::istringstream key(text_of(folder / "author.pub"));
        std::string line;
        std::getline(key, line);
        std::getline(key, line);
        std::ofstream(state() / "kiosk.yaml", std::ios::app)
            << "packs:\n  require: [author]\n  keys:\n    author: [\"" << line << "\"]\n";
        candor({"pack", "build", shipped_content() / "prp", "-o", package()});
        candor({"pack", "sign", package(), "--key", folder / "author", "--role", "author"});
    }
    fs::path package() const { return sticks() / "prp.candorpack"; }
    void begins_to_install() {
        person->touch(Role::button, "Touch to start");
        person->touch(Role::button, "Ask staff");
        person->touch(Role::button, "For staff");
        for (const char* digit : {"2", "4", "6", "8", "1", "0"}) person->touch(Role::button, digit);
        person->touch(Role::button, "Done");
        person->touch(Role::button, "Install PRP, and how it differs, version 1");
    }
};

TEST_F(EndingAnInstallation, disk_that_never_answers_is_left_behind_and_nothing_is_installed) {
    if (!BadMachine::can_be_had()) GTEST_SKIP() << "a sanitizer wants to be loaded first";
    {
        const BadMachine machine("CANDOR_TEST_HANGS", state() / "packs/prp/.new-");
        starts({"--sticks", sticks()});
        begins_to_install();
        machine.await();
        EXPECT_EQ(kiosk->ends_on(SIGTERM), 0) << text_of(kiosk->log());
    }
    EXPECT_FALSE(fs::exists(state() / "packs/prp/live"));
    kiosk->is_started();
    EXPECT_TRUE(person->is_on("attract"));
}

TEST_F(Ending, window_managers_close_does_not_end_a_full_screen) {
    starts();
    server->close_window();  // the touches come after it
    person->touch(Role::button, "Touch to start");
    EXPECT_TRUE(person->is_on("home"));
}

TEST_F(Ending, window_managers_close_ends_a_window_in_order) {
    starts({"--windowed"});
    EXPECT_EQ(kiosk->ends_with_its_window(), 0);
}

TEST_F(Ending, broken_pipe_ends_nothing) {
    starts();
    ::kill(kiosk->pid(), SIGPIPE);
    for (const pid_t decoder : kiosk->decoders()) ::kill(decoder, SIGPIPE);
    person->touch(Role::button, "Touch to start");
    EXPECT_TRUE(person->is_on("home"));
}

TEST_F(Ending, stick_that_is_pulled_out_while_it_is_listed_ends_nothing) {
    if (!BadMachine::can_be_had()) GTEST_SKIP() << "a sanitizer wants to be loaded first";
    fs::create_directory(folder / "sticks");
    const BadMachine machine("CANDOR_TEST_PULLED", folder / "sticks");
    starts({"--sticks", folder / "sticks"});
    for (const char* name : {"a", "b", "c", "d", "e"}) std::ofstream(folder / "sticks" / name);
    machine.await();
    person->touch(Role::button, "Touch to start");
    EXPECT_TRUE(person->is_on("home"));
    expect_in_order(SIGTERM);
}

}  // namespace
}  // namespace candor::journeys
