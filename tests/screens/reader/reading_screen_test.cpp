#include <gtest/gtest.h>

#include <functional>
#include <stdexcept>

#include "screens/frame/page_frame.h"
#include "stage.h"

namespace candor::screens {
namespace {

using ui::Node;
using ui::Role;

/// The shipped packs on an upright screen.
class ReadingScreen : public testing::Test {
  protected:
    void opens(const std::string& pack, const std::string& page) {
        visitor.asks(OpenPlace{{pack, page, 0, -1}});
        settle();
    }
    /// Frames until what had to come into sight is there.
    void settle() {
        for (int i = 0; i < 60; ++i) {
            stage.let_pass(16);
            for (const Intent& intent : stage.draw(visitor.state)) visitor.asks(intent);
        }
    }
    /// The question of the page.
    const pack::QuickCheck& quick_check() const {
        for (const pack::Block& block : visitor.state.current_page()->blocks)
            if (const auto* check = std::get_if<pack::QuickCheck>(&block.body)) return *check;
        throw std::logic_error("no question");
    }
    const Node* find(Role role, const std::string& name) const {
        return stage.tree().find(role, name);
    }
    /// The button that leads to what is out of sight.
    const Node* below() const {
        for (const Node& node : stage.tree().nodes)
            if (node.role == Role::button && (node.name.starts_with("Below: ") ||
                                              node.name.find(" more below: ") != std::string::npos))
                return &node;
        return nullptr;
    }

