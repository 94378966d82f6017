#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <deque>

#include "stage.h"

namespace candor::screens {
namespace {

using ui::Node;
using ui::Role;

/// A form on a display, and where its parts stand.
class RequestScreen : public testing::Test {
  protected:
    explicit RequestScreen(int width = 1080, int height = 1920) : stage(width, height, decoder()) {
        visitor.asks(Start{}).asks(OpenRequest{});
    }
    /// As it stands now; kept, though what is drawn next has other nodes.
    const Node* find(Role role, const std::string& name) {
        settle();
        const Node* node = stage.tree().find(role, name);
        return node == nullptr ? nullptr : &found.emplace_back(*node);
    }
    std::string words(std::string_view key) { return visitor.state.strings()(key); }
    std::string field(const char* key) { return words(std::string("request.") + key); }
    /// Frames until what had to come into sight is there.
    void settle() {
        for (int i = 0; i < 3; ++i)
            for (const Intent& intent : stage.draw(visitor.state)) visitor.asks(intent);
    }
    float top_of(const char* key) {
        const Node* node = find(Role::textbox, field(key));
        return node == nullptr ? -1 : node->rect.y;
    }
    void tap(Role role, const std::string& name) { stage.tap(visitor, role, name); }

    Visitor visitor{small_catalog()};
    Stage stage;
    std::deque<Node> found;
};

class WideRequestScreen : public RequestScreen {
  protected:
    WideRequestScreen() : RequestScreen(1920, 1080) {}
};

/// Below `above` and above `below` the node stands.
bool is_between(const Node& node, float above, float below) {
    return node.rect.y >= above && node.rect.bottom() <= below;
}

}  // namespace

TEST_F(RequestScreen, one_is_enough_is_said_before) {
    EXPECT_NE(find(Role::paragraph, field("one-is-enough")), nullptr);
}

TEST_F(RequestScreen, consent_stands_beside_send) {
    const Node* send = find(Role::button, field("send"));
    const Node* agree = find(Role::checkbox, field("agree"));
    ASSERT_NE(send, nullptr);
    ASSERT_NE(agree, nullptr);
    EXPECT_TRUE(is_between(*agree, send->rect.y - 200, send->rect.y))
        << "in sight, above it: " << agree->rect.y << " to " << agree->rect.bottom() << ", then "
        << send->rect.y;
}

TEST_F(RequestScreen, each_mistake_is_told_at_its_field) {
    visitor.asks(SendRequest{});
    const Node* name = find(Role::textbox, field("first-name"));
    const Node* phone = find(Role::textbox, field("phone"));
    const Node* missing = find(Role::alert, field("problem.first-name"));
    const Node* contact = find(Role::alert, field("problem.contact"));
    ASSERT_TRUE(name != nullptr && phone != nullptr && missing != nullptr && contact != nullptr);
    EXPECT_TRUE(is_between(*missing, name->rect.bottom(), phone->rect.y));
    EXPECT_GT(contact->rect.y, phone->rect.bottom());
    EXPECT_NE(find(Role::textbox, field("email"))->states & ui::kInvalid, 0U);
    visitor.presses(ui::KeyboardResult::Kind::done);
    const Node* agree = find(Role::alert, field("problem.agree"));
    ASSERT_NE(agree, nullptr);
    EXPECT_LT(agree->rect.bottom(), find(Role::button, field("send"))->rect.y);
}

TEST_F(RequestScreen, mended_field_is_right_and_the_others_stay_wrong) {
    visitor.asks(SendRequest{}).types("Ada");
    EXPECT_EQ(find(Role::alert, field("problem.first-name")), nullptr);
    EXPECT_NE(find(Role::alert, field("problem.contact")), nullptr);
    EXPECT_EQ(find(Role::textbox, field("first-name"))->states & ui::kInvalid, 0U);
    EXPECT_NE(find(Role::textbox, field("phone"))->states & ui::kInvalid, 0U);
}

TEST_F(RequestScreen, focused_field_never_leaves_its_place) {
    for (const char* key : {"first-name", "phone", "email"}) {
        const float before = top_of(key);
        tap(Role::textbox, field(key));
        EXPECT_FLOAT_EQ(top_of(key), before) << key << ": the keyboard came";
        visitor.types("a");
        EXPECT_FLOAT_EQ(top_of(key), before) << key << ": something was typed";
        visitor.asks(EraseBack{}).presses(ui::KeyboardResult::Kind::done);
        EXPECT_FLOAT_EQ(top_of(key), before) << key << ": the keyboard went";
    }
    visitor.asks(SendRequest{});
    const float name = top_of("first-name");
    visitor.types("Ada");
    EXPECT_FLOAT_EQ(top_of("first-name"), name) << "its mistake is mended";
    visitor.asks(FocusField{Field::email, 0});
    const float email = top_of("email");
    visitor.types("ada@example.org");
    EXPECT_FLOAT_EQ(top_of("email"), email) << "a mistake above it is mended";
}

TEST_F(WideRequestScreen, focused_field_is_in_sight_beside_the_keyboard_and_above_the_consent) {
    for (const char* key : {"first-name", "phone", "email", "own-words", "phone"}) {
        visitor.asks(FocusField{Field::none, 0});
        tap(Role::textbox, field(key));
        const Node* box = find(Role::textbox, field(key));
        const Node* done = stage.tree().find(Role::button, words("keyboard.done"));
        const Node* agree = stage.tree().find(Role::checkbox, field("agree"));
        ASSERT_TRUE(box != nullptr && done != nullptr && agree != nullptr) << key;
        EXPECT_GE(box->rect.y, 100) << key;
        EXPECT_LT(box->rect.y, agree->rect.y) << key;
        EXPECT_GT(box->rect.x, done->rect.right()) << key;
    }
}

namespace {

constexpr ui::TextSize kTextSizes[] = {ui::TextSize::normal, ui::TextSize::large,
                                       ui::TextSize::larger, ui::TextSize::largest};

/// What a focused field of that display hides of itself; empty: nothing.
std::string hidden_of_field(Stage& stage, const Visitor& visitor, const std::string& name) {
    for (int frame = 0; frame < 3; ++frame) stage.draw(visitor.state);
    const Node* box = stage.tree().find(Role::textbox, name);
    if (box == nullptr) return name + " is not there";
    const float whole = std::round(stage.ui.theme().type(38) * 1.35F) + stage.ui.px(52);
    if (box->rect.h < whole - 1)
        return name + ": " + std::to_string(box->rect.h) + " of " + std::to_string(whole);
    return {};
}

}  // namespace

TEST(RequestForm, focused_field_is_whole_above_the_keys_on_every_display_brought_down_or_not) {
    for (const auto& [w, h] : {std::pair{1080, 1920}, {800, 1280}, {1920, 1080}, {1366, 768}}) {
        Stage stage(w, h, "/nonexistent/decoder");
        for (const char* language : {"en", "tr", "ar", "de", "es"}) {
            for (const ui::TextSize size : kTextSizes) {
                for (const bool down : {false, true}) {
                    Visitor visitor(shipped_catalog());
                    visitor.asks(Start{}).asks(SetLanguage{language}).asks(SetTextSize{size});
                    visitor.asks(BringDown{down}).asks(OpenRequest{});
                    stage.ui.forget_visit();
                    for (const Field field : {Field::first_name, Field::phone, Field::email}) {
                        visitor.asks(FocusField{field, 0});
                        const char* key = field == Field::first_name ? "first-name"
                                          : field == Field::phone    ? "phone"
                                                                     : "email";
                        const std::string name =
                            visitor.state.strings()(std::string("request.") + key);
                        EXPECT_EQ(hidden_of_field(stage, visitor, name), "")
                            << language << " " << w << "x" << h << " size "
                            << static_cast<int>(size) << (down ? " brought down" : "");
                    }
                }
            }
        }
    }
}

TEST_F(RequestScreen, full_field_says_so) {
    visitor.types_into(Field::phone, std::string(64, '1'));
    EXPECT_NE(find(Role::alert, words("field.full")), nullptr);
}

TEST_F(RequestScreen, mistakes_are_told_in_every_language) {
    visitor = Visitor(shipped_catalog());
    visitor.asks(Start{});
    for (const char* language : {"en", "tr", "de", "es", "ar"}) {
        visitor.asks(SetLanguage{language}).asks(OpenRequest{}).asks(SendRequest{});
        EXPECT_NE(find(Role::alert, field("problem.first-name")), nullptr) << language;
        visitor.presses(ui::KeyboardResult::Kind::done);
        EXPECT_NE(find(Role::alert, field("problem.agree")), nullptr) << language;
        visitor.asks(GoBack{});
    }
}

}  // namespace candor::screens
