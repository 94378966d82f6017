#include <gtest/gtest.h>

#include "base/files.h"
#include "front_desk.h"
#include "headless_kiosk.h"
#include "person.h"
#include "scratch_folder.h"

namespace candor::journeys {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

constexpr const char* kQuestions = R"(resourceType: Questionnaire
status: draft
language: en
item:
  - linkId: staff
    type: group
    text: For clinic staff
    item:
      - {linkId: note, type: display, text: "Please read this first."}
      - linkId: visit
        type: group
        text: This visit
        item:
          - linkId: pick
            type: choice
            text: Shall we call?
            required: true
            answerOption:
              - valueCoding: {display: "Yes"}
              - valueCoding: {display: "No"}
              - valueCoding: {display: Maybe}
  - linkId: terms
    type: group
    text: What you agree to
    item: [{linkId: term, type: display, text: "You may stop at any time."}]
  - linkId: colours
    type: choice
    repeats: true
    text: Which colours?
    answerOption:
      - valueCoding: {display: Red}
      - valueCoding: {display: Green}
)";
constexpr const char* kFindings = R"(
findings:
  - id: call
    level: worth-a-talk
    enableWhen: [{question: pick, operator: "=", answerCoding: {display: "Yes"}}]
    title: {en: "We will call"}
    text: {en: "Stay near."}
    sources: [guide]
)";

/// A kiosk whose self-check offers answers without codes.
class AnswersWithoutCodes : public testing::Test {
  protected:
    static fs::path source(const char* path) { return fs::path(CANDOR_SOURCE_DIR) / path; }
    fs::path content() {
        fs::copy(shipped_content() / "prp", packs / "prp", fs::copy_options::recursive);
        const fs::path check = packs / "base-self-check";
        fs::copy(source("tests/packs/base-self-check"), check, fs::copy_options::recursive);
        const std::string guidance = base::read_file(check / "guidance.yaml", 1U << 20).value();
        EXPECT_TRUE(base::write_file_atomically(check / "questionnaire.yaml", kQuestions));
        EXPECT_TRUE(base::write_file_atomically(
            check / "guidance.yaml", guidance.substr(0, guidance.find("findings:")) + kFindings));
        return packs.path();
    }
    void sends() {
        person.touch(Role::button, "Ask the clinic to call me");
        person.writes("First name", "Elif");
        person.writes("Phone", "+90 532 456 78 90");
        person.touch(Role::checkbox,
                     "Send my answers and the result too, so the clinician can prepare");
        person.touch(Role::checkbox, "I agree that the clinic may contact me about this");
        person.touch(Role::button, "Send my request");
        EXPECT_TRUE(person.sees(Role::heading, "Your request is in the queue"));
    }

    ScratchFolder state, packs;
    HeadlessKiosk kiosk{state.path(), content()};
    Person person{kiosk};
};

TEST_F(AnswersWithoutCodes, staff_get_the_one_that_was_touched) {
    person.touch(Role::button, "Touch to start");
    person.touch(Role::button, "Begin");
    EXPECT_TRUE(person.sees(Role::heading, "For clinic staff"));
    EXPECT_TRUE(person.sees(Role::paragraph, "Please read this first."));
    EXPECT_TRUE(person.sees(Role::heading, "This visit"));
    EXPECT_FALSE(person.reads("You may stop at any time."));
    person.touch(Role::radio, "Maybe");
    person.touch(Role::radio, "Yes");
    EXPECT_TRUE(person.sees(Role::radio, "Yes", ui::kChecked));
    EXPECT_FALSE(person.sees(Role::radio, "Maybe", ui::kChecked));
    person.touch(Role::button, "Next");
    EXPECT_TRUE(person.sees(Role::heading, "What you agree to"));
    EXPECT_TRUE(person.sees(Role::paragraph, "You may stop at any time."));
    EXPECT_FALSE(person.reads("For clinic staff"));
    person.touch(Role::checkbox, "Red");
    person.touch(Role::checkbox, "Green");
    person.touch(Role::checkbox, "Red");
    person.touch(Role::button, "Next");
    EXPECT_TRUE(person.sees(Role::heading, "Your answers"));
    EXPECT_TRUE(person.sees(Role::heading, "For clinic staff"));
    EXPECT_TRUE(person.sees(Role::heading, "This visit"));
    EXPECT_TRUE(person.sees(Role::paragraph, "Yes"));
    EXPECT_TRUE(person.sees(Role::paragraph, "Green"));
    person.touch(Role::button, "See what this may mean");
    EXPECT_TRUE(person.reads("Because you chose “Yes”."));
    sends();
    const auto received = received_at(state.path());
    ASSERT_EQ(received.size(), 1U);
    const auto& request = received[0].request;
    ASSERT_EQ(request.answers.size(), 2U);
    EXPECT_EQ(request.answers[0].values.at(0).words, "Yes");
    EXPECT_EQ(request.answers[1].values.at(0).words, "Green");
    ASSERT_EQ(request.findings.size(), 1U);
    EXPECT_EQ(request.findings[0].because.at(0), "Shall we call? Yes");
}

}  // namespace
}  // namespace candor::journeys
