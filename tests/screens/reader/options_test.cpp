#include <gtest/gtest.h>

#include <algorithm>

#include "stage.h"

namespace candor::screens {
namespace {

const pack::Options& shipped_options(const Catalog& catalog) {
    const pack::Page* page = catalog.library->find("choices")->page("en", "030-pick");
    return *std::get_if<pack::Options>(&page->blocks.back().body);
}

Visitor at_page(const std::string& page, const std::string& language = "en") {
    Visitor visitor(shipped_catalog());
    visitor.asks(SetLanguage{language}).asks(Start{}).asks(OpenPlace{{"choices", page, 0, -1}});
    return visitor;
}

Visitor beside(const std::vector<std::string>& options, const std::string& language = "en") {
    Visitor visitor = at_page("040-side-by-side", language);
    for (const auto& option : options) visitor.asks(TogglePick{"choices/" + option});
    return visitor;
}

/// Nodes of that name that lie inside the window.
std::vector<ui::Node> in_sight(const Stage& stage, ui::Role role, const std::string& name) {
    std::vector<ui::Node> out;
    for (const ui::Node& node : stage.tree().nodes)
        if (node.role == role && node.name == name && node.rect.y >= 0 &&
            node.rect.bottom() <= static_cast<float>(stage.tree().height))
            out.push_back(node);
    return out;
}

TEST(Options, picked_option_is_checked_and_put_back_by_the_same_touch) {
    Stage stage(1080, 1920, decoder());
    Visitor visitor = at_page("030-pick");
    stage.tap(visitor, ui::Role::checkbox, "PRP");
    EXPECT_EQ(visitor.state.visit.reading.choosing.picked, std::set<std::string>{"choices/prp"});
    stage.draw(visitor.state);
    EXPECT_EQ(stage.tree().find(ui::Role::checkbox, "PRP")->states, ui::kChecked);
    stage.tap(visitor, ui::Role::checkbox, "PRP");
    EXPECT_TRUE(visitor.state.visit.reading.choosing.picked.empty());
}

TEST(Options, fourth_option_waits_until_one_is_put_back) {
    Stage stage(1080, 1920, decoder());
    Visitor visitor = at_page("030-pick");
    for (const char* id : {"nothing", "prp", "cells", "laser"})
        visitor.asks(TogglePick{std::string("choices/") + id});
    EXPECT_EQ(visitor.state.visit.reading.choosing.picked.size(), kMostPicked);
    stage.draw(visitor.state);
    const ui::Node* waiting = stage.tree().find(ui::Role::checkbox, "Laser cap or comb");
    ASSERT_NE(waiting, nullptr);
    EXPECT_EQ(waiting->states, ui::kDisabled);
    EXPECT_EQ(waiting->actions, ui::kNoAction);
    EXPECT_NE(
        stage.tree().find(ui::Role::status, "Three are picked. Touch one of them to put it back."),
        nullptr);
}

TEST(Options, two_picked_options_are_compared_by_next) {
    Stage stage(1080, 1920, decoder());
    Visitor visitor = at_page("030-pick");
    stage.tap(visitor, ui::Role::checkbox, "Minoxidil on the skin");
    EXPECT_EQ(stage.tree().find(ui::Role::button, "Compare 1 choice"), nullptr);
    stage.tap(visitor, ui::Role::checkbox, "PRP");
    stage.tap(visitor, ui::Role::button, "Compare 2 choices");
    EXPECT_EQ(visitor.state.visit.reading.place.page, "040-side-by-side");
}

TEST(Options, nothing_picked_leads_to_where_options_are_picked) {
    Stage stage(1080, 1920, decoder());
    Visitor visitor = at_page("040-side-by-side");
    stage.tap(visitor, ui::Role::button, "Pick choices");
    EXPECT_EQ(visitor.state.visit.reading.place.page, "030-pick");
}

TEST(Options, heads_stay_in_sight_while_the_rows_scroll) {
    Stage stage(1080, 1920, decoder());
    Visitor visitor = beside({"minoxidil-skin", "prp"});
    stage.draw(visitor.state);
    const auto before = in_sight(stage, ui::Role::heading, "PRP");
    ASSERT_EQ(before.size(), 1U);
    stage.ui.scrolls().jump("main", 900);
    stage.draw(visitor.state);
    stage.draw(visitor.state);
    const auto after = in_sight(stage, ui::Role::heading, "PRP");
    ASSERT_EQ(after.size(), 1U);
    EXPECT_EQ(after[0].rect.y, before[0].rect.y);
    EXPECT_TRUE(in_sight(stage, ui::Role::heading, "Who is it for?").empty());
}

TEST(Options, columns_stand_in_the_packs_order_and_are_mirrored_in_arabic) {
    Stage stage(1080, 1920, decoder());
    const auto heads = [&](const std::string& language) {
        Visitor visitor = beside({"prp", "minoxidil-skin"}, language);
        stage.ui.forget_visit();
        stage.draw(visitor.state);
        const pack::Pack& pack = *visitor.state.catalog->library->find("choices");
        const pack::Page* page = pack.page(language, "040-side-by-side");
        const auto& all = std::get_if<pack::Options>(&page->blocks[0].body)->options;
        std::vector<float> at;
        for (const char* id : {"minoxidil-skin", "prp"}) {
            const auto option = std::find_if(all.begin(), all.end(),
                                             [&](const auto& each) { return each.id == id; });
            const ui::Node* node = stage.tree().find(ui::Role::heading, option->title);
            at.push_back(node == nullptr ? -1 : node->rect.x);
        }
        return at;
    };
    const auto english = heads("en"), arabic = heads("ar");
    EXPECT_LT(english[0], english[1]);
    EXPECT_GT(arabic[0], arabic[1]);
}

TEST(Options, numbers_are_pictures_that_say_their_share_and_its_time) {
    Stage stage(1080, 1920, decoder());
    Visitor visitor = beside({"minoxidil-skin", "finasteride-tablet"});
    stage.draw(visitor.state);
    const auto pictures =
        std::count_if(stage.tree().nodes.begin(), stage.tree().nodes.end(),
                      [](const ui::Node& node) { return node.role == ui::Role::img; });
    EXPECT_EQ(pictures, 6) << "with and without, of three numbers";
    EXPECT_NE(stage.tree().find(ui::Role::paragraph, "Followed for 12 months."), nullptr);
    EXPECT_NE(stage.tree().find(ui::Role::paragraph, "For how long, we could not find out."),
              nullptr);
}

TEST(Options, blanks_are_told_in_words) {
    Stage stage(1080, 1920, decoder());
    Visitor visitor = beside({"cells", "minoxidil-tablet"});
    stage.draw(visitor.state);
    EXPECT_NE(stage.tree().find(ui::Role::paragraph, "Nobody knows. We found no study."), nullptr);
    EXPECT_NE(
        stage.tree().find(ui::Role::paragraph, "Ask for the price. We found no official one."),
        nullptr);
}

/// Where three columns have no room for a word, the cells stand below each other, each named.
TEST(Options, narrow_screen_and_largest_text_stack_the_cells) {
    Stage stage(720, 1280, decoder());
    Visitor visitor = beside({"nothing", "minoxidil-skin", "transplant"}, "de");
    visitor.asks(SetTextSize{ui::TextSize::largest});
    stage.draw(visitor.state);
    const auto named = std::count_if(
        stage.tree().nodes.begin(), stage.tree().nodes.end(), [](const ui::Node& node) {
            return node.role == ui::Role::heading && node.name == "Haartransplantation";
        });
    EXPECT_EQ(named, static_cast<std::ptrdiff_t>(pack::kOptionRows));
}

TEST(Values, answer_marks_its_rows_and_recommends_nothing) {
    Stage stage(1080, 1920, decoder());
    Visitor visitor = at_page("020-what-matters");
    stage.tap(visitor, ui::Role::radio, "The cost: A lot");
    stage.tap(visitor, ui::Role::radio, "I plan to have a child: Not much");
    visitor.asks(OpenPlace{{"choices", "040-side-by-side", 0, -1}});
    visitor.asks(TogglePick{"choices/nothing"}).asks(TogglePick{"choices/prp"});
    stage.draw(visitor.state);
    const auto marks =
        std::count_if(stage.tree().nodes.begin(), stage.tree().nodes.end(),
                      [](const ui::Node& node) { return node.name == "matters to you"; });
    EXPECT_EQ(marks, 1) << "the price alone";
}

TEST(Values, same_answer_again_takes_it_back) {
    Visitor visitor = at_page("020-what-matters");
    visitor.asks(SetImportance{"choices/cost", Importance::a_lot});
    EXPECT_EQ(matters(visitor.state).size(), 1U);
    visitor.asks(SetImportance{"choices/cost", Importance::a_lot});
    EXPECT_TRUE(matters(visitor.state).empty());
}

TEST(Values, are_told_in_the_language_of_the_visit) {
    Visitor visitor = at_page("020-what-matters");
    visitor.asks(SetImportance{"choices/cost", Importance::somewhat}).asks(SetLanguage{"de"});
    const auto told = matters(visitor.state);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].id, "choices/cost");
    EXPECT_EQ(told[0].title.text, "Die Kosten");
    EXPECT_EQ(matters(visitor.state, "en")[0].title, (consult::StaffText{"The cost", "Die Kosten"}))
        << "for staff in their language";
}

