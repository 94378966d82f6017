#pragma once
#include <functional>
#include <memory>
#include <vector>

#include "desk/inbox/clerk.h"
#include "desk/inbox/printer.h"
#include "desk/shell/idle_lock.h"
#include "desk/shell/intent.h"
#include "desk/shell/options.h"
#include "desk/studio/studio_room.h"
#include "platform/window.h"
#include "ui/frame_pace.h"
#include "ui/observer.h"
#include "ui/presence.h"
#include "ui/stage.h"

namespace candor::desk {

/// Milliseconds, never going back; base::monotonic_ms, or a test's own.
using Clock = std::function<std::int64_t()>;

/// The desk on a window: input -> intents -> state -> page -> pixels, a turn at a time. Between
/// turns it needs nothing until next_timeout_ms() or an event. One thread.
class Desk final : private Services, private ui::Clipboard {
  public:
    /// Faults: missing fonts or strings, and a key file that is none. `window` must outlive it.
    static base::Result<std::unique_ptr<Desk>> create(const Options& options,
                                                      platform::Window& window, Clock clock,
                                                      InboxSource inbox);
    ~Desk() override;

    /// Takes the events in and, if something changed, draws one frame and shows it.
    void turn(const std::vector<platform::Event>& events);
    /// How long the window may wait for events; -1: for ever.
    int next_timeout_ms() const;
    bool finished() const { return finished_; }

    const ui::Tree& tree() const { return stage_->ui().tree(); }
    const State& state() const { return state_; }
    /// True when nothing moves or waits to be drawn.
    bool settled() const;
    /// Carries out an intent as if the person had asked for it.
    void apply(const Intent& intent);
    /// Looks now whether the inbox has changed, rather than within a second.
    void look() { clerk_->look(); }
    /// Turns until all work is done and nothing moves (tests and --screens).
    void settle();

  private:
    Desk(Options options, platform::Window& window, Clock clock);
    base::Result<void> open(InboxSource inbox);
    base::Result<ui::Strings> load_words();
    base::Result<void> look_at_key();
    void update(const std::vector<platform::Event>& arrived);
    void end();
    void take_news();
    void take(const KeyRefused& news);
    void take(const Opening& news);
    void take(const Loaded& news);
    void take(const Unreachable& news);
    void take(const HistoryRead& news);
    void take(const Saved& news);
    void take(const NotSaved& news);
    void take(const SendEnded& news);
    void take(const ChangedMeanwhile& news);
    void show_inbox();
    void pass_time(std::int64_t now_ms);
    bool shows_packs() const;
    void draw_and_apply();
    Intents draw();
    void show_frame();

    // Services
    void unlock(base::SecretString passphrase) override;
    void lock() override;
    void set_progress(const std::string& id, std::int64_t seen, consult::Progress to) override;
    void add_note(const std::string& id, base::SecretString text) override;
    void read_history(const std::string& id) override;
    void print(EntryPtr request) override;
    void send_to_record(const std::string& id) override;
    void show_row(std::size_t index) override;
    StudioServices& studio() override { return *studio_; }
    ui::Clipboard& clipboard() override { return *this; }
    void focus(std::string_view key) override { stage_->ui().focus(key); }
    void reset_scroll(std::string_view region) override { stage_->ui().reset_scroll(region); }
    // ui::Clipboard
    std::string get() override { return window_.clipboard(); }
    void set(const std::string& text) override { window_.set_clipboard(text); }

    Options options_;
    platform::Window& window_;
    Clock clock_;
    State state_;
    IdleLock idle_;
    ui::Presence presence_;
    ui::Observer observer_;
    std::unique_ptr<ui::Stage> stage_;
    std::unique_ptr<Clerk> clerk_;
    std::unique_ptr<Printer> printer_;
    std::unique_ptr<StudioRoom> studio_;
    paint::Repaint repaint_ = paint::Repaint::everything;
    ui::FramePace pace_;
    bool dirty_ = true, finished_ = false;
    ui::WidgetId hovered_ = 0;
};

}  // namespace candor::desk
