#pragma once
#include <memory>
#include <vector>

#include "desk/inbox/clerk.h"
#include "desk/shell/folder_reader.h"
#include "desk/shell/help_watch.h"
#include "desk/shell/idle_lock.h"
#include "desk/shell/intent.h"
#include "desk/shell/options.h"
#include "desk/studio/studio_work.h"
#include "loop/frame_loop.h"
#include "platform/window.h"
#include "printing/printer.h"
#include "ui/assistant.h"
#include "ui/stage.h"

namespace candor::desk {

using loop::Clock;

/// The desk on a window, a turn of its frame loop at a time. One thread.
class Desk final : private Services, private loop::Program, private ui::Clipboard {
  public:
    /// Faults: missing fonts or strings, and a key file that is none. `window` must outlive it.
    /// `assistant`: reads the desk to who cannot see it; nullptr: nobody does.
    static base::Result<std::unique_ptr<Desk>> create(
        const Options& options, platform::Window& window, Clock clock, InboxSource inbox,
        std::unique_ptr<ui::Assistant> assistant = nullptr);
    ~Desk() override;

    // As loop::FrameLoop's.
    void turn(const std::vector<platform::Event>& events) { loop_->turn(events); }
    int next_timeout_ms() const { return loop_->next_timeout_ms(); }
    bool finished() const { return loop_->finished(); }
    bool settled() const { return loop_->settled(); }
    const ui::Tree& tree() const { return loop_->tree(); }

    const State& state() const { return state_; }
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
    void begin();
    void take_news();
    void take(const KeyRefused& news);
    void take(const Opening& news);
    void take(const Loaded& news);
    void take(const Unreachable& news);
    void take(const HistoryRead& news);
    void take(const TriesRead& news);
    void take(const Saved& news);
    void take(const NotSaved& news);
    void take(const SendEnded& news);
    void take(const ChangedMeanwhile& news);
    void show_inbox();
    void pass_time(std::int64_t now_ms);
    bool shows_packs() const;
    ui::Ui& ui() { return loop_->stage().ui(); }

    // loop::Program
    void update(const loop::News& news) override;
    void draw(ui::Stage& stage, ui::Frame frame) override;
    void end() override;
    std::optional<std::int64_t> next_deadline_ms(std::int64_t now_ms) const override;
    bool is_moving() const override { return shows_packs() && studio_->moving(); }

    // Services
    void unlock(base::SecretString passphrase) override;
    void look_for_key() override;
    void lock() override;
    void set_progress(const std::string& id, std::int64_t seen, consult::Progress to) override;
    void add_note(const std::string& id, const consult::Note& note) override;
    void read_history(const std::string& id) override;
    void read_tries(std::vector<std::string> ids) override;
    void print(EntryPtr request) override;
    void send_to_record(const std::string& id) override;
    base::Result<void> take_help_call(const consult::HelpCall& call) override;
    void show_row(std::size_t index) override;
    void read_folder(std::uint64_t number, std::vector<std::filesystem::path> candidates) override {
        folders_->read(number, std::move(candidates));
    }
    void look_at_choice(std::uint64_t number, const std::filesystem::path& choice) override {
        folders_->look_at(number, choice);
    }
    void stop_reading_folders() override { folders_->stop(); }
    void show_picked(std::size_t row) override;
    StudioServices& studio() override { return *studio_; }
    ui::Clipboard& clipboard() override { return *this; }
    void focus(std::string_view key) override { ui().focus().want(key); }
    void reset_scroll(std::string_view region) override { ui().scrolls().reset(region); }
    // ui::Clipboard
    std::string get() override { return window_.clipboard(); }
    void set(const std::string& text) override { window_.set_clipboard(text); }

    Options options_;
    platform::Window& window_;
    Clock clock_;
    State state_;
    IdleLock idle_;
    std::unique_ptr<ui::Assistant> assistant_;
    std::unique_ptr<loop::FrameLoop> loop_;
    std::unique_ptr<Clerk> clerk_;
    std::unique_ptr<printing::Printer> printer_;
    std::unique_ptr<StudioWork> studio_;
    std::unique_ptr<FolderReader> folders_;
    std::unique_ptr<HelpWatch> help_;
};

}  // namespace candor::desk
