#include <gtest/gtest.h>

#include "stage.h"
#include "ui/widgets.h"

namespace candor::screens {
namespace {

using ui::Node;
using ui::Role;

constexpr const char* kEveryLanguage[] = {"en", "ar", "de", "es", "tr"};

Visitor sent(const char* language) {
    Visitor visitor(shipped_catalog());
    visitor.asks(Start{}).asks(SetLanguage{language}).asks(OpenRequest{}).fills_in_the_form();
    visitor.asks(SendRequest{});
    return visitor;
}

const Node* reference_of(const Stage& stage, const Visitor& visitor) {
    const std::string& reference = visitor.state.visit.request.sending.reference;
    for (const Node& node : stage.tree().nodes)
        if (node.role == Role::status && node.name.size() == reference.size() + 2) return &node;
    return nullptr;
}

TEST(Confirmation, buttons_say_their_words_in_one_line_in_each_language) {
    for (const auto& [w, h] : {std::pair{1080, 1920}, {800, 1280}, {1920, 1080}, {1366, 768}}) {
        Stage stage(w, h, "/nonexistent/decoder");
        for (const char* language : kEveryLanguage) {
            Visitor visitor = sent(language);
            ASSERT_EQ(visitor.state.visit.screen, Screen::confirmation);
            stage.ui.forget_visit();
            stage.draw(visitor.state);
            for (const char* key : {"confirm.keep-reading", "finish.erase"}) {
                const std::string words = visitor.state.strings()(key);
                const Node* button = stage.tree().find(Role::button, words);
                ASSERT_NE(button, nullptr) << words;
                EXPECT_GE(
                    button->rect.w,
                    ui::one_line_width(stage.ui, {words, ui::ButtonKind::primary, {}, "erase"}) - 1)
                    << words << " on " << w << "x" << h;
            }
        }
    }
}

TEST(Confirmation, reference_is_one_line_beside_what_is_taken_home_on_a_wide_screen) {
    for (const auto& [w, h] : {std::pair{1920, 1080}, {1366, 768}, {1280, 800}, {3840, 2160}}) {
        Stage stage(w, h, "/nonexistent/decoder");
        Visitor visitor = sent("en");
        stage.draw(visitor.state);
        const Node* reference = reference_of(stage, visitor);
        ASSERT_NE(reference, nullptr) << ui::to_text(stage.tree(), ui::Rects::with);
        EXPECT_LT(reference->rect.h, stage.ui.px(150)) << w << "x" << h;
        const Node* home =
            stage.tree().find(Role::heading, visitor.state.strings()("take.heading"));
        ASSERT_NE(home, nullptr);
        EXPECT_GT(home->rect.x, reference->rect.right()) << w << "x" << h;
        EXPECT_LT(home->rect.bottom(), static_cast<float>(h)) << "in sight at once";
    }
}

}  // namespace
}  // namespace candor::screens
