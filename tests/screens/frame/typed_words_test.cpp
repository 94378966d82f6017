#include <gtest/gtest.h>

#include "control_scenes.h"
#include "keypad_walker.h"
#include "screens/frame/hearing.h"

// What a person typed is heard by nobody else: canaries are typed into every field there is, and
// whatever could be said of any screen afterwards is searched for them.

namespace candor::screens {
namespace {

constexpr const char *kWord = "Zzkanarya", *kDigits = "73519", *kYear = "1937";

bool tells_typed(const std::string& said) {
    // Numbers may be written with their digits grouped.
    std::string digits;
    for (const char c : said)
        if (c >= '0' && c <= '9') digits += c;
    return said.find(kWord) != std::string::npos || digits.find(kDigits) != std::string::npos ||
           said.find(kYear) != std::string::npos;
}

/// A visitor who typed into every field of a form.
void type_into_all(Visitor& v) {
    const auto& form = v.state.catalog->self_check->questionnaire;
    for (const FormStep& step : steps(form, {})) {
        go_to(v, step.id);
        for (const Piece& piece : step.pieces) {
            if (piece.kind != Piece::Kind::question) continue;
            const screening::Item& item = *piece.title.item;
            const std::string& key = piece.key;
            const Entry entry = entry_of(item);
            if (entry == Entry::words) {
                enter_words(v, key, kWord);
                if (adds_answers(item)) v.asks(AddAnswer{key});
            } else if (entry == Entry::number) {
                v.asks(EnterAnswer{key, Part::number, 0});
                type_number(v, kDigits);
            } else if (entry == Entry::parts && parts_of(item.type).front() == Part::day) {
                v.asks(PickPart{key, Part::day, 9}).asks(PickPart{key, Part::month, 9});
                v.asks(EnterAnswer{key, Part::year, 0});
                type_number(v, kYear);
            }
            v.asks(FocusField{Field::none, 0});
        }
    }
}

/// All that is said or read of what is drawn, where others hear it.
std::vector<std::string> all_said(Stage& stage, const Visitor& visitor) {
    stage.ui.forget_visit();
    for (int frame = 0; frame < 2; ++frame) stage.draw(visitor.state);
    std::vector<std::string> said;
    for (const ui::Node& node : stage.tree().nodes) {
        const ui::Node told = ui::without_typed(node);
        said.push_back(ui::spoken_node(told, {1, 2}, visitor.state.strings()));
        said.push_back(ui::spoken_words_of(told, visitor.state.strings()));
    }
    for (const char* region : {"main", "sheet"})
        for (const Sentence& sentence :
             sentences_in(stage.tree(), region, "en", Hearers::everybody))
            said.push_back(sentence.words);
    return said;
}

class TypedWords : public testing::Test {
  protected:
    void expect_unsaid(const Visitor& visitor, const std::string& where) {
        for (const std::string& said : all_said(stage, visitor)) {
            EXPECT_FALSE(tells_typed(said)) << where << ": " << said;
        }
    }
    /// Whether the canary is on the screen at all, for who looks at it.
    bool is_shown() const {
        for (const ui::Node& node : stage.tree().nodes)
            if (tells_typed(node.name) || tells_typed(node.value)) return true;
        return false;
    }

    Stage stage{1080, 1920, "/nonexistent/decoder"};
};

}  // namespace

TEST_F(TypedWords, of_every_question_are_said_to_nobody_else) {
    Visitor typed(controls_catalog());
    type_into_all(typed);
    int shown = 0;
    const auto look = [&](const Visitor& visitor, const std::string& where) {
        expect_unsaid(visitor, where);
        shown += is_shown() ? 1 : 0;
    };
    for (const FormStep& step :
         steps(typed.state.catalog->self_check->questionnaire, typed.state.visit.check.response)) {
        Visitor at(typed.state.catalog);
        type_into_all(at);
        go_to(at, step.id);
        look(at, step.id);
    }
    Visitor review(typed.state.catalog);
    type_into_all(review);
    review.asks(BeginSelfCheck{});
    look(review, "review");
    review.asks(ShowGuidance{});
    look(review, "guidance");
    review.asks(OpenSheet{{SheetKind::for_the_doctor, {}, {}}});
    look(review, "for the doctor");
    review.asks(OpenSheet{{SheetKind::take_home, {}, {}}});
    look(review, "take home");
    EXPECT_GE(shown, 4) << "where nothing was shown nothing was tried";
}

TEST_F(TypedWords, of_repetitions_are_said_to_nobody_else) {
    Visitor visitor(controls_catalog());
    add_medicines(visitor);
    enter_words(visitor, screening::key_of("medicine", 1), kWord);
    visitor.asks(FocusField{Field::none, 0});
    for (const std::string& step :
         {more_id("medicines"), std::string("medicine"), screening::key_of("medicine", 1)}) {
        visitor.asks(ChangeAnswer{step});
        expect_unsaid(visitor, step);
    }
    visitor.asks(BeginSelfCheck{});
    expect_unsaid(visitor, "review");
}

TEST_F(TypedWords, of_a_request_and_a_search_are_said_to_nobody_else) {
    const auto index = pack::SearchIndex::open({}, shipped_catalog()->library).value();
    Visitor visitor(shipped_catalog());
    visitor.services.index = index.get();
    visitor.asks(Start{}).asks(OpenRequest{});
    visitor.types_into(Field::first_name, kWord).types_into(Field::own_words, kWord);
    visitor.types_into(Field::email, std::string(kWord) + "@" + kWord);
    visitor.types_into(Field::phone, std::string("053") + kDigits + "99");
    expect_unsaid(visitor, "while it is typed");
    visitor.asks(SendRequest{});
    expect_unsaid(visitor, "with mistakes");
    visitor.asks(ToggleAgreed{}).types_into(Field::email, "").asks(SendRequest{});
    for (const SheetKind kind : {SheetKind::ask_staff, SheetKind::take_home, SheetKind::finish}) {
        visitor.asks(OpenSheet{{kind, {}, {}}});
        expect_unsaid(visitor, screens::name_of(kind));
    }
    visitor.asks(CloseSheet{}).asks(OpenSearch{}).types_into(Field::search, kWord);
    expect_unsaid(visitor, "search");
    visitor.asks(FocusField{});
    expect_unsaid(visitor, "nothing found");
    visitor.asks(OpenStaff{}).types(kDigits);
    expect_unsaid(visitor, "the staff's code");
}

}  // namespace candor::screens