    Visitor visitor{shipped_catalog()};
    Stage stage{1080, 1920, "/nonexistent/decoder"};
};

}  // namespace

TEST_F(ReadingScreen, limit_below_what_is_seen_says_so_and_a_touch_leads_to_it) {
    opens("stem-cells", "042-what-trials-found");
    ASSERT_NE(below(), nullptr) << ui::to_text(stage.tree(), ui::Rects::with);
    EXPECT_NE(below()->name.find("What is not known"), std::string::npos);
    const Node* next = find(Role::button, "Next: fluids, extracts, exosomes");
    ASSERT_NE(next, nullptr);
    EXPECT_LE(below()->rect.bottom(), next->rect.y) << "above the buttons, over nothing";
    stage.tap(visitor, Role::button, below()->name);
    settle();
    const Node* box = find(Role::heading, "What is not known");
    ASSERT_NE(box, nullptr);
    EXPECT_GT(box->rect.y, 0);
    EXPECT_LT(box->rect.bottom(), 1700);
    EXPECT_EQ(below(), nullptr);
}

TEST_F(ReadingScreen, what_means_to_call_at_once_is_never_out_of_sight_without_a_word) {
    opens("procedure", "053-after-a-transplant");
    ASSERT_NE(below(), nullptr) << ui::to_text(stage.tree(), ui::Rects::with);
    EXPECT_NE(below()->name.find("When to call the clinic now"), std::string::npos);
    stage.tap(visitor, Role::button, below()->name);
    settle();
    const Node* box = find(Role::heading, "Call the clinic now if");
    ASSERT_NE(box, nullptr);
    EXPECT_GT(box->rect.y, 0);
    EXPECT_LT(box->rect.bottom(), 1700);
}

TEST_F(ReadingScreen, heads_of_what_is_compared_stay_while_its_rows_scroll_by) {
    opens("prp", "040-side-by-side");
    const std::string heads = "PRP, Cell-based";
    EXPECT_EQ(find(Role::status, heads), nullptr) << "they are in their place";
    stage.ui.scrolls().jump("main", 700);
    settle();
    const Node* kept = find(Role::status, heads);
    ASSERT_NE(kept, nullptr) << ui::to_text(stage.tree(), ui::Rects::with);
    const float top = stage.ui.scrolls().extent("main").viewport.y;
    EXPECT_FLOAT_EQ(kept->rect.y, top);
}

TEST_F(ReadingScreen, what_is_said_of_a_choice_stands_under_it_in_sight) {
    opens("prp", "050-quick-check");
    std::string chosen;
    for (const Node* choice : stage.choices())
        if (choice->role == Role::radio && chosen.empty()) chosen = choice->name;
    ASSERT_FALSE(chosen.empty());
    stage.tap(visitor, Role::radio, chosen);
    settle();
    const Node *choice = find(Role::radio, chosen), *told = find(Role::status, "Not quite");
    if (told == nullptr) told = find(Role::status, "That is right");
    ASSERT_TRUE(choice != nullptr && told != nullptr);
    EXPECT_GT(told->rect.y, choice->rect.bottom());
    EXPECT_LT(told->rect.y - choice->rect.bottom(), 120);
    EXPECT_LT(told->rect.bottom(), 1700);
    EXPECT_GT(choice->rect.y, 0);
    const Node* question = find(Role::heading, quick_check().question);
    ASSERT_NE(question, nullptr);
    EXPECT_GT(question->rect.y, stage.ui.scrolls().extent("main").viewport.y)
        << "with the question";
}

TEST_F(ReadingScreen, step_that_is_asked_for_is_in_sight) {
    for (const auto& [w, h] : {std::pair{800, 1280}, {1920, 1080}, {1080, 1920}}) {
        Stage small(w, h, "/nonexistent/decoder");
        opens("procedure", "030-step-by-step");
        for (int step = 1; step < step_count(*visitor.state.current_page()); ++step) {
            visitor.asks(NextPage{});
            for (int i = 0; i < 3; ++i) small.draw(visitor.state);
            const Node* shown = nullptr;
            for (const Node& node : small.tree().nodes)
                if (node.role == Role::tab && (node.states & ui::kSelected) != 0) shown = &node;
            ASSERT_NE(shown, nullptr);
            const auto pane = small.ui.scrolls().extent("main");
            EXPECT_GT(shown->rect.y, pane.viewport.y) << w << " step " << step + 1;
            EXPECT_LT(shown->rect.bottom(), pane.viewport.bottom()) << w << " step " << step + 1;
            EXPECT_GT(shown->rect.h, small.ui.px(150)) << "whole";
        }
    }
}

TEST_F(ReadingScreen, people_that_are_compared_stand_level) {
    visitor.asks(SetLanguage{"de"});
    opens("expectations", "040-what-the-numbers-look-like");
    std::vector<float> tops;
    for (const Node& node : stage.tree().nodes)
        if (node.role == Role::img && node.name.find("von 100") != std::string::npos)
            tops.push_back(node.rect.y);
    ASSERT_GE(tops.size(), 2U);
    EXPECT_FLOAT_EQ(tops[0], tops[1]);
}

namespace {

/// The button beside or above the page's own buttons that says what is further down; nullptr: none.
const Node* pill_of(const Stage& stage, const base::Rect& pane, const State& state) {
    const auto& strings = state.strings();
    std::vector<std::string> said{strings("reader.goes-on")};
    for (int n = 2; n < 10; ++n)
        said.push_back(strings("reader.more-below-count", {{"n", std::to_string(n)}}));
    // What is written before a heading.
    for (int n = 1; n < 10; ++n) {
        const std::string whole = strings(n == 1 ? "reader.below" : "reader.more-below",
                                          {{"n", std::to_string(n)}, {"heading", "|"}});
        said.push_back(whole.substr(0, whole.find(':') + 1));
    }
    for (const Node& node : stage.tree().nodes)
        if (node.role == Role::button && node.rect.y >= pane.bottom() - 1)
            for (const std::string& words : said)
                if (node.name.starts_with(words)) return &node;
    return nullptr;
}

/// Calls `look` with each page of the shipped packs, as it is drawn at its top.
void on_every_page(Stage& stage, Visitor& visitor,
                   const std::function<void(const std::string&)>& look) {
    for (const auto& pack : shipped_catalog()->library->packs)
        for (const auto& page : pack.pages_in(visitor.state.visit.language)) {
            visitor.asks(OpenPlace{{pack.id, page.id, 0, -1}});
            stage.ui.forget_visit();
            for (int i = 0; i < 3; ++i) stage.draw(visitor.state);
            look(pack.id + "/" + page.id);
        }
}

}  // namespace

TEST(Below, wide_page_says_that_it_goes_on_until_its_end_is_in_sight) {
    for (const auto& [w, h] : {std::pair{1920, 1080}, {1280, 800}})
        for (const auto size : {ui::TextSize::normal, ui::TextSize::largest}) {
            Stage stage(w, h, "/nonexistent/decoder");
            Visitor visitor(shipped_catalog());
            visitor.asks(SetTextSize{size});
            on_every_page(stage, visitor, [&](const std::string& page) {
                SCOPED_TRACE(page + " " + std::to_string(w));
                const auto top = stage.ui.scrolls().extent("main");
                const bool more = top.below > stage.ui.px(kUnderPage + 36);
                EXPECT_EQ(pill_of(stage, top.viewport, visitor.state) != nullptr, more)
                    << top.below;
                stage.ui.scrolls().jump("main", top.above + top.below);
                for (int i = 0; i < 3; ++i) stage.draw(visitor.state);
                EXPECT_EQ(pill_of(stage, top.viewport, visitor.state), nullptr);
            });
        }
}

TEST(Below, touch_leads_on_to_the_end) {
    Stage stage(1280, 800, "/nonexistent/decoder");
    Visitor visitor(shipped_catalog());
    visitor.asks(OpenPlace{{"why", "030-what-it-looks-like", 0, -1}});
    const std::string more = visitor.state.strings()("reader.goes-on");
    int touches = 0;
    for (; touches < 20; ++touches) {
        for (int i = 0; i < 60; ++i, stage.let_pass(16)) stage.draw(visitor.state);
        if (stage.tree().find(Role::button, more) == nullptr) break;
        stage.tap(visitor, Role::button, more);
    }
    EXPECT_GT(touches, 0);
    EXPECT_LT(stage.ui.scrolls().extent("main").below, stage.ui.px(kUnderPage + 37));
}

TEST(Below, pill_is_never_wider_than_its_place_nor_over_other_buttons) {
    for (const char* language : {"tr", "de", "es"})
        for (const auto& [w, h] : {std::pair{480, 800}, {1280, 800}}) {
            Stage stage(w, h, "/nonexistent/decoder");
            Visitor visitor(shipped_catalog());
            visitor.asks(SetLanguage{language}).asks(SetTextSize{ui::TextSize::largest});
            on_every_page(stage, visitor, [&](const std::string& page) {
                SCOPED_TRACE(page + " " + language + " " + std::to_string(w));
                const auto pane = stage.ui.scrolls().extent("main").viewport;
                const Node* pill = pill_of(stage, pane, visitor.state);
                if (pill == nullptr) return;
                EXPECT_GE(pill->rect.x, stage.ui.px(56) - 1);
                EXPECT_LE(pill->rect.right(), static_cast<float>(w) - stage.ui.px(56) + 1);
                for (const Node& node : stage.tree().nodes) {
                    if (&node == pill || node.role != Role::button) continue;
                    if (node.rect.y < pane.bottom()) continue;
                    EXPECT_FALSE(node.rect.intersects(pill->rect)) << node.name;
                }
            });
        }
}

TEST(Below, page_that_weighs_on_people_says_so_on_an_upright_screen_too) {
    Stage stage(800, 1280, "/nonexistent/decoder");
    for (const char* language : {"en", "ar"}) {
        Visitor visitor(shipped_catalog());
        visitor.asks(SetLanguage{language}).asks(OpenPlace{{"why", "170-feelings", 0, -1}});
        stage.ui.forget_visit();
        for (int i = 0; i < 3; ++i) stage.draw(visitor.state);
        const auto pane = stage.ui.scrolls().extent("main").viewport;
        EXPECT_NE(pill_of(stage, pane, visitor.state), nullptr) << language;
    }
}

TEST(Below, stands_apart_from_the_player) {
    Stage stage(1080, 1920, "/nonexistent/decoder");
    Visitor visitor(shipped_catalog());
    visitor.asks(OpenPlace{{"stem-cells", "042-what-trials-found", 0, -1}});
    visitor.state.visit.hearing.sentences.resize(3);
    for (int i = 0; i < 3; ++i) stage.draw(visitor.state);
    ASSERT_TRUE(visitor.state.visit.hearing.is_reading());
    const auto pane = stage.ui.scrolls().extent("main").viewport;
    const Node* pill = pill_of(stage, pane, visitor.state);
    const Node* pause = stage.tree().find(Role::button, visitor.state.strings()("listen.pause"));
    ASSERT_TRUE(pill != nullptr && pause != nullptr);
    // 28 units lie between the player's edge and its button.
    EXPECT_GE(pause->rect.y - pill->rect.bottom(), stage.ui.px(28 + 8));
}

TEST(Landscape, page_starts_at_the_start_with_its_title) {
    for (const char* language : {"en", "ar"}) {
        Stage stage(1920, 1080, "/nonexistent/decoder");
        Visitor visitor(shipped_catalog());
        visitor.asks(SetLanguage{language});
        on_every_page(stage, visitor, [&](const std::string& page) {
            const auto pane = stage.ui.scrolls().extent("main").viewport;
            const Node *first = nullptr, *title = nullptr;
            for (const Node& node : stage.tree().nodes) {
                if (node.rect.y < pane.y || node.name.empty()) continue;
                if (node.role == Role::heading && title == nullptr) title = &node;
                if (first == nullptr || node.rect.y < first->rect.y) first = &node;
            }
            ASSERT_TRUE(title != nullptr && first != nullptr) << page;
            const bool at_start = visitor.state.visit.language == std::string("ar")
                                      ? title->rect.right() > 1800
                                      : title->rect.x < 120;
            EXPECT_TRUE(at_start) << page << " " << language;
        });
    }
}

TEST_F(ReadingScreen, end_of_a_topic_asks_whether_it_was_clear_and_offers_the_next) {
    opens("prp", "050-quick-check");
    EXPECT_NE(find(Role::button, "Next topic: The procedure, step by step"), nullptr);
    stage.tap(visitor, Role::radio, "No, not quite");
    EXPECT_FALSE(visitor.state.visit.reading.found_clear.at("prp"));
    settle();
    EXPECT_NE(find(Role::status, "Thank you. We count this without your name."), nullptr);
    opens("prp", "010-what-prp-is");
    EXPECT_EQ(find(Role::radio, "No, not quite"), nullptr);
    opens("expectations", "080-questions-to-ask");
    EXPECT_NE(find(Role::button, "Done: back to all topics"), nullptr);
}

TEST_F(ReadingScreen, sheet_that_is_too_high_keeps_its_button_in_sight) {
    visitor.asks(Start{}).asks(OpenSheet{{SheetKind::questions, {}, {}}});
    settle();
    const Node* ok = find(Role::button, "OK");
    ASSERT_NE(ok, nullptr);
    EXPECT_LT(ok->rect.bottom(), 1920);
    EXPECT_GT(stage.ui.scrolls().extent("sheet").below, 0) << "it is too high";
}

}  // namespace candor::screens
