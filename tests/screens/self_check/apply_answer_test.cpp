#include <gtest/gtest.h>

#include "forms.h"
#include "screens/self_check/wording.h"

namespace candor::screens {
namespace {

using screening::AnswerState;
using screening::Value;

AnswerState answered(const Visitor& visitor, const std::string& link_id) {
    return visitor.state.visit.check.response.state(link_id);
}

std::string told(const Visitor& visitor, const std::string& link_id) {
    const auto* item = visitor.state.catalog->self_check->questionnaire.find(link_id);
    return answer_text(*item, visitor.state.visit.check.response.values(link_id),
                       visitor.state.strings());
}

using Codes = std::vector<std::string>;
Codes problems(const Visitor& visitor, const std::string& link_id) {
    const auto found = visitor.state.visit.check.problems.find(link_id);
    return found == visitor.state.visit.check.problems.end() ? Codes{} : found->second;
}

/// At that question, with its field open.
Visitor entering(const std::string& link_id, Part part) {
    Visitor visitor = at_control(link_id);
    visitor.asks(EnterAnswer{link_id, part, 0});
    return visitor;
}

TEST(Answer, slider_is_unanswered_until_it_is_touched) {
    Visitor visitor = at_control("bother");
    EXPECT_EQ(answered(visitor, "bother"), AnswerState::none);
    visitor.asks(SetNumber{"bother", "0"});
    EXPECT_EQ(told(visitor, "bother"), "0");
    visitor.asks(SetNumber{"bother", "4"});
    EXPECT_EQ(told(visitor, "bother"), "4");
    EXPECT_EQ(std::get<std::int64_t>(visitor.state.visit.check.response.values("bother")[0]), 4);
}

TEST(Answer, slider_takes_no_other_thing_than_a_number) {
    Visitor visitor = at_control("bother");
    visitor.asks(SetNumber{"bother", "4.5"}).asks(SetNumber{"gone", "4"});
    EXPECT_TRUE(visitor.state.visit.check.response.empty());
}

TEST(Answer, number_takes_digits_of_any_keyboard_and_nothing_else) {
    Visitor visitor = entering("weeks", Part::number);
    visitor.types("1").types("a").types("٢").types(".").types("-");
    EXPECT_EQ(entered_text(visitor, "weeks"), "12");
    visitor.asks(NextQuestion{});
    EXPECT_EQ(told(visitor, "weeks"), "12 weeks");
}

TEST(Answer, minus_is_set_and_taken_back_wherever_one_is) {
    Visitor visitor = entering("change", Part::number);
    type_number(visitor, "1.5-");
    EXPECT_EQ(entered_text(visitor, "change"), "-1.5");
    type_number(visitor, ".");
    EXPECT_EQ(entered_text(visitor, "change"), "-1.5") << "one decimal sign is enough";
    type_number(visitor, "-");
    EXPECT_EQ(entered_text(visitor, "change"), "1.5");
    visitor.asks(EraseBack{}).asks(EraseBack{}).asks(NextQuestion{});
    EXPECT_EQ(told(visitor, "change"), "1");
}

TEST(Answer, number_out_of_range_stays_to_be_mended_and_lets_one_go_back) {
    Visitor visitor = entering("weeks", Part::number);
    type_number(visitor, "600");
    visitor.asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "weeks");
    EXPECT_EQ(problems(visitor, "weeks"), Codes{"out-of-range"});
    EXPECT_EQ(entered_text(visitor, "weeks"), "600");
    visitor.asks(PreviousQuestion{});
    EXPECT_EQ(visitor.question(), "bother");
    EXPECT_TRUE(visitor.state.visit.check.problems.empty());
    EXPECT_EQ(answered(visitor, "weeks"), AnswerState::none);
}

TEST(Answer, rather_not_say_goes_on_from_what_does_not_fit) {
    Visitor visitor = entering("weeks", Part::number);
    type_number(visitor, "600");
    visitor.asks(NextQuestion{}).asks(RatherNotSay{"weeks"}).asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "change");
    EXPECT_EQ(answered(visitor, "weeks"), AnswerState::declined);
}

