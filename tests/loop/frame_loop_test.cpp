#include "loop/frame_loop.h"

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/scratch_folder.h"
#include "loop/rounds.h"
#include "platform/headless/headless_window.h"

namespace candor::loop {
namespace {

using platform::Event;
using platform::EventKind;

Event event_of(EventKind kind, base::Point at = {}) {
    Event event;
    event.kind = kind;
    event.at = at;
    return event;
}

Event key(platform::Key which) {
    Event event = event_of(EventKind::key);
    event.key = which;
    return event;
}

/// A button as large as the screen, which counts what happens to it.
class Lamp final : public Program {
  public:
    void update(const News& news) override {
        ++updates;
        events += news.events.size();
    }
    bool keeps(const Event& event) const override {
        return event.kind == EventKind::key && event.key_name == kept_key;
    }
    void draw(ui::Stage& stage, ui::Frame frame) override {
        frame.strings = &strings;
        draw_in_rounds<std::vector<int>>(
            stage, [&] { return frame; },
            [this](ui::Ui& ui, std::vector<int>& asked) { draw(ui, asked); },
            [this](int by) { lit += by; });
    }
    void shown() override { ++times_shown; }
    void end() override {
        ended = true;
        lit = 0;
    }
    std::optional<std::int64_t> next_deadline_ms(std::int64_t) const override { return deadline; }
    bool is_moving() const override { return moving; }

    ui::Strings strings;
    int lit = 0, updates = 0, rounds = 0, times_shown = 0, lit_when_drawn = 0;
    std::size_t events = 0, keys_of_widgets = 0;
    std::string kept_key = "none";
    std::optional<std::int64_t> deadline;
    bool ended = false, moving = false, restless = false, fades = false;

  private:
    void draw(ui::Ui& ui, std::vector<int>& asked) {
        ++rounds;
        keys_of_widgets += ui.keys().size();
        const base::Rect all{0, 0, static_cast<float>(ui.theme().width()),
                             static_cast<float>(ui.theme().height())};
        const auto touched = ui.touchable(
            {ui::Role::button, std::to_string(lit), {}, ui::kNoState, ui::kPress, all}, "lamp");
        if (touched.tapped || restless) asked.push_back(1);
        if (fades) ui.transitions().share("light", std::to_string(lit));
        lit_when_drawn = lit;
        ui.canvas().fill(all, lit % 2 == 0 ? ui::Colour::ink : ui::Colour::paper);
    }
};

class FrameLoopTest : public testing::Test {
  protected:
    void starts(bool keyboard = false, const std::filesystem::path& observe = {}) {
        FrameLoop::Setup setup;
        setup.stage.assets = CANDOR_SOURCE_DIR "/assets";
        setup.observe = observe;
        setup.keyboard = keyboard;
        loop = FrameLoop::create(
                   setup, window, [this] { return now_ms; }, lamp)
                   .value();
    }
    void taps() {
        loop->turn({event_of(EventKind::pointer_down, {5, 5})});
        now_ms += 50;
        loop->turn({event_of(EventKind::pointer_up, {5, 5})});
    }

