#include "headless_kiosk.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include "ui/touch.h"

namespace candor::journeys {
namespace {

constexpr std::int64_t kFrameMs = 17, kTapMs = 60, kRestMs = 200, kPatienceMs = 2000;
constexpr int kMostFrames = 2000;

kiosk::Options options_of(const std::filesystem::path& state,
                          const std::filesystem::path& content) {
    kiosk::Options options;
    options.state = state;
    options.content = content;
    options.assets = std::filesystem::path(CANDOR_SOURCE_DIR) / "assets";
    options.sticks.clear();
    options.decoder = std::filesystem::path(CANDOR_BINARY_DIR) / "bin/candor-decode";
    return options;
}

/// Tones, and what they stand for.
class NotingVoice final : public speech::Voice {
  public:
    explicit NotingVoice(std::function<void(const std::string&)> note) : note_(std::move(note)) {}
    int rate_hz() const override { return tones_->rate_hz(); }
    base::Result<platform::Samples> speak(const speech::Words& words,
                                          const std::function<bool()>& go_on) override {
        note_(words.text);
        return tones_->speak(words, go_on);
    }

  private:
    std::function<void(const std::string&)> note_;
    std::unique_ptr<speech::Voice> tones_ = speech::tone_voice();
};

}  // namespace

std::filesystem::path shipped_content() {
    return std::filesystem::path(CANDOR_SOURCE_DIR) / "content";
}

HeadlessKiosk::HeadlessKiosk(const std::filesystem::path& state,
                             const std::filesystem::path& content)
    : HeadlessKiosk(options_of(state, content)) {}

HeadlessKiosk::HeadlessKiosk(const std::filesystem::path& state,
                             const std::filesystem::path& content,
                             const std::filesystem::path& sticks)
    : HeadlessKiosk([&] {
          kiosk::Options options = options_of(state, content);
          options.sticks = {sticks};
          return options;
      }()) {}

std::unique_ptr<HeadlessKiosk> HeadlessKiosk::preview(const std::filesystem::path& state,
                                                      const std::filesystem::path& pack) {
    kiosk::Options options = options_of(state, shipped_content());
    options.preview = pack;
    return std::unique_ptr<HeadlessKiosk>(new HeadlessKiosk(options));
}

HeadlessKiosk::HeadlessKiosk(const std::filesystem::path& state, int width, int height)
    : HeadlessKiosk(options_of(state, shipped_content()), width, height) {}

HeadlessKiosk::HeadlessKiosk(const kiosk::Options& options, int width, int height)
    : window_(width, height) {
    auto kiosk = kiosk::Kiosk::create(
        options, window_, [this] { return now_ms_.load(); }, nullptr, speaker());
    if (!kiosk) throw std::runtime_error(kiosk.error().where + ": " + kiosk.error().detail);
    kiosk_ = std::move(*kiosk);
    settle();
}

std::unique_ptr<speech::Speaker> HeadlessKiosk::speaker() {
    auto sound = std::make_unique<platform::HeadlessSound>([this] { return now_ms_.load(); });
    sound_ = sound.get();
    return std::make_unique<speech::Speaker>(
        std::move(sound),
        [this]() -> base::Result<std::unique_ptr<speech::Voice>> {
            return std::make_unique<NotingVoice>([this](const std::string& text) {
                const std::lock_guard lock(said_mutex_);
                said_.push_back(text);
            });
        },
        [this] { window_.wake(); });
}

std::vector<std::string> HeadlessKiosk::said() {
    const std::lock_guard lock(said_mutex_);
    return std::exchange(said_, {});
}

void HeadlessKiosk::press(const std::string& key) {
    pass(kTapMs);
    platform::Event event{.kind = platform::EventKind::key, .time_ms = now_ms_};
    event.key_name = key;
    window_.push(event);
    turn();
    settle();
}

void HeadlessKiosk::turn() {
    std::vector<platform::Event> events;
    window_.wait(0, events);
    kiosk_->turn(events);
}

void HeadlessKiosk::settle() {
    // Twice at rest: what was loaded meanwhile may have to be drawn.
    int at_rest = 0;
    for (int frames = 0; at_rest < 2; ++frames) {
        if (frames > kMostFrames) throw std::runtime_error("the screen never comes to rest");
        kiosk_->wait_until_loaded();
        turn();
        at_rest = kiosk_->settled() ? at_rest + 1 : 0;
        if (at_rest == 0) now_ms_ += kFrameMs;
    }
}

void HeadlessKiosk::pass(std::int64_t ms) {
    const std::int64_t end = now_ms_ + ms;
    while (now_ms_ < end) {
        const std::int64_t left = end - now_ms_, wanted = kiosk_->next_timeout_ms();
        now_ms_ += wanted < 0 ? left : std::clamp<std::int64_t>(wanted, 1, left);
        turn();
    }
}

bool HeadlessKiosk::await(const Wanted& wanted) {
    settle();
    // What comes by itself comes soon: a long press.
    for (std::int64_t waited = 0; !wanted(tree()) && waited < kPatienceMs; waited += kRestMs) {
        pass(kRestMs);
        settle();
    }
    return wanted(tree());
}

bool HeadlessKiosk::await_news(const Wanted& wanted) {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::seconds(30);
    settle();
    while (!wanted(tree()) && Clock::now() < end) {
        std::vector<platform::Event> events;
        window_.wait(100, events);
        kiosk_->turn(events);
        settle();
    }
    return wanted(tree());
}

void HeadlessKiosk::ask(const screens::Intent& intent) {
    kiosk_->ask(intent);
    settle();
}

bool HeadlessKiosk::await_other_content(const std::shared_ptr<const screens::Catalog>& before) {
    return await_news([&](const ui::Tree&) { return state().catalog != before; });
}

void HeadlessKiosk::send(platform::EventKind kind) {
    window_.push({.kind = kind, .time_ms = now_ms_, .at = finger_});
    turn();
}

void HeadlessKiosk::put_down(base::Point at) {
    pass(ui::Touch::kDoubleTapMs + kTapMs);
    finger_ = at;
    send(platform::EventKind::pointer_down);
}

void HeadlessKiosk::move_to(base::Point at) {
    pass(kFrameMs);
    finger_ = at;
    send(platform::EventKind::pointer_move);
}

void HeadlessKiosk::lift(Lift how) {
    pass(how == Lift::at_once ? kTapMs : kRestMs);
    send(platform::EventKind::pointer_up);
}

void HeadlessKiosk::tap_again() {
    pass(kTapMs);
    send(platform::EventKind::pointer_down);
    lift(Lift::at_once);
}

void HeadlessKiosk::wait(int seconds) {
    pass(seconds * 1000LL);
    settle();
}

}  // namespace candor::journeys
