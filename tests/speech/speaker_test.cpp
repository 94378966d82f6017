#include "speech/speaker.h"

#include <gtest/gtest.h>

#include <atomic>

#include "base/scratch_folder.h"
#include "made_recording.h"
#include "platform/headless/headless_sound.h"

namespace candor::speech {
namespace {

constexpr std::int64_t kCharacterMs = 50;  // of tone_voice

class SpeakerTest : public testing::Test {
  protected:
    std::unique_ptr<Speaker> made(MakeVoice voice = tone_voice) {
        auto device = std::make_unique<platform::HeadlessSound>([this] { return now_ms.load(); });
        sound = device.get();
        return std::make_unique<Speaker>(std::move(device), std::move(voice), [this] { ++news; });
    }
    /// Says texts of so many characters each.
    static void say(Speaker& speaker, std::initializer_list<std::size_t> lengths) {
        std::vector<Words> words;
        for (const std::size_t length : lengths) words.push_back({std::string(length, 'a'), "en"});
        speaker.say(std::move(words));
        speaker.wait_until_ready();
    }

    std::atomic<std::int64_t> now_ms = 0;
    std::atomic<int> news = 0;
    platform::HeadlessSound* sound = nullptr;
};

}  // namespace

TEST_F(SpeakerTest, says_one_after_the_other_until_all_is_heard) {
    const auto speaker = made();
    EXPECT_FALSE(speaker->is_speaking());
    say(*speaker, {10, 30});
    EXPECT_TRUE(speaker->is_speaking());
    EXPECT_EQ(speaker->left_ms(), 40 * kCharacterMs);
    EXPECT_GT(news, 0);
    now_ms += 10 * kCharacterMs;
    EXPECT_EQ(speaker->left_ms(), 30 * kCharacterMs);
    now_ms += 30 * kCharacterMs;
    EXPECT_FALSE(speaker->is_speaking());
    EXPECT_EQ(speaker->left_ms(), std::nullopt);
}

TEST_F(SpeakerTest, what_is_said_next_takes_the_place_of_what_was_being_said) {
    const auto speaker = made();
    say(*speaker, {1000});
    say(*speaker, {2});
    EXPECT_EQ(speaker->left_ms(), 2 * kCharacterMs);
}

TEST_F(SpeakerTest, hushed_is_silent_at_once) {
    const auto speaker = made();
    speaker->say({{std::string(1000, 'a'), "en"}});
    EXPECT_TRUE(speaker->is_speaking());
    speaker->hush();
    EXPECT_FALSE(speaker->is_speaking());
    speaker->wait_until_ready();
    now_ms += 60'000;
    EXPECT_TRUE(sound->heard().empty());
}

TEST_F(SpeakerTest, paused_goes_on_where_it_was) {
    const auto speaker = made();
    say(*speaker, {20});
    speaker->pause(true);
    now_ms += 60'000;
    EXPECT_TRUE(speaker->is_speaking());
    EXPECT_EQ(speaker->left_ms(), std::nullopt);
    speaker->pause(false);
    EXPECT_EQ(speaker->left_ms(), 20 * kCharacterMs);
}

TEST_F(SpeakerTest, device_and_voice_are_there_only_when_something_is_said) {
    std::atomic<int> voices = 0;
    struct Counted final : Voice {
        explicit Counted(std::atomic<int>& all) : count(all) { ++count; }
        ~Counted() override { --count; }
        int rate_hz() const override { return 8000; }
        base::Result<platform::Samples> speak(const Words&, const std::function<bool()>&) override {
            return platform::Samples(8, 1);
        }
        std::atomic<int>& count;
    };
    const auto speaker = made([&]() -> base::Result<std::unique_ptr<Voice>> {
        return std::make_unique<Counted>(voices);
    });
    speaker->look();
    speaker->wait_until_ready();
    EXPECT_EQ(speaker->ability(), Speaker::Ability::able);
    EXPECT_FALSE(sound->is_open());
    EXPECT_EQ(voices, 0);
    say(*speaker, {3});
    EXPECT_TRUE(sound->is_open());
    EXPECT_EQ(voices, 1);
    speaker->forget();
    speaker->wait_until_ready();
    EXPECT_FALSE(sound->is_open());
    EXPECT_EQ(voices, 0);
}

TEST_F(SpeakerTest, machine_without_sound_is_unable_and_never_speaks) {
    const auto speaker = made();
    sound->set_there(false);
    testing::internal::CaptureStderr();
    speaker->look();
    speaker->look();
    speaker->wait_until_ready();
    const std::string log = testing::internal::GetCapturedStderr();
    EXPECT_EQ(speaker->ability(), Speaker::Ability::unable);
    EXPECT_NE(log.find("no sound device"), std::string::npos) << log;
    EXPECT_EQ(log.find("no sound device"), log.rfind("no sound device")) << "said once:\n" << log;
    say(*speaker, {3});
    EXPECT_FALSE(speaker->is_speaking());
    EXPECT_EQ(sound->opens(), 0);
}

TEST_F(SpeakerTest, device_that_is_taken_away_ends_it) {
    const auto speaker = made();
    speaker->look();
    speaker->wait_until_ready();
    sound->set_there(false);
    say(*speaker, {3});
    EXPECT_EQ(speaker->ability(), Speaker::Ability::unable);
    EXPECT_FALSE(speaker->is_speaking());
}

TEST_F(SpeakerTest, what_the_voice_refuses_is_left_out) {
    struct Choosy final : Voice {
        int rate_hz() const override { return 1000; }
        base::Result<platform::Samples> speak(const Words& words,
                                              const std::function<bool()>&) override {
            if (words.voice != "en")
                return base::fail(base::FaultKind::not_found, "voice", "no such voice");
            return platform::Samples(100, 1);
        }
    };
    const auto speaker =
        made([]() -> base::Result<std::unique_ptr<Voice>> { return std::make_unique<Choosy>(); });
    speaker->say({{"a", "en"}, {"b", "xx"}, {"c", "en"}});
    speaker->wait_until_ready();
    EXPECT_EQ(speaker->left_ms(), 200);
}

/// Somebody's recorded voice, with a voice that would say something else.
class RecordedWords : public SpeakerTest {
  protected:
    RecordedWords() { make_recording(file, {{440, 1000}, {0, 1000}}); }
    Words words(std::int64_t begin_ms, std::int64_t end_ms) const {
        Words words{"abc", "en"};
        words.recorded = Recorded{file, begin_ms, end_ms};
        return words;
    }

