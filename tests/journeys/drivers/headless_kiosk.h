#pragma once
#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "glass.h"
#include "kiosk/kiosk.h"
#include "platform/headless/headless_sound.h"
#include "platform/headless/headless_window.h"

namespace candor::journeys {

/// The packs that ship.
std::filesystem::path shipped_content();

/// A whole kiosk in this process, on a window in memory and a clock of its own: fingers take the
/// way of real events, and time goes by only here.
class HeadlessKiosk final : public Glass {
  public:
    explicit HeadlessKiosk(const std::filesystem::path& state,
                           const std::filesystem::path& content = shipped_content());
    /// `sticks`: the folder below which USB sticks appear.
    HeadlessKiosk(const std::filesystem::path& state, const std::filesystem::path& content,
                  const std::filesystem::path& sticks);
    /// A preview of the pack in that folder.
    static std::unique_ptr<HeadlessKiosk> preview(const std::filesystem::path& state,
                                                  const std::filesystem::path& pack);
    /// A display of another size.
    HeadlessKiosk(const std::filesystem::path& state, int width, int height);

    const ui::Tree& tree() const override { return kiosk_->tree(); }
    bool await(const Wanted& wanted) override;
    /// Waits for what comes from the disk or from another thread, in real time.
    bool await_news(const Wanted& wanted);
    void put_down(base::Point at) override;
    void move_to(base::Point at) override;
    void lift(Lift how) override;
    void tap_again() override;
    void wait(int seconds) override;

    /// A key of a keypad, by SDL's name.
    void press(const std::string& key);
    /// What a person hears, in tones: what was said stands in said().
    platform::HeadlessSound& sound() { return *sound_; }
    /// What was spoken since the last call.
    std::vector<std::string> said();

    /// What a person would see.
    base::PixelView shown() { return window_.shown(); }
    const screens::State& state() const { return kiosk_->state(); }
    /// As if the person had touched what asks for it: to be at a place at once.
    void ask(const screens::Intent& intent);
    /// Waits until other content than `before` is shown.
    bool await_other_content(const std::shared_ptr<const screens::Catalog>& before);

  private:
    explicit HeadlessKiosk(const kiosk::Options& options, int width = 1080, int height = 1920);
    void pass(std::int64_t ms);
    void turn();
    void settle();
    void send(platform::EventKind kind);

    std::unique_ptr<speech::Speaker> speaker();

    std::atomic<std::int64_t> now_ms_ = 1'000'000;
    std::mutex said_mutex_;
    std::vector<std::string> said_;
    platform::HeadlessSound* sound_ = nullptr;  ///< the kiosk's
    base::Point finger_;
    platform::HeadlessWindow window_;
    std::unique_ptr<kiosk::Kiosk> kiosk_;
};

}  // namespace candor::journeys