TEST(Answer, typing_takes_rather_not_say_back) {
    Visitor visitor = entering("weeks", Part::number);
    visitor.asks(RatherNotSay{"weeks"}).asks(EnterAnswer{"weeks", Part::number, 0}).types("3");
    EXPECT_EQ(answered(visitor, "weeks"), AnswerState::none);
    visitor.asks(NextQuestion{});
    EXPECT_EQ(told(visitor, "weeks"), "3 weeks");
}

TEST(Answer, quantity_asks_for_its_unit) {
    Visitor visitor = entering("height", Part::number);
    type_number(visitor, "170");
    visitor.asks(NextQuestion{});
    EXPECT_EQ(problems(visitor, "height"), Codes{"wrong-unit"});
    visitor.asks(ChooseUnit{"height", 0}).asks(NextQuestion{});
    EXPECT_EQ(told(visitor, "height"), "170 centimetres");
    visitor.asks(ChangeAnswer{"height"}).asks(ChooseUnit{"height", 1}).asks(NextQuestion{});
    EXPECT_EQ(told(visitor, "height"), "170 inches");
}

TEST(Answer, date_goes_from_part_to_part_and_may_stay_without_its_day) {
    Visitor visitor = entering("born", Part::day);
    visitor.asks(PickPart{"born", Part::day, 0});
    EXPECT_EQ(visitor.state.visit.check.part, Part::month);
    visitor.asks(PickPart{"born", Part::month, 3});
    EXPECT_EQ(visitor.state.visit.check.part, Part::year);
    type_number(visitor, "19805");
    EXPECT_EQ(entered_text(visitor, "born"), "1980") << "a year has four digits";
    visitor.asks(NextQuestion{});
    EXPECT_EQ(told(visitor, "born"), "March 1980");
}

TEST(Answer, day_that_the_calendar_lacks_is_told_and_kept) {
    Visitor visitor = entering("born", Part::day);
    visitor.asks(PickPart{"born", Part::day, 31}).asks(PickPart{"born", Part::month, 2});
    type_number(visitor, "1980");
    visitor.asks(NextQuestion{});
    EXPECT_EQ(problems(visitor, "born"), Codes{"not-a-date"});
    EXPECT_EQ(visitor.state.visit.check.draft("born").day, 31);
    visitor.asks(StepPart{"born", Part::day, -2});
    EXPECT_EQ(problems(visitor, "born"), Codes{});
    visitor.asks(NextQuestion{});
    EXPECT_EQ(told(visitor, "born"), "29 February 1980");
}

TEST(Answer, date_without_its_year_is_incomplete) {
    Visitor visitor = entering("born", Part::month);
    visitor.asks(PickPart{"born", Part::month, 2}).asks(NextQuestion{});
    EXPECT_EQ(problems(visitor, "born"), Codes{"incomplete-date"});
}

TEST(Answer, steps_start_at_an_end_and_go_round) {
    Visitor visitor = at_control("wake");
    visitor.asks(StepPart{"wake", Part::hour, 1}).asks(StepPart{"wake", Part::minute, -1});
    EXPECT_EQ(visitor.state.visit.check.draft("wake").hour, 0);
    EXPECT_EQ(visitor.state.visit.check.draft("wake").minute, 59);
    visitor.asks(StepPart{"wake", Part::hour, -1}).asks(StepPart{"wake", Part::minute, 1});
    visitor.asks(NextQuestion{});
    EXPECT_EQ(told(visitor, "wake"), "23:00");
}

TEST(Answer, year_that_is_empty_has_no_step_since_nothing_is_answered_beforehand) {
    Visitor visitor = at_control("born");
    visitor.asks(StepPart{"born", Part::year, 1});
    EXPECT_EQ(entered_text(visitor, "born"), "");
    visitor.asks(EnterAnswer{"born", Part::year, 0});
    type_number(visitor, "1980");
    visitor.asks(StepPart{"born", Part::year, 1});
    EXPECT_EQ(entered_text(visitor, "born"), "1981");
}

