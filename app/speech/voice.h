#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "platform/sound.h"

namespace candor::speech {

/// A part of a recording (recorded/opus_recording.h) in which somebody says it.
struct Recorded {
    std::filesystem::path file;
    std::int64_t begin_ms = 0, end_ms = 0;

    bool operator==(const Recorded&) const = default;
};

/// What is to be said: `voice` is the synthesiser's name of it, from assets/languages/xx.yaml.
struct Words {
    std::string text, voice;
    int words_a_minute = 150;
    /// Is heard in place of the voice, at its own pace, when nothing else is said with it and it
    /// can be played.
    std::optional<Recorded> recorded = std::nullopt;
};

/// Words to sound. One thread.
class Voice {
  public:
    virtual ~Voice() = default;
    virtual int rate_hz() const = 0;
    /// `go_on` is asked again and again; once it is false, what comes back is of no use. Faults:
    /// not_found for a voice that is not there; internal.
    virtual base::Result<platform::Samples> speak(const Words& words,
                                                  const std::function<bool()>& go_on) = 0;
};

/// Makes one when something is to be said; it is dropped when nothing of that may be left.
using MakeVoice = std::function<base::Result<std::unique_ptr<Voice>>()>;

/// A voice without a language, for the tour and the tests: every character is the same short tone.
std::unique_ptr<Voice> tone_voice();

}  // namespace candor::speech