    std::int64_t now_ms = 1'000'000;
    platform::HeadlessWindow window{64, 48};
    Lamp lamp;
    std::unique_ptr<FrameLoop> loop;
};

}  // namespace

TEST_F(FrameLoopTest, key_that_the_program_keeps_is_heard_by_no_widget) {
    starts();
    lamp.kept_key = "F5";
    Event kept = key(platform::Key::left), other = kept;
    kept.key_name = "F5";
    other.key_name = "Left";
    loop->turn({kept, other});
    EXPECT_EQ(lamp.events, 2U);
    EXPECT_EQ(lamp.keys_of_widgets, 1U);
}

TEST_F(FrameLoopTest, draws_what_changed_and_nothing_twice) {
    starts();
    loop->turn({});
    EXPECT_EQ(lamp.times_shown, 1);
    EXPECT_EQ(window.presents(), 1);
    loop->turn({});
    EXPECT_EQ(lamp.updates, 2);
    EXPECT_EQ(lamp.times_shown, 1);
    loop->change();
    EXPECT_FALSE(loop->settled());
    loop->turn({});
    EXPECT_EQ(lamp.times_shown, 2);
    EXPECT_EQ(window.presents(), 1) << "the same pixels are not shown again";
    EXPECT_TRUE(loop->settled());
}

TEST_F(FrameLoopTest, shows_in_the_same_turn_what_became_of_a_touch) {
    starts();
    loop->turn({});
    taps();
    EXPECT_EQ(lamp.lit, 1);
    EXPECT_EQ(lamp.lit_when_drawn, 1);
    EXPECT_NE(loop->tree().find(ui::Role::button, "1"), nullptr);
    EXPECT_EQ(window.shown().pixels[0] & 0xFFFFFF, 0xF7F4EEU);
}

TEST_F(FrameLoopTest, a_screen_that_always_wants_more_has_a_few_rounds_a_turn) {
    starts();
    lamp.restless = true;
    loop->turn({});
    EXPECT_EQ(lamp.rounds, kMaxRounds);
    EXPECT_EQ(lamp.times_shown, 1);
}

TEST_F(FrameLoopTest, an_end_is_on_the_glass_whatever_moves) {
    starts();
    loop->turn({});
    taps();
    lamp.fades = true;
    loop->change();
    loop->turn({});
    taps();
    loop->change();
    loop->turn({});
    const int shown = lamp.times_shown;
    loop->turn({event_of(EventKind::quit)});
    EXPECT_TRUE(loop->finished());
    EXPECT_TRUE(lamp.ended);
    EXPECT_EQ(lamp.times_shown, shown + 1);
    EXPECT_EQ(lamp.lit_when_drawn, 0);
}

TEST_F(FrameLoopTest, movement_keeps_to_the_displays_pace) {
    starts();
    lamp.fades = true;
    loop->turn({});
    taps();
    ASSERT_FALSE(loop->settled());
    const int shown = lamp.times_shown;
    for (int i = 0; i < 10; ++i) loop->turn({});
    EXPECT_EQ(lamp.times_shown, shown);
    EXPECT_GT(loop->next_timeout_ms(), 0);
    EXPECT_LE(loop->next_timeout_ms(), 17);
    now_ms += 17;
    loop->turn({});
    EXPECT_EQ(lamp.times_shown, shown + 1);
}

TEST_F(FrameLoopTest, a_display_that_was_lost_is_repainted_whole) {
    starts();
    window.set_lost(true);
    loop->turn({});
    EXPECT_EQ(lamp.times_shown, 0);
    window.set_lost(false);
    std::vector<Event> events;
    window.wait(0, events);
    loop->turn(events);
    EXPECT_EQ(lamp.times_shown, 1);
    EXPECT_EQ(window.presents(), 1);
}

TEST_F(FrameLoopTest, each_key_of_a_desk_has_a_frame_of_its_own) {
    starts(true);
    loop->turn({});
    loop->turn({key(platform::Key::tab), key(platform::Key::enter)});
    EXPECT_EQ(lamp.times_shown, 3);
    EXPECT_EQ(lamp.lit, 1) << "Enter is for what Tab went to";
}

TEST_F(FrameLoopTest, nothing_is_done_for_keys_after_the_end) {
    starts(true);
    loop->turn({});
    loop->turn({event_of(EventKind::quit), key(platform::Key::tab), key(platform::Key::enter)});
    EXPECT_TRUE(lamp.ended);
    EXPECT_EQ(lamp.events, 1U);
}

TEST_F(FrameLoopTest, what_comes_in_one_breath_without_a_keyboard_shares_a_frame) {
    starts();
    loop->turn({});
    loop->turn({key(platform::Key::tab), key(platform::Key::enter)});
    EXPECT_EQ(lamp.times_shown, 2);
    EXPECT_EQ(lamp.events, 2U);
}

TEST_F(FrameLoopTest, a_mouse_that_passes_over_draws_nothing) {
    starts();
    loop->turn({});
    loop->turn({event_of(EventKind::pointer_move, {9, 9})});
    EXPECT_EQ(lamp.times_shown, 1);
}

TEST_F(FrameLoopTest, at_a_desk_a_mouse_draws_when_it_comes_over_something_else) {
    starts(true);
    loop->turn({});
    loop->turn({event_of(EventKind::pointer_move, {9, 9})});
    EXPECT_EQ(lamp.times_shown, 2);
    loop->turn({event_of(EventKind::pointer_move, {12, 9})});
    EXPECT_EQ(lamp.times_shown, 2);
}

TEST_F(FrameLoopTest, waits_for_ever_unless_something_is_due) {
    starts();
    EXPECT_EQ(loop->next_timeout_ms(), 0) << "the first frame";
    loop->turn({});
    EXPECT_EQ(loop->next_timeout_ms(), -1);
    lamp.deadline = now_ms + 250;
    EXPECT_EQ(loop->next_timeout_ms(), 250);
    lamp.deadline = now_ms - 1;
    EXPECT_EQ(loop->next_timeout_ms(), 0);
    lamp.deadline = now_ms + 86'400'000;
    EXPECT_EQ(loop->next_timeout_ms(), 3'600'000);
    loop->turn({event_of(EventKind::pointer_down, {5, 5})});
    EXPECT_LE(loop->next_timeout_ms(), 30'000) << "a press that lies still is let go";
}

TEST_F(FrameLoopTest, a_program_that_moves_is_not_settled_and_is_asked_at_the_pace) {
    starts();
    loop->turn({});
    lamp.moving = true;
    EXPECT_FALSE(loop->settled());
    EXPECT_LE(loop->next_timeout_ms(), 17);
}

TEST_F(FrameLoopTest, the_observer_is_told_of_settled_frames) {
    const auto folder = base::ScratchFolder::in_temp("candor-loop").value();
    const auto file = folder.path() / "seen.jsonl";
    starts(false, file);
    loop->turn({});
    taps();
    const std::string seen = base::read_file(file, 1U << 20).value();
    EXPECT_NE(seen.find("\"0\""), std::string::npos);
    EXPECT_NE(seen.find("\"1\""), std::string::npos);
}

}  // namespace candor::loop
