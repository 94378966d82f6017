#include <gtest/gtest.h>

#include "control_scenes.h"
#include "screens/self_check/wording.h"
#include "stage.h"

namespace candor::screens {
namespace {

using screening::AnswerState;
using screening::key_of;
using ui::Node;
using ui::Role;

using Ids = std::vector<std::string>;

/// A person at the controls' self-check, by what they see and touch.
class Repetitions : public testing::Test {
  protected:
    void tap(const std::string& name) { stage.tap(visitor, Role::button, name); }
    bool shows(Role role, const std::string& name) {
        stage.draw(visitor.state);
        return stage.tree().find(role, name) != nullptr;
    }
    unsigned states(const std::string& button) {
        stage.draw(visitor.state);
        const Node* node = stage.tree().find(Role::button, button);
        if (node != nullptr) return node->states;
        ADD_FAILURE() << button << " is not on\n" << ui::to_text(stage.tree(), ui::Rects::without);
        return 0;
    }
    /// What stands on the screen in that role, from top to bottom.
    Ids all(Role role) {
        stage.draw(visitor.state);
        Ids out;
        for (const Node& node : stage.tree().nodes)
            if (node.role == role) out.push_back(node.name);
        return out;
    }
    const screening::Response& response() const { return visitor.state.visit.check.response; }
    std::string words(const std::string& key) const {
        const auto& values = response().values(key);
        return values.empty() ? "" : std::get<std::string>(values[0]);
    }
    void answer_first_medicine() {
        enter_words(visitor, "medicine", "Minoxidil");
        visitor.asks(NextQuestion{}).asks(ChooseAnswer{"daily", false}).asks(NextQuestion{});
    }

    Stage stage{1080, 1920, "/nonexistent/decoder"};
    Visitor visitor = at_control("medicine");
};

TEST_F(Repetitions, after_a_groups_questions_another_can_be_added) {
    answer_first_medicine();
    EXPECT_TRUE(shows(Role::heading, "Your medicines"));
    EXPECT_EQ(all(Role::listitem), (Ids{"Minoxidil", "No"}));
    tap("Add another");
    EXPECT_EQ(visitor.question(), key_of("medicine", 1));
    EXPECT_TRUE(shows(Role::heading, "Your medicines · 2 of 2"));
    enter_words(visitor, key_of("medicine", 1), "Finasteride");
    visitor.asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), key_of("daily", 1));
    EXPECT_EQ(response().state(key_of("daily", 1)), AnswerState::none)
        << "the first one's answer is not the second's";
    visitor.asks(ChooseAnswer{key_of("daily", 1), false}).asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), more_id("medicines"));
    EXPECT_EQ(all(Role::listitem), (Ids{"Minoxidil", "No", "Finasteride", "No"}));
    tap("Next");
    EXPECT_EQ(visitor.question(), "habits");
}

TEST_F(Repetitions, each_is_changed_by_itself_and_leads_back) {
    answer_first_medicine();
    tap("Add another");
    enter_words(visitor, key_of("medicine", 1), "Finasteride");
    visitor.asks(NextQuestion{}).asks(NextQuestion{});
    ASSERT_EQ(visitor.question(), more_id("medicines"));
    tap("Change: 1 of 2, Minoxidil");
    EXPECT_EQ(visitor.question(), "medicine");
    visitor.asks(EnterAnswer{"medicine", Part::words, 99}).types("!").asks(NextQuestion{});
    EXPECT_EQ(words("medicine"), "Minoxidil!");
    EXPECT_EQ(visitor.question(), "daily") << "the rest of it";
    tap("Next");
    EXPECT_EQ(visitor.question(), more_id("medicines")) << "not the second one";
    EXPECT_EQ(all(Role::listitem), (Ids{"Minoxidil!", "No", "Finasteride"}));
    tap("Change: 2 of 2, Finasteride");
    tap("Back");
    EXPECT_EQ(visitor.question(), more_id("medicines"));
}

