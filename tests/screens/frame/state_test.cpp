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
    visitor.state.visit.request.sending.reference = "K7Q4FM8";
    visitor.state.visit.check.drafts["age"].text.assign("typed");
    visitor.state.visit.check.problems["age"] = {"too-long"};
    visitor.state.visit.check.answering = "age";
    visitor.state.visit.check.part = Part::year;
    visitor.state.visit.check.reveal_count = 1;
    visitor.state.visit.check.reveal_problem = true;
    ASSERT_FALSE(visitor.state.visit.check.response.empty());
    ASSERT_FALSE(visitor.state.visit.search.hits.empty());

    visitor.state.visit.erase();

    const Visit& v = visitor.state.visit;
    EXPECT_EQ(v.screen, Screen::attract);
    EXPECT_EQ(v.language, "en");
    EXPECT_EQ(v.text_size, ui::TextSize::normal);
    EXPECT_EQ(v.contrast, ui::Contrast::standard);
    EXPECT_EQ(v.sheet.kind, SheetKind::none);
    EXPECT_TRUE(v.sheet.pack.empty() && v.sheet.id.empty());
    EXPECT_EQ(v.reading.place, ReadingPlace{});
    EXPECT_TRUE(v.reading.came_from.empty());
    EXPECT_TRUE(v.reading.read.empty());
    EXPECT_TRUE(v.reading.ticked.empty());
    EXPECT_TRUE(v.reading.quick_choice.empty());
    EXPECT_TRUE(v.reading.open_answers.empty());
    EXPECT_TRUE(v.check.response.empty());
    EXPECT_TRUE(v.check.question.empty());
    EXPECT_FALSE(v.check.from_summary);
    EXPECT_TRUE(v.check.drafts.empty() && v.check.problems.empty() && v.check.asked.empty());
    EXPECT_TRUE(v.check.answering.empty());
    EXPECT_EQ(v.check.part, Part::words);
    EXPECT_EQ(v.check.reveal_count, 0);
    EXPECT_FALSE(v.check.reveal_problem);
    EXPECT_TRUE(v.request.form.first_name.empty() && v.request.form.phone.empty() &&
                v.request.form.email.empty() && v.request.form.own_words.empty() &&
                v.request.form.language.empty());
    EXPECT_FALSE(v.request.form.agreed || v.request.form.send_answers ||
                 v.request.form.send_questions);
    EXPECT_EQ(v.request.form.best_time, consult::BestTime::unsaid);
    EXPECT_TRUE(v.request.id.empty());
    EXPECT_FALSE(v.request.sending.fault);
    EXPECT_TRUE(v.request.sending.problems.empty() && v.request.sending.reference.empty());
    EXPECT_EQ(v.typing.field, Field::none);
    EXPECT_EQ(v.typing.caret, 0U);
    EXPECT_EQ(v.typing.keyboard.layout, "letters");
    EXPECT_EQ(v.typing.keyboard.shift, ui::Shift::off);
    EXPECT_TRUE(v.typing.keyboard.accents_of.empty());
    EXPECT_TRUE(v.search.words.empty());
    EXPECT_TRUE(v.search.hits.empty());
    EXPECT_EQ(v.request.before, Screen::home);
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
    EXPECT_EQ(visitor.state.edited(), &visitor.state.visit.request.form.phone);
    visitor.asks(FocusField{Field::search, 0});
    EXPECT_EQ(visitor.state.edited(), &visitor.state.visit.search.words);
}

}  // namespace
}  // namespace candor::screens
