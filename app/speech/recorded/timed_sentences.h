#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace candor::speech {

/// A sentence of a recording, and from when to when it is heard there, in milliseconds.
struct TimedSentence {
    std::int64_t begin_ms = 0, end_ms = 0;
    std::string words;
    int line = 0;  ///< of the file, from 1
    bool operator==(const TimedSentence&) const = default;
};

enum class TimingProblem {
    no_header,  ///< the file does not begin with "WEBVTT": nothing is read
    bad_time,   ///< no "00:01.000 --> 00:02.500", or one that ends before it begins
    backwards,  ///< it begins before the sentence above it ends
    no_words,   ///< there is nothing that is said in that time
    too_many    ///< more than kMaxTimedSentences: the rest is left out
};
struct TimingFault {
    int line = 0;
    TimingProblem problem = TimingProblem::no_header;
    bool operator==(const TimingFault&) const = default;
};

inline constexpr std::size_t kMaxTimedSentences = 2000;

/// In the order of the file; what is at fault is left out of them.
struct TimedSentences {
    std::vector<TimedSentence> sentences;
    std::vector<TimingFault> faults;
};

/// Reads WebVTT (https://www.w3.org/TR/webvtt1/), a cue a sentence. Notes, styles and settings are
/// passed over, marks in the words are dropped. Line ends are "\n". Takes any bytes.
TimedSentences read_timed_sentences(std::string_view webvtt);

}  // namespace candor::speech
