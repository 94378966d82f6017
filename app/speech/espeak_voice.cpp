#include "speech/espeak_voice.h"

#include <dlfcn.h>
#include <espeak-ng/speak_lib.h>

#include "base/secret_string.h"
#include "base/spoken_text.h"

namespace candor::speech {
namespace {

constexpr const char* kLibrary = "libespeak-ng.so.1";
constexpr int kBufferMs = 60;

struct Unload {
    void operator()(void* library) const { ::dlclose(library); }
};
using Library = std::unique_ptr<void, Unload>;

/// The library's functions that are called; null: not loaded.
struct Calls {
    decltype(&espeak_Initialize) initialize = nullptr;
    decltype(&espeak_SetSynthCallback) set_callback = nullptr;
    decltype(&espeak_SetVoiceByName) set_voice = nullptr;
    decltype(&espeak_SetParameter) set_parameter = nullptr;
    decltype(&espeak_Synth) synth = nullptr;
    decltype(&espeak_Terminate) terminate = nullptr;
};

template <typename Call>
bool find(void* library, const char* name, Call& call) {
    call = reinterpret_cast<Call>(::dlsym(library, name));
    return call != nullptr;
}

bool find_all(void* library, Calls& calls) {
    return find(library, "espeak_Initialize", calls.initialize) &&
           find(library, "espeak_SetSynthCallback", calls.set_callback) &&
           find(library, "espeak_SetVoiceByName", calls.set_voice) &&
           find(library, "espeak_SetParameter", calls.set_parameter) &&
           find(library, "espeak_Synth", calls.synth) &&
           find(library, "espeak_Terminate", calls.terminate);
}

/// Where the samples of one espeak_Synth go.
struct Saying {
    platform::Samples samples;
    const std::function<bool()>& go_on;
};

int take_samples(short* wave, int count, espeak_EVENT* events) {
    auto& saying = *static_cast<Saying*>(events->user_data);
    if (wave != nullptr) saying.samples.insert(saying.samples.end(), wave, wave + count);
    return saying.go_on() ? 0 : 1;
}

class EspeakVoice final : public Voice {
  public:
    EspeakVoice(Library library, const Calls& calls, int rate_hz)
        : library_(std::move(library)), calls_(calls), rate_hz_(rate_hz) {
        calls_.set_callback(take_samples);
    }
    ~EspeakVoice() override { calls_.terminate(); }

    int rate_hz() const override { return rate_hz_; }

    base::Result<platform::Samples> speak(const Words& words,
                                          const std::function<bool()>& go_on) override {
        if (calls_.set_voice(words.voice.c_str()) != EE_OK)
            return base::fail(base::FaultKind::not_found, "voice " + words.voice,
                              "espeak-ng has none of that name");
        calls_.set_parameter(espeakRATE, words.words_a_minute, 0);
        std::string text = base::spoken_text(words.text);
        Saying saying{{}, go_on};
        const auto said = calls_.synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0,
                                       espeakCHARS_UTF8, nullptr, &saying);
        base::wipe(text);
        if (said != EE_OK)
            return base::fail(base::FaultKind::internal, "espeak-ng",
                              "espeak_Synth: " + std::to_string(said));
        return std::move(saying.samples);
    }

  private:
    Library library_;
    Calls calls_;
    int rate_hz_;
};

}  // namespace

base::Result<std::unique_ptr<Voice>> create_espeak_voice() {
    Library library(::dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL));
    Calls calls;
    if (!library || !find_all(library.get(), calls))
        return base::fail(base::FaultKind::not_found, kLibrary,
                          "Nothing can be read aloud. Install libespeak-ng1 and espeak-ng-data.");
    const int rate_hz =
        calls.initialize(AUDIO_OUTPUT_SYNCHRONOUS, kBufferMs, nullptr, espeakINITIALIZE_DONT_EXIT);
    if (rate_hz <= 0)
        return base::fail(base::FaultKind::not_found, "espeak-ng-data",
                          "Nothing can be read aloud. Install espeak-ng-data.");
    return std::make_unique<EspeakVoice>(std::move(library), calls, rate_hz);
}

}  // namespace candor::speech
