#include "speech/recorded/timed_sentences.h"

#include <gtest/gtest.h>

namespace candor::speech {
namespace {

std::vector<TimingFault> faults_of(std::string_view text) {
    return read_timed_sentences(text).faults;
}

}  // namespace

TEST(TimedSentences, are_read_with_their_times_in_order) {
    const auto read = read_timed_sentences(
        "WEBVTT - PRP in short\n"
        "Kind: captions\n"
        "\n"
        "NOTE\n"
        "Read by Ada.\n"
        "\n"
        "first\n"
        "00:00.000 --> 00:01.500\n"
        "It is <b>blood</b>\n"
        "of your own &amp; no other.\n"
        "\n"
        "01:00:01.500 --> 01:00:02.000 align:start\n"
        "It is yours.\n");
    EXPECT_TRUE(read.faults.empty());
    EXPECT_EQ(read.sentences,
              (std::vector<TimedSentence>{{0, 1500, "It is blood of your own & no other.", 8},
                                          {3'601'500, 3'602'000, "It is yours.", 12}}));
}

TEST(TimedSentences, file_of_another_kind_gives_nothing_and_says_so) {
    for (const char* text : {"", "1\n00:00:00,000 --> 00:00:01,000\nSubRip\n", "WEBVTTX\n", "\n"}) {
        const auto read = read_timed_sentences(text);
        EXPECT_TRUE(read.sentences.empty());
        EXPECT_EQ(read.faults, (std::vector<TimingFault>{{1, TimingProblem::no_header}})) << text;
    }
}

TEST(TimedSentences, what_is_at_fault_is_left_out_with_its_line) {
    const auto one = [](const std::string& cue) { return "WEBVTT\n\n" + cue + "\n"; };
    for (const char* time :
         {"00:00.000 -> 00:01.000", "00:00 --> 00:01.000", "0:00.000 --> 00:01.000",
          "00:61.000 --> 02:00.000", "00:02.000 --> 00:01.000", "00:01.000 --> 00:01.000",
          "00:00.000 --> 00:01.000x", "-->", "99999:00.000 --> 99999:01.000"}) {
        EXPECT_EQ(faults_of(one(std::string("x\n") + time + "\nWords")),
                  (std::vector<TimingFault>{{4, TimingProblem::bad_time}}))
            << time;
    }
    EXPECT_EQ(faults_of(one("00:00.000 --> 00:01.000\n<i></i>")),
              (std::vector<TimingFault>{{3, TimingProblem::no_words}}));
    EXPECT_EQ(faults_of(one("00:00.000 --> 00:02.000\nA\n\n00:01.000 --> 00:03.000\nB")),
              (std::vector<TimingFault>{{6, TimingProblem::backwards}}));
}

TEST(TimedSentences, have_a_bound) {
    std::string text = "WEBVTT\n\n";
    for (std::size_t i = 0; i < kMaxTimedSentences + 50; ++i) {
        const std::string minute = std::to_string(1000 + i);
        text += minute + ":00.000 --> " + minute + ":01.000\nWords\n\n";
    }
    const auto read = read_timed_sentences(text);
    EXPECT_EQ(read.sentences.size(), kMaxTimedSentences);
    ASSERT_EQ(read.faults.size(), 1U);
    EXPECT_EQ(read.faults.front().problem, TimingProblem::too_many);
}

TEST(TimedSentences, any_bytes_are_taken) {
    for (const char* text :
         {"WEBVTT\n\n<", "WEBVTT\n\n00:00.000 --> 00:01.000\n<", "WEBVTT\n\n\n\n-->\n-->\n\n",
          "WEBVTT\n\nNOTE", "WEBVTT\n\n00:00.000 --> 00:01.000\n\xff&\xfe&amp"}) {
        EXPECT_LE(read_timed_sentences(text).sentences.size(), 1U);
    }
}

}  // namespace candor::speech