TEST(Answer, moment_that_is_not_changed_keeps_its_zone) {
    Visitor visitor = at_control("visit");
    visitor.state.visit.check.response.set("visit",
                                           {screening::DateTime{"2026-03-09T07:05:00+11:00"}});
    visitor.asks(ChangeAnswer{"visit"}).asks(NextQuestion{});
    const auto& values = visitor.state.visit.check.response.values("visit");
    EXPECT_EQ(std::get<screening::DateTime>(values[0]).iso, "2026-03-09T07:05:00+11:00");
}

TEST(Answer, several_answers_are_added_and_removed) {
    Visitor visitor = entering("products", Part::words);
    visitor.types("Oil").asks(AddAnswer{"products"});
    EXPECT_EQ(entered_text(visitor, "products"), "") << "ready for the next";
    visitor.asks(EnterAnswer{"products", Part::words, 0}).types("Soap");
    visitor.presses(ui::KeyboardResult::Kind::done);
    EXPECT_EQ(told(visitor, "products"), "Oil, Soap");
    visitor.asks(RemoveAnswer{"products", 0}).asks(RemoveAnswer{"products", 7});
    EXPECT_EQ(told(visitor, "products"), "Soap");
    visitor.asks(RemoveAnswer{"products", 0});
    EXPECT_EQ(answered(visitor, "products"), AnswerState::none);
}

TEST(Answer, next_takes_an_answer_that_was_not_added_yet) {
    Visitor visitor = entering("products", Part::words);
    visitor.types("Oil").asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "code");
    EXPECT_EQ(told(visitor, "products"), "Oil");
}

TEST(Answer, one_of_several_that_is_too_long_is_not_added) {
    Visitor visitor = entering("products", Part::words);
    visitor.types("Oil").asks(AddAnswer{"products"});
    visitor.asks(EnterAnswer{"products", Part::words, 0}).types(std::string(21, 'x'));
    visitor.asks(AddAnswer{"products"});
    EXPECT_EQ(problems(visitor, "products"), Codes{"too-long"});
    EXPECT_EQ(entered_text(visitor, "products"), std::string(21, 'x'));
    EXPECT_EQ(told(visitor, "products"), "Oil");
}

TEST(Answer, more_choices_than_wanted_are_refused_and_the_others_stay) {
    Visitor visitor = at_control("hopes");
    visitor.answers("hopes", "thicker").answers("hopes", "slower").answers("hopes", "answers");
    EXPECT_EQ(problems(visitor, "hopes"), Codes{"too-many"});
    EXPECT_EQ(told(visitor, "hopes"), "Thicker hair, Less hair that falls");
    visitor.answers("hopes", "slower").answers("hopes", "answers");
    EXPECT_EQ(problems(visitor, "hopes"), Codes{});
    EXPECT_EQ(told(visitor, "hopes"), "Thicker hair, Answers to my questions");
}

TEST(Answer, answers_that_suffice_go_on_though_one_more_was_refused) {
    Visitor visitor = at_control("hopes");
    visitor.answers("hopes", "slower").answers("hopes", "thicker").answers("hopes", "answers");
    EXPECT_EQ(problems(visitor, "hopes"), Codes{"too-many"});
    visitor.asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "look");
}

TEST(Answer, fewer_choices_than_wanted_go_no_further_but_back) {
    Visitor visitor = at_control("hopes");
    visitor.answers("hopes", "thicker").asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "hopes");
    EXPECT_EQ(problems(visitor, "hopes"), Codes{"too-few"});
    visitor.asks(PreviousQuestion{});
    EXPECT_EQ(visitor.question(), "town");
    visitor.asks(NextQuestion{}).asks(RatherNotSay{"hopes"}).asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "look");
}

