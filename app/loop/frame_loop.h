#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "paint/renderer.h"
#include "platform/window.h"
#include "ui/assistant.h"
#include "ui/frame_pace.h"
#include "ui/observer.h"
#include "ui/presence.h"
#include "ui/stage.h"

namespace candor::loop {

/// Milliseconds, never going back; base::monotonic_ms, or a test's own.
using Clock = std::function<std::int64_t()>;

/// What happened since the last turn.
struct News {
    const std::vector<platform::Event>& events;  ///< without those that are nobody's
    bool somebody = false;                       ///< a person was there
    std::int64_t now_ms = 0;
};

/// What runs in a FrameLoop, which calls these on its thread.
class Program {
  public:
    virtual ~Program() = default;
    /// Brings the state up to date; the widgets have the events already. Whatever changes what is
    /// to be seen calls FrameLoop::change().
    virtual void update(const News& news) = 0;
    /// An event that it alone acts upon, in update(): no widget hears of it.
    virtual bool keeps(const platform::Event&) const { return false; }
    /// Draws onto the stage and carries out what was asked for (draw_in_rounds); `frame` has the
    /// window's size and the time.
    virtual void draw(ui::Stage& stage, ui::Frame frame) = 0;
    /// What stands on the display is better than the frame that was just drawn, which lacks
    /// something: that one is not shown.
    virtual bool holds_back() const { return false; }
    /// A frame stands on the display.
    virtual void shown() {}
    /// Told to end: what nobody may see any more is gone from the state when it returns. One more
    /// frame is drawn at once.
    virtual void end() = 0;
    /// When it wants a turn, whatever happens; nothing: never.
    virtual std::optional<std::int64_t> next_deadline_ms(std::int64_t now_ms) const = 0;
    /// Something of its own moves that the stage does not know of.
    virtual bool is_moving() const { return false; }
};

/// The way of a frame, a turn at a time: input, then the program's state, then what it draws, then
/// the window's pixels. A frame is drawn when something changed, at the display's pace while
/// something moves. Between turns it needs nothing until next_timeout_ms() or an event. One thread.
class FrameLoop {
  public:
    struct Setup {
        ui::Stage::Setup stage;
        std::filesystem::path observe;  ///< developer builds (ui/observer.h); empty: nothing
        bool keyboard = false;          ///< a desk's: ui::Frame::keyboard
        /// Reads each frame's tree; must outlive the loop. nullptr: nobody.
        ui::Assistant* assistant = nullptr;
    };
    /// `window` and `program` must outlive it. Faults: missing fonts.
    static base::Result<std::unique_ptr<FrameLoop>> create(const Setup& setup,
                                                           platform::Window& window, Clock clock,
                                                           Program& program);

    /// Takes the events in and, if something changed, draws one frame and shows it.
    void turn(const std::vector<platform::Event>& events);
    /// How long the window may wait for events; -1: for ever.
    int next_timeout_ms() const;
    /// It was told to end, and has.
    bool finished() const { return finished_; }
    /// True when nothing moves or waits to be drawn.
    bool settled() const;

    /// A frame is due.
    void change() { dirty_ = true; }
    ui::Stage& stage() { return *stage_; }
    /// The accessible tree of the last frame.
    const ui::Tree& tree() const { return stage_->ui().tree(); }

  private:
    FrameLoop(const Setup& setup, platform::Window& window, Clock clock, Program& program,
              std::unique_ptr<ui::Stage> stage);
    void turn_one_by_one(const std::vector<platform::Event>& events);
    void update(const std::vector<platform::Event>& arrived);
    void look_at(const platform::Event& event);
    bool take_asked();
    void draw();
    void show();
    void show_what_stood();

    platform::Window& window_;
    Clock clock_;
    Program& program_;
    std::unique_ptr<ui::Stage> stage_;
    ui::Presence presence_;
    ui::Observer observer_;
    ui::Assistant* assistant_;
    platform::Standing standing_;
    ui::FramePace pace_;
    paint::Repaint repaint_ = paint::Repaint::everything;
    ui::WidgetId hovered_ = 0;
    bool keyboard_, dirty_ = true, exposed_ = false, finished_ = false;
};

}  // namespace candor::loop