    base::ScratchFolder folder = base::ScratchFolder::in_temp("recorded").value();
    std::filesystem::path file = folder.path() / "x.opus";
};

TEST_F(RecordedWords, are_heard_in_place_of_the_voice) {
    const auto speaker = made();
    speaker->say({words(100, 900)});
    speaker->wait_until_ready();
    EXPECT_EQ(speaker->left_ms(), 800);
    now_ms += 800;
    EXPECT_FALSE(speaker->is_speaking());
    EXPECT_NEAR(hz_of(sound->heard()), 440, 15);
}

TEST_F(RecordedWords, that_cannot_be_played_are_said_by_the_voice) {
    const auto speaker = made();
    speaker->say({words(1500, 9000)});
    speaker->wait_until_ready();
    EXPECT_EQ(speaker->left_ms(), 3 * kCharacterMs) << "the recording ends before";
    std::filesystem::remove(file);
    speaker->forget();
    speaker->say({words(100, 900)});
    speaker->wait_until_ready();
    EXPECT_EQ(speaker->left_ms(), 3 * kCharacterMs) << "it is gone";
}

TEST_F(RecordedWords, among_others_are_said_by_the_voice) {
    const auto speaker = made();
    speaker->say({words(100, 900), words(100, 900)});
    speaker->wait_until_ready();
    EXPECT_EQ(speaker->left_ms(), 6 * kCharacterMs);
}

TEST_F(RecordedWords, and_the_voice_take_turns_on_a_device_of_their_own_rate) {
    const auto speaker = made();
    for (int i = 0; i < 3; ++i) {
        speaker->say({words(100, 900)});
        speaker->wait_until_ready();
        EXPECT_EQ(speaker->left_ms(), 800);
        say(*speaker, {10});
        EXPECT_EQ(speaker->left_ms(), 10 * kCharacterMs);
    }
}

}  // namespace candor::speech