TEST(Answer, text_that_does_not_match_says_so) {
    Visitor visitor = entering("code", Part::words);
    visitor.types("AB1").asks(NextQuestion{});
    EXPECT_EQ(problems(visitor, "code"), Codes{"no-match"});
    visitor.asks(EnterAnswer{"code", Part::words, 3}).types("2");
    EXPECT_EQ(problems(visitor, "code"), Codes{}) << "the complaint goes with the next key";
    visitor.asks(NextQuestion{});
    EXPECT_EQ(told(visitor, "code"), "AB12");
}

TEST(Answer, web_address_has_the_keyboard_for_it) {
    Visitor visitor = entering("site", Part::words);
    EXPECT_EQ(visitor.state.visit.typing.keyboard.layout, "email");
    visitor.types("example.org/a b").asks(NextQuestion{});
    EXPECT_EQ(problems(visitor, "site"), Codes{"not-a-uri"});
}

TEST(Answer, page_takes_each_answer_when_its_field_is_left) {
    Visitor visitor = at_control("habits");
    EXPECT_EQ(visitor.question(), "habits");
    visitor.asks(ChooseAnswer{"smoke", true}).asks(EnterAnswer{"packs", Part::number, 0});
    type_number(visitor, "20");
    EXPECT_EQ(answered(visitor, "packs"), AnswerState::none);
    visitor.asks(EnterAnswer{"bed", Part::hour, 0});
    EXPECT_EQ(told(visitor, "packs"), "20");
    visitor.asks(PickPart{"bed", Part::hour, 22}).asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "habits") << "a time needs its minutes";
    EXPECT_EQ(problems(visitor, "bed"), Codes{"incomplete-time"});
    visitor.asks(PickPart{"bed", Part::minute, 30}).asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "") << "the summary";
    EXPECT_EQ(told(visitor, "bed"), "22:30");
}

TEST(Answer, change_of_one_question_shows_the_page_that_asks_it) {
    Visitor visitor = at_control("rest");
    EXPECT_EQ(visitor.question(), "habits");
}

TEST(Answer, answer_that_is_no_longer_asked_for_is_dropped_with_its_draft) {
    Visitor visitor = at_control("habits");
    visitor.asks(ChooseAnswer{"smoke", true}).asks(EnterAnswer{"packs", Part::number, 0});
    type_number(visitor, "20");
    visitor.asks(FocusField{Field::none, 0}).asks(ChooseAnswer{"smoke", false});
    EXPECT_EQ(answered(visitor, "packs"), AnswerState::none);
    visitor.asks(NextQuestion{}).asks(ChangeAnswer{"smoke"}).asks(ChooseAnswer{"smoke", true});
    EXPECT_EQ(entered_text(visitor, "packs"), "");
}

TEST(Answer, language_keeps_place_answers_and_half_a_number) {
    Visitor visitor = at_control("change");
    visitor.asks(SetNumber{"bother", "7"}).asks(EnterAnswer{"change", Part::number, 0});
    type_number(visitor, "-1.");
    visitor.asks(OpenSheet{{SheetKind::language, {}, {}}}).asks(SetLanguage{"de"});
    EXPECT_EQ(visitor.question(), "change");
    EXPECT_EQ(entered_text(visitor, "change"), "-1.");
    EXPECT_EQ(told(visitor, "bother"), "7");
    visitor.asks(EnterAnswer{"change", Part::number, 0}).types("5").asks(NextQuestion{});
    EXPECT_EQ(told(visitor, "change"), "−1,5");
    visitor.asks(SetLanguage{"ar"});
    EXPECT_EQ(told(visitor, "bother"), "7");
}

TEST(Answer, language_translates_the_complaint_and_keeps_it) {
    Visitor visitor = entering("weeks", Part::number);
    type_number(visitor, "600");
    visitor.asks(NextQuestion{}).asks(SetLanguage{"de"});
    const auto* item = visitor.state.catalog->self_check->questionnaire.find("weeks");
    ASSERT_EQ(problems(visitor, "weeks"), Codes{"out-of-range"});
    EXPECT_EQ(problem_text(*item, "out-of-range", visitor.state.strings()),
              "Bitte bleiben Sie zwischen 0 und 520 Wochen.");
}

