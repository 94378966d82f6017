#include "screens/self_check/advice.h"

#include <gtest/gtest.h>

#include "stage.h"
#include "visitor.h"

// The buttons follow the advice.

namespace candor::screens {
namespace {

using ui::Role;

class Advice : public testing::Test {
  protected:
    const ui::Node* find(Role role, const std::string& name) {
        stage.draw(visitor.state);
        return stage.tree().find(role, name);
    }
    std::string words(std::string_view key) { return visitor.state.strings()(key); }
    void tap(std::string_view key) { stage.tap(visitor, Role::button, words(key)); }
    bool offers(std::string_view key) { return find(Role::button, words(key)) != nullptr; }

    Visitor visitor{shipped_catalog()};
    Stage stage{1080, 1920, decoder()};
};

TEST_F(Advice, red_flag_leads_to_what_to_tell_the_doctor_and_the_call_is_second) {
    visitor.asks(BeginSelfCheck{}).answers("age", "45-59").answers("pattern", "hairline");
    visitor.answers("onset", "gradual").asks(ShowGuidance{});
    ASSERT_TRUE(offers("guidance.tell-doctor"));
    ASSERT_TRUE(offers("guidance.ask"));
    EXPECT_GT(find(Role::button, words("guidance.tell-doctor"))->rect.w,
              stage.tree().find(Role::button, words("guidance.finish"))->rect.w);
    tap("guidance.tell-doctor");
    EXPECT_EQ(visitor.state.visit.sheet.kind, SheetKind::for_the_doctor);
    EXPECT_NE(find(Role::paragraph, words("doctor.lead")), nullptr);
    EXPECT_NE(stage.tree().find(Role::paragraph, words("doctor.not-kept")), nullptr);
}

TEST_F(Advice, without_a_red_flag_the_call_is_first) {
    visitor.asks(BeginSelfCheck{}).answers("age", "30-44").answers("pattern", "temples");
    visitor.answers("onset", "gradual").answers("signs", "none").asks(ShowGuidance{});
    EXPECT_TRUE(offers("guidance.ask"));
    EXPECT_FALSE(offers("guidance.tell-doctor"));
}

TEST_F(Advice, child_is_never_asked_for_name_and_phone) {
    visitor.asks(BeginSelfCheck{}).answers("age", "under-18").asks(ShowGuidance{});
    EXPECT_TRUE(offers("guidance.tell-doctor"));
    EXPECT_FALSE(offers("guidance.ask"));
    EXPECT_FALSE(offers_a_call(visitor.state));
    visitor.asks(OpenSheet{{SheetKind::ask_staff, {}, {}}});
    EXPECT_FALSE(offers("guidance.ask"));
    EXPECT_NE(find(Role::paragraph, words("staff.text-no-call")), nullptr);
    visitor.asks(CloseSheet{}).asks(ToggleTick{"prp/x"});
    visitor.asks(OpenSheet{{SheetKind::questions, {}, {}}});
    EXPECT_FALSE(offers("guidance.ask"));
    visitor.asks(CloseSheet{}).asks(OpenRequest{});
    EXPECT_NE(visitor.screen(), Screen::request);
}

TEST_F(Advice, whoever_was_not_asked_can_ask_for_a_call) {
    EXPECT_TRUE(offers_a_call(visitor.state));
    visitor.state.kiosk.takes_requests = false;
    EXPECT_FALSE(offers_a_call(visitor.state));
}

TEST_F(Advice, no_tick_stands_beside_a_warning) {
    const auto careful = [&] {
        const SelfCheck& check = *visitor.state.self_check();
        return needs_care(
            screening::evaluate(check.outline, check.guidance, visitor.state.visit.check.response));
    };
    visitor.asks(BeginSelfCheck{}).answers("age", "30-44");
    visitor.answers("pattern", "temples").answers("onset", "gradual");
    for (const char* question : {"signs", "medicines", "pregnancy", "health"})
        visitor.answers(question, "none");
    EXPECT_FALSE(careful());
    visitor.answers("onset", "sudden");
    EXPECT_TRUE(careful());
}

}  // namespace
}  // namespace candor::screens
