#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk_process.h"
#include "person.h"
#include "program.h"
#include "remains.h"
#include "scratch_folder.h"

// Nothing that a person types outlives the visit: not in the memory of the kiosk or its decoders,
// not in its files, not in its log. Words that nobody would say stand for what people type.

namespace candor::journeys {
namespace {

constexpr const char* kName = "Wquzvolenkarid";
constexpr const char* kPhone = "739148260537";
constexpr const char* kEmail = "yxofrimbalute";
constexpr const char* kOwnWords = "vadrulokenpify";
constexpr const char* kSearch = "zorfiqamelduth";
const Words kForm{kName, kPhone, kEmail, kOwnWords};
const Words kAll{kName, kPhone, kEmail, kOwnWords, kSearch};

class Canary : public testing::Test {
  protected:
    static bool can_read_memory_of_others() {
        return ::geteuid() == 0 ||
               run_program({"/usr/bin/unshare", "--map-root-user", "/bin/true"}).status == 0;
    }
    void SetUp() override {
#ifdef __SANITIZE_ADDRESS__
        GTEST_SKIP() << "a sanitizer's heap keeps what was freed";
#endif
        if (!platform::XServer::is_installed())
            FAIL() << "needs Xvfb: apt-get install xvfb (packaging/dependencies.txt)";
        server = std::make_unique<platform::XServer>("1080x1920x24");
        if (!can_read_memory_of_others())
            GTEST_SKIP()
                << "needs root, or user namespaces for users: no other reads a kiosk's memory";
        kiosk = std::make_unique<KioskProcess>(*server, folder.path(), std::vector<std::string>{},
                                               Memory::readable);
        person = std::make_unique<Person>(*kiosk);
        person->touch(Role::button, "Touch to start");
    }

    void TearDown() override {
        kiosk.reset();
        server.reset();
    }

    /// Types and looks: a word that is nowhere while it is on the screen would prove nothing.
    void types_into_the_search() {
        person->touch(Role::button, "Search all topics");
        person->touch(Role::textbox, "Search all topics");
        person->types(kSearch);
        EXPECT_GE(count_of(in_the_kiosk({kSearch}), kSearch), 1U);
        person->touch(Role::button, "Done");
        person->touch(Role::button, "Topics");
    }

    void types_into_the_form() {
        person->touch(Role::button, "Ask staff");
        person->touch(Role::button, "Ask the clinic to call me");
        person->writes("First name", kName);
        person->writes("Phone", kPhone);
        person->writes("E-mail", std::string(kEmail) + "@example.org");
        person->writes("In your own words (if you like)", kOwnWords);
        const Words remains = in_the_kiosk(kForm);
        for (const std::string& word : kForm) EXPECT_GE(count_of(remains, word), 1U) << word;
    }

    Words in_the_kiosk(const Words& words) {
        return remains_in_memory(kiosk->pid(), words).value();
    }

    /// Decoders are started when there are pictures, and end soon after.
    void expect_nothing_in_the_decoders() {
        for (const pid_t decoder : kiosk->decoders())
            EXPECT_EQ(listed(remains_in_memory(decoder, kAll).value_or(Words{})), "")
                << "in a decoder's memory";
    }

    void expect_nothing_remains() {
        EXPECT_TRUE(person->is_on("attract"));
        EXPECT_EQ(listed(in_the_kiosk(kAll)), "") << "in the kiosk's memory";
        expect_nothing_in_the_decoders();
        // The state, the log and what was observed.
        EXPECT_EQ(listed(remains_in_files(folder.path(), kAll)), "") << "on the disk";
    }

    ScratchFolder folder;
    std::unique_ptr<platform::XServer> server;
    std::unique_ptr<KioskProcess> kiosk;
    std::unique_ptr<Person> person;
};

TEST_F(Canary, words_of_a_visit_that_sent_nothing_remain_nowhere) {
    types_into_the_search();
    types_into_the_form();
    person->touch(Role::button, "Back");
    // Its picture starts a decoder while the words are still there.
    person->touch(Role::button, "What stem cells are");
    expect_nothing_in_the_decoders();
    person->touch(Role::button, "Topics");
    person->touch(Role::button, "Finish");
    person->touch(Role::button, "Finish and erase this screen");
    expect_nothing_remains();
    EXPECT_FALSE(std::filesystem::exists(kiosk->state() / "consult.db"));
}

TEST_F(Canary, words_of_a_request_remain_nowhere_but_sealed) {
    types_into_the_search();
    types_into_the_form();
    person->touch(Role::checkbox, "I agree that the clinic may contact me about this");
    person->touch(Role::button, "Send my request");
    EXPECT_TRUE(person->is_on("confirmation"));
    person->touch(Role::button, "Finish and erase this screen");
    expect_nothing_remains();
    EXPECT_TRUE(std::filesystem::exists(kiosk->state() / "consult.db"));
}

}  // namespace
}  // namespace candor::journeys
