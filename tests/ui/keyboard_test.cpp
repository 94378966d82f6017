#include "ui/keyboard.h"

#include "drawn_ui.h"

namespace candor::ui {
namespace {

using ResultKind = KeyboardResult::Kind;

/// The English keyboard on a screen, and what its last touch asked for.
class Typing {
  public:
    explicit Typing(const std::string& language = "en") : stage(language) {}

    void press(const std::string& name) { stage.tap(Role::button, name, draw()); }
    DrawnUi::Draw draw() {
        return [this](Ui& ui) {
            result = keyboard(ui, whole_width(ui), layouts_, state, "First name");
        };
    }

    DrawnUi stage;
    KeyboardState state;
    KeyboardResult result;

  private:
    KeyboardLayouts layouts_ = KeyboardLayouts::load(assets() / "keyboards/en.yaml").value();
};

TEST(Keyboard, key_types_its_cap) {
    Typing typing;
    typing.press("q");
    EXPECT_EQ(typing.result.kind, ResultKind::typed);
    EXPECT_EQ(typing.result.text, "q");
    typing.press("7");
    EXPECT_EQ(typing.result.text, "7");
}

TEST(Keyboard, shift_types_and_names_capitals) {
    Typing typing;
    typing.state.shift = Shift::once;
    typing.press("Q");
    EXPECT_EQ(typing.result.text, "Q");
    EXPECT_EQ(typing.stage.ui.tree().find(Role::button, "q"), nullptr);
}

TEST(Keyboard, key_that_turns_small_after_its_capital_is_the_same_key_however_fast) {
    Typing typing;
    typing.state.shift = Shift::once;
    typing.press("A");
    EXPECT_EQ(typing.result.text, "A");
    typing.state.shift = Shift::off;
    typing.press("a");
    EXPECT_EQ(typing.result.text, "a");
}

TEST(Keyboard, turkish_i_keeps_its_dot) {
    Typing turkish("tr");
    turkish.state.shift = Shift::once;
    turkish.press("İ");
    EXPECT_EQ(turkish.result.text, "İ");
    Typing english;
    english.state.shift = Shift::once;
    english.press("I");
    EXPECT_EQ(english.result.text, "I");
}

TEST(Keyboard, special_keys_do_what_they_say) {
    Typing typing;
    const std::vector<std::pair<std::string, ResultKind>> keys{
        {"Capital letter", ResultKind::shift},
        {"Delete", ResultKind::backspace},
        {"Next field", ResultKind::next},
        {"Done", ResultKind::done},
        {"?123", ResultKind::layout}};
    for (const auto& [name, kind] : keys) {
        typing.press(name);
        EXPECT_EQ(typing.result.kind, kind) << name;
    }
    EXPECT_EQ(typing.result.text, "symbols");
    typing.press("space");
    EXPECT_EQ(typing.result.kind, ResultKind::typed);
    EXPECT_EQ(typing.result.text, " ");
}

TEST(Keyboard, symbols_lead_back_to_letters) {
    Typing typing;
    typing.state.layout = "symbols";
    typing.press("abc");
    EXPECT_EQ(typing.result.kind, ResultKind::layout);
    EXPECT_EQ(typing.result.text, "letters");
}

TEST(Keyboard, layout_that_is_not_there_is_letters) {
    Typing typing;
    typing.state.layout = "no such";
    typing.press("q");
    EXPECT_EQ(typing.result.text, "q");
}

TEST(Keyboard, key_held_offers_its_accents) {
    Typing typing;
    typing.stage.show(typing.draw());
    const base::Rect key = typing.stage.ui.tree().find(Role::button, "e")->rect;
    typing.stage.down({key.x + key.w / 2, key.y + key.h / 2});
    ASSERT_TRUE(typing.stage.ui.next_deadline_ms());
    typing.stage.now_ms = *typing.stage.ui.next_deadline_ms();
    typing.stage.ui.input({}, typing.stage.now_ms);
    typing.stage.show(typing.draw());
    EXPECT_EQ(typing.result.kind, ResultKind::accents);
    EXPECT_EQ(typing.result.text, "e");
}

TEST(Keyboard, open_accents_can_be_typed_and_are_shifted) {
    Typing typing;
    typing.state.accents_of = "e";
    typing.press("é");
    EXPECT_EQ(typing.result.kind, ResultKind::typed);
    EXPECT_EQ(typing.result.text, "é");
    typing.state.shift = Shift::locked;
    typing.press("É");
    EXPECT_EQ(typing.result.text, "É");
    typing.state.accents_of = "s";
    typing.press("Ş");
    EXPECT_EQ(typing.result.text, "Ş");
}

TEST(Keyboard, accents_of_every_key_lie_on_the_screen) {
    const auto layouts = KeyboardLayouts::load(assets() / "keyboards/en.yaml").value();
    Typing typing;
    for (const auto& [key, accents] : layouts.accents) {
        typing.state.accents_of = key;
        typing.stage.show(typing.draw());
        for (const std::string& accent : accents) {
            const Node* node = typing.stage.ui.tree().find(Role::button, accent);
            ASSERT_NE(node, nullptr) << accent;
            EXPECT_GE(node->rect.x, 0) << accent;
            EXPECT_LE(node->rect.right(), 1080) << accent;
        }
    }
}

TEST(Keyboard, touch_between_the_keys_reaches_nothing_below) {
    Typing typing;
    bool below = false;
    const auto draw = [&](Ui& ui) {
        below =
            ui.touchable({Role::button, "Below", {}, kNoState, kPress, {0, 0, 1080, 1920}}, "below")
                .tapped;
        typing.draw()(ui);
    };
    typing.stage.show(draw);
    typing.stage.tap({3, 1915});
    typing.stage.show(draw);
    EXPECT_FALSE(below);
    EXPECT_EQ(typing.result.kind, ResultKind::none);
}

TEST(Keyboard, every_layout_fits_between_the_edges) {
    const auto layouts = KeyboardLayouts::load(assets() / "keyboards/en.yaml").value();
    for (const auto& [w, h] : {std::pair{1080, 1920}, {1920, 1080}, {720, 1280}, {800, 1280}}) {
        for (const auto& [name, rows] : layouts.layouts) {
            DrawnUi stage("en", w, h);
            KeyboardState state;
            state.layout = name;
            stage.show([&](Ui& ui) {
                keyboard(ui, whole_width(ui), layouts, state, "First name");
                EXPECT_LT(keyboard_height(ui), static_cast<float>(h) * 0.65F);
            });
            for (const Node& node : stage.ui.tree().nodes) {
                EXPECT_GE(node.rect.x, 0) << node.name;
                EXPECT_LE(node.rect.right(), static_cast<float>(w)) << node.name;
                EXPECT_LE(node.rect.bottom(), static_cast<float>(h)) << node.name;
                EXPECT_GE(node.rect.h, stage.ui.px(80)) << name << " " << node.name;
            }
        }
    }
}

}  // namespace
}  // namespace candor::ui
