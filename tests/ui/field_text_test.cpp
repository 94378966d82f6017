#include "ui/field_text.h"

#include "drawn_ui.h"
#include "ui/widgets.h"

namespace candor::ui {
namespace {

constexpr base::Rect kInside{100, 200, 800, 60};
constexpr float kScreen = 1080, kCaret = 4;

/// A text in a field of an interface in that language, measured as it lies on the glass.
struct Shown {
    float left = 0, right = 0;  ///< of the line's ink
    std::vector<float> carets;  ///< left edges, by byte
    bool right_to_left = false;
    std::vector<std::size_t> bytes;  ///< found again by touching each caret's middle
};

Shown shown(const std::string& language, const std::string& words,
            text::Direction direction = text::Direction::from_text, bool many = false,
            std::size_t caret = 0) {
    Shown out;
    DrawnUi stage(language);
    stage.show([&](Ui& ui) {
        const FieldText text(ui, kInside,
                             {words, ui.style(type::kBody), 1.35F, many, direction, caret});
        text.paint();
        const auto on_glass = [&](const base::Rect& rect) {
            return ui.right_to_left() ? kScreen - rect.x - rect.w : rect.x;
        };
        const text::Line& line = text.paragraph().lines().front();
        const base::Rect ink = text.place({line.left, 0, line.right - line.left, 10});
        out.left = on_glass(ink);
        out.right = out.left + ink.w;
        out.right_to_left = text.paragraph().right_to_left();
        for (std::size_t at = 0; at <= words.size(); ++at) {
            const base::Rect place = text.caret(at, kCaret);
            out.carets.push_back(on_glass(place));
            out.bytes.push_back(text.byte_at({place.x + place.w / 2, place.y + place.h / 2}));
        }
    });
    return out;
}

float left_of(const std::string& language) { return language == "ar" ? kScreen - 900 : 100; }
float right_of(const std::string& language) { return left_of(language) + 800; }

}  // namespace

TEST(FieldText, arabic_starts_at_the_right_and_its_caret_goes_left) {
    const std::string words = "محمد";
    for (const char* language : {"ar", "en"}) {
        const Shown it = shown(language, words, text::Direction::from_text, false, 8);
        EXPECT_TRUE(it.right_to_left);
        EXPECT_NEAR(it.right, right_of(language), 1) << language;
        EXPECT_NEAR(it.carets.front() + kCaret, it.right, 2) << language;
        EXPECT_NEAR(it.carets.back(), it.left, kCaret + 1) << language;
        for (std::size_t at = 0; at <= words.size(); at += 2) EXPECT_EQ(it.bytes[at], at);
    }
}

TEST(FieldText, latin_starts_at_the_left_in_every_interface) {
    for (const char* language : {"ar", "en"}) {
        const Shown it = shown(language, "Ada", text::Direction::from_text, false, 3);
        EXPECT_FALSE(it.right_to_left);
        EXPECT_NEAR(it.left, left_of(language), 1) << language;
        EXPECT_NEAR(it.carets.front(), it.left, 1) << language;
        EXPECT_NEAR(it.carets.back(), it.right, 1) << language;
    }
}

TEST(FieldText, phone_number_is_written_from_the_left) {
    const Shown it = shown("ar", "+90 532", text::Direction::left_to_right, false, 7);
    EXPECT_NEAR(it.left, left_of("ar"), 1);
    EXPECT_NEAR(it.carets.front(), it.left, 1);
    EXPECT_NEAR(it.carets.back(), it.right, 1);
    for (std::size_t at = 1; at < it.carets.size(); ++at)
        EXPECT_GT(it.carets[at], it.carets[at - 1]) << at;
}

TEST(FieldText, empty_field_has_its_caret_where_writing_begins) {
    EXPECT_NEAR(shown("ar", "").carets.front() + kCaret, right_of("ar"), 1);
    EXPECT_NEAR(shown("ar", "", text::Direction::from_text, true).carets.front() + kCaret,
                right_of("ar"), 1);
    EXPECT_NEAR(shown("en", "").carets.front(), 100, 1);
    EXPECT_NEAR(shown("ar", "", text::Direction::left_to_right).carets.front(), left_of("ar"), 1);
}

TEST(FieldText, lines_stay_inside_their_box) {
    const std::string arabic = "كم تدوم النتيجة وهل هناك خطر كبير بعد العلاج 999";
    for (const char* language : {"ar", "en", "de"})
        for (const std::string& words : {arabic, "and more words " + arabic, arabic + " and more",
                                         std::string("اتصلت بها 3 مرات +90 532 415 and more")}) {
            const Shown it = shown(language, words, text::Direction::from_text, true);
            EXPECT_GE(it.left, left_of(language) - 1) << language << words;
            EXPECT_LE(it.right, right_of(language) + 1) << language << words;
        }
}

TEST(FieldText, caret_of_a_long_line_is_in_sight) {
    std::string latin(300, 'w'), arabic;
    for (int i = 0; i < 150; ++i) arabic += "م";
    for (const char* language : {"ar", "en"})
        for (const std::string& words : {latin, arabic})
            for (const std::size_t at : {std::size_t{0}, words.size() / 4 * 2, words.size()}) {
                const Shown it = shown(language, words, text::Direction::from_text, false, at);
                EXPECT_GE(it.carets[at], left_of(language) - 1) << language << at;
                EXPECT_LE(it.carets[at] + kCaret, right_of(language) + 1) << language << at;
                EXPECT_EQ(it.bytes[at], at);
            }
}

TEST(TextField, says_at_the_field_that_nothing_more_fits) {
    DrawnUi stage;
    base::SecretString text(12);
    FieldSpec spec{"First name", "first-name", {}, &text, 0, true};
    spec.full = "There is no more room here.";
    const auto draw = [&](Ui& ui) {
        Flow flow(ui, 56, 300, 968);
        text_field(flow, spec);
    };
    ASSERT_TRUE(text.assign("12345678"));
    stage.show(draw);
    EXPECT_EQ(stage.ui.tree().find(Role::alert, "There is no more room here."), nullptr);
    ASSERT_TRUE(text.assign("123456789"));
    stage.show(draw);
    EXPECT_NE(stage.ui.tree().find(Role::alert, "There is no more room here."), nullptr);
}

TEST(TextField, problem_stands_below_and_makes_it_invalid) {
    DrawnUi stage;
    base::SecretString text(12);
    FieldSpec spec{"Phone", "phone", {}, &text};
    spec.help = "Phone or e-mail: one is enough.";
    const auto draw = [&](Ui& ui) {
        Flow flow(ui, 56, 300, 968);
        text_field(flow, spec);
    };
    stage.show(draw);
    EXPECT_NE(stage.ui.tree().find(Role::paragraph, "Phone or e-mail: one is enough."), nullptr);
    spec.problem = "This number is short.";
    stage.show(draw);
    EXPECT_NE(stage.ui.tree().find(Role::alert, "This number is short."), nullptr);
    EXPECT_EQ(stage.ui.tree().find(Role::textbox, "Phone")->states, unsigned{kInvalid});
}

}  // namespace candor::ui