TEST(Answer, review_asks_what_a_change_has_brought_up_and_comes_back) {
    Visitor visitor = at_control("habits");
    visitor.asks(ChooseAnswer{"smoke", false}).asks(NextQuestion{});
    ASSERT_EQ(visitor.question(), "");
    visitor.asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "bother") << "never asked so far";
    visitor.asks(GoBack{});
    EXPECT_EQ(visitor.question(), "");
}

TEST(Answer, question_that_comes_up_again_is_asked_again) {
    Visitor visitor(catalog_asking(R"(
  - {linkId: first, type: boolean, text: First}
  - {linkId: then, type: string, text: Then, enableWhen: [{question: first, operator: "=", answerBoolean: true}]}
)"));
    visitor.asks(BeginSelfCheck{}).asks(ChooseAnswer{"first", true}).asks(NextQuestion{});
    ASSERT_EQ(visitor.question(), "then");
    visitor.asks(FocusField{Field::answer, 0}).types("Words").asks(NextQuestion{});
    visitor.asks(ChangeAnswer{"first"}).asks(ChooseAnswer{"first", false}).asks(NextQuestion{});
    ASSERT_EQ(visitor.question(), "") << "the answer to the other went with it";
    EXPECT_EQ(answered(visitor, "then"), AnswerState::none);
    visitor.asks(ChangeAnswer{"first"}).asks(ChooseAnswer{"first", true}).asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "then");
    EXPECT_EQ(entered_text(visitor, "then"), "");
    visitor.asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "");
}

TEST(Answer, answer_without_keys_puts_them_away) {
    Visitor visitor = entering("weeks", Part::number);
    visitor.types("9").asks(RatherNotSay{"weeks"});
    EXPECT_EQ(visitor.state.visit.typing.field, Field::none);
    EXPECT_EQ(answered(visitor, "weeks"), AnswerState::declined);
    visitor = entering("why", Part::words);
    visitor.types("A barber").answers("why", "friend");
    EXPECT_EQ(visitor.state.visit.typing.field, Field::none);
    EXPECT_EQ(told(visitor, "why"), "A friend");
    visitor = entering("height", Part::number);
    visitor.types("9").asks(ChooseUnit{"height", 0});
    EXPECT_EQ(visitor.state.visit.typing.field, Field::none);
    EXPECT_EQ(told(visitor, "height"), "9 centimetres");
}

TEST(Answer, unit_before_its_number_leaves_the_pad_open) {
    Visitor visitor = entering("height", Part::number);
    visitor.asks(ChooseUnit{"height", 1});
    EXPECT_EQ(visitor.state.visit.typing.field, Field::answer);
    EXPECT_EQ(problems(visitor, "height"), Codes{});
}

TEST(Answer, number_is_taken_when_another_question_of_the_page_is_answered) {
    Visitor visitor = at_control("habits");
    visitor.asks(ChooseAnswer{"smoke", true}).asks(EnterAnswer{"packs", Part::number, 0});
    visitor.types("9").asks(SetNumber{"rest", "35"});
    EXPECT_EQ(visitor.state.visit.typing.field, Field::none);
    EXPECT_EQ(told(visitor, "packs"), "9");
}

TEST(Answer, parts_of_another_kind_of_question_are_ignored) {
    Visitor visitor = at_control("weeks");
    visitor.asks(PickPart{"weeks", Part::day, 3}).asks(StepPart{"weeks", Part::day, 1});
    visitor.asks(EnterAnswer{"town", Part::words, 0}).asks(ChooseUnit{"weeks", 9});
    EXPECT_EQ(visitor.state.edited(), nullptr);
    EXPECT_TRUE(visitor.state.visit.check.draft("weeks").empty());
}

}  // namespace
}  // namespace candor::screens