TEST_F(Repetitions, one_is_removed_and_the_others_keep_their_answers) {
    answer_first_medicine();
    EXPECT_FALSE(shows(Role::button, "Remove: Minoxidil")) << "it is the only one";
    tap("Add another");
    enter_words(visitor, key_of("medicine", 1), "Finasteride");
    visitor.asks(NextQuestion{}).asks(NextQuestion{});
    tap("Remove: 1 of 2, Minoxidil");
    EXPECT_EQ(all(Role::listitem), Ids{"Finasteride"});
    EXPECT_EQ(visitor.question(), more_id("medicines"));
    EXPECT_EQ(response().state("medicine"), AnswerState::none);
    EXPECT_FALSE(shows(Role::button, "Remove: Finasteride")) << "it is the only one now";
}

TEST_F(Repetitions, no_more_are_offered_than_the_group_takes) {
    answer_first_medicine();
    for (const int number : {1, 2}) {
        tap("Add another");
        enter_words(visitor, key_of("medicine", number), "Medicine");
        visitor.asks(NextQuestion{}).asks(NextQuestion{});
    }
    EXPECT_EQ(states("Add another"), unsigned{ui::kDisabled});
    EXPECT_TRUE(shows(Role::status, visitor.state.strings()("check.no-more")));
    visitor.asks(AddRepetition{"medicines"});
    EXPECT_EQ(response().repetitions("medicines").size(), 3U);
}

TEST_F(Repetitions, group_inside_a_repetition_is_repeated_in_it_alone) {
    add_medicines(visitor);
    const auto all = steps(visitor.state.catalog->self_check->outline, response());
    Ids ids;
    for (const FormStep& step : all) ids.push_back(step.id);
    const Ids wanted{
        "medicine",        "daily",           key_of("medicine", 1),       key_of("daily", 1),
        key_of("dose", 1), key_of("dose", 2), more_id(key_of("doses", 1)), more_id("medicines")};
    const auto begin = std::find(ids.begin(), ids.end(), "medicine");
    ASSERT_GE(ids.end() - begin, 8);
    EXPECT_EQ(Ids(begin, begin + 8), wanted);
    visitor.asks(ChangeAnswer{key_of("dose", 2)});
    const FormStep& dose = all[static_cast<std::size_t>(find_step(all, key_of("dose", 2)))];
    ASSERT_EQ(dose.around.size(), 2U);
    EXPECT_EQ(title_text(dose.around[0], visitor.state.strings()), "Your medicines · 2 of 2");
    EXPECT_EQ(title_text(dose.around[1], visitor.state.strings()), "When you take it · 2 of 2");
}

TEST_F(Repetitions, answer_that_closes_an_inner_group_forgets_its_repetitions) {
    add_medicines(visitor);
    visitor.asks(ChangeAnswer{key_of("daily", 1)});
    visitor.asks(ChooseAnswer{key_of("daily", 1), false});
    EXPECT_EQ(response().state(key_of("dose", 2)), AnswerState::none);
    visitor.asks(ChooseAnswer{key_of("daily", 1), true});
    EXPECT_EQ(response().repetitions(key_of("doses", 1)), std::vector{1});
}

TEST_F(Repetitions, review_lists_each_and_leads_to_where_they_are_added) {
    add_medicines(visitor);
    visitor.asks(BeginSelfCheck{});
    const Ids headings = all(Role::heading);
    for (const char* title : {"Your medicines · 1 of 2", "When you take it · 2 of 2"})
        EXPECT_EQ(std::count(headings.begin(), headings.end(), title), 1) << title;
    tap("Change: Your medicines");
    EXPECT_EQ(visitor.question(), more_id("medicines"));
    tap("Add another");
    EXPECT_EQ(visitor.question(), key_of("medicine", 3));
    enter_words(visitor, key_of("medicine", 3), "Third");
    visitor.asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), key_of("daily", 3));
    visitor.asks(ChooseAnswer{key_of("daily", 3), true});
    tap("Next");
    EXPECT_EQ(visitor.question(), key_of("dose", 3)) << "a group inside it is part of it";
    tap("Next");
    tap("Next");
    EXPECT_EQ(visitor.question(), more_id("medicines"));
    EXPECT_TRUE(visitor.state.visit.check.from_summary);
}

