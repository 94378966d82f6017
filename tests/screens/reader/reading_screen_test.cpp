#include <gtest/gtest.h>

#include "stage.h"

namespace candor::screens {
namespace {

using ui::Node;
using ui::Role;

/// The shipped packs on an upright screen.
class ReadingScreen : public testing::Test {
  protected:
    void opens(const std::string& pack, const std::string& page) {
        visitor.asks(OpenPlace{{pack, page, 0, -1}});
        settle();
    }
    /// Frames until what had to come into sight is there.
    void settle() {
        for (int i = 0; i < 60; ++i) {
            stage.let_pass(16);
            for (const Intent& intent : stage.draw(visitor.state)) visitor.asks(intent);
        }
    }
    const Node* find(Role role, const std::string& name) const {
        return stage.tree().find(role, name);
    }
    /// The button that leads to what is out of sight.
    const Node* below() const {
        for (const Node& node : stage.tree().nodes)
            if (node.role == Role::button && (node.name.starts_with("Below: ") ||
                                              node.name.find(" more below: ") != std::string::npos))
                return &node;
        return nullptr;
    }

    Visitor visitor{shipped_catalog()};
    Stage stage{1080, 1920, "/nonexistent/decoder"};
};

}  // namespace

TEST_F(ReadingScreen, limit_below_what_is_seen_says_so_and_a_touch_leads_to_it) {
    opens("stem-cells", "042-what-trials-found");
    ASSERT_NE(below(), nullptr) << ui::to_text(stage.tree(), ui::Rects::with);
    EXPECT_NE(below()->name.find("What is not known"), std::string::npos);
    const Node* next = find(Role::button, "Next: fluids, extracts, exosomes");
    ASSERT_NE(next, nullptr);
    EXPECT_LE(below()->rect.bottom(), next->rect.y) << "above the buttons, over nothing";
    stage.tap(visitor, Role::button, below()->name);
    settle();
    const Node* box = find(Role::heading, "What is not known");
    ASSERT_NE(box, nullptr);
    EXPECT_GT(box->rect.y, 0);
    EXPECT_LT(box->rect.bottom(), 1700);
    EXPECT_EQ(below(), nullptr);
}

TEST_F(ReadingScreen, what_means_to_call_at_once_is_never_out_of_sight_without_a_word) {
    opens("procedure", "053-after-a-transplant");
    ASSERT_NE(below(), nullptr) << ui::to_text(stage.tree(), ui::Rects::with);
    EXPECT_NE(below()->name.find("Call the clinic now if"), std::string::npos);
    stage.tap(visitor, Role::button, below()->name);
    settle();
    const Node* box = find(Role::heading, "Call the clinic now if");
    ASSERT_NE(box, nullptr);
    EXPECT_GT(box->rect.y, 0);
    EXPECT_LT(box->rect.bottom(), 1700);
}

TEST_F(ReadingScreen, heads_of_what_is_compared_stay_while_its_rows_scroll_by) {
    opens("prp", "040-side-by-side");
    const std::string heads = "PRP, Cell-based";
    EXPECT_EQ(find(Role::status, heads), nullptr) << "they are in their place";
    stage.ui.scrolls().jump("main", 700);
    settle();
    const Node* kept = find(Role::status, heads);
    ASSERT_NE(kept, nullptr) << ui::to_text(stage.tree(), ui::Rects::with);
    const float top = stage.ui.scrolls().extent("main").viewport.y;
    EXPECT_FLOAT_EQ(kept->rect.y, top);
}

TEST_F(ReadingScreen, what_is_said_of_a_choice_stands_under_it_in_sight) {
    opens("prp", "050-quick-check");
    std::string chosen;
    for (const Node* choice : stage.choices())
        if (choice->role == Role::radio && chosen.empty()) chosen = choice->name;
    ASSERT_FALSE(chosen.empty());
    stage.tap(visitor, Role::radio, chosen);
    settle();
    const Node *choice = find(Role::radio, chosen), *told = find(Role::status, "Not quite");
    if (told == nullptr) told = find(Role::status, "That is right");
    ASSERT_TRUE(choice != nullptr && told != nullptr);
    EXPECT_GT(told->rect.y, choice->rect.bottom());
    EXPECT_LT(told->rect.y - choice->rect.bottom(), 120);
    EXPECT_LT(told->rect.bottom(), 1700);
    EXPECT_GT(choice->rect.y, 0);
}

TEST_F(ReadingScreen, end_of_a_topic_asks_whether_it_was_clear_and_offers_the_next) {
    opens("prp", "050-quick-check");
    EXPECT_NE(find(Role::button, "Next topic: The procedure, step by step"), nullptr);
    stage.tap(visitor, Role::radio, "No, not quite");
    EXPECT_FALSE(visitor.state.visit.reading.found_clear.at("prp"));
    settle();
    EXPECT_NE(find(Role::status, "Thank you. We count this without your name."), nullptr);
    opens("prp", "010-what-prp-is");
    EXPECT_EQ(find(Role::radio, "No, not quite"), nullptr);
    opens("expectations", "080-questions-to-ask");
    EXPECT_NE(find(Role::button, "Done: back to all topics"), nullptr);
}

TEST_F(ReadingScreen, sheet_that_is_too_high_keeps_its_button_in_sight) {
    visitor.asks(Start{}).asks(OpenSheet{{SheetKind::questions, {}, {}}});
    settle();
    const Node* ok = find(Role::button, "OK");
    ASSERT_NE(ok, nullptr);
    EXPECT_LT(ok->rect.bottom(), 1920);
    EXPECT_GT(stage.ui.scrolls().extent("sheet").below, 0) << "it is too high";
}

}  // namespace candor::screens
