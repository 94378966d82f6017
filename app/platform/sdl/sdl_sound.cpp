#include "platform/sdl/sdl_sound.h"

#include <SDL.h>

#include <mutex>

#include "platform/sound_queue.h"

namespace candor::platform {
namespace {

constexpr Uint16 kBufferSamples = 1024;

base::Result<void> no_device() {
    return base::fail(base::FaultKind::unreachable, "sound", SDL_GetError());
}

class SdlSound final : public Sound {
  public:
    ~SdlSound() override { close(); }

    bool is_there() override {
        const std::lock_guard lock(mutex_);
        if (device_ != 0) return true;
        if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return false;
        const bool there = SDL_GetNumAudioDevices(0) != 0;  // -1: it cannot list them
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        return there;
    }

    base::Result<void> open(int rate_hz) override {
        const std::lock_guard lock(mutex_);
        if (device_ != 0 && rate_hz == rate_hz_) return {};
        close_device();
        if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return no_device();
        SDL_AudioSpec wanted{}, got{};
        wanted.freq = rate_hz;
        wanted.format = AUDIO_S16SYS;
        wanted.channels = 1;
        wanted.samples = kBufferSamples;
        wanted.callback = [](void* self, Uint8* out, int bytes) {
            static_cast<SdlSound*>(self)->queue_.take(
                {reinterpret_cast<std::int16_t*>(out),
                 static_cast<std::size_t>(bytes) / sizeof(std::int16_t)});
        };
        wanted.userdata = this;
        device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, &got, 0);
        if (device_ == 0) {
            auto fault = no_device();
            SDL_QuitSubSystem(SDL_INIT_AUDIO);
            return fault;
        }
        rate_hz_ = rate_hz;
        latency_ms_ = milliseconds(got.samples, rate_hz);
        SDL_PauseAudioDevice(device_, 0);
        return {};
    }

    void close() override {
        const std::lock_guard lock(mutex_);
        queue_.drop();
        close_device();
    }

    void play(Samples samples) override { queue_.add(std::move(samples)); }
    void hush() override { queue_.drop(); }
    void pause(bool paused) override { queue_.pause(paused); }
    void set_volume(float volume) override { queue_.set_volume(volume); }

    std::int64_t left_ms() override {
        const std::lock_guard lock(mutex_);
        const std::size_t left = device_ == 0 ? 0 : queue_.left();
        return left == 0 ? 0 : milliseconds(left, rate_hz_) + latency_ms_;
    }

  private:
    void close_device() {
        if (device_ == 0) return;
        SDL_CloseAudioDevice(device_);  // waits for the callback
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        device_ = 0;
    }

    std::mutex mutex_;
    SoundQueue queue_;
    SDL_AudioDeviceID device_ = 0;
    int rate_hz_ = 0;
    std::int64_t latency_ms_ = 0;
};

}  // namespace

std::unique_ptr<Sound> create_sdl_sound() { return std::make_unique<SdlSound>(); }

}  // namespace candor::platform