TEST_F(Repetitions, language_switch_keeps_them) {
    add_medicines(visitor);
    visitor.asks(SetLanguage{"de"});
    EXPECT_EQ(visitor.question(), more_id("medicines"));
    EXPECT_TRUE(shows(Role::heading, "Ihre Medikamente"));
    const Ids listed = all(Role::listitem);
    ASSERT_GE(listed.size(), 2U);
    EXPECT_EQ(Ids(listed.begin(), listed.begin() + 2), (Ids{"Finasteride", "Nein"}));
}

TEST_F(Repetitions, on_a_page_they_stand_below_each_other) {
    visitor.asks(ChangeAnswer{"habits"});
    enter_words(visitor, "relative", "My mother");
    tap("Add another");
    EXPECT_EQ(visitor.question(), "habits") << "still the page";
    enter_words(visitor, key_of("relative", 1), "My uncle");
    EXPECT_EQ(entered_text(visitor, key_of("relative", 1)), "My uncle");
    const std::string title = "Who in your family has thin hair?";
    const Ids headings = all(Role::heading);
    const Ids tail(headings.end() - 6, headings.end());
    EXPECT_EQ(tail, (Ids{title + " · 1 of 2", "Who is it?", "From what age on?",
                         title + " · 2 of 2", "Who is it?", "From what age on?"}));
    tap("Remove: " + title + " · 1 of 2");
    EXPECT_EQ(response().repetitions("family"), std::vector{1});
    EXPECT_EQ(words("relative"), "");
    EXPECT_EQ(entered_text(visitor, key_of("relative", 1)), "My uncle");
}

TEST_F(Repetitions, controls_of_a_page_name_the_repetition_that_they_belong_to) {
    visitor.asks(ChangeAnswer{"habits"});
    visitor.asks(AddRepetition{"family"});
    const std::string title = "Who in your family has thin hair?";
    Ids names = all(Role::textbox);
    for (const Ids more = all(Role::spinbutton); const std::string& name : more)
        names.push_back(name);
    EXPECT_GE(names.size(), 4U);
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
}

TEST_F(Repetitions, too_few_are_said_where_they_are_added) {
    visitor = Visitor(catalog_asking(R"(
  - linkId: group
    type: group
    repeats: true
    required: true
    text: Group
    extension: [{url: "http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs", valueInteger: 2}]
    item:
      - {linkId: one, type: boolean, text: One}
  - {linkId: two, type: boolean, text: Two}
)"));
    visitor.asks(Start{}).asks(BeginSelfCheck{}).asks(ChooseAnswer{"one", true});
    visitor.asks(NextQuestion{}).asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), more_id("group"));
    EXPECT_TRUE(shows(Role::alert, "We need more here. The fewest is 2."));
    tap("Add another");
    visitor.asks(ChooseAnswer{key_of("one", 1), false}).asks(NextQuestion{}).asks(NextQuestion{});
    EXPECT_EQ(visitor.question(), "two");
}

TEST_F(Repetitions, stopping_forgets_them) {
    add_medicines(visitor);
    visitor.asks(StopSelfCheck{});
    EXPECT_EQ(response().repetitions("medicines"), std::vector{0});
    EXPECT_TRUE(response().empty());
}

TEST_F(Repetitions, what_names_no_group_or_repetition_is_nothing) {
    answer_first_medicine();
    visitor.asks(AddRepetition{"gone"}).asks(RemoveRepetition{"gone", 0});
    visitor.asks(RemoveRepetition{"medicines", 9});
    EXPECT_EQ(response().repetitions("medicines"), std::vector{0});
    EXPECT_EQ(words("medicine"), "Minoxidil");
}

}  // namespace
}  // namespace candor::screens
