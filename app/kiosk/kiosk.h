#pragma once
#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "content/content_loader.h"
#include "kiosk/counter.h"
#include "kiosk/courier_watch.h"
#include "kiosk/first_screen.h"
#include "kiosk/fonts_ahead.h"
#include "kiosk/help_bell.h"
#include "kiosk/narrator.h"
#include "kiosk/request_sender.h"
#include "kiosk/request_watch.h"
#include "kiosk/session.h"
#include "kiosk/settings_watch.h"
#include "kiosk/staff_work.h"
#include "kiosk/starts.h"
#include "loop/frame_loop.h"
#include "pack/package/checked_pictures.h"
#include "pack/package/hearing.h"
#include "printing/printer.h"
#include "screens/frame/apply.h"
#include "screens/frame/screens.h"
#include "ui/stage.h"

namespace candor::kiosk {

using loop::Clock;

/// The kiosk on a window, a turn of its frame loop at a time. One thread.
class Kiosk final : private screens::Services, private loop::Program {
  public:
    /// Takes `fonts` if they are there; without a `speaker` nothing is heard. Faults: missing fonts
    /// or strings. Bad packs never stop it. `window` must outlive it.
    static base::Result<std::unique_ptr<Kiosk>> create(
        const Options& options, platform::Window& window, Clock clock, FontsAhead* fonts = nullptr,
        std::unique_ptr<speech::Speaker> speaker = nullptr);
    ~Kiosk() override;

    // As loop::FrameLoop's.
    void turn(const std::vector<platform::Event>& events) { loop_->turn(events); }
    int next_timeout_ms() const { return loop_->next_timeout_ms(); }
    bool finished() const { return loop_->finished(); }
    bool settled() const { return loop_->settled(); }
    const ui::Tree& tree() const { return loop_->tree(); }

    const screens::State& state() const { return state_; }
    /// Carries out an intent as if the person had asked for it (the tour): they are there.
    void ask(const screens::Intent& intent);
    /// Blocks until packs, index and pictures are there (tests and the tour).
    void wait_until_loaded();

  private:
    Kiosk(Options options, platform::Window& window, Clock clock,
          std::unique_ptr<speech::Speaker> speaker);
    base::Result<void> open(FontsAhead* fonts);
    void take_care();
    void show_first_screen();
    void keep_first_screen();
    void look_whether_to_hold(const loop::News& news);
    void look_how_it_goes(std::int64_t now_ms);
    void start_loading();
    void take_loaded(content::Wait wait);
    void use_content();
    void follow_display(screens::Catalog& catalog, const pack::DisplayPolicy& display);
    void look_at_settings();
    void take_staff_news();
    void take_answer_to_help();
    void hand_to_printer(std::string pdf);
    void watch_requests(std::int64_t now_ms);
    void take_found(content::Wait wait);
    void show_demonstration(bool demonstration);
    void pass_time(std::int64_t now_ms);
    void take_keypad(const std::vector<platform::Event>& events);
    void listen();
    void look_at_day();
    void forget_pictures();
    void apply(const screens::Intent& intent);

    // loop::Program
    void update(const loop::News& news) override;
    bool keeps(const platform::Event& event) const override;
    void draw(ui::Stage& stage, ui::Frame frame) override;
    bool holds_back() const override { return held_until_ms_.has_value(); }
    void shown() override;
    void end() override;
    std::optional<std::int64_t> next_deadline_ms(std::int64_t now_ms) const override;

    // screens::Services

    base::Result<std::string> send_request(const screens::State& state) override;
    std::vector<pack::SearchHit> search(const std::string& language,
                                        std::string_view words) override;
    std::vector<std::string> nearest_words(const std::string& language,
                                           std::string_view words) override;
    void print_leaflet(const screens::State& state) override;
    screens::Help call_for_help(const screens::State& state) override;
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
    Narrator narrator_;
    std::optional<pack::Keypad> keypad_;
    RequestSender sender_;
    std::shared_ptr<pack::CheckedPictures> pictures_;  ///< the stage's threads use it, too
    std::unique_ptr<loop::FrameLoop> loop_;
    std::unique_ptr<pack::SearchIndex> index_;
    std::unique_ptr<content::ContentLoader> loader_;
    std::optional<Starts> starts_;  ///< until it went well; none in a preview or a tour
    content::Care care_ = content::Care::usual;
    std::int64_t well_at_ms_ = 0;
    std::optional<FirstScreen> first_screen_;  ///< none in a preview, a tour or a careful start
    bool is_first_screen_due_ = false;         ///< to be kept as soon as it stands there
    /// The last start's first screen stands there until this one's is whole, until somebody is
    /// there, or until then.
    std::optional<std::int64_t> held_until_ms_;
    std::optional<ui::Palette> own_colours_;  ///< the clinic's
    std::optional<content::Content>
        waiting_;  ///< loaded during a visit; shown from the next one on
    std::unique_ptr<StaffWork> staff_;
    std::unique_ptr<RequestWatch> requests_;  ///< none in a preview
    std::int64_t next_look_ms_ = 0;           ///< of it
    std::unique_ptr<CourierWatch> courier_;
    std::unique_ptr<HelpBell> help_;              ///< none in a preview
    std::unique_ptr<printing::Printer> printer_;  ///< from the first page on
    std::string printer_name_;                    ///< its queue
    std::uint64_t visits_ = 0;                    ///< that have ended
    std::unique_ptr<Counter> counter_;            ///< none in a preview or a tour
    std::unique_ptr<base::FolderWatch> packs_watch_;
    std::optional<SettingsWatch> settings_watch_;  ///< none in a preview or a tour
    std::atomic<bool> settings_changed_ = false;
    std::string loaded_on_;  ///< the day: reviews fall due
    bool content_loaded_ = false, erased_ = false;
    int slide_shown_ = -1;  ///< of the attract screen; -1: another screen
};

}  // namespace candor::kiosk
