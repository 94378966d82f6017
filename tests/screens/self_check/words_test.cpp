#include <gtest/gtest.h>

#include "stage.h"

namespace candor::screens {
namespace {

/// Somebody at that question of the shipped self-check.
Visitor asked(const std::string& question, const std::string& language = "en") {
    Visitor visitor(shipped_catalog());
    visitor.asks(SetLanguage{language}).asks(Start{}).asks(BeginSelfCheck{});
    visitor.answers("age", "30-44").answers("pattern", "temples").answers("onset", "gradual");
    visitor.asks(ChangeAnswer{question});
    return visitor;
}

TEST(WordsOfAQuestion, touch_opens_their_meaning_over_the_question) {
    Stage stage(1080, 1920, decoder());
    Visitor visitor = asked("medicines");
    stage.tap(visitor, ui::Role::button, "What “Beta-blocker” means");
    EXPECT_EQ(visitor.state.visit.screen, Screen::self_check);
    EXPECT_EQ(visitor.state.visit.sheet.kind, SheetKind::term);
    stage.draw(visitor.state);
    EXPECT_NE(stage.tree().find(ui::Role::heading, "Beta-blocker"), nullptr);
}

TEST(WordsOfAQuestion, question_without_hard_words_shows_none) {
    Stage stage(1080, 1920, decoder());
    const Visitor visitor = asked("hopes");
    stage.draw(visitor.state);
    for (const ui::Node& node : stage.tree().nodes)
        EXPECT_FALSE(node.name.starts_with("What “")) << node.name;
}

}  // namespace
}  // namespace candor::screens
