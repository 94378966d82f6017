#include <algorithm>

#include "made_recording.h"
#include "pack/checks/check_pack.h"
#include "scratch_pack.h"

namespace candor::pack {
namespace {

/// Codes of what is told of the narration of a page, which lasts so long and is spoken in that
/// time.
std::vector<std::string> told_of(int recorded_ms, const std::string& timing) {
    ScratchPack pack;
    pack.page("It is blood. It is yours.\n");
    pack.write("en/010-first.vtt", timing);
    speech::make_recording(pack.folder() / "en/010-first.opus", {{440, recorded_ms}});
    std::vector<std::string> codes;
    for (const auto& finding : check_pack(pack.folder(), {.today = "2026-11-22"}))
        if (finding.file.find("010-first.opus") != std::string::npos ||
            finding.file.find("010-first.vtt") != std::string::npos)
            codes.push_back(finding.code);
    return codes;
}

constexpr const char* kBothSentences =
    "WEBVTT\n\n00:00.000 --> 00:01.000\nIt is blood.\n\n00:01.000 --> 00:02.000\nIt is yours.\n";

}  // namespace

TEST(Narrations, recording_that_says_the_page_is_sound) {
    EXPECT_EQ(told_of(2100, kBothSentences), std::vector<std::string>{});
}

TEST(Narrations, sentence_beyond_the_end_of_the_recording_is_told) {
    EXPECT_EQ(told_of(1500, kBothSentences), std::vector<std::string>{"bad-timing"});
}

TEST(Narrations, sentence_in_other_words_is_told) {
    EXPECT_EQ(told_of(2100, "WEBVTT\n\n00:00.000 --> 00:01.000\nIt is water.\n"),
              std::vector<std::string>{"not-on-the-page"});
}

}  // namespace candor::pack