TEST(Values, end_with_the_visit) {
    Visitor visitor = at_page("020-what-matters");
    visitor.asks(SetImportance{"choices/child", Importance::a_lot});
    visitor.asks(TogglePick{"choices/prp"});
    EXPECT_TRUE(visitor.state.visit.holds_something());
    visitor.asks(FinishVisit{});
    EXPECT_TRUE(visitor.state.visit.reading.choosing.matters.empty());
    EXPECT_TRUE(visitor.state.visit.reading.choosing.picked.empty());
    EXPECT_FALSE(visitor.state.visit.holds_something());
}

TEST(Values, go_along_with_a_request_by_a_switch_of_their_own) {
    Stage stage(1080, 1920, decoder());
    Visitor visitor = at_page("020-what-matters");
    visitor.asks(OpenRequest{});
    stage.draw(visitor.state);
    const std::string label = "Send what matters to me too";
    EXPECT_EQ(stage.tree().find(ui::Role::checkbox, label), nullptr) << "nothing was said yet";
    visitor.asks(SetImportance{"choices/cost", Importance::a_lot});
    stage.draw(visitor.state);
    ASSERT_NE(stage.tree().find(ui::Role::checkbox, label), nullptr);
    EXPECT_EQ(stage.tree().find(ui::Role::checkbox, label)->states, ui::kNoState);
    stage.tap(visitor, ui::Role::checkbox, label);
    EXPECT_TRUE(visitor.state.visit.request.form.send_values);
}

TEST(Options, shipped_ones_begin_with_nothing_and_covering_up) {
    const auto& options = shipped_options(*shipped_catalog()).options;
    ASSERT_GE(options.size(), 12U);
    EXPECT_EQ(options[0].id, "nothing");
    EXPECT_EQ(options[1].id, "cover-up");
}

}  // namespace
}  // namespace candor::screens
