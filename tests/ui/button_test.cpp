#include "drawn_ui.h"
#include "ui/widgets.h"

namespace candor::ui {
namespace {

/// What `ask` finds on a display of that text size.
template <typename Ask>
auto at_size(TextSize size, const Ask& ask) {
    DrawnUi stage;
    const Strings strings =
        Strings::load(assets() / "strings/en.yaml",
                      language::Rules::load(assets() / "languages/en.yaml", "en").value())
            .value();
    decltype(ask(stage.ui)) found{};
    stage.show({1080, 1920, 0, size, &strings, false}, [&](Ui& ui) { found = ask(ui); });
    return found;
}

/// The pixels of its words.
float words_px(TextSize size, float width, const ButtonSpec& spec) {
    return at_size(size, [&](Ui& ui) { return ui.theme().type(label_size(ui, width, spec)); });
}

constexpr const char* kLabels[] = {"Weiter", "Mit den Fragen anfangen", "Team fragen",
                                   "Diese Themen weiterlesen und später antworten",
                                   "Zuerst lesen, warum Haare ausfallen"};

TEST(Button, words_never_get_smaller_than_at_the_normal_text_size) {
    const float normal = words_px(TextSize::normal, 600, {"Weiter"});
    for (const char* label : kLabels) {
        for (const float width : {300.0F, 380.0F, 560.0F, 968.0F}) {
            for (const TextSize size :
                 {TextSize::normal, TextSize::large, TextSize::larger, TextSize::largest}) {
                ButtonSpec spec{label, ButtonKind::primary, {}, "next"};
                const bool torn = at_size(size, [&](Ui& ui) {
                    Type type = type::kButton;
                    type.size /= ui.theme().text_factor();
                    return ui.widest_word(label, type) > width - ui.px(72);
                });
                if (torn) continue;
                EXPECT_GE(words_px(size, width, spec), normal) << label << " " << width;
            }
        }
    }
}

TEST(Button, icon_goes_before_words_get_smaller) {
    const std::string label = "Zurück zu den Themen";
    const ButtonSpec with{label, ButtonKind::outline, "back"}, without{label};
    for (const float width : {360.0F, 420.0F, 480.0F})
        EXPECT_EQ(words_px(TextSize::largest, width, with),
                  words_px(TextSize::largest, width, without));
}

TEST(Button, is_as_high_as_the_lines_of_its_words) {
    const auto height = [](float width) {
        return at_size(TextSize::largest, [&](Ui& ui) {
            return button_height(ui, width, {"Diese Themen weiterlesen und später antworten"});
        });
    };
    EXPECT_GT(height(480), height(968));
}

TEST(Pill, long_words_take_a_second_line_in_a_row_of_pills_and_the_pill_grows) {
    DrawnUi stage;
    stage.show([](Ui& ui) {
        Flow flow(ui, 56, 100, 420);
        PillRow row(flow, 16, 16);
        row.add({"Entzündungshemmendes Schmerzmittel", {}, "long"});
        row.add({"Kurz", {}, "short"});
    });
    const auto& nodes = stage.ui.tree().nodes;
    ASSERT_EQ(nodes.size(), 2U);
    EXPECT_GT(nodes[0].rect.h, nodes[1].rect.h);
    EXPECT_LE(nodes[0].rect.w, 420);
    EXPECT_GT(nodes[1].rect.y, nodes[0].rect.bottom());
}

TEST(CheckRow, problem_is_said_below_its_words_and_the_box_is_invalid) {
    DrawnUi stage;
    const auto draw = [](std::string_view problem) {
        return [problem](Ui& ui) {
            Flow flow(ui, 56, 100, 968);
            check_row(flow, "I agree", false, "agree", problem);
        };
    };
    stage.show(draw("Without this we cannot call you."));
    const Node* box = stage.ui.tree().find(Role::checkbox, "I agree");
    const Node* problem = stage.ui.tree().find(Role::alert, "Without this we cannot call you.");
    ASSERT_TRUE(box != nullptr && problem != nullptr);
    EXPECT_NE(box->states & kInvalid, 0U);
    EXPECT_GE(problem->rect.y, box->rect.bottom());
    stage.show(draw({}));
    EXPECT_EQ(stage.ui.tree().find(Role::checkbox, "I agree")->states & kInvalid, 0U);
}

}  // namespace
}  // namespace candor::ui
