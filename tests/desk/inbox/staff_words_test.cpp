#include "desk/inbox/staff_words.h"

#include <gtest/gtest.h>

#include "base/scratch_folder.h"

namespace candor::desk {
namespace {

using consult::OpenedAnswer;
using consult::OpenedRequest;

class StaffWordsTest : public testing::Test {
  protected:
    OpenedRequest said(OpenedRequest request, const std::string& language) {
        const std::filesystem::path source = CANDOR_SOURCE_DIR;
        base::Places places{source / "content", folder_.path(), source / "assets", {}};
        auto strings = std::make_shared<const ui::Strings>(
            ui::Strings::load(source / "assets/desk-strings" / (language + ".yaml")).value());
        StaffWords(places, strings).say(request);
        return request;
    }
    /// As a kiosk writes it for staff who read English, of a person who reads Arabic.
    OpenedRequest from_arabic() {
        OpenedRequest request;
        request.language = "ar";
        request.questionnaire = "urn:uuid:0edb9d6b-fa17-4dc1-a344-eec5f2137bff|2";
        OpenedAnswer age{"age", {"How old are you?", "كم عمرك؟"}, {}, {}, false};
        age.values.push_back({{"30 to 44", "من 30 إلى 44"}, "", "30-44", {}});
        request.answers.push_back(age);
        return request;
    }

  private:
    base::ScratchFolder folder_ = base::ScratchFolder::in_temp("staff-words").value();
};

}  // namespace

TEST_F(StaffWordsTest, question_and_answer_are_said_in_the_desks_language_by_linkId_and_code) {
    const auto request = said(from_arabic(), "de");
    const OpenedAnswer& age = request.answers.at(0);
    EXPECT_EQ(age.question.text, "Wie alt sind Sie?");
    EXPECT_EQ(age.question.original, "كم عمرك؟");
    EXPECT_EQ(age.values.at(0).words.text, "30 bis 44");
    EXPECT_EQ(age.values.at(0).words.original, "من 30 إلى 44");
}

TEST_F(StaffWordsTest, other_questionnaires_keep_the_kiosks_words) {
    auto request = from_arabic();
    request.questionnaire = "urn:uuid:other";
    EXPECT_EQ(said(std::move(request), "de").answers.at(0).question.text, "How old are you?");
}

TEST_F(StaffWordsTest, finding_is_said_by_its_id) {
    auto request = from_arabic();
    request.findings.push_back({"urgent", "sudden-loss", {"Old words", "قديم"}, {}});
    request.findings.push_back({"urgent", "no-such-finding", {"Old words", "قديم"}, {}});
    const auto told = said(std::move(request), "en");
    EXPECT_NE(told.findings.at(0).title.text, "Old words");
    EXPECT_EQ(told.findings.at(0).title.original, "قديم");
    EXPECT_EQ(told.findings.at(1).title.text, "Old words");
}

TEST_F(StaffWordsTest, yes_and_no_are_said_without_any_questionnaire) {
    OpenedRequest request;
    OpenedAnswer thin{"thin", "Blutverdünner", {}, {}, false};
    thin.values.push_back({"Yes", {}, {}, true});
    request.answers.push_back(thin);
    EXPECT_EQ(said(std::move(request), "tr").answers.at(0).values.at(0).words.text, "Evet");
}

}  // namespace candor::desk
