#include <gtest/gtest.h>

#include <stdexcept>

#include "stage.h"

namespace candor::screens {
namespace {

constexpr const char* kLast = "Picture 5 of 5";

Visitor at_the_graft(const std::string& language = "en") {
    Visitor visitor(shipped_catalog());
    visitor.asks(SetLanguage{language}).asks(Start{});
    visitor.asks(OpenPlace{{"procedure", "049-how-hair-is-moved", 0, -1}});
    return visitor;
}

/// The key that is on the stage, from 1; 0: none.
int shown_key(const Stage& stage) {
    int key = 0, at = 0;
    for (const ui::Node& node : stage.tree().nodes) {
        if (node.role != ui::Role::tab) continue;
        ++at;
        if ((node.states & ui::kSelected) != 0) key = at;
    }
    return key;
}

void settle(Stage& stage, Visitor& visitor) {
    for (int i = 0; i < 3; ++i)
        for (const Intent& intent : stage.draw(visitor.state)) visitor.asks(intent);
}

TEST(Sequence, shows_its_still_and_every_caption_before_it_is_touched) {
    Stage stage(1080, 1920, decoder());
    Visitor visitor = at_the_graft();
    stage.draw(visitor.state);
    EXPECT_EQ(shown_key(stage), 3);
    int captions = 0;
    for (const ui::Node& node : stage.tree().nodes)
        captions += node.role == ui::Role::paragraph &&
                    node.name.starts_with("Clinics say that moved hair");
    EXPECT_EQ(captions, 1);
    EXPECT_NE(stage.tree().find(ui::Role::tab, kLast), nullptr);
    EXPECT_FALSE(stage.ui.animating());
}

TEST(Sequence, with_reduced_motion_it_goes_from_picture_to_picture_and_offers_no_playing) {
    Stage stage(1080, 1920, decoder());
    Visitor visitor = at_the_graft();
    stage.tap(visitor, ui::Role::button, "One picture on");
    settle(stage, visitor);
    EXPECT_EQ(shown_key(stage), 4);
    EXPECT_FALSE(stage.ui.animating());
    EXPECT_EQ(stage.tree().find(ui::Role::button, "Play"), nullptr);
    stage.tap(visitor, ui::Role::button, "One picture back");
    stage.tap(visitor, ui::Role::button, "One picture back");
    stage.draw(visitor.state);
    EXPECT_EQ(shown_key(stage), 2);
    stage.tap(visitor, ui::Role::tab, kLast);
    stage.draw(visitor.state);
    EXPECT_EQ(shown_key(stage), 5);
}

/// The words of what is on the stage stand whole above the page's buttons.
void expect_words_in_sight(Stage& stage, const Visitor& visitor) {
    const auto& nodes = stage.tree().nodes;
    const auto shown = std::find_if(nodes.begin(), nodes.end(), [](const ui::Node& node) {
        return node.role == ui::Role::tab && (node.states & ui::kSelected) != 0;
    });
    const auto* next = stage.tree().find(ui::Role::button, visitor.state.strings()("reader.back"));
    ASSERT_TRUE(shown != nodes.end() && next != nullptr);
    EXPECT_LE(shown->rect.bottom(), next->rect.y) << shown->name;
}

TEST(Sequence, words_of_what_is_on_the_stage_are_in_sight_with_it) {
    for (const auto& [w, h] : {std::pair{1080, 1920}, {1920, 1080}})
        for (const char* const language : {"en", "ar"}) {
            Stage stage(w, h, decoder());
            Visitor visitor = at_the_graft(language);
            for (const char* const way : {"sequence.forward", "sequence.back"})
                for (int turn = 0; turn < 5; ++turn) {
                    stage.tap(visitor, ui::Role::button, visitor.state.strings()(way));
                    settle(stage, visitor);
                    SCOPED_TRACE(std::string(language) + " " + std::to_string(w) + " " + way);
                    expect_words_in_sight(stage, visitor);
                }
            EXPECT_EQ(shown_key(stage), 1);
        }
}

/// The sequence of the page that is open.
const pack::Sequence& sequence_of(const Visitor& visitor) {
    for (const pack::Block& block : visitor.state.current_page()->blocks)
        if (const auto* sequence = std::get_if<pack::Sequence>(&block.body)) return *sequence;
    throw std::logic_error("no sequence");
}

TEST(Sequence, picture_stays_over_the_words_of_its_last_key) {
    for (const auto& [w, h] : {std::pair{800, 1280}, {1366, 768}})
        for (const auto& [pack, page] :
             {std::pair{"procedure", "049-how-hair-is-moved"}, {"prp", "020-how-it-is-given"}}) {
            Stage stage(w, h, decoder());
            Visitor visitor(shipped_catalog());
            visitor.asks(SetLanguage{"de"}).asks(OpenPlace{{pack, page, 0, -1}});
            const auto last = visitor.state.strings()("sequence.show", {{"n", "5"}, {"of", "5"}});
            for (int turn = 0; turn < 5; ++turn) {
                stage.tap(visitor, ui::Role::button, visitor.state.strings()("sequence.forward"));
                settle(stage, visitor);
            }
            const base::Rect pane = stage.ui.scrolls().extent("main").viewport;
            const ui::Node *picture = nullptr, *words = stage.tree().find(ui::Role::tab, last);
            for (const ui::Node& node : stage.tree().nodes)
                if (node.role == ui::Role::img && node.rect.h > 200) picture = &node;
            ASSERT_TRUE(picture != nullptr && words != nullptr) << page << " " << w;
            EXPECT_LT(picture->rect.bottom(), pane.bottom()) << page << " " << w;
            const pack::Sequence& sequence = sequence_of(visitor);
            EXPECT_NEAR(picture->rect.h, picture->rect.w * sequence.height / sequence.width, 1)
                << "whole";
            EXPECT_LE(words->rect.bottom(), pane.bottom()) << page << " " << w;
            EXPECT_FALSE(words->rect.intersects(picture->rect)) << page << " " << w;
        }
}

TEST(Sequence, plays_once_and_then_asks_for_no_frame) {
    Stage stage(1080, 1920, decoder());
    stage.reduced_motion = false;
    Visitor visitor = at_the_graft();
    stage.tap(visitor, ui::Role::button, "Play");
    stage.draw(visitor.state);
    EXPECT_EQ(shown_key(stage), 1);
    std::set<int> keys;
    int rests = 0;
    for (int turn = 0; turn < 2'000; ++turn) {
        stage.draw(visitor.state);
        keys.insert(shown_key(stage));
        const auto due = stage.ui.next_deadline_ms();
        if (!stage.ui.animating() && !due) break;
        if (!stage.ui.animating()) ++rests;
        stage.wait(stage.ui.animating() ? 100 : *due - stage.now_ms());
    }
    EXPECT_EQ(keys, (std::set<int>{1, 2, 3, 4, 5}));
    EXPECT_EQ(rests, 4);  // one frame a caption that is read, and none between
    EXPECT_FALSE(stage.ui.animating());
    EXPECT_NE(stage.tree().find(ui::Role::button, "Play again"), nullptr);
}

TEST(Sequence, pause_holds_it_where_it_is) {
    Stage stage(1080, 1920, decoder());
    stage.reduced_motion = false;
    Visitor visitor = at_the_graft();
    stage.tap(visitor, ui::Role::button, "Play");
    stage.wait(500);
    stage.tap(visitor, ui::Role::button, "Pause");
    const int held = visitor.state.visit.reading.playing.at(stage.now_ms());
    stage.wait(60'000);
    stage.draw(visitor.state);
    EXPECT_EQ(visitor.state.visit.reading.playing.at(stage.now_ms()), held);
    EXPECT_FALSE(stage.ui.animating());
    EXPECT_FALSE(stage.ui.next_deadline_ms());
    stage.tap(visitor, ui::Role::button, "Play");
    EXPECT_EQ(visitor.state.visit.reading.playing.from_ms, held);
}

TEST(Sequence, another_page_begins_anew) {
    Stage stage(1080, 1920, decoder());
    Visitor visitor = at_the_graft();
    stage.tap(visitor, ui::Role::tab, kLast);
    visitor.asks(NextPage{}).asks(PreviousPage{});
    stage.draw(visitor.state);
    EXPECT_EQ(shown_key(stage), 3);
}

TEST(Sequence, that_is_gone_in_newer_content_is_no_harm) {
    Stage stage(1080, 1920, decoder());
    Visitor visitor = at_the_graft();
    visitor.asks(PlaySequence{{"procedure/049-how-hair-is-moved/1", 1'000'000, 2'000'000, 0}});
    settle(stage, visitor);
    EXPECT_EQ(shown_key(stage), 5);
    EXPECT_FALSE(stage.ui.animating());
}

}  // namespace
}  // namespace candor::screens
