#include <gtest/gtest.h>

#include "visitor.h"

namespace candor::screens {
namespace {

/// "a/steps+2": pack, page and step on screen.
std::string place(const Visitor& visitor) {
    if (visitor.screen() != Screen::reader) return name_of(visitor.screen());
    const ReadingPlace& at = visitor.state.visit.reading.place;
    return at.pack + "/" + at.page + (at.step > 0 ? "+" + std::to_string(at.step) : "");
}

Visitor reading(const ReadingPlace& at) {
    Visitor visitor(small_catalog());
    visitor.asks(Start{}).asks(OpenPlace{at});
    return visitor;
}

TEST(Reading, pack_opens_at_its_first_page) {
    Visitor visitor(small_catalog());
    EXPECT_EQ(place(visitor.asks(OpenPack{"a"})), "a/one");
}

TEST(Reading, pack_that_is_not_there_opens_nothing) {
    Visitor visitor(small_catalog());
    visitor.asks(Start{}).asks(OpenPack{"z"}).asks(OpenPlace{{"z", "one", 0, -1}});
    EXPECT_EQ(place(visitor), "home");
}

TEST(Reading, next_goes_over_every_page_and_step_and_home) {
    Visitor visitor(small_catalog());
    visitor.asks(OpenPack{"a"});
    std::vector<std::string> way;
    for (int i = 0; i < 5; ++i) way.push_back(place(visitor.asks(NextPage{})));
    EXPECT_EQ(way,
              (std::vector<std::string>{"a/steps", "a/steps+1", "a/steps+2", "a/ask", "home"}));
}

TEST(Reading, previous_goes_the_same_way_back) {
    Visitor visitor = reading({"a", "ask", 0, -1});
    std::vector<std::string> way;
    for (int i = 0; i < 5; ++i) way.push_back(place(visitor.asks(PreviousPage{})));
    EXPECT_EQ(way,
              (std::vector<std::string>{"a/steps+2", "a/steps+1", "a/steps", "a/one", "home"}));
}

TEST(Reading, page_counts_as_read_when_it_is_left_by_next) {
    Visitor visitor(small_catalog());
    visitor.asks(OpenPack{"a"}).asks(NextPage{}).asks(NextPage{});
    EXPECT_EQ(visitor.state.visit.reading.read, std::set<std::string>{"a/one"});
    visitor.asks(NextPage{}).asks(NextPage{});
    EXPECT_EQ(visitor.state.visit.reading.read, (std::set<std::string>{"a/one", "a/steps"}));
    visitor.asks(PreviousPage{}).asks(GoHome{});
    EXPECT_EQ(visitor.state.visit.reading.read.size(), 2U);
}

TEST(Reading, link_to_a_page_leads_there_and_back) {
    Visitor visitor = reading({"a", "steps", 1, -1});
    visitor.asks(OpenPlace{{"b", "only", 0, -1}}).asks(OpenPlace{{"a", "one", 0, -1}});
    EXPECT_EQ(place(visitor), "a/one");
    EXPECT_EQ(place(visitor.asks(GoBack{})), "b/only");
    EXPECT_EQ(place(visitor.asks(GoBack{})), "a/steps+1");
    EXPECT_EQ(place(visitor.asks(GoBack{})), "home");
}

TEST(Reading, first_page_after_a_link_leads_to_the_topics_as_its_button_says) {
    Visitor visitor = reading({"a", "one", 0, -1});
    visitor.asks(OpenPlace{{"b", "only", 0, -1}}).asks(PreviousPage{});
    EXPECT_EQ(place(visitor), "home");
    EXPECT_TRUE(visitor.state.visit.reading.came_from.empty());
}

TEST(Reading, other_pack_forgets_the_way_there) {
    Visitor visitor = reading({"a", "one", 0, -1});
    visitor.asks(OpenPlace{{"b", "only", 0, -1}}).asks(OpenPack{"a"}).asks(GoBack{});
    EXPECT_EQ(place(visitor), "home");
}

TEST(Reading, page_that_is_gone_leads_home_either_way) {
    Visitor visitor = reading({"a", "gone", 0, -1});
    EXPECT_EQ(visitor.state.current_page(), nullptr);
    EXPECT_EQ(place(visitor.asks(NextPage{})), "home");
    visitor.asks(OpenPlace{{"a", "gone", 0, -1}});
    EXPECT_EQ(place(visitor.asks(PreviousPage{})), "home");
}

TEST(Reading, step_that_is_touched_is_shown) {
    Visitor visitor = reading({"a", "steps", 0, -1});
    EXPECT_EQ(place(visitor.asks(ShowStep{2})), "a/steps+2");
}

TEST(Reading, found_place_opens_at_its_block) {
    Visitor visitor(small_catalog());
    visitor.asks(OpenSearch{}).asks(OpenPlace{{"a", "ask", 0, 4}});
    EXPECT_EQ(visitor.state.visit.reading.place.block, 4);
    EXPECT_TRUE(visitor.state.visit.reading.came_from.empty());
}

TEST(Reading, tick_is_set_and_taken_back) {
    Visitor visitor(small_catalog());
    visitor.asks(ToggleTick{"a/pain"}).asks(ToggleTick{"a/cost"});
    EXPECT_EQ(ticked_questions(visitor.state),
              (std::vector<consult::StaffText>{"What does it cost?", "Does it hurt?"}));
    visitor.asks(ToggleTick{"a/cost"});
    EXPECT_EQ(ticked_questions(visitor.state), std::vector<consult::StaffText>{"Does it hurt?"});
}

TEST(Reading, tick_of_a_question_that_is_gone_is_not_told) {
    Visitor visitor(small_catalog());
    visitor.asks(ToggleTick{"a/no-such"});
    EXPECT_TRUE(ticked_questions(visitor.state).empty());
}

TEST(Reading, quick_check_can_be_tried_again) {
    Visitor visitor(small_catalog());
    visitor.asks(ChooseQuick{"a/one/0", 1}).asks(ChooseQuick{"a/one/0", 2});
    EXPECT_EQ(visitor.state.visit.reading.quick_choice.at("a/one/0"), 2);
}

TEST(Reading, answer_opens_and_closes) {
    Visitor visitor(small_catalog());
    visitor.asks(ToggleAnswer{"a/one/0/1"});
    EXPECT_EQ(visitor.state.visit.reading.open_answers.count("a/one/0/1"), 1U);
    visitor.asks(ToggleAnswer{"a/one/0/1"});
    EXPECT_TRUE(visitor.state.visit.reading.open_answers.empty());
}

TEST(Reading, end_of_a_topic_leads_to_the_next_and_the_last_one_to_all) {
    Visitor visitor(small_catalog());
    const auto& packs = visitor.state.catalog->library->packs;
    visitor.asks(OpenPack{packs.front().id}).asks(NextTopic{});
    const std::string read = packs.front().id + "/" + packs.front().pages_in("en").front().id;
    EXPECT_EQ(visitor.state.visit.reading.read.count(read), 1U);
    if (packs.size() > 1) {
        EXPECT_EQ(visitor.state.visit.reading.place.pack, packs[1].id);
    }
    visitor.asks(OpenPack{packs.back().id}).asks(NextTopic{});
    EXPECT_EQ(visitor.screen(), Screen::home);
}

TEST(Reading, whether_a_topic_was_clear_is_said_once_a_topic) {
    Visitor visitor(small_catalog());
    visitor.asks(SayWhetherClear{true});
    EXPECT_TRUE(visitor.state.visit.reading.found_clear.empty()) << "no topic is open";
    visitor.asks(OpenPack{"a"}).asks(SayWhetherClear{false}).asks(SayWhetherClear{true});
    EXPECT_EQ(visitor.state.visit.reading.found_clear, (std::map<std::string, bool>{{"a", true}}));
    visitor.asks(FinishVisit{});
    EXPECT_TRUE(visitor.state.visit.reading.found_clear.empty());
}

TEST(Reading, what_is_said_of_a_choice_is_looked_at_until_another_page) {
    Visitor visitor(small_catalog());
    visitor.asks(OpenPack{"a"}).asks(ChooseQuick{"a/one/0", 1});
    EXPECT_TRUE(visitor.state.visit.reading.looks_elsewhere());
    visitor.asks(LookAtBlock{3});
    EXPECT_EQ(visitor.state.visit.reading.looked_at, 3);
    EXPECT_TRUE(visitor.state.visit.reading.told.empty());
    visitor.asks(NextPage{});
    EXPECT_FALSE(visitor.state.visit.reading.looks_elsewhere());
}

TEST(Reading, page_without_steps_has_none) {
    const auto catalog = small_catalog();
    EXPECT_EQ(step_count(*catalog->library->packs[0].page("en", "one")), 0);
    EXPECT_EQ(step_count(*catalog->library->packs[0].page("en", "steps")), 3);
}

}  // namespace
}  // namespace candor::screens
