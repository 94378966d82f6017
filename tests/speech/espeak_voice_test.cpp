#include "speech/espeak_voice.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <string>

namespace candor::speech {
namespace {

struct Spoken {
    const char *voice, *text;
};
constexpr Spoken kSpoken[] = {
    {"en", "PRP is made from your own blood. About 40 % of people saw more hair."},
    {"tr", "PRP kendi kanınızdan yapılır. Her 100 kişiden 3’ü yan etki gördü."},
    {"ar", "تُصنع البلازما من دمك. شعر 3 من كل 100 شخص بألم."},
    {"de", "PRP wird aus Ihrem eigenen Blut gemacht. Bei 3 von 100 tat es weh."},
    {"es", "El PRP se hace con su propia sangre. A 3 de cada 100 les dolió."}};

platform::Samples said(Voice& voice, const Words& words) {
    return voice.speak(words, [] { return true; }).value_or(platform::Samples{});
}

double seconds(const Voice& voice, const platform::Samples& samples) {
    return static_cast<double>(samples.size()) / voice.rate_hz();
}

double loudness(const platform::Samples& samples) {
    double sum = 0;
    for (const std::int16_t sample : samples) sum += static_cast<double>(sample) * sample;
    return samples.empty() ? 0 : std::sqrt(sum / static_cast<double>(samples.size()));
}

bool is_loaded() {
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);)
        if (line.find("espeak") != std::string::npos) return true;
    return false;
}

}  // namespace

TEST(EspeakVoice, speaks_each_language_for_as_long_as_it_takes_and_loud_enough) {
    auto voice = create_espeak_voice();
    ASSERT_TRUE(voice) << voice.error().detail;
    for (const auto& [name, text] : kSpoken) {
        const auto samples = said(**voice, {text, name});
        EXPECT_GT(seconds(**voice, samples), 3) << name;
        EXPECT_LT(seconds(**voice, samples), 12) << name;
        EXPECT_GT(loudness(samples), 800) << name;
    }
}

TEST(EspeakVoice, numbers_are_words_of_the_language) {
    auto voice = create_espeak_voice();
    ASSERT_TRUE(voice);
    const auto number = said(**voice, {"40 %", "de"});
    const auto words = said(**voice, {"vierzig Prozent", "de"});
    EXPECT_NEAR(seconds(**voice, number), seconds(**voice, words), 0.2);
}

TEST(EspeakVoice, slower_takes_longer) {
    auto voice = create_espeak_voice();
    ASSERT_TRUE(voice);
    const auto slow = said(**voice, {kSpoken[0].text, "en", 90});
    const auto fast = said(**voice, {kSpoken[0].text, "en", 210});
    EXPECT_GT(seconds(**voice, slow), 1.5 * seconds(**voice, fast));
}

TEST(EspeakVoice, voice_that_is_not_there_is_a_fault) {
    auto voice = create_espeak_voice();
    ASSERT_TRUE(voice);
    const auto samples = (*voice)->speak({"Hello", "no-such-voice"}, [] { return true; });
    ASSERT_FALSE(samples);
    EXPECT_EQ(samples.error().kind, base::FaultKind::not_found);
}

TEST(EspeakVoice, breaks_off_when_it_is_told_to) {
    auto voice = create_espeak_voice();
    ASSERT_TRUE(voice);
    std::string all;
    for (int i = 0; i < 50; ++i) all += kSpoken[0].text + std::string(" ");
    const auto samples = (*voice)->speak({all, "en"}, [] { return false; });
    ASSERT_TRUE(samples);
    EXPECT_LT(seconds(**voice, *samples), 3);
}

TEST(EspeakVoice, nothing_of_it_stays_in_memory) {
    {
        auto voice = create_espeak_voice();
        ASSERT_TRUE(voice);
        static_cast<void>(said(**voice, {kSpoken[0].text, "en"}));
        EXPECT_TRUE(is_loaded());
    }
    EXPECT_FALSE(is_loaded());
}

}  // namespace candor::speech
