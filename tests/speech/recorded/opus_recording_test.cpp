#include "speech/recorded/opus_recording.h"

#include <algorithm>

#include "base/files.h"
#include "base/scratch_folder.h"
#include "made_recording.h"

namespace candor::speech {
namespace {

class OpusRecordingTest : public testing::Test {
  protected:
    OpusRecordingTest() {
        make_recording(file, {{440, 1000}, {0, 500}, {880, 1000}});
        bytes = base::read_file(file, kMaxRecordingBytes).value();
    }

    base::ScratchFolder folder = base::ScratchFolder::in_temp("recording").value();
    std::filesystem::path file = folder.path() / "x.opus";
    std::string bytes;
};

}  // namespace

TEST_F(OpusRecordingTest, gives_the_part_that_is_asked_for) {
    auto recording = OpusRecording::open(bytes);
    ASSERT_TRUE(recording);
    EXPECT_NEAR(static_cast<double>(recording->length_ms()), 2500, 1);
    for (const auto& [begin, end, hz] : {std::tuple{1600, 2400, 880.0}, {100, 900, 440.0}}) {
        const auto samples = recording->samples(begin, end);
        ASSERT_TRUE(samples);
        EXPECT_EQ(samples->size(), static_cast<std::size_t>(48 * (end - begin)));
        EXPECT_NEAR(hz_of(*samples), hz, 15);
        EXPECT_GT(*std::max_element(samples->begin(), samples->end()), 4000);
    }
    const auto silence = recording->samples(1150, 1350);
    ASSERT_TRUE(silence);
    EXPECT_LT(*std::max_element(silence->begin(), silence->end()), 400);
    EXPECT_TRUE(recording->check());
}

TEST_F(OpusRecordingTest, part_beyond_its_end_or_too_long_is_refused) {
    auto recording = OpusRecording::open(bytes);
    ASSERT_TRUE(recording);
    EXPECT_FALSE(recording->samples(2000, 2600));
    EXPECT_FALSE(recording->samples(-1, 100));
    EXPECT_FALSE(recording->samples(300, 200));
    EXPECT_FALSE(recording->samples(0, kMaxSentenceMs + 1));
}

TEST_F(OpusRecordingTest, truncated_file_is_shorter_or_none) {
    for (std::size_t size = 0; size < bytes.size(); size += std::max<std::size_t>(1, size / 8)) {
        auto cut = OpusRecording::open(bytes.substr(0, size));
        if (!cut) continue;
        EXPECT_LT(cut->length_ms(), 2500) << size;
        EXPECT_FALSE(cut->samples(1600, 2499)) << size;
    }
}

/// Ogg's check sums drop what was changed: it is a hole then, or no file at all.
TEST_F(OpusRecordingTest, changed_bytes_never_pass_as_a_recording_that_is_whole) {
    for (std::size_t at = 0; at < bytes.size(); at += 211) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0x5A);
        auto recording = OpusRecording::open(changed);
        EXPECT_FALSE(recording && recording->check() && recording->length_ms() >= 2500) << at;
    }
}

TEST_F(OpusRecordingTest, what_is_no_opus_is_refused) {
    EXPECT_FALSE(OpusRecording::open({}));
    EXPECT_FALSE(OpusRecording::open(wav_of({{440, 100}})));
    EXPECT_FALSE(OpusRecording::open("OggS" + std::string(5000, '\0')));
    make_recording(file, {{440, 200}});
    const std::string other = base::read_file(file, kMaxRecordingBytes).value();
    EXPECT_FALSE(OpusRecording::open(bytes + other)) << "two in one";
    const auto large = OpusRecording::open(std::string(kMaxRecordingBytes + 1, 'x'));
    ASSERT_FALSE(large);
    EXPECT_EQ(large.error().kind, base::FaultKind::too_large);
}

}  // namespace candor::speech
