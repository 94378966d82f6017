#include <gtest/gtest.h>

#include "headless_kiosk.h"
#include "person.h"
#include "scratch_folder.h"

namespace candor::journeys {
namespace {

namespace fs = std::filesystem;

/// A kiosk whose self-check has every control (tests/screens/forms/controls).
class Controls : public testing::Test {
  protected:
    Controls() {
        kiosk = std::make_unique<HeadlessKiosk>(state.path(), content());
        person = std::make_unique<Person>(*kiosk);
        person->touch(Role::button, "Touch to start");
        person->touch(Role::button, "Begin");
    }
    fs::path content() {
        fs::copy(shipped_content() / "prp", packs / "prp", fs::copy_options::recursive);
        fs::copy(fs::path(CANDOR_SOURCE_DIR) / "tests/screens/forms/controls", packs / "controls",
                 fs::copy_options::recursive);
        return packs.path();
    }
    void next() { person->touch(Role::button, "Next"); }
    void keys(const std::string& names) {
        for (const char key : names) person->touch(Role::button, std::string(1, key));
    }
    void declines() {
        person->touch(Role::radio, "I’d rather not say");
        next();
    }

    void answers_numbers() {
        const std::string bother = "1. How much does it bother you?";
        EXPECT_TRUE(person->reads("Answer what you like."));
        for (int i = 0; i < 4; ++i) person->touch(Role::button, "More: " + bother);
        EXPECT_EQ(person->thing(Role::slider, bother).value, "3");
        next();
        person->touch(Role::textbox, "Your answer");
        keys("26");
        person->touch(Role::button, "Done");
        next();
        person->touch(Role::textbox, "Your answer");
        person->touch(Role::button, "Minus");
        keys("2");
        person->touch(Role::button, "Decimal point");
        keys("5");
        person->touch(Role::button, "Done");
        next();
        person->touch(Role::textbox, "Your answer");
        keys("170");
        person->touch(Role::button, "Done");
        person->touch(Role::radio, "centimetres");
        next();
    }
    void answers_times() {
        person->touch(Role::spinbutton, "Day");
        keys("9");
        person->touch(Role::button, "March");
        keys("1980");
        person->touch(Role::button, "Done");
        next();
        declines();  // the last visit
        person->touch(Role::spinbutton, "Hour");
        person->touch(Role::button, "07");
        person->touch(Role::button, "30");
        next();
    }
    void answers_words() {
        person->writes("Your answer", "oil");
        person->writes("Your answer", "soap");
        person->touch(Role::button, "Remove: oil");
        next();
        person->writes("Your answer", "x");
        next();
        EXPECT_TRUE(person->sees(Role::alert, "Please write it like this: AB12"));
        declines();
        declines();  // the web address
        declines();  // the story
    }
    void answers_choices() {
        person->touch(Role::radio, "Leeds");
        next();
        person->touch(Role::checkbox, "Thicker hair");
        next();
        EXPECT_TRUE(person->reads("We need more answers here. The fewest is 2."));
        person->touch(Role::checkbox, "Less hair that falls");
        next();
        person->touch(Role::radio, "Thin on top");
        next();
        person->touch(Role::radio, "A friend");
        next();
    }
    void answers_medicines() {
        person->writes("Your answer", "oil");
        next();
        person->touch(Role::radio, "Yes");
        next();
        declines();  // at what time
        next();      // no other time
        EXPECT_TRUE(person->sees(Role::listitem, "oil"));
        person->touch(Role::button, "Add another");
        EXPECT_TRUE(person->sees(Role::heading, "Your medicines · 2 of 2"));
        person->writes("Your answer", "foam");
        next();
        person->touch(Role::radio, "No");
        next();
        EXPECT_TRUE(person->sees(Role::listitem, "foam"));
        next();
    }
    void answers_the_page() {
        person->touch(Role::radio, "Yes");
        person->touch(Role::combobox, "Where do you live?");
        person->touch(Role::radio, "Cairo");
        EXPECT_TRUE(person->is_on("self-check"));
        person->touch(Role::button, "More: How well do you sleep?");
        person->touch(Role::textbox, "Your answer: How many a day?");
        keys("20");
        person->touch(Role::button, "Done");
        next();  // the last questions lie below: they are shown first
        next();
    }
    void answers_all() {
        answers_numbers();
        answers_times();
        answers_words();
        answers_choices();
        answers_medicines();
        answers_the_page();
    }

