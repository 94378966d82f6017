#include <gtest/gtest.h>

#include <fstream>

#include "../language/made_up_language.h"
#include "headless_kiosk.h"
#include "person.h"
#include "scratch_folder.h"

namespace candor::journeys {
namespace {

class Languages : public testing::Test {
  protected:
    void changes_to(std::string_view from, std::string_view to) {
        person.touch(Role::button, from);
        person.touch(Role::radio, to);
    }

    ScratchFolder state;
    HeadlessKiosk kiosk{state.path()};
    Person person{kiosk};
};

TEST_F(Languages, one_is_chosen_before_anything_else) {
    person.touch(Role::button, "Deutsch");
    EXPECT_TRUE(person.is_on("home"));
    EXPECT_TRUE(person.sees(Role::heading, "Was möchten Sie wissen?"));
}

TEST_F(Languages, change_keeps_the_page_and_the_ticks) {
    person.touch(Role::button, "Touch to start");
    person.touch(Role::button, "PRP, and how it differs");
    for (const char* next : {"Next: how it is given", "Next: after PRP",
                             "Next: all the trials together", "Next: what studies found"})
        person.touch(Role::button, next);
    EXPECT_TRUE(person.sees(Role::heading, "What studies found"));
    changes_to("English", "Türkçe");
    EXPECT_TRUE(person.is_on("reader"));
    EXPECT_TRUE(person.reads("PRP nedir, farkı ne? · 5 / 7"));
    changes_to("Türkçe", "English");
    EXPECT_TRUE(person.sees(Role::heading, "What studies found"));
}

TEST_F(Languages, change_in_the_midst_of_the_self_check_keeps_the_answers) {
    person.touch(Role::button, "Touch to start");
    person.touch(Role::button, "Begin");
    person.touch(Role::radio, "30 to 44");
    changes_to("English", "Español");
    EXPECT_TRUE(person.is_on("self-check"));
    EXPECT_TRUE(person.sees(Role::radio, "De 30 a 44", ui::kChecked));
}

TEST_F(Languages, next_visitor_begins_in_the_language_of_the_kiosk) {
    person.touch(Role::button, "العربية");
    EXPECT_TRUE(person.sees(Role::heading, "ماذا تودون أن تعرفوا؟"));
    person.waits(60);
    person.waits(20);
    EXPECT_TRUE(person.is_on("attract"));
    EXPECT_TRUE(person.sees(Role::button, "Touch to start"));
}

/// A clinic's own language lies in the state folder, as data alone; another one there is broken.
TEST(ClinicsLanguage, is_chosen_and_spoken_like_those_that_ship) {
    const std::filesystem::path assets = std::filesystem::path(CANDOR_SOURCE_DIR) / "assets";
    ScratchFolder state;
    using testing_language::made_up;
    for (const char* code : {"qps", "qaa"})
        testing_language::write_made_up_language(
            assets, language::clinic_language(state.path() / "languages", code));
    std::ofstream(state.path() / "languages/qaa/language.yaml", std::ios::trunc) << "[[[";
    HeadlessKiosk kiosk{state.path()};
    Person person{kiosk};
    person.touch(Role::button, "Touch to start");
    person.touch(Role::button, "English");
    person.touch(Role::radio, made_up("Made up"));
    EXPECT_TRUE(person.sees(Role::heading, made_up("What would you like to know?")));
    EXPECT_EQ(kiosk.state().catalog->refused, std::vector<std::string>{"qaa"});
    person.touch(Role::button, made_up("Made up"));
    person.touch(Role::radio, "English");
    EXPECT_TRUE(person.sees(Role::heading, "What would you like to know?"));
}

}  // namespace
}  // namespace candor::journeys
