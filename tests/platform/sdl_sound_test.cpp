#include "platform/sdl/sdl_sound.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

#include "base/scratch_folder.h"

namespace candor::platform {
namespace {

/// SDL's own device that writes what would be heard into a file.
class SdlSoundTest : public testing::Test {
  protected:
    SdlSoundTest() {
        ::setenv("SDL_AUDIODRIVER", "disk", 1);
        ::setenv("SDL_DISKAUDIOFILE", file.c_str(), 1);
        ::setenv("SDL_DISKAUDIODELAY", "1", 1);
    }
    ~SdlSoundTest() override {
        for (const char* name : {"SDL_AUDIODRIVER", "SDL_DISKAUDIOFILE", "SDL_DISKAUDIODELAY"})
            ::unsetenv(name);
    }
    std::string written() const {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    base::ScratchFolder folder = base::ScratchFolder::in_temp("candor-sound").value();
    std::string file = (folder.path() / "heard.raw").string();
    std::unique_ptr<Sound> sound = create_sdl_sound();
};

std::string bytes_of(const Samples& samples) {
    return {reinterpret_cast<const char*>(samples.data()), samples.size() * sizeof samples[0]};
}

}  // namespace

TEST_F(SdlSoundTest, what_is_played_reaches_the_device) {
    Samples samples(5000);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = static_cast<std::int16_t>(1 + i % 3000);
    ASSERT_TRUE(sound->is_there());
    ASSERT_TRUE(sound->open(22050));
    sound->play(samples);
    while (sound->left_ms() > 0) std::this_thread::yield();
    sound->close();
    EXPECT_NE(written().find(bytes_of(samples)), std::string::npos);
}

TEST_F(SdlSoundTest, closed_is_silent_and_opens_again) {
    ASSERT_TRUE(sound->open(22050));
    sound->pause(true);
    sound->play(Samples(100'000, 77));
    EXPECT_GT(sound->left_ms(), 4000);
    sound->close();
    EXPECT_EQ(sound->left_ms(), 0);
    ASSERT_TRUE(sound->open(22050));
    EXPECT_EQ(sound->left_ms(), 0);
    sound->close();
    EXPECT_EQ(written().find(bytes_of({77, 77})), std::string::npos);
}

TEST_F(SdlSoundTest, machine_without_a_device_is_a_fault_and_no_device) {
    ::setenv("SDL_AUDIODRIVER", "no such driver", 1);
    EXPECT_FALSE(sound->is_there());
    const auto opened = sound->open(22050);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, base::FaultKind::unreachable);
    sound->hush();
    sound->close();
}

}  // namespace candor::platform
