#include "screens/frame/state.h"

#include <gtest/gtest.h>

#include "visitor.h"

namespace candor::screens {
namespace {

TEST(Visit, erased_visit_leaves_nothing_set) {
    Visitor visitor(shipped_catalog());
    const std::string pack = visitor.state.catalog->library->packs.front().id;
    visitor.asks(Start{})
        .asks(SetTextSize{ui::TextSize::largest})
        .asks(SetContrast{ui::Contrast::dark})
        .asks(OpenPack{pack})
        .asks(NextPage{});
    visitor.asks(OpenPlace{{pack, "x", 2, 3}}).asks(ToggleTick{"a/b"}).asks(ChooseQuick{"k", 1});
    visitor.asks(ToggleAnswer{"k"}).asks(OpenSearch{}).types_into(Field::search, "hair loss");
    visitor.asks(BeginSelfCheck{}).answers("age", "30-44").asks(ChangeAnswer{"age"});
    visitor.types_into(Field::answer, "typed").asks(OpenRequest{}).asks(SendRequest{});
    visitor.fills_in_the_form().types_into(Field::email, "elif@example.org");
    visitor.types_into(Field::own_words, "Thin on top").asks(ToggleSendAnswers{});
    visitor.presses(ui::KeyboardResult::Kind::layout, "symbols");
    visitor.services.fault = base::Fault{base::FaultKind::locked, {}, {}};
    visitor.asks(SetBestTime{consult::BestTime::morning}).asks(SendRequest{});
    visitor.asks(OpenSheet{{SheetKind::source, pack, "x"}});
    visitor.state.visit.sending.reference = "K7Q4FM8";
    visitor.state.visit.drafts["age"].text.assign("typed");
    visitor.state.visit.problems["age"] = {"too-long"};
    visitor.state.visit.answering = "age";
    visitor.state.visit.part = Part::year;
    visitor.state.visit.reveal_count = 1;
    visitor.state.visit.reveal_problem = true;
    ASSERT_FALSE(visitor.state.visit.response.empty());
    ASSERT_FALSE(visitor.state.visit.hits.empty());

    visitor.state.visit.erase();

    const Visit& v = visitor.state.visit;
    EXPECT_EQ(v.screen, Screen::attract);
    EXPECT_EQ(v.language, "en");
    EXPECT_EQ(v.text_size, ui::TextSize::normal);
    EXPECT_EQ(v.contrast, ui::Contrast::standard);
    EXPECT_EQ(v.sheet.kind, SheetKind::none);
    EXPECT_TRUE(v.sheet.pack.empty() && v.sheet.id.empty());
    EXPECT_EQ(v.place, Place{});
    EXPECT_TRUE(v.came_from.empty());
    EXPECT_TRUE(v.read.empty());
    EXPECT_TRUE(v.ticked.empty());
    EXPECT_TRUE(v.quick_choice.empty());
    EXPECT_TRUE(v.open_answers.empty());
    EXPECT_TRUE(v.response.empty());
    EXPECT_TRUE(v.question.empty());
    EXPECT_FALSE(v.from_summary);
    EXPECT_TRUE(v.drafts.empty() && v.problems.empty() && v.asked.empty());
    EXPECT_TRUE(v.answering.empty());
    EXPECT_EQ(v.part, Part::words);
    EXPECT_EQ(v.reveal_count, 0);
    EXPECT_FALSE(v.reveal_problem);
    EXPECT_TRUE(v.form.first_name.empty() && v.form.phone.empty() && v.form.email.empty() &&
                v.form.own_words.empty() && v.form.language.empty());
    EXPECT_FALSE(v.form.agreed || v.form.send_answers || v.form.send_questions);
    EXPECT_EQ(v.form.best_time, consult::BestTime::unsaid);
    EXPECT_TRUE(v.request_id.empty());
    EXPECT_FALSE(v.sending.fault);
    EXPECT_TRUE(v.sending.problems.empty() && v.sending.reference.empty());
    EXPECT_EQ(v.field, Field::none);
    EXPECT_EQ(v.caret, 0U);
    EXPECT_EQ(v.keyboard.layout, "letters");
    EXPECT_EQ(v.keyboard.shift, ui::Shift::off);
    EXPECT_TRUE(v.keyboard.accents_of.empty());
    EXPECT_TRUE(v.search_words.empty());
    EXPECT_TRUE(v.hits.empty());
    EXPECT_EQ(v.before, Screen::home);
}

TEST(Visit, erased_visit_can_be_typed_into_again) {
    Visitor visitor(small_catalog());
    visitor.asks(OpenRequest{}).fills_in_the_form().asks(FinishVisit{}).asks(OpenRequest{});
    visitor.types_into(Field::first_name, "Can");
    EXPECT_EQ(visitor.typed(), "Can");
}

TEST(State, words_of_a_language_that_is_not_there_are_english) {
    Visitor visitor(small_catalog());
    visitor.state.visit.language = "xx";
    EXPECT_EQ(visitor.state.strings()("brand"), "Candor");
}

TEST(State, field_that_is_edited_is_the_one_in_focus) {
    Visitor visitor(small_catalog());
    EXPECT_EQ(visitor.state.edited(), nullptr);
    visitor.asks(FocusField{Field::phone, 0});
    EXPECT_EQ(visitor.state.edited(), &visitor.state.visit.form.phone);
    visitor.asks(FocusField{Field::search, 0});
    EXPECT_EQ(visitor.state.edited(), &visitor.state.visit.search_words);
}

}  // namespace
}  // namespace candor::screens
