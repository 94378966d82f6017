#include <gtest/gtest.h>

#include <algorithm>

#include "kiosk_process.h"
#include "person.h"
#include "program.h"
#include "remains.h"
#include "scratch_folder.h"
#include "ui/theme.h"
#include "visits.h"

// The main journey as real programs: an X server, its pointer, the kiosk, the staff's command line.

namespace candor::journeys {
namespace {

constexpr const char* kQuestion = "Which studies used PRP made the way you make it?";
const Words kTyped{"Quillimara", "0532 456 78 90", "quilli@example.org", "Does my crown qualify"};

unsigned rgb(base::Rgba colour) {
    return static_cast<unsigned>(colour.r) << 16U | static_cast<unsigned>(colour.g) << 8U |
           colour.b;
}

class RealWindow : public testing::Test {
  protected:
    void SetUp() override {
        if (!platform::XServer::is_installed())
            FAIL() << "needs Xvfb: apt-get install xvfb (packaging/dependencies.txt)";
        server = std::make_unique<platform::XServer>("1080x1920x24");
        kiosk = std::make_unique<KioskProcess>(*server, folder.path());
        person = std::make_unique<Person>(*kiosk);
    }

    void TearDown() override {
        kiosk.reset();
        server.reset();
    }

    void reads_a_pack_and_ticks_a_question() {
        person->touch(Role::button, "PRP, and how it differs");
        person->touch(Role::button, "centrifuge");
        EXPECT_TRUE(person->is_on("reader", "term"));
        person->touch(Role::button, "OK");
        for (const char* next :
             {"Next: how it is given", "Next: after PRP", "Next: all the trials together",
              "Next: what studies found", "Next: side by side", "Next: a quick check"})
            person->touch(Role::button, next);
        person->touch(Role::checkbox, kQuestion);
        person->touch(Role::button, "Next topic: The procedure, step by step");
        person->touch(Role::button, "Topics");
    }

    void fills_in_the_request() {
        person->writes("First name", kTyped[0]);
        person->writes("Phone", kTyped[1]);
        person->writes("E-mail", kTyped[2]);
        person->writes("In your own words (if you like)", kTyped[3]);
        person->touch(Role::radio, "Evening");
        person->touch(Role::checkbox,
                      "Send my answers and the result too, so the clinician can prepare");
        person->touch(Role::checkbox, "Send the question I ticked");
        person->touch(Role::checkbox, "Send which topics I read");
        person->touch(Role::checkbox, "I agree that the clinic may contact me about this");
    }

    void expect_on_the_front_desk(const std::string& reference) {
        const Printed list =
            run_program({built("candor"), "inbox", "list", "--state", kiosk->state()});
        EXPECT_EQ(list.status, 0);
        EXPECT_EQ(std::count(list.out.begin(), list.out.end(), '\n'), 1);
        EXPECT_NE(list.out.find(reference), std::string::npos) << list.out;
        const Printed shown =
            run_program({built("candor"), "inbox", "show", reference, "--state", kiosk->state(),
                         "--key", kiosk->state() / "demo-clinic.key"});
        EXPECT_EQ(shown.status, 0);
        for (const std::string& typed : kTyped)
            EXPECT_NE(shown.out.find(typed), std::string::npos) << typed << " in\n" << shown.out;
        for (const char* more :
             {kQuestion, "evening", "Thinner at the temples", "What the self-check said",
              "Topics they read\n  - PRP, and how it differs"})
            EXPECT_NE(shown.out.find(more), std::string::npos) << more << " in\n" << shown.out;
    }

    ScratchFolder folder;
    std::unique_ptr<platform::XServer> server;
    std::unique_ptr<KioskProcess> kiosk;
    std::unique_ptr<Person> person;
};

TEST_F(RealWindow, main_journey_survives_restarts_and_arrives_at_the_front_desk) {
    // What the tree says is there stands on the screen: the button's own colour, in its corner.
    const base::Rect start = person->thing(Role::button, "Touch to start").rect;
    EXPECT_EQ(server->pixel(static_cast<int>(start.x + 40), static_cast<int>(start.y + 20)),
              rgb(ui::Palette::of(ui::Contrast::standard)[ui::Colour::teal]));
    person->touch(Role::button, "Touch to start");
    reads_a_pack_and_ticks_a_question();
    EXPECT_EQ(person->thing(Role::button, "PRP, and how it differs").value, "Read");

    kiosk->is_killed_and_started_again();
    EXPECT_TRUE(person->is_on("attract"));
    person->touch(Role::button, "Touch to start");
    EXPECT_EQ(person->thing(Role::button, "PRP, and how it differs").value, "");
    reads_a_pack_and_ticks_a_question();
    answers_the_self_check(*person, ordinary_answers());
    person->touch(Role::button, "See what this may mean");
    EXPECT_TRUE(person->is_on("guidance"));
    person->touch(Role::button, "Ask the clinic to call me");
    fills_in_the_request();
    person->touch(Role::button, "Send my request");
    EXPECT_TRUE(person->is_on("confirmation"));
    const auto reference = reference_on(kiosk->tree());
    ASSERT_TRUE(reference);

    kiosk->is_killed_and_started_again();
    EXPECT_TRUE(person->is_on("attract"));
    expect_on_the_front_desk(*reference);
    EXPECT_EQ(listed(remains_in_files(folder.path(), kTyped)), "");
}

}  // namespace
}  // namespace candor::journeys