    ScratchFolder state, packs;
    std::unique_ptr<HeadlessKiosk> kiosk;
    std::unique_ptr<Person> person;
};

TEST_F(Controls, every_one_is_answered_by_its_name_and_reviewed) {
    answers_all();
    EXPECT_TRUE(person->sees(Role::heading, "Your answers"));
    for (const char* answer :
         {"3", "26 weeks", "−2.5", "170 centimetres", "9 March 1980", "I’d rather not say", "07:30",
          "soap", "Leeds", "Thicker hair, Less hair that falls", "Thin on top", "A friend", "Yes",
          "20", "Cairo", "0", "oil", "foam"})
        EXPECT_TRUE(person->sees(Role::paragraph, answer));
    person->touch(Role::button, "See what this may mean");
    EXPECT_TRUE(person->sees(Role::heading, "Worth a talk"));
}

TEST_F(Controls, change_from_the_review_drops_and_asks_what_follows_from_it) {
    answers_all();
    person->touch(Role::button, "Change: Do you smoke?");
    person->touch(Role::radio, "No");
    EXPECT_FALSE(person->reads("How many a day?"));
    person->touch(Role::button, "Save");
    EXPECT_TRUE(person->sees(Role::heading, "Your answers"));
    EXPECT_FALSE(person->reads("How many a day?"));
    EXPECT_TRUE(person->sees(Role::paragraph, "Cairo"));
}

TEST_F(Controls, medicine_is_added_changed_and_removed_from_the_review) {
    answers_all();
    person->touch(Role::button, "Change: Your medicines");
    person->touch(Role::button, "Remove: 1 of 2, oil");
    EXPECT_FALSE(person->reads("oil"));
    person->touch(Role::button, "Change: foam");
    next();
    person->touch(Role::radio, "I’d rather not say");
    next();
    EXPECT_TRUE(person->sees(Role::listitem, "I’d rather not say"));
    person->touch(Role::button, "Save");
    EXPECT_TRUE(person->sees(Role::heading, "Your answers"));
    EXPECT_TRUE(person->sees(Role::paragraph, "foam"));
    EXPECT_FALSE(person->sees(Role::heading, "Your medicines · 2 of 2"));
}

TEST_F(Controls, language_changes_in_the_midst_of_a_number_and_a_complaint) {
    person->touch(Role::button, "More: 1. How much does it bother you?");
    next();
    person->touch(Role::textbox, "Your answer");
    keys("99");
    person->touch(Role::button, "Done");
    person->touch(Role::textbox, "Your answer");
    keys("9");
    person->touch(Role::button, "Done");
    EXPECT_TRUE(person->reads("Please stay between 0 and 520 weeks."));
    person->touch(Role::button, "English");
    person->touch(Role::radio, "Deutsch");
    EXPECT_TRUE(person->sees(Role::heading, "2. Seit wie vielen Wochen geht das so?"));
    EXPECT_TRUE(person->reads("Bitte bleiben Sie zwischen"));
    EXPECT_EQ(person->length_of("Ihre Antwort"), 3U);
    person->touch(Role::textbox, "Ihre Antwort");
    person->touch(Role::button, "Löschen");
    person->touch(Role::button, "Fertig");
    person->touch(Role::button, "Weiter");
    EXPECT_TRUE(person->reads("Wie hat sich Ihr Gewicht"));
    person->touch(Role::button, "Zurück");
    EXPECT_EQ(person->length_of("Ihre Antwort"), 2U);
}

}  // namespace
}  // namespace candor::journeys
