#include <gtest/gtest.h>

#include "visitor.h"

namespace candor::screens {
namespace {

using consult::FormProblem;

Visitor at_request() {
    Visitor visitor(small_catalog());
    visitor.asks(Start{}).asks(OpenRequest{});
    return visitor;
}

TEST(Request, nothing_is_ticked_beforehand) {
    const Visitor visitor = at_request();
    const consult::ContactForm& form = visitor.state.visit.request.form;
    EXPECT_FALSE(form.agreed);
    EXPECT_FALSE(form.send_answers);
    EXPECT_FALSE(form.send_questions);
    EXPECT_EQ(form.best_time, consult::BestTime::unsaid);
    EXPECT_TRUE(form.first_name.empty());
    EXPECT_EQ(form.language, "en");
}

TEST(Request, complete_form_is_sent_and_confirmed) {
    Visitor visitor = at_request();
    visitor.fills_in_the_form().asks(SendRequest{});
    EXPECT_EQ(visitor.screen(), Screen::confirmation);
    EXPECT_EQ(visitor.state.visit.request.sending.reference, "K7Q4FM8");
    EXPECT_EQ(visitor.services.names, std::vector<std::string>{"Elif"});
}

TEST(Request, sent_form_leaves_nothing_typed_behind) {
    Visitor visitor = at_request();
    visitor.fills_in_the_form().types_into(Field::email, "elif@example.org");
    visitor.types_into(Field::own_words, "Thin on top")
        .asks(SetBestTime{consult::BestTime::evening});
    visitor.asks(SendRequest{});
    const consult::ContactForm& form = visitor.state.visit.request.form;
    for (const auto* text : {&form.first_name, &form.phone, &form.email, &form.own_words})
        EXPECT_TRUE(text->empty());
    EXPECT_FALSE(form.agreed);
    EXPECT_EQ(form.best_time, consult::BestTime::unsaid);
    EXPECT_TRUE(visitor.state.visit.request.id.empty());
}

TEST(Request, double_tap_sends_once) {
    Visitor visitor = at_request();
    visitor.fills_in_the_form().asks(SendRequest{}).asks(SendRequest{});
    EXPECT_EQ(visitor.services.request_ids.size(), 1U);
    EXPECT_EQ(visitor.screen(), Screen::confirmation);
    EXPECT_TRUE(visitor.state.visit.request.sending.problems.empty())
        << "the second tap does nothing";
}

TEST(Request, incomplete_form_is_not_sent_and_says_what_is_missing) {
    Visitor visitor = at_request();
    visitor.asks(SendRequest{});
    EXPECT_EQ(visitor.screen(), Screen::request);
    EXPECT_TRUE(visitor.services.request_ids.empty());
    EXPECT_EQ(
        visitor.state.visit.request.sending.problems,
        (std::vector<FormProblem>{FormProblem::first_name_missing, FormProblem::contact_missing,
                                  FormProblem::agreement_missing}));
    EXPECT_EQ(visitor.state.visit.typing.field, Field::first_name) << "it leads there";
}

TEST(Request, failed_send_leads_to_the_first_field_that_needs_something) {
    Visitor visitor = at_request();
    const auto sent_from = [&] { return visitor.asks(SendRequest{}).state.visit.typing.field; };
    EXPECT_EQ(sent_from(), Field::first_name);
    visitor.types_into(Field::first_name, "Elif");
    EXPECT_EQ(sent_from(), Field::phone);
    visitor.types_into(Field::phone, "12");
    EXPECT_EQ(sent_from(), Field::phone);
    EXPECT_EQ(visitor.state.visit.typing.caret, 2U) << "to go on there";
    visitor.types_into(Field::phone, "3456").types_into(Field::email, "e");
    EXPECT_EQ(sent_from(), Field::email);
    visitor.types_into(Field::email, "lif@example.org");
    EXPECT_EQ(sent_from(), Field::none) << "the consent stands beside Send";
    EXPECT_EQ(visitor.asks(ToggleAgreed{}).asks(SendRequest{}).screen(), Screen::confirmation);
}

TEST(Request, agreement_that_is_given_is_no_longer_missed) {
    Visitor visitor = at_request();
    visitor.asks(SendRequest{}).asks(ToggleAgreed{});
    const auto& problems = visitor.state.visit.request.sending.problems;
    EXPECT_EQ(std::count(problems.begin(), problems.end(), FormProblem::agreement_missing), 0);
    EXPECT_FALSE(problems.empty());
}

TEST(Request, fault_keeps_the_form_and_tries_again_under_the_same_id) {
    Visitor visitor = at_request();
    visitor.services.fault = base::Fault{base::FaultKind::disk_full, "consult.db", "ENOSPC"};
    visitor.fills_in_the_form().asks(SendRequest{});
    EXPECT_EQ(visitor.screen(), Screen::request);
    ASSERT_TRUE(visitor.state.visit.request.sending.fault);
    EXPECT_EQ(visitor.state.visit.request.sending.fault->kind, base::FaultKind::disk_full);
    EXPECT_EQ(visitor.state.visit.request.form.first_name.view(), "Elif");
    EXPECT_TRUE(visitor.state.visit.request.form.agreed);

    visitor.services.fault.reset();
    visitor.asks(GoBack{}).asks(OpenRequest{}).asks(SendRequest{});
    EXPECT_EQ(visitor.screen(), Screen::confirmation);
    ASSERT_EQ(visitor.services.request_ids.size(), 2U);
    EXPECT_EQ(visitor.services.request_ids[0], visitor.services.request_ids[1]);
    EXPECT_FALSE(visitor.services.request_ids[0].empty());
    EXPECT_FALSE(visitor.state.visit.request.sending.fault);
}

TEST(Request, second_request_of_a_visit_has_an_id_of_its_own) {
    Visitor visitor = at_request();
    visitor.fills_in_the_form().asks(SendRequest{}).asks(GoHome{}).asks(OpenRequest{});
    visitor.fills_in_the_form().asks(SendRequest{});
    ASSERT_EQ(visitor.services.request_ids.size(), 2U);
    EXPECT_NE(visitor.services.request_ids[0], visitor.services.request_ids[1]);
}

TEST(Request, best_time_is_chosen_changed_and_taken_back) {
    Visitor visitor = at_request();
    visitor.asks(SetBestTime{consult::BestTime::morning})
        .asks(SetBestTime{consult::BestTime::evening});
    EXPECT_EQ(visitor.state.visit.request.form.best_time, consult::BestTime::evening);
    visitor.asks(SetBestTime{consult::BestTime::evening});
    EXPECT_EQ(visitor.state.visit.request.form.best_time, consult::BestTime::unsaid);
}

TEST(Request, ticks_are_set_and_taken_back) {
    Visitor visitor = at_request();
    const auto tick_all = [&] {
        visitor.asks(ToggleSendAnswers{}).asks(ToggleSendQuestions{});
        visitor.asks(ToggleSendTopics{}).asks(ToggleAgreed{});
    };
    tick_all();
    const consult::ContactForm& form = visitor.state.visit.request.form;
    EXPECT_TRUE(form.send_answers && form.send_questions && form.send_topics && form.agreed);
    tick_all();
    EXPECT_FALSE(form.send_answers || form.send_questions || form.send_topics || form.agreed);
}

TEST(Request, sending_from_another_screen_sends_nothing) {
    Visitor visitor = at_request();
    visitor.fills_in_the_form().asks(GoBack{}).asks(SendRequest{});
    EXPECT_TRUE(visitor.services.request_ids.empty());
    EXPECT_EQ(visitor.screen(), Screen::home);
}

TEST(Request, keyboard_is_closed_before_sending) {
    Visitor visitor = at_request();
    visitor.fills_in_the_form().asks(FocusField{Field::email, 0}).asks(SendRequest{});
    EXPECT_EQ(visitor.screen(), Screen::confirmation);
    EXPECT_EQ(visitor.state.visit.typing.field, Field::none);
}

}  // namespace
}  // namespace candor::screens
