#include <gtest/gtest.h>

#include "headless_kiosk.h"
#include "person.h"
#include "scratch_folder.h"

namespace candor::journeys {
namespace {

class Reading : public testing::Test {
  protected:
    Reading() { person.touch(Role::button, "Touch to start"); }

    ScratchFolder state;
    HeadlessKiosk kiosk{state.path()};
    Person person{kiosk};
};

TEST_F(Reading, pack_is_read_to_its_end_and_is_marked_as_read) {
    EXPECT_TRUE(person.sees(Role::heading, "What would you like to know?"));
    person.touch(Role::button, "PRP, and how it differs");
    EXPECT_TRUE(person.sees(Role::heading, "What PRP is"));
    EXPECT_TRUE(person.sees(Role::progressbar, "Page 1 of 7"));
    EXPECT_TRUE(person.reads("Sample content, not yet reviewed by a clinician"));
    person.touch(Role::button, "Next: how it is given");
    EXPECT_TRUE(person.sees(Role::heading, "How it is given, and how often"));
    person.touch(Role::button, "Next: after PRP");
    EXPECT_TRUE(person.sees(Role::heading, "Call the clinic now if"));
    person.touch(Role::button, "Next: all the trials together");
    person.touch(Role::button, "Next: what studies found");
    EXPECT_TRUE(person.sees(Role::heading, "Found more hair or less shedding"));
    EXPECT_TRUE(person.sees(Role::heading, "Found no gain over a dummy"));
    person.touch(Role::button, "Next: side by side");
    EXPECT_TRUE(person.sees(Role::heading, "Cell-based"));
    person.touch(Role::button, "Next: a quick check");
    EXPECT_TRUE(person.sees(Role::progressbar, "Page 7 of 7"));
    person.touch(Role::button, "Next topic: The procedure, step by step");
    person.touch(Role::button, "Topics");
    EXPECT_TRUE(person.is_on("home"));
    EXPECT_EQ(person.thing(Role::button, "PRP, and how it differs").value, "Read");
    EXPECT_EQ(person.thing(Role::button, "What stem cells are").value, "");
}

TEST_F(Reading, word_opens_its_meaning_and_gives_the_page_back) {
    person.touch(Role::button, "PRP, and how it differs");
    person.touch(Role::button, "centrifuge");
    EXPECT_TRUE(person.is_on("reader", "term"));
    EXPECT_TRUE(person.sees(Role::heading, "Centrifuge"));
    EXPECT_TRUE(person.reads("A machine that spins tubes very fast"));
    person.touch(Role::button, "OK");
    EXPECT_TRUE(person.sees(Role::heading, "What PRP is"));
}

TEST_F(Reading, claim_opens_its_source_with_what_it_is_worth) {
    person.touch(Role::button, "PRP, and how it differs");
    person.touch(Role::button, "Source 3");
    EXPECT_TRUE(person.is_on("reader", "source"));
    EXPECT_TRUE(person.sees(Role::heading, "Source 3"));
    EXPECT_TRUE(person.sees(Role::status, "Trial in people"));
    EXPECT_TRUE(person.reads("A small trial against salt water: 30 men."));
    EXPECT_TRUE(person.reads("Acta Derm Venereol 2020;100:adv00247."));
    person.touch(Role::button, "OK");
    EXPECT_TRUE(person.is_on("reader"));
}

TEST_F(Reading, steps_go_one_by_one_and_back) {
    person.touch(Role::button, "The procedure, step by step");
    person.touch(Role::button, "Next: tell the doctor");
    person.touch(Role::button, "Next: the numbing shot and your skin");
    person.touch(Role::button, "Next: step by step");
    EXPECT_TRUE(person.sees(Role::tab, "1. Check-up and plan", ui::kSelected));
    person.touch(Role::button, "Step 2: Taking a small sample");
    EXPECT_TRUE(person.sees(Role::tab, "2. Taking a small sample", ui::kSelected));
    EXPECT_TRUE(person.sees(Role::img,
                            "A gloved hand takes a little fat from a belly with a syringe. A close "
                            "view shows the blunt, hollow needle in the fat under the skin"));
    person.touch(Role::button, "Step 1");
    EXPECT_TRUE(person.sees(Role::tab, "1. Check-up and plan", ui::kSelected));
    person.touch(Role::tab, "4. Placing it in the scalp");
    EXPECT_TRUE(person.reads("The fluid is injected where your hair is thin."));
    person.touch(Role::button, "Next: after cells");
    EXPECT_TRUE(person.sees(Role::progressbar, "Page 5 of 14"));
}

TEST_F(Reading, quick_check_explains_a_wrong_answer_and_then_the_right_one) {
    person.touch(Role::button, "PRP, and how it differs");
    for (const char* next :
         {"Next: how it is given", "Next: after PRP", "Next: all the trials together",
          "Next: what studies found", "Next: side by side", "Next: a quick check"})
        person.touch(Role::button, next);
    person.touch(Role::radio, "Yes. It works for all people");
    EXPECT_TRUE(person.sees(Role::status, "Not quite"));
    EXPECT_TRUE(person.reads("In some trials, PRP did no better than salt water."));
    person.touch(Role::radio, "It may help some. Studies do not agree");
    EXPECT_TRUE(person.sees(Role::status, "That is right"));
    EXPECT_TRUE(person.reads("No one can promise it."));
    EXPECT_FALSE(person.sees(Role::status, "Not quite"));
}

TEST_F(Reading, ticked_question_stays_ticked_wherever_it_shows) {
    const char* const question = "Which studies used PRP made the way you make it?";
    person.touch(Role::button, "PRP, and how it differs");
    for (const char* next :
         {"Next: how it is given", "Next: after PRP", "Next: all the trials together",
          "Next: what studies found", "Next: side by side", "Next: a quick check"})
        person.touch(Role::button, next);
    person.touch(Role::checkbox, question);
    EXPECT_TRUE(person.sees(Role::checkbox, question, ui::kChecked));
    person.touch(Role::button, "Topics");
    person.touch(Role::button, "Questions to ask us");
    EXPECT_TRUE(person.sees(Role::checkbox, question, ui::kChecked));
    person.touch(Role::checkbox, question);
    EXPECT_FALSE(person.sees(Role::checkbox, question, ui::kChecked));
}

TEST_F(Reading, link_leads_to_another_pack_and_back_returns) {
    person.touch(Role::button, "PRP, and how it differs");
    person.touch(Role::button, "Next: how it is given");
    person.touch(Role::link, "tell the doctor");
    EXPECT_TRUE(person.sees(Role::progressbar, "Page 2 of 14"));
    EXPECT_TRUE(person.reads("The procedure, step by step"));
    person.touch(Role::button, "Back");
    EXPECT_TRUE(person.sees(Role::heading, "How it is given, and how often"));
}

TEST_F(Reading, question_that_people_ask_opens_its_answer) {
    person.touch(Role::button, "What stem cells are");
    for (const char* next :
         {"Next: where the cells come from", "Next: from fat or scalp to the syringe",
          "Next: a short history", "Next: three methods, one name",
          "Next: fat cells and micrografts", "Next: fluids, extracts, exosomes",
          "Next: what can go wrong", "Next: questions people ask"})
        person.touch(Role::button, next);
    EXPECT_FALSE(person.reads("A transplant moves hair. These injections do not."));
    person.touch(Role::button, "Is it a hair transplant?");
    EXPECT_TRUE(person.sees(Role::button, "Is it a hair transplant?", ui::kExpanded));
    EXPECT_TRUE(person.reads("A transplant moves hair. These injections do not."));
}

}  // namespace
}  // namespace candor::journeys
