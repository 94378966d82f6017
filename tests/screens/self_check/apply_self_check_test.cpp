#include <gtest/gtest.h>

#include "forms.h"
#include "screens/self_check/wording.h"
#include "visitor.h"

namespace candor::screens {
namespace {

using screening::AnswerState;

std::vector<std::string> asked(const Visitor& visitor) {
    std::vector<std::string> ids;
    const auto& check = *visitor.state.catalog->self_check;
    for (const auto* item :
         screening::questions(check.questionnaire, visitor.state.visit.check.response))
        ids.push_back(item->link_id);
    return ids;
}

bool is_asked(const Visitor& visitor, const std::string& link_id) {
    const auto ids = asked(visitor);
    return std::find(ids.begin(), ids.end(), link_id) != ids.end();
}

std::vector<std::string> codes(const Visitor& visitor, const std::string& link_id) {
    std::vector<std::string> out;
    for (const auto& value : visitor.state.visit.check.response.values(link_id))
        out.push_back(std::get<screening::Coding>(value).code);
    return out;
}

using Codes = std::vector<std::string>;

AnswerState answered_at(const Visitor& visitor, const std::string& link_id) {
    return visitor.state.visit.check.response.state(link_id);
}

Visitor begun() {
    Visitor visitor(shipped_catalog());
    visitor.asks(Start{}).asks(BeginSelfCheck{});
    return visitor;
}

/// Every question answered as "I'd rather not say", from an adult; the summary is shown.
Visitor at_summary() {
    Visitor visitor = begun();
    visitor.answers("age", "30-44").asks(NextQuestion{});
    for (int i = 0; i < 40 && !visitor.question().empty(); ++i)
        visitor.asks(RatherNotSay{visitor.question()}).asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "");
    EXPECT_EQ(visitor.screen(), Screen::self_check);
    return visitor;
}

TEST(SelfCheck, required_group_wants_an_answer_by_its_last_question) {
    Visitor visitor(catalog_asking(R"(
  - linkId: group
    type: group
    required: true
    item:
      - {linkId: one, type: boolean, text: One}
      - {linkId: two, type: boolean, text: Two}
  - {linkId: three, type: boolean, text: Three}
)"));
    visitor.asks(Start{}).asks(BeginSelfCheck{}).asks(NextQuestion{}).asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "two") << "the first could be left open, this one could not";
    EXPECT_EQ(visitor.state.visit.check.problems.count("two"), 1U);
    visitor.asks(RatherNotSay{"two"}).asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "three");
    EXPECT_TRUE(visitor.state.visit.check.problems.empty());
    visitor.asks(PreviousQuestion{}).asks(PreviousQuestion{}).asks(ChooseAnswer{"one", true});
    visitor.asks(NextQuestion{}).asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "three");
}

TEST(SelfCheck, begins_with_the_first_question_and_no_answer) {
    const Visitor visitor = begun();
    EXPECT_EQ(visitor.screen(), Screen::self_check);
    EXPECT_EQ(visitor.question(), "age");
    EXPECT_TRUE(visitor.state.visit.check.response.empty());
}

TEST(SelfCheck, kiosk_without_one_stays_where_it_is) {
    Visitor visitor(small_catalog());
    visitor.asks(Start{}).asks(BeginSelfCheck{});
    EXPECT_EQ(visitor.screen(), Screen::home);
}

TEST(SelfCheck, next_goes_on_and_back_keeps_the_answers) {
    Visitor visitor = begun();
    visitor.answers("age", "30-44").asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "pattern");
    visitor.answers("pattern", "temples").asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "onset");
    visitor.asks(GoBack{}).asks(PreviousQuestion{});
    EXPECT_EQ(visitor.question(), "age");
    EXPECT_EQ(codes(visitor, "age"), Codes{"30-44"});
    EXPECT_EQ(codes(visitor, "pattern"), Codes{"temples"});
}

