#include <gtest/gtest.h>

#include "visitor.h"

namespace candor::screens {
namespace {

TEST(Moving, start_leads_home) {
    Visitor visitor(small_catalog());
    visitor.asks(Start{});
    EXPECT_EQ(visitor.screen(), Screen::home);
}

TEST(Moving, start_without_content_leads_to_staff) {
    Visitor visitor(bare_catalog());
    visitor.asks(Start{});
    EXPECT_EQ(visitor.screen(), Screen::out_of_order);
}

TEST(Moving, pictures_pause_and_go_on) {
    Visitor visitor(small_catalog());
    visitor.asks(PauseAttract{});
    EXPECT_TRUE(visitor.state.attract.paused);
    visitor.asks(PauseAttract{}).asks(ShowSlide{2});
    EXPECT_FALSE(visitor.state.attract.paused);
    EXPECT_EQ(visitor.state.attract.slide, 2);
}

TEST(Moving, new_screen_starts_at_its_top) {
    Visitor visitor(small_catalog());
    visitor.asks(Start{});
    EXPECT_EQ(visitor.services.resets, std::vector<std::string>{"main"});
    visitor.asks(OpenSheet{{SheetKind::ask_staff, {}, {}}});
    EXPECT_EQ(visitor.services.resets.back(), "sheet");
}

TEST(Moving, back_closes_a_sheet_before_anything_else) {
    Visitor visitor(small_catalog());
    visitor.asks(OpenPack{"a"}).asks(OpenSheet{{SheetKind::ask_staff, {}, {}}}).asks(GoBack{});
    EXPECT_EQ(visitor.screen(), Screen::reader);
    EXPECT_EQ(visitor.state.visit.sheet.kind, SheetKind::none);
    visitor.asks(GoBack{});
    EXPECT_EQ(visitor.screen(), Screen::home);
}

TEST(Moving, back_of_every_screen_leads_somewhere_that_leads_home) {
    const std::vector<std::pair<Screen, Screen>> ways{{Screen::home, Screen::home},
                                                      {Screen::reader, Screen::home},
                                                      {Screen::search, Screen::home},
                                                      {Screen::guidance, Screen::self_check},
                                                      {Screen::request, Screen::home},
                                                      {Screen::staff, Screen::attract},
                                                      {Screen::attract, Screen::attract},
                                                      {Screen::confirmation, Screen::confirmation},
                                                      {Screen::out_of_order, Screen::out_of_order}};
    for (const auto& [from, to] : ways) {
        Visitor visitor(shipped_catalog());
        visitor.state.visit.screen = from;
        visitor.asks(GoBack{});
        EXPECT_EQ(visitor.screen(), to) << name_of(from);
    }
}

TEST(Moving, back_of_the_first_question_leads_home) {
    Visitor visitor(shipped_catalog());
    visitor.asks(BeginSelfCheck{}).asks(GoBack{});
    EXPECT_EQ(visitor.screen(), Screen::home);
}

TEST(Moving, back_of_a_request_leads_where_it_was_opened) {
    for (const Screen from : {Screen::home, Screen::search, Screen::guidance, Screen::self_check}) {
        Visitor visitor(shipped_catalog());
        visitor.state.visit.screen = from;
        visitor.asks(OpenRequest{}).asks(OpenRequest{}).asks(GoBack{});
        EXPECT_EQ(visitor.screen(), from) << name_of(from);
    }
}

TEST(Moving, back_of_a_search_leads_home_even_after_a_request) {
    Visitor visitor(small_catalog());
    visitor.asks(Start{}).asks(OpenSearch{}).asks(OpenRequest{}).asks(GoBack{});
    EXPECT_EQ(visitor.screen(), Screen::search);
    visitor.asks(GoBack{});
    EXPECT_EQ(visitor.screen(), Screen::home);
}

TEST(Moving, home_forgets_the_way_there) {
    Visitor visitor(small_catalog());
    visitor.asks(OpenPack{"a"}).asks(OpenPlace{{"b", "only", 0, -1}}).asks(GoHome{});
    visitor.asks(OpenPack{"b"}).asks(GoBack{});
    EXPECT_EQ(visitor.screen(), Screen::home);
}

TEST(Moving, new_screen_closes_sheet_and_keyboard) {
    Visitor visitor(small_catalog());
    visitor.asks(OpenSearch{}).asks(FocusField{Field::search, 0});
    visitor.asks(OpenSheet{{SheetKind::ask_staff, {}, {}}}).asks(OpenRequest{});
    EXPECT_EQ(visitor.state.visit.sheet.kind, SheetKind::none);
    EXPECT_EQ(visitor.state.visit.typing.field, Field::none);
}

TEST(Moving, language_that_is_not_there_changes_nothing) {
    Visitor visitor(small_catalog());
    visitor.asks(SetLanguage{"xx"});
    EXPECT_EQ(visitor.state.visit.language, "en");
}

TEST(Moving, language_that_is_there_is_taken_and_closes_the_keyboard) {
    auto catalog = small_catalog();
    catalog->strings.emplace("tr", catalog->strings.at("en"));
    Visitor visitor(catalog);
    visitor.asks(OpenRequest{}).asks(FocusField{Field::phone, 0}).asks(SetLanguage{"tr"});
    EXPECT_EQ(visitor.state.visit.language, "tr");
    EXPECT_EQ(visitor.state.visit.typing.field, Field::none);
}

TEST(Moving, text_size_stays_while_one_moves_about) {
    Visitor visitor(small_catalog());
    visitor.asks(Start{})
        .asks(SetTextSize{ui::TextSize::largest})
        .asks(OpenPack{"a"})
        .asks(GoHome{});
    EXPECT_EQ(visitor.state.visit.text_size, ui::TextSize::largest);
}

TEST(Moving, still_here_closes_its_own_sheet_alone) {
    Visitor visitor(small_catalog());
    visitor.asks(OpenSheet{{SheetKind::ask_staff, {}, {}}}).asks(StillHere{});
    EXPECT_EQ(visitor.state.visit.sheet.kind, SheetKind::ask_staff);
    visitor.asks(CloseSheet{}).asks(OpenSheet{{SheetKind::still_here, {}, {}}}).asks(StillHere{});
    EXPECT_EQ(visitor.state.visit.sheet.kind, SheetKind::none);
}

TEST(Moving, still_here_gives_back_the_sheet_that_it_covered) {
    Visitor visitor(small_catalog());
    visitor.asks(OpenSheet{{SheetKind::term, "a", "prp"}});
    visitor.asks(OpenSheet{{SheetKind::still_here, {}, {}}}).asks(StillHere{});
    EXPECT_EQ(visitor.state.visit.sheet.kind, SheetKind::term);
    EXPECT_EQ(visitor.state.visit.sheet.id, "prp");
    visitor.asks(CloseSheet{});
    EXPECT_EQ(visitor.state.visit.sheet.kind, SheetKind::none);
}

TEST(Moving, finished_visit_is_back_at_the_start_and_told_to_the_kiosk) {
    Visitor visitor(small_catalog());
    visitor.asks(Start{}).asks(ShowSlide{2}).asks(OpenPack{"a"}).asks(FinishVisit{});
    EXPECT_EQ(visitor.screen(), Screen::attract);
    EXPECT_EQ(visitor.state.attract.slide, 0);
    EXPECT_EQ(visitor.services.erased, 1);
}

TEST(Moving, screens_and_sheets_have_the_contracts_names) {
    const std::vector<std::string> screens{"attract",    "home",        "reader",  "search",
                                           "self-check", "guidance",    "request", "confirmation",
                                           "staff",      "out-of-order"};
    for (std::size_t i = 0; i < screens.size(); ++i)
        EXPECT_EQ(name_of(static_cast<Screen>(i)), screens[i]);
    EXPECT_STREQ(name_of(SheetKind::none), "");
    EXPECT_STREQ(name_of(SheetKind::still_here), "still-here");
}

}  // namespace
}  // namespace candor::screens
