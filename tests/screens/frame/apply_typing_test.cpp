#include <gtest/gtest.h>

#include "visitor.h"

namespace candor::screens {
namespace {

using Kind = ui::KeyboardResult::Kind;

Visitor at_the_form() {
    Visitor visitor(small_catalog());
    visitor.asks(Start{}).asks(OpenRequest{});
    return visitor;
}

TEST(Typing, letters_go_where_the_caret_is) {
    Visitor visitor = at_the_form();
    visitor.types_into(Field::first_name, "Elf").asks(MoveCaret{-1}).types("i");
    EXPECT_EQ(visitor.typed(), "Elif");
    EXPECT_EQ(visitor.state.visit.typing.caret, 3U);
}

TEST(Typing, backspace_takes_back_a_whole_character) {
    Visitor visitor = at_the_form();
    visitor.types_into(Field::first_name, "Çağ😀");
    visitor.presses(Kind::backspace);
    EXPECT_EQ(visitor.typed(), "Çağ");
    visitor.asks(EraseBack{});
    EXPECT_EQ(visitor.typed(), "Ça");
    EXPECT_EQ(visitor.state.visit.typing.caret, 3U);
    for (int i = 0; i < 5; ++i) visitor.asks(EraseBack{});
    EXPECT_EQ(visitor.typed(), "");
    EXPECT_EQ(visitor.state.visit.typing.caret, 0U);
}

TEST(Typing, backspace_at_the_start_takes_nothing) {
    Visitor visitor = at_the_form();
    visitor.types_into(Field::first_name, "Elif")
        .asks(FocusField{Field::first_name, 0})
        .asks(EraseBack{});
    EXPECT_EQ(visitor.typed(), "Elif");
}

TEST(Typing, caret_moves_by_characters_and_stays_inside) {
    Visitor visitor = at_the_form();
    visitor.types_into(Field::first_name, "aÇ😀");
    std::vector<std::size_t> way;
    for (int i = 0; i < 4; ++i) way.push_back(visitor.asks(MoveCaret{-1}).state.visit.typing.caret);
    for (int i = 0; i < 4; ++i) way.push_back(visitor.asks(MoveCaret{1}).state.visit.typing.caret);
    EXPECT_EQ(way, (std::vector<std::size_t>{3, 1, 0, 0, 1, 3, 7, 7}));
}

TEST(Typing, caret_beyond_the_end_is_at_the_end) {
    Visitor visitor = at_the_form();
    visitor.types_into(Field::first_name, "Elif").asks(FocusField{Field::first_name, 999});
    EXPECT_EQ(visitor.state.visit.typing.caret, 4U);
}

TEST(Typing, text_too_long_for_its_field_is_refused_whole) {
    Visitor visitor = at_the_form();
    const std::string full(visitor.state.visit.request.form.phone.capacity(), '5');
    visitor.types_into(Field::phone, full).types("6");
    EXPECT_EQ(visitor.typed(), full);
    EXPECT_EQ(visitor.state.visit.typing.caret, full.size());
}

TEST(Typing, nothing_is_typed_without_a_field) {
    Visitor visitor = at_the_form();
    visitor.types("x").asks(EraseBack{}).asks(MoveCaret{1});
    EXPECT_TRUE(visitor.state.visit.request.form.first_name.empty());
    EXPECT_EQ(visitor.state.visit.typing.caret, 0U);
}

TEST(Typing, every_field_has_its_layout) {
    const std::vector<std::pair<Field, std::string>> layouts{
        {Field::first_name, "letters"}, {Field::phone, "phone"},    {Field::email, "email"},
        {Field::own_words, "letters"},  {Field::search, "letters"}, {Field::answer, "letters"}};
    for (const auto& [field, layout] : layouts) {
        Visitor visitor = at_the_form();
        visitor.asks(FocusField{field, 0});
        EXPECT_EQ(visitor.state.visit.typing.keyboard.layout, layout);
    }
}

TEST(Typing, names_begin_with_a_capital_once) {
    Visitor visitor = at_the_form();
    visitor.asks(FocusField{Field::first_name, 0});
    EXPECT_EQ(visitor.state.visit.typing.keyboard.shift, ui::Shift::once);
    visitor.presses(Kind::typed, "E");
    EXPECT_EQ(visitor.state.visit.typing.keyboard.shift, ui::Shift::off);
}

TEST(Typing, addresses_and_begun_names_do_not_begin_with_a_capital) {
    Visitor visitor = at_the_form();
    visitor.asks(FocusField{Field::email, 0});
    EXPECT_EQ(visitor.state.visit.typing.keyboard.shift, ui::Shift::off);
    visitor.types_into(Field::first_name, "El").asks(FocusField{Field::email, 0});
    visitor.asks(FocusField{Field::first_name, 2});
    EXPECT_EQ(visitor.state.visit.typing.keyboard.shift, ui::Shift::off);
}

TEST(Typing, shift_is_once_then_locked_then_off) {
    Visitor visitor = at_the_form();
    visitor.asks(FocusField{Field::email, 0});
    visitor.presses(Kind::shift);
    EXPECT_EQ(visitor.state.visit.typing.keyboard.shift, ui::Shift::once);
    visitor.presses(Kind::shift).presses(Kind::typed, "A");
    EXPECT_EQ(visitor.state.visit.typing.keyboard.shift, ui::Shift::locked);
    visitor.presses(Kind::shift);
    EXPECT_EQ(visitor.state.visit.typing.keyboard.shift, ui::Shift::off);
}

TEST(Typing, caret_put_elsewhere_in_a_field_keeps_its_keyboard) {
    Visitor visitor = at_the_form();
    visitor.types_into(Field::first_name, "Elif").presses(Kind::layout, "symbols");
    visitor.asks(FocusField{Field::first_name, 1});
    EXPECT_EQ(visitor.state.visit.typing.keyboard.layout, "symbols");
}

TEST(Typing, next_goes_through_the_form_and_closes_the_keyboard) {
    Visitor visitor = at_the_form();
    visitor.types_into(Field::phone, "123").asks(FocusField{Field::first_name, 0});
    std::vector<Field> way;
    for (int i = 0; i < 4; ++i) way.push_back(visitor.presses(Kind::next).state.visit.typing.field);
    EXPECT_EQ(way, (std::vector<Field>{Field::phone, Field::email, Field::own_words, Field::none}));
    visitor.asks(FocusField{Field::first_name, 0}).presses(Kind::next);
    EXPECT_EQ(visitor.state.visit.typing.caret, 3U) << "at the end of what is there";
}

TEST(Typing, next_of_a_lonely_field_closes_the_keyboard) {
    for (const Field field : {Field::search, Field::answer}) {
        Visitor visitor = at_the_form();
        visitor.asks(FocusField{field, 0}).presses(Kind::next);
        EXPECT_EQ(visitor.state.visit.typing.field, Field::none);
    }
}

TEST(Typing, done_closes_the_keyboard_and_keeps_the_text) {
    Visitor visitor = at_the_form();
    visitor.types_into(Field::first_name, "Elif").presses(Kind::done);
    EXPECT_EQ(visitor.state.visit.typing.field, Field::none);
    EXPECT_EQ(visitor.state.visit.request.form.first_name.view(), "Elif");
}

TEST(Typing, accents_open_and_the_next_key_closes_them) {
    Visitor visitor = at_the_form();
    visitor.asks(FocusField{Field::email, 0}).presses(Kind::accents, "e");
    EXPECT_EQ(visitor.state.visit.typing.keyboard.accents_of, "e");
    visitor.presses(Kind::typed, "é");
    EXPECT_EQ(visitor.state.visit.typing.keyboard.accents_of, "");
    EXPECT_EQ(visitor.typed(), "é");
}

TEST(Typing, search_follows_every_key) {
    Visitor visitor(small_catalog());
    visitor.asks(OpenSearch{}).types_into(Field::search, "p").types("r").asks(EraseBack{});
    EXPECT_EQ(visitor.services.searches, (std::vector<std::string>{"p", "pr", "p"}));
    EXPECT_EQ(visitor.state.visit.search.hits.size(), 1U);
    visitor.asks(EraseBack{});
    EXPECT_TRUE(visitor.state.visit.search.hits.empty());
}

TEST(Typing, typing_elsewhere_searches_nothing) {
    Visitor visitor = at_the_form();
    visitor.types_into(Field::first_name, "Elif");
    EXPECT_TRUE(visitor.services.searches.empty());
}

using consult::FormProblem;
using Problems = std::vector<FormProblem>;

TEST(Typing, a_complaint_stays_until_its_own_field_is_mended) {
    Visitor visitor = at_the_form();
    visitor.asks(SendRequest{});
    const Problems& problems = visitor.state.visit.request.sending.problems;
    ASSERT_EQ(problems, (Problems{FormProblem::first_name_missing, FormProblem::contact_missing,
                                  FormProblem::agreement_missing}));
    visitor.types_into(Field::first_name, "E");
    EXPECT_EQ(problems, (Problems{FormProblem::contact_missing, FormProblem::agreement_missing}));
    visitor.types_into(Field::email, "e");
    EXPECT_EQ(problems, (Problems{FormProblem::contact_missing, FormProblem::agreement_missing}))
        << "what stands above a field that is typed in does not move it";
    visitor.presses(Kind::done);
    EXPECT_EQ(problems, Problems{FormProblem::agreement_missing}) << "nothing new is told yet";
    visitor.asks(SendRequest{});
    EXPECT_EQ(problems, (Problems{FormProblem::email_odd, FormProblem::agreement_missing}));
    visitor.types_into(Field::email, "@example.or");
    EXPECT_EQ(problems, Problems{FormProblem::agreement_missing});
}

TEST(Typing, backspace_takes_what_people_see_as_one_letter) {
    for (const std::string letter :
         {"e\u0301", "👍🏽", "👩🏽\u200D⚕\uFE0F", "🇹🇷", "\u0635\u0651\u064E"})
        for (const Field field : {Field::first_name, Field::own_words, Field::email}) {
            Visitor visitor = at_the_form();
            visitor.types_into(field, "x" + letter).asks(EraseBack{});
            EXPECT_EQ(visitor.typed(), "x") << letter;
        }
    Visitor visitor(small_catalog());
    visitor.asks(OpenSearch{}).types_into(Field::search, "x👍🏽").asks(EraseBack{});
    EXPECT_EQ(visitor.typed(), "x");
}

TEST(Typing, what_does_not_fit_is_cut_between_letters) {
    Visitor visitor = at_the_form();
    visitor.types_into(Field::phone, std::string(60, '1')).types("é👍🏽");
    EXPECT_EQ(visitor.typed(), std::string(60, '1') + "é");
    visitor.types("ab");
    EXPECT_EQ(visitor.typed(), std::string(60, '1') + "éab");
    visitor.types("c");
    EXPECT_EQ(visitor.typed().size(), 64U);
}

TEST(Typing, signs_lead_back_to_what_the_field_is_typed_with) {
    Visitor visitor = at_the_form();
    const std::string& layout = visitor.state.visit.typing.keyboard.layout;
    visitor.asks(FocusField{Field::email, 0});
    ASSERT_EQ(layout, "email");
    visitor.presses(Kind::layout, "symbols");
    EXPECT_EQ(layout, "symbols");
    visitor.presses(Kind::layout, "letters");
    EXPECT_EQ(layout, "email");
    visitor.asks(FocusField{Field::first_name, 0}).presses(Kind::layout, "latin");
    EXPECT_EQ(layout, "latin");
    visitor.presses(Kind::layout, "letters");
    EXPECT_EQ(layout, "letters");
}

}  // namespace
}  // namespace candor::screens