TEST(SelfCheck, one_answer_replaces_another) {
    Visitor visitor = begun();
    visitor.answers("age", "30-44").answers("age", "18-29");
    EXPECT_EQ(codes(visitor, "age"), Codes{"18-29"});
}

TEST(SelfCheck, some_of_many_add_up_and_none_of_these_stands_alone) {
    Visitor visitor = begun();
    visitor.answers("age", "30-44").answers("signs", "pain").answers("signs", "clumps");
    EXPECT_EQ(codes(visitor, "signs"), (Codes{"pain", "clumps"}));
    visitor.answers("signs", "none");
    EXPECT_EQ(codes(visitor, "signs"), Codes{"none"});
    visitor.answers("signs", "body");
    EXPECT_EQ(codes(visitor, "signs"), Codes{"body"});
    visitor.answers("signs", "body");
    EXPECT_EQ(answered_at(visitor, "signs"), AnswerState::none);
}

TEST(SelfCheck, change_clears_answers_that_no_longer_apply) {
    Visitor visitor = begun();
    visitor.answers("age", "30-44").answers("onset", "gradual").answers("fine-hairs", "fine");
    ASSERT_EQ(answered_at(visitor, "fine-hairs"), AnswerState::answered);
    visitor.answers("onset", "no-loss");
    EXPECT_EQ(answered_at(visitor, "fine-hairs"), AnswerState::none);
    EXPECT_FALSE(is_asked(visitor, "fine-hairs"));
    EXPECT_EQ(codes(visitor, "age"), Codes{"30-44"});
}

TEST(SelfCheck, answer_not_given_clears_what_hangs_on_it_and_is_kept_as_such) {
    Visitor visitor = begun();
    visitor.answers("age", "30-44").asks(RatherNotSay{"onset"});
    EXPECT_EQ(answered_at(visitor, "onset"), AnswerState::declined);
    visitor.answers("onset", "gradual");
    EXPECT_EQ(answered_at(visitor, "onset"), AnswerState::answered);
}

TEST(SelfCheck, under_18_ends_after_one_question) {
    Visitor visitor = begun();
    visitor.answers("age", "under-18");
    EXPECT_EQ(asked(visitor), Codes{"age"});
    visitor.asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "") << "the summary";
    visitor.asks(NextQuestion{});
    EXPECT_EQ(visitor.screen(), Screen::guidance);
    const auto& check = *visitor.state.catalog->self_check;
    const auto outcome = screening::evaluate(check.questionnaire, check.guidance,
                                             visitor.state.visit.check.response);
    ASSERT_EQ(outcome.findings.size(), 1U);
    EXPECT_EQ(outcome.findings.front().finding->id, "under-18");
}

TEST(SelfCheck, last_question_leads_to_the_summary_and_on_to_guidance) {
    Visitor visitor = at_summary();
    visitor.asks(ShowGuidance{});
    EXPECT_EQ(visitor.screen(), Screen::guidance);
    visitor.asks(GoBack{});
    EXPECT_EQ(visitor.screen(), Screen::self_check);
    EXPECT_EQ(visitor.question(), "");
}

TEST(SelfCheck, back_of_the_summary_leads_to_the_last_question) {
    Visitor visitor = at_summary();
    visitor.asks(GoBack{});
    EXPECT_EQ(visitor.question(), asked(visitor).back());
}

TEST(SelfCheck, change_from_the_summary_returns_to_the_summary) {
    Visitor visitor = at_summary();
    visitor.asks(ChangeAnswer{"pattern"});
    EXPECT_EQ(visitor.question(), "pattern");
    visitor.answers("pattern", "top").asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "");
    EXPECT_EQ(visitor.screen(), Screen::self_check);
    visitor.asks(ChangeAnswer{"signs"}).asks(GoBack{});
    EXPECT_EQ(visitor.question(), "");
}

