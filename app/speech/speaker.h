#pragma once
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "base/files.h"
#include "base/worker.h"
#include "speech/recorded/opus_recording.h"
#include "speech/voice.h"

namespace candor::speech {

/// Says what it is told, on a thread of its own: voice and device are there only while something is
/// said, and a moment longer. One thread calls it.
class Speaker {
  public:
    /// `on_news` is called on another thread: something is heard now, or is known now.
    Speaker(std::unique_ptr<platform::Sound> sound, MakeVoice make_voice,
            std::function<void()> on_news);
    ~Speaker();

    /// How recordings are opened, on the speaker's thread; before the first is to be heard.
    using OpenRecording = std::function<base::Result<base::OpenFile>(const std::filesystem::path&,
                                                                     std::size_t max_bytes)>;
    void set_open_recording(OpenRecording open) { open_recording_ = std::move(open); }

    enum class Ability { unknown, able, unable };
    /// Finds out whether anything can be heard here. Why not is logged once.
    void look();
    Ability ability() const { return ability_; }

    /// Says these, one after the other, in place of what is being said. What the voice refuses is
    /// logged and left out.
    void say(std::vector<Words> words);
    void pause(bool paused);
    /// From 0 to 1.
    void set_volume(float volume);
    void hush();
    /// The same, and nothing of what was said stays in memory.
    void forget();

    /// Something is being said, or about to be, or paused.
    bool is_speaking() const;
    /// How long what is being said goes on; nothing: it is silent, paused, or not known yet.
    std::optional<std::int64_t> left_ms() const;
    /// Blocks until all that was asked for is made (tests and the tour).
    void wait_until_ready() { worker_.wait_until_idle(); }
    platform::Sound& sound() { return *sound_; }

  private:
    void find_out();
    void speak(std::vector<Words>& words, int turn);
    bool add(const Words& words, int turn);
    bool play_recorded(const Recorded& recorded, int turn);
    base::Result<platform::Samples> samples_of(const Recorded& recorded);
    bool play(platform::Samples samples, int turn);
    bool prepare();
    bool open_device(int rate_hz);
    void give_up(const base::Fault& fault);
    void close_when_silent();
    bool is_wanted(int turn) const { return turn == turn_; }

    std::unique_ptr<platform::Sound> sound_;
    MakeVoice make_voice_;
    std::function<void()> on_news_;
    OpenRecording open_recording_ = base::open_file;
    // The worker's:
    std::unique_ptr<Voice> voice_;
    int rate_hz_ = 0;  ///< that the device was last opened for
    std::filesystem::path recording_of_;
    std::optional<OpusRecording> recording_;  ///< the last one; none: it cannot be played
    std::mutex adding_;                       ///< so that nothing old is heard after a hush
    std::atomic<int> turn_ = 0, made_ = 0;    ///< what was asked for last, and what is ready
    std::atomic<bool> paused_ = false;
    std::atomic<Ability> ability_ = Ability::unknown;
    base::Worker worker_{"speech"};
};

}  // namespace candor::speech
