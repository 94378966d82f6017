#include "platform/kms/panel_window.h"

#include <poll.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <utility>

#include "base/clock.h"
#include "base/log.h"
#include "base/quit_signals.h"
#include "base/worker.h"
#include "platform/doorbell.h"
#include "platform/kms/card.h"
#include "platform/kms/input_devices.h"
#include "platform/kms/panel.h"
#include "platform/kms/panel_mode.h"
#include "platform/kms/terminal.h"
#include "platform/rotation.h"
#include "platform/sleep_watch.h"
#include "platform/timeout.h"

namespace candor::platform {
namespace {

// How often to look whether the screen is still there, or has come. The kernel would tell it by a
// netlink socket, which the kiosk may not open.
constexpr int kLookMs = 2000;
constexpr int kLookForScreenMs = 1000, kLookForCardMs = 250;
// Before there is a screen.
constexpr Extent kUsualGlass{1080, 1920};

class PanelWindow final : public Window {
  public:
    explicit PanelWindow(const WindowOptions& options)
        : rotation_(options.rotation),
          wanted_(turned({options.width_px, options.height_px}, options.rotation)) {
        set_glass(wanted_ == Extent{} ? turned(kUsualGlass, rotation_) : wanted_);
    }

    /// Lights the screen, if there is one.
    void open();

    int width() const override { return turned(glass_, rotation_).width; }
    int height() const override { return turned(glass_, rotation_).height; }
    float pixels_per_mm() const override {
        return panel_ ? density_of(glass_, panel_->head().size_mm) : 0;
    }
    base::Result<base::PixelView> pixels() override;
    base::Result<void> present(std::span<const base::IntRect> changed) override;
    void wait(int timeout_ms, std::vector<Event>& events) override;
    void wake() override { wake_bell_.ring(); }
    double frame_ms() const override;
    std::string clipboard() override { return {}; }
    void set_clipboard(const std::string&) override {}
    void forget_clipboard() override {}

  private:
    base::PixelView picture() { return {picture_.data(), width(), height(), width()}; }
    void set_glass(Extent glass);
    void light();
    base::Result<void> light_on(const std::filesystem::path& file);
    base::Result<void> light_head(const Head& head);
    void lose();
    void look(std::vector<Event>& events);
    void block(int timeout_ms);
    void drain(std::vector<Event>& events);

