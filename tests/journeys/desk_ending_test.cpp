#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>

#include "consult/store/queue.h"
#include "desk_process.h"
#include "made_up.h"
#include "person.h"
#include "program.h"
#include "scratch_folder.h"
#include "silent_server.h"
#include "traced_end.h"
#include "waiting_server.h"

// The front desk ends when it is told to, whatever it does or waits for.

namespace candor::journeys {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDeskLeft = "ended without waiting for what did not answer";
constexpr const char* kHalfTyped = "wquzvolenkarid";
constexpr unsigned long kEnterKey = 0xff0d;  // X11's keysymdef.h

class EndingDesk : public testing::Test {
  protected:
    void SetUp() override {
        if (!platform::XServer::is_installed())
            FAIL() << "needs Xvfb: apt-get install xvfb (packaging/dependencies.txt)";
        server = std::make_unique<platform::XServer>("1366x768x24");
    }
    void TearDown() override {
        desk.reset();
        server.reset();
    }

    void has_a_key(const char* passphrase) {
        base::SecretString secret(64);
        secret.assign(passphrase);
        const auto key = consult::create_clinic_keys(folder / "clinic.key", secret).value();
        const auto queue =
            consult::Queue::open(folder / "consult.db", consult::OpenMode::append).value();
        desk::MadeUp elif;
        const std::string id = desk::id_of(1);
        elif.name = "Elif";
        queue->append(id, elif.authored, key.fingerprint(), desk::sealed_request(elif, id, key))
            .value();
    }
    void starts(std::vector<std::string> more) {
        more.insert(more.end(), {"--key", folder / "clinic.key", "--name", "Ada"});
        desk = std::make_unique<DeskProcess>(*server, folder.path(), more);
        staff = std::make_unique<Person>(*desk);
    }
    void shows_elif(const std::vector<std::string>& more = {}) {
        has_a_key("");
        std::vector<std::string> words{"--state", folder.path()};
        words.insert(words.end(), more.begin(), more.end());
        starts(words);
        desk->clicks(Role::listitem, "Elif");
        ASSERT_TRUE(staff->sees(Role::heading, "Elif"));
    }
    void expect_in_order(int signal) {
        EXPECT_EQ(desk->ends_on(signal), 0) << text_of(desk->log());
        EXPECT_EQ(text_of(desk->log()).find(kDeskLeft), std::string::npos);
    }

    ScratchFolder folder;
    std::unique_ptr<platform::XServer> server;
    std::unique_ptr<DeskProcess> desk;
    std::unique_ptr<Person> staff;
};

TEST_F(EndingDesk, locked_desk_ends_and_a_passphrase_half_typed_is_wiped_first) {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can look into its memory";
    has_a_key(kHalfTyped);
    starts({"--state", folder.path()});
    ASSERT_TRUE(staff->sees(Role::textbox, "Passphrase"));
    desk->types(kHalfTyped);
    ASSERT_TRUE(desk->await([](const ui::Tree& tree) {
        const ui::Node* field = tree.find(Role::textbox, "Passphrase");
        return field != nullptr && field->value.size() >= 14;
    }));
    EXPECT_EQ(traced_end(*desk, SIGTERM, {kHalfTyped}), "");
}

TEST_F(EndingDesk, desk_that_derives_its_key_ends) {
    has_a_key(kHalfTyped);
    starts({"--state", folder.path()});
    ASSERT_TRUE(staff->sees(Role::textbox, "Passphrase"));
    desk->types(kHalfTyped);
    desk->presses(kEnterKey);
    EXPECT_EQ(desk->ends_on(SIGINT), 0) << text_of(desk->log());
}

TEST_F(EndingDesk, open_request_ends) {
    shows_elif();
    expect_in_order(SIGTERM);
}

TEST_F(EndingDesk, open_dialog_ends) {
    shows_elif({"--packs", fs::path(CANDOR_SOURCE_DIR) / "content"});
    desk->clicks(Role::tab, "Packs");
    desk->clicks(Role::button, "PRP, and how it differs");
    desk->clicks(Role::button, "Put on a kiosk…");
    ASSERT_TRUE(staff->sees(Role::dialog, "Put on a kiosk"));
    expect_in_order(SIGTERM);
}

TEST_F(EndingDesk, printer_that_never_ends_is_ended) {
    fs::create_directory(folder / "bin");
    ASSERT_EQ(::mkfifo((folder / "bell").c_str(), 0600), 0);
    std::ofstream(folder / "bin/lp")
        << "#!/bin/sh\necho > " << (folder / "bell").string() << "\nexec sleep 1000\n";
    fs::permissions(folder / "bin/lp", fs::perms::owner_all);
    const std::string path = std::getenv("PATH");
    ::setenv("PATH", ((folder / "bin").string() + ":" + path).c_str(), 1);
    shows_elif();
    ::setenv("PATH", path.c_str(), 1);
    desk->clicks(Role::button, "Print");
    EXPECT_EQ(text_of(folder / "bell"), "\n");
    expect_in_order(SIGTERM);
}

TEST_F(EndingDesk, record_that_never_answers_ends) {
    desk::WaitingServer records;
    shows_elif({"--fhir", records.url()});
    desk->clicks(Role::button, "Send to record");
    records.await_request();
    expect_in_order(SIGTERM);
}

TEST_F(EndingDesk, database_that_never_answers_ends) {
    SilentServer database;
    has_a_key("");
    starts(
        {"--database", "postgresql://desk.north.front@127.0.0.1:" + database.port() + "/candor"});
    database.await_caller();
    expect_in_order(SIGTERM);
}

TEST_F(EndingDesk, window_managers_close_ends_it_in_order) {
    shows_elif();
    EXPECT_EQ(desk->ends_with_its_window(), 0);
}

TEST_F(EndingDesk, broken_pipe_ends_nothing) {
    shows_elif();
    ::kill(desk->pid(), SIGPIPE);
    desk->clicks(Role::button, "Mark as called");
    EXPECT_TRUE(desk->await([](const ui::Tree& tree) {
        const ui::Node* called = tree.find(Role::tab, "Called");
        return called != nullptr && called->value == "1";
    }));
}

}  // namespace
}  // namespace candor::journeys
