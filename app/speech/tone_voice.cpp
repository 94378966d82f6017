#include "base/utf8.h"
#include "speech/voice.h"

namespace candor::speech {
namespace {

constexpr int kRateHz = 8000, kSamplesACharacter = 400;  // 20 characters a second
constexpr std::int16_t kLoud = 8000;

class ToneVoice final : public Voice {
  public:
    int rate_hz() const override { return kRateHz; }
    base::Result<platform::Samples> speak(const Words& words,
                                          const std::function<bool()>&) override {
        platform::Samples samples(base::utf8_count(words.text) * kSamplesACharacter);
        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] = (i / 8) % 2 == 0 ? kLoud : static_cast<std::int16_t>(-kLoud);
        return samples;
    }
};

}  // namespace

std::unique_ptr<Voice> tone_voice() { return std::make_unique<ToneVoice>(); }

}  // namespace candor::speech