    Doorbell quit_bell_, wake_bell_;
    base::QuitSignals quit_signals_{quit_bell_.fd()};
    SleepWatch sleep_watch_;
    Terminal terminal_;
    InputDevices inputs_;
    Rotation rotation_;
    Extent wanted_, glass_;
    std::optional<Card> card_;
    std::unique_ptr<Panel> panel_;  ///< none: no screen is plugged in
    std::vector<std::uint32_t> picture_;
    std::int64_t next_look_ms_ = 0;
    std::optional<base::Fault> told_;  ///< why nothing is lit, said once
};

void PanelWindow::set_glass(Extent glass) {
    glass_ = glass;
    picture_.assign(static_cast<std::size_t>(glass.width) * glass.height, 0);
    inputs_.set_glass(glass, rotation_);
}

void PanelWindow::open() {
    light();
    next_look_ms_ = base::monotonic_ms() + (panel_ ? kLookMs : kLookForCardMs);
}

/// On the card that is open, or else on the first that has a screen.
void PanelWindow::light() {
    const auto head = card_ ? card_->find_head(wanted_) : std::nullopt;
    base::Result<void> outcome =
        base::fail(base::FaultKind::unreachable, "display", "no screen is plugged in yet");
    if (head) outcome = light_head(*head);
    const auto files = panel_ ? std::vector<std::filesystem::path>() : card_files();
    for (auto file = files.begin(); file != files.end() && !panel_; ++file) {
        const auto lit = light_on(*file);
        if (!lit && !card_) outcome = lit;
    }
    if (panel_ || outcome) return told_.reset();
    // A machine that starts has its cards, and the rights to them, a little later.
    if (told_ != outcome.error()) base::log(*(told_ = outcome.error()));
}

base::Result<void> PanelWindow::light_on(const std::filesystem::path& file) {
    Card card = TRY(Card::open(file));
    const auto head = card.find_head(wanted_);
    // One without a screen is kept, so that nobody else shows something on it.
    if (!head && card_) return {};
    card_.emplace(std::move(card));
    return head ? light_head(*head) : base::Result<void>();
}

base::Result<void> PanelWindow::light_head(const Head& head) {
    panel_ = TRY(Panel::light(*card_, head, rotation_));
    if (glass_ != head.extent()) set_glass(head.extent());
    return {};
}

void PanelWindow::lose() {
    panel_.reset();
    card_.reset();
    next_look_ms_ = base::monotonic_ms() + kLookForCardMs;
}

double PanelWindow::frame_ms() const {
    const auto refresh = panel_ ? panel_->head().mode.vrefresh : 0;
    return 1000.0 / (refresh > 0 ? refresh : 60);
}

base::Result<base::PixelView> PanelWindow::pixels() {
    if (!panel_)
        return base::fail(base::FaultKind::unreachable, "display", "no screen is plugged in");
    return picture();
}

base::Result<void> PanelWindow::present(std::span<const base::IntRect> changed) {
    if (!panel_) return base::fail(base::FaultKind::unreachable, "display", "no screen");
    std::vector<base::IntRect> inside;
    for (const base::IntRect& each : changed) inside.push_back(clipped(each, {width(), height()}));
    auto shown = panel_->show(picture(), inside);
    if (!shown) {
        base::log(shown.error());
        lose();
    }
    return shown;
}

void PanelWindow::wait(int timeout_ms, std::vector<Event>& events) {
    wait_for_event(
        timeout_ms, events, [&] { drain(events); },
        [&](int left_ms, std::int64_t now_ms) {
            const auto to_look = std::max<std::int64_t>(next_look_ms_ - now_ms, 0);
            block(sooner(left_ms, static_cast<int>(to_look)));
        });
}

void PanelWindow::block(int timeout_ms) {
    const bool flips = panel_ && panel_->flip_is_due();
    pollfd sources[] = {{inputs_.fd(), POLLIN, 0},
                        {wake_bell_.fd(), POLLIN, 0},
                        {quit_bell_.fd(), POLLIN, 0},
                        {sleep_watch_.fd(), POLLIN, 0},
                        {flips ? card_->fd() : -1, POLLIN, 0}};
    ::poll(sources, std::size(sources), timeout_ms);
}

void PanelWindow::drain(std::vector<Event>& events) {
    const std::int64_t now_ms = base::monotonic_ms();
    const auto add = [&](EventKind kind) { events.push_back({.kind = kind, .time_ms = now_ms}); };
    inputs_.take(events);
    if (panel_) panel_->take_flip(0);
    if (sleep_watch_.slept()) {
        inputs_.cancel_all(events);
        if (panel_ && !panel_->light_again()) lose();
        add(EventKind::resumed);
    }
    if (now_ms >= next_look_ms_) look(events);
    if (wake_bell_.take()) add(EventKind::woken);
    if (quit_bell_.take()) add(EventKind::quit);
}

void PanelWindow::look(std::vector<Event>& events) {
    if (panel_ && !card_->is_plugged_in(panel_->head())) panel_.reset();
    const bool was_lit = panel_ != nullptr;
    const Extent before = glass_;
    if (!was_lit) light();
    const std::int64_t now_ms = base::monotonic_ms();
    if (panel_ && !was_lit)
        events.push_back({.kind = before == glass_ ? EventKind::resumed : EventKind::resized,
                          .time_ms = now_ms});
    next_look_ms_ = now_ms + (panel_ ? kLookMs : card_ ? kLookForScreenMs : kLookForCardMs);
}

bool is_set(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
}

}  // namespace

bool has_bare_panel() {
    return !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") && !card_files().empty();
}

std::unique_ptr<Window> create_panel_window(const WindowOptions& options) {
    base::Worker beside("beside the panel", base::Worker::AtEnd::finish);
    if (options.meanwhile) beside.add(options.meanwhile);
    auto window = std::make_unique<PanelWindow>(options);
    window->open();
    return window;
}

}  // namespace candor::platform