TEST(SelfCheck, change_that_brings_up_questions_asks_them_before_the_summary) {
    Visitor visitor = begun();
    visitor.answers("age", "under-18").asks(NextQuestion{}).asks(ChangeAnswer{"age"});
    visitor.answers("age", "45-59").asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "pattern");
    std::size_t answers = 1;
    while (!visitor.question().empty() && answers < 40) {
        visitor.asks(RatherNotSay{visitor.question()}).asks(NextQuestion{});
        ++answers;
    }
    EXPECT_EQ(answers, asked(visitor).size());
    EXPECT_FALSE(visitor.state.visit.check.from_summary);
}

TEST(SelfCheck, going_on_after_reading_leads_to_the_summary) {
    Visitor visitor = begun();
    visitor.answers("age", "30-44").asks(NextQuestion{}).asks(GoHome{}).asks(BeginSelfCheck{});
    EXPECT_EQ(visitor.question(), "");
    EXPECT_EQ(codes(visitor, "age"), Codes{"30-44"});
}

TEST(SelfCheck, stop_erases_every_answer_and_leads_home) {
    Visitor visitor = at_summary();
    visitor.asks(ToggleSendAnswers{}).asks(StopSelfCheck{});
    EXPECT_EQ(visitor.screen(), Screen::home);
    EXPECT_TRUE(visitor.state.visit.check.response.empty());
    EXPECT_TRUE(visitor.state.visit.check.drafts.empty() &&
                visitor.state.visit.check.asked.empty());
    EXPECT_EQ(visitor.question(), "");
    EXPECT_FALSE(visitor.state.visit.request.form.send_answers);
    visitor.asks(BeginSelfCheck{});
    EXPECT_EQ(visitor.question(), "age");
}

TEST(SelfCheck, question_that_is_not_there_takes_no_answer) {
    Visitor visitor = begun();
    visitor.answers("no-such", "x");
    EXPECT_TRUE(visitor.state.visit.check.response.empty());
}

TEST(SelfCheck, new_question_starts_at_its_top) {
    Visitor visitor = begun();
    visitor.services.resets.clear();
    visitor.answers("age", "30-44").asks(NextQuestion{});
    EXPECT_EQ(visitor.services.resets, std::vector<std::string>{"main"});
}

constexpr const char* kTyped =
    "  - {linkId: weeks, type: integer, text: Weeks, required: true}\n"
    "  - {linkId: words, type: string, text: Words}\n"
    "  - {linkId: smoke, type: boolean, text: Smoke}\n";

Visitor typing() {
    Visitor visitor(catalog_asking(kTyped));
    visitor.asks(BeginSelfCheck{}).asks(FocusField{Field::answer, 0});
    return visitor;
}

TEST(SelfCheck, typed_number_is_a_number) {
    Visitor visitor = typing();
    type_number(visitor, "12");
    visitor.asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "words");
    const auto& values = visitor.state.visit.check.response.values("weeks");
    ASSERT_EQ(values.size(), 1U);
    EXPECT_EQ(std::get<std::int64_t>(values.front()), 12);
    EXPECT_EQ(entered_text(visitor, "words"), "") << "the next question's text is its own";
}

constexpr auto kOpenChoice = R"(
  - linkId: why
    type: open-choice
    text: Why are you here?
    answerOption:
      - valueString: Advice
      - valueString: A talk
  - linkId: all
    type: open-choice
    repeats: true
    text: What else?
    answerOption:
      - valueString: Time
)";

std::vector<std::string> texts(const Visitor& visitor, const std::string& link_id) {
    std::vector<std::string> out;
    for (const auto& value : visitor.state.visit.check.response.values(link_id))
        out.push_back(value_text(value, visitor.state.strings()));
    return out;
}

using Texts = std::vector<std::string>;

