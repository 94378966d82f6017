#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "content/content_loader.h"
#include "kiosk/counter.h"
#include "kiosk/courier_watch.h"
#include "kiosk/request_sender.h"
#include "kiosk/request_watch.h"
#include "kiosk/session.h"
#include "kiosk/staff_desk.h"
#include "pack/package/checked_pictures.h"
#include "platform/window.h"
#include "screens/frame/apply.h"
#include "screens/frame/screens.h"
#include "ui/frame_pace.h"
#include "ui/observer.h"
#include "ui/presence.h"
#include "ui/stage.h"

namespace candor::kiosk {

/// Milliseconds, never going back; base::monotonic_ms, or a test's own.
using Clock = std::function<std::int64_t()>;

/// The kiosk on a window: input -> intents -> state -> screen -> pixels, a turn at a time. Between
/// turns it needs nothing until next_timeout_ms() or an event. One thread.
class Kiosk final : private screens::Services {
  public:
    /// Faults: missing fonts or strings. Bad packs never stop it. `window` must outlive it.
    static base::Result<std::unique_ptr<Kiosk>> create(const Options& options,
                                                       platform::Window& window, Clock clock);
    ~Kiosk() override;

    /// Takes the events in and, if something changed, draws one frame and shows it.
    void turn(const std::vector<platform::Event>& events);
    /// How long the window may wait for events; -1: for ever.
    int next_timeout_ms() const;
    bool finished() const { return finished_; }

    /// The accessible tree of the last frame: what tests act upon.
    const ui::Tree& tree() const { return stage_->ui().tree(); }
    const screens::State& state() const { return state_; }
    /// True when nothing moves, loads or waits to be drawn.
    bool settled() const;
    /// Carries out an intent as if the person had asked for it (the tour): they are there.
    void ask(const screens::Intent& intent);
    /// Blocks until packs, index and pictures are there (tests and the tour).
    void wait_until_loaded();

  private:
    Kiosk(Options options, platform::Window& window, Clock clock);
    base::Result<void> open();
    void start_loading();
    void take_loaded(content::Wait wait);
    void use_content();
    void take_staff_news();
    void watch_requests(std::int64_t now_ms);
    void take_found(content::Wait wait);
    void show_demonstration(bool demonstration);
    void update(const std::vector<platform::Event>& arrived);
    void end();
    void look_at_day();
    void draw_and_apply();
    screens::Intents draw();
    void show_frame();
    void apply(const screens::Intent& intent);

    base::Result<std::string> send_request(const screens::State& state) override;
    std::vector<pack::SearchHit> search(const std::string& language,
                                        std::string_view words) override;
    void check_staff_code(std::string_view code) override;
    void install_pack(const std::string& package) override;
    void roll_back_pack(const std::string& id) override;
    void cancel_install() override;
    void believe_clock() override;
    void reset_scroll(std::string_view region) override;
    void visit_erased() override;

    Options options_;
    platform::Window& window_;
    Clock clock_;
    screens::State state_;
    Session session_;
    ui::Presence presence_;
    RequestSender sender_;
    std::shared_ptr<pack::CheckedPictures> pictures_;  ///< the stage's threads use it, too
    ui::Observer observer_;
    std::unique_ptr<ui::Stage> stage_;
    std::unique_ptr<pack::SearchIndex> index_;
    std::unique_ptr<content::ContentLoader> loader_;
    std::optional<content::Content>
        waiting_;  ///< loaded during a visit; shown from the next one on
    std::unique_ptr<StaffDesk> desk_;
    std::unique_ptr<RequestWatch> requests_;  ///< none in a preview
    std::int64_t next_look_ms_ = 0;           ///< of it
    std::unique_ptr<CourierWatch> courier_;
    std::unique_ptr<Counter> counter_;  ///< none in a preview or a tour
    std::unique_ptr<base::FolderWatch> packs_watch_;
    std::string loaded_on_;  ///< the day: reviews fall due
    paint::Repaint repaint_ = paint::Repaint::everything;
    ui::FramePace pace_;
    bool dirty_ = true, finished_ = false, content_loaded_ = false, erased_ = false;
};

}  // namespace candor::kiosk
