#include <algorithm>
#include <filesystem>
#include <fstream>

#include "headless_kiosk.h"
#include "made_recording.h"
#include "person.h"
#include "scratch_folder.h"

// A page that somebody read aloud is heard in their voice; where that cannot be, in the kiosk's.

namespace candor::journeys {
namespace {

namespace fs = std::filesystem;

/// Three sentences, of which two were recorded: as 440 Hz and as 880 Hz.
class NarratedPage : public testing::Test {
  protected:
    NarratedPage() {
        fs::copy(fs::path(CANDOR_SOURCE_DIR) / "tests/packs/base", pack(),
                 fs::copy_options::recursive);
        for (const auto& entry : fs::directory_iterator(pack() / "en")) fs::remove(entry.path());
        write("en/010-first.md",
              "---\ntitle: What it is\n---\nIt is blood. It is yours. Nobody knows more.\n");
        write("en/010-first.vtt",
              "WEBVTT\n\n00:00.000 --> 00:01.000\nIt is blood.\n\n00:01.000 --> 00:02.000\nIt is "
              "yours.\n");
        speech::make_recording(recording(), {{440, 1000}, {880, 1100}});
    }
    fs::path pack() const { return content.path() / "base"; }
    fs::path recording() const { return pack() / "en/010-first.opus"; }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(pack() / name, std::ios::binary) << text;
    }

    /// Listens to the whole page; what the kiosk's voice said of it.
    std::vector<std::string> hears() {
        HeadlessKiosk kiosk(state.path(), content.path());
        kiosk.ask(screens::OpenPack{"base"});
        static_cast<void>(kiosk.said());
        Person person(kiosk);
        person.touch(Role::button, "Listen");
        EXPECT_TRUE(kiosk.state().visit.hearing.is_reading());
        for (int waited = 0; waited < 120 && kiosk.state().visit.hearing.is_reading(); ++waited)
            person.waits(1);
        EXPECT_FALSE(kiosk.state().visit.hearing.is_reading());
        heard = kiosk.sound().heard();
        return kiosk.said();
    }

    ScratchFolder content, state;
    platform::Samples heard;
};

bool has(const std::vector<std::string>& said, const char* words) {
    return std::find(said.begin(), said.end(), words) != said.end();
}

}  // namespace

TEST_F(NarratedPage, is_heard_in_the_voice_that_recorded_it_and_the_rest_in_the_kiosks) {
    const auto said = hears();
    EXPECT_FALSE(has(said, "It is blood."));
    EXPECT_FALSE(has(said, "It is yours."));
    EXPECT_TRUE(has(said, "Nobody knows more."));
    // The recorded seconds, among what the tones of the voice are.
    const auto is_heard = [&](double hz) {
        constexpr std::size_t kPart = 24'000;
        for (std::size_t at = 0; at + kPart <= heard.size(); at += kPart / 8) {
            const std::vector<std::int16_t> part(
                heard.begin() + static_cast<std::ptrdiff_t>(at),
                heard.begin() + static_cast<std::ptrdiff_t>(at + kPart));
            if (std::abs(speech::hz_of(part) - hz) < 15) return true;
        }
        return false;
    };
    EXPECT_TRUE(is_heard(440));
    EXPECT_TRUE(is_heard(880));
}

TEST_F(NarratedPage, recording_that_is_cut_off_damaged_or_gone_leaves_the_page_to_the_voice) {
    std::ifstream in(recording(), std::ios::binary);
    const std::string whole((std::istreambuf_iterator<char>(in)), {});
    for (const std::string& bytes : {whole.substr(0, 100), std::string(), std::string(5000, '\0'),
                                     "OggS" + whole.substr(50)}) {
        write("en/010-first.opus", bytes);
        const auto said = hears();
        EXPECT_TRUE(has(said, "It is blood.")) << bytes.size();
        EXPECT_TRUE(has(said, "Nobody knows more.")) << bytes.size();
    }
    fs::remove(recording());
    EXPECT_TRUE(has(hears(), "It is blood."));
}

TEST_F(NarratedPage, slower_is_the_kiosks_voice) {
    HeadlessKiosk kiosk(state.path(), content.path());
    kiosk.ask(screens::OpenPack{"base"});
    kiosk.ask(screens::SetPace{screens::kFirstPace - 1});
    static_cast<void>(kiosk.said());
    Person person(kiosk);
    person.touch(Role::button, "Listen");
    person.waits(60);
    EXPECT_TRUE(has(kiosk.said(), "It is blood."));
}

}  // namespace candor::journeys