TEST(SelfCheck, own_words_take_the_place_of_the_one_option) {
    Visitor visitor(catalog_asking(kOpenChoice));
    visitor.asks(BeginSelfCheck{}).asks(ChooseAnswer{"why", std::string("Advice")});
    EXPECT_EQ(texts(visitor, "why"), Texts{"Advice"});
    visitor.types_into(Field::answer, "My sister");
    EXPECT_EQ(texts(visitor, "why"), Texts{}) << "no option looks chosen beside the own words";
    visitor.asks(NextQuestion{}).asks(PreviousQuestion{});
    EXPECT_EQ(texts(visitor, "why"), Texts{"My sister"});
    EXPECT_EQ(entered_text(visitor, "why"), "My sister");
    visitor.asks(ChooseAnswer{"why", std::string("A talk")});
    EXPECT_EQ(entered_text(visitor, "why"), "");
    visitor.asks(NextQuestion{});
    EXPECT_EQ(texts(visitor, "why"), Texts{"A talk"});
}

TEST(SelfCheck, own_words_stand_beside_the_options_where_many_fit) {
    Visitor visitor(catalog_asking(kOpenChoice));
    visitor.asks(BeginSelfCheck{}).asks(NextQuestion{});
    ASSERT_EQ(visitor.question(), "all");
    visitor.asks(ChooseAnswer{"all", std::string("Time")}).types_into(Field::answer, "Cost");
    visitor.asks(NextQuestion{});
    EXPECT_EQ(texts(visitor, "all"), (Texts{"Time", "Cost"}));
    visitor.asks(PreviousQuestion{}).asks(FocusField{Field::answer, 4});
    for (int i = 0; i < 4; ++i) visitor.asks(EraseBack{});
    visitor.asks(NextQuestion{});
    EXPECT_EQ(texts(visitor, "all"), Texts{"Time"});
}

TEST(SelfCheck, text_that_does_not_fit_stays_to_be_mended) {
    Visitor visitor = typing();
    type_number(visitor, "99999999999");
    visitor.asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "weeks");
    EXPECT_EQ(visitor.state.visit.check.problems.count("weeks"), 1U);
    EXPECT_EQ(entered_text(visitor, "weeks"), "99999999999");
    EXPECT_EQ(answered_at(visitor, "weeks"), AnswerState::none);
    visitor.asks(FocusField{Field::answer, 5}).asks(EraseBack{});
    EXPECT_EQ(visitor.state.visit.check.problems.count("weeks"), 0U);
}

TEST(SelfCheck, typed_answer_is_there_when_one_comes_back) {
    Visitor visitor = typing();
    type_number(visitor, "12");
    visitor.asks(NextQuestion{}).asks(FocusField{Field::answer, 0}).types("since spring");
    visitor.asks(GoBack{});
    EXPECT_EQ(visitor.question(), "weeks");
    EXPECT_EQ(entered_text(visitor, "weeks"), "12");
    visitor.asks(NextQuestion{});
    EXPECT_EQ(entered_text(visitor, "words"), "since spring");
}

TEST(SelfCheck, typed_answer_that_is_emptied_is_no_answer) {
    Visitor visitor = typing();
    visitor.types("7").asks(NextQuestion{}).asks(GoBack{});
    visitor.asks(FocusField{Field::answer, 1}).asks(EraseBack{}).asks(NextQuestion{});
    EXPECT_EQ(answered_at(visitor, "weeks"), AnswerState::none);
}

TEST(SelfCheck, rather_not_say_drops_what_was_typed) {
    Visitor visitor = typing();
    visitor.types("7").asks(RatherNotSay{"weeks"});
    EXPECT_EQ(entered_text(visitor, "weeks"), "");
    visitor.asks(NextQuestion{});
    EXPECT_EQ(answered_at(visitor, "weeks"), AnswerState::declined);
}

TEST(SelfCheck, yes_or_no_is_an_answer) {
    Visitor visitor = typing();
    visitor.asks(ChooseAnswer{"smoke", true}).asks(ChooseAnswer{"smoke", false});
    const auto& values = visitor.state.visit.check.response.values("smoke");
    ASSERT_EQ(values.size(), 1U);
    EXPECT_FALSE(std::get<bool>(values.front()));
}

}  // namespace
}  // namespace candor::screens
