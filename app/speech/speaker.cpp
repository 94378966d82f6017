#include "speech/speaker.h"

#include <chrono>
#include <utility>

#include "base/log.h"
#include "base/secret_string.h"

namespace candor::speech {
namespace {

constexpr std::chrono::milliseconds kStaysOpen{3000};

void wipe_words(std::vector<Words>& words) {
    for (Words& each : words) base::wipe(each.text);
    words.clear();
}

}  // namespace

Speaker::Speaker(std::unique_ptr<platform::Sound> sound, MakeVoice make_voice,
                 std::function<void()> on_news)
    : sound_(std::move(sound)), make_voice_(std::move(make_voice)), on_news_(std::move(on_news)) {}

Speaker::~Speaker() {
    ++turn_;
    worker_.end();
    sound_->close();
}

void Speaker::look() {
    worker_.add([this] { find_out(); });
}

void Speaker::find_out() {
    if (!sound_->is_there())
        return give_up({base::FaultKind::unreachable, "sound",
                        "Nothing can be read aloud: this machine has no sound device."});
    const auto voice = make_voice_();
    if (!voice) return give_up(voice.error());
    ability_ = Ability::able;
    on_news_();
}

void Speaker::give_up(const base::Fault& fault) {
    if (ability_.exchange(Ability::unable) != Ability::unable) base::log(fault);
    made_ = turn_.load();
    on_news_();
}

void Speaker::say(std::vector<Words> words) {
    hush();
    made_ = turn_ - 1;
    worker_.add(
        [this, words = std::move(words), turn = turn_.load()]() mutable { speak(words, turn); });
}

bool Speaker::prepare() {
    if (!voice_) {
        auto voice = make_voice_();
        if (!voice) return give_up(voice.error()), false;
        voice_ = std::move(*voice);
    }
    return open_device(voice_->rate_hz());
}

/// A recording has a rate of its own.
bool Speaker::open_device(int rate_hz) {
    if (std::exchange(rate_hz_, rate_hz) != rate_hz) sound_->close();
    const auto opened = sound_->open(rate_hz);
    if (!opened) give_up(opened.error());
    return opened.has_value();
}

base::Result<platform::Samples> Speaker::samples_of(const Recorded& recorded) {
    if (std::exchange(recording_of_, recorded.file) != recorded.file) {
        recording_.reset();
        const auto file = TRY(open_recording_(recorded.file, kMaxRecordingBytes));
        auto bytes = TRY(base::read_bytes(file.descriptor, file.bytes, recorded.file.string()));
        auto opened = TRY(OpusRecording::open(std::move(bytes)));
        recording_ = std::move(opened);
    }
    if (!recording_) return base::fail(base::FaultKind::damaged, recorded.file.string(), "");
    return recording_->samples(recorded.begin_ms, recorded.end_ms);
}

/// False: it cannot be played, and the voice is to say it.
bool Speaker::play_recorded(const Recorded& recorded, int turn) {
    auto samples = samples_of(recorded);
    if (!samples) {
        if (!samples.error().detail.empty()) base::log(samples.error());
        return false;
    }
    if (is_wanted(turn) && open_device(kRecordingHz)) play(std::move(*samples), turn);
    return true;
}

void Speaker::speak(std::vector<Words>& words, int turn) {
    const auto* recorded =
        words.size() == 1 && words.front().recorded ? &*words.front().recorded : nullptr;
    if (recorded != nullptr && is_wanted(turn) && play_recorded(*recorded, turn)) {
        if (is_wanted(turn)) made_ = turn;
    } else if (is_wanted(turn) && prepare()) {
        for (const Words& each : words)
            if (!add(each, turn)) break;
        if (is_wanted(turn)) made_ = turn;
    }
    wipe_words(words);
    close_when_silent();
    on_news_();
}

/// False: what was asked for is not wanted any more.
bool Speaker::add(const Words& words, int turn) {
    auto samples = voice_->speak(words, [&] { return is_wanted(turn); });
    if (!samples) {
        base::log(samples.error());
        return is_wanted(turn);
    }
    return play(std::move(*samples), turn);
}

bool Speaker::play(platform::Samples samples, int turn) {
    const std::lock_guard lock(adding_);
    if (!is_wanted(turn)) return false;
    sound_->play(std::move(samples));
    return true;
}

/// A device that is held open keeps others from it, and hums.
void Speaker::close_when_silent() {
    worker_.add_when_quiet(kStaysOpen, [this] {
        if (sound_->left_ms() > 0) return close_when_silent();
        sound_->close();
    });
}

void Speaker::pause(bool paused) {
    paused_ = paused;
    sound_->pause(paused);
}

void Speaker::set_volume(float volume) { sound_->set_volume(volume); }

void Speaker::hush() {
    const std::lock_guard lock(adding_);
    made_ = ++turn_;
    paused_ = false;
    sound_->hush();
}

void Speaker::forget() {
    hush();
    worker_.add([this] {
        voice_.reset();
        recording_.reset();
        recording_of_.clear();
        sound_->close();
    });
}

bool Speaker::is_speaking() const {
    if (ability_ == Ability::unable) return false;
    return made_ != turn_ || sound_->left_ms() > 0;
}

std::optional<std::int64_t> Speaker::left_ms() const {
    if (made_ != turn_ || paused_) return {};
    const std::int64_t left = sound_->left_ms();
    return left > 0 ? std::optional(left) : std::nullopt;
}

}  // namespace candor::speech
