#include <gtest/gtest.h>

#include <tuple>

#include "stage.h"

namespace candor::screens {
namespace {

using ui::Node;
using ui::Role;

constexpr const char* kLanguages[] = {"en", "ar", "de", "es", "tr"};

/// Wider than an icon alone, and its own words.
void expect_words(const Stage& stage, const std::string& name, const std::string& where) {
    const Node* node = stage.tree().find(Role::button, name);
    ASSERT_NE(node, nullptr) << name << " on " << where;
    EXPECT_GT(node->rect.w, stage.ui.px(130)) << name << " is an icon alone on " << where;
}

TEST(TopBar, language_and_ask_staff_are_words_where_a_visit_starts) {
    for (const auto& [w, h] :
         {std::pair{1080, 1920}, {800, 1280}, {2160, 3840}, {1920, 1080}, {1366, 768}}) {
        Stage stage(w, h, "/nonexistent/decoder");
        for (const auto size : {ui::TextSize::normal, ui::TextSize::large, ui::TextSize::larger,
                                ui::TextSize::largest}) {
            if (w > h && size > ui::TextSize::large) continue;
            for (const char* language : kLanguages) {
                Visitor visitor(shipped_catalog());
                visitor.asks(Start{}).asks(SetLanguage{language}).asks(SetTextSize{size});
                stage.ui.forget_visit();
                stage.draw(visitor.state);
                const std::string where = std::string(language) + " " + std::to_string(w) + "x" +
                                          std::to_string(h) + " size " +
                                          std::to_string(static_cast<int>(size));
                const ui::Strings& strings = visitor.state.strings();
                expect_words(stage, strings("language.name"), where);
                expect_words(stage, strings("top.ask-staff"), where);
                expect_words(stage, strings("top.finish"), where);
            }
        }
    }
}

TEST(TopBar, brand_is_there_also_where_words_need_its_place) {
    Stage stage(1080, 1920, "/nonexistent/decoder");
    for (const char* language : kLanguages) {
        Visitor visitor(shipped_catalog());
        visitor.asks(Start{}).asks(SetLanguage{language});
        stage.ui.forget_visit();
        stage.draw(visitor.state);
        EXPECT_NE(stage.tree().find(Role::heading, visitor.state.strings()("brand")), nullptr)
            << ui::to_text(stage.tree(), ui::Rects::with);
    }
}

TEST(Home, six_topics_and_all_below_them_are_one_screen_in_each_language) {
    for (const auto& [w, h] : {std::pair{1080, 1920}, {1920, 1080}, {1366, 768}}) {
        Stage stage(w, h, "/nonexistent/decoder");
        for (const char* language : kLanguages) {
            Visitor visitor(shipped_catalog());
            visitor.asks(Start{}).asks(SetLanguage{language});
            stage.ui.forget_visit();
            for (int frame = 0; frame < 3; ++frame) stage.draw(visitor.state);
            const auto extent = stage.ui.scrolls().extent("main");
            EXPECT_LE(extent.above + extent.below, 1) << language << " " << w << "x" << h;
        }
    }
}

TEST(Home, offers_a_call_below_the_topics_in_each_language) {
    for (const auto& [w, h] : {std::pair{1080, 1920}, {1920, 1080}}) {
        Stage stage(w, h, "/nonexistent/decoder");
        for (const char* language : kLanguages) {
            Visitor visitor(shipped_catalog());
            visitor.asks(Start{}).asks(SetLanguage{language});
            stage.ui.forget_visit();
            stage.draw(visitor.state);
            EXPECT_NE(stage.tree().find(Role::button, visitor.state.strings()("guidance.ask")),
                      nullptr)
                << language << " " << w << "x" << h;
        }
    }
}

TEST(TopBar, language_stays_in_the_first_row_of_two_where_it_has_room) {
    Stage stage(1080, 1920, "/nonexistent/decoder");
    Visitor visitor(shipped_catalog());
    visitor.asks(Start{}).asks(SetLanguage{"de"}).asks(SetTextSize{ui::TextSize::large});
    visitor.asks(OpenPack{visitor.state.catalog->library->packs.front().id});
    stage.draw(visitor.state);
    const ui::Strings& strings = visitor.state.strings();
    const Node* language = stage.tree().find(Role::button, strings("language.name"));
    const Node* size = stage.tree().find(Role::button, strings("top.text-size"));
    const Node* ask = stage.tree().find(Role::button, strings("top.ask-staff"));
    ASSERT_TRUE(language != nullptr && size != nullptr && ask != nullptr);
    EXPECT_EQ(language->rect.y, size->rect.y);
    EXPECT_GE(ask->rect.y, size->rect.y);
}

TEST(AfterAVisit, that_all_is_erased_is_told_until_the_next_picture) {
    Stage stage(1080, 1920, "/nonexistent/decoder");
    Visitor visitor(shipped_catalog());
    const std::string told = visitor.state.strings()("finish.done");
    const auto says = [&] {
        stage.draw(visitor.state);
        return stage.tree().find(Role::status, told) != nullptr;
    };
    EXPECT_FALSE(says());
    visitor.asks(FinishVisit{});
    EXPECT_FALSE(says()) << "nobody was there";
    visitor.asks(Start{}).asks(FinishVisit{});
    EXPECT_TRUE(says()) << ui::to_text(stage.tree(), ui::Rects::with);
    visitor.asks(ShowSlide{1});
    EXPECT_FALSE(says());
}

}  // namespace
}  // namespace candor::screens
