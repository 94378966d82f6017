// What lies beside a page that somebody read aloud: the times of its sentences, and the recording.
#include <algorithm>

#include "input.h"
#include "speech/recorded/opus_recording.h"
#include "speech/recorded/timed_sentences.h"

namespace candor::fuzz {
namespace {

void look_at(const speech::TimedSentences& read) {
    must(read.sentences.size() <= speech::kMaxTimedSentences, "sentences have a bound");
    std::int64_t before = 0;
    for (const auto& each : read.sentences) {
        must(each.begin_ms >= before && each.end_ms > each.begin_ms, "each begins after the other");
        must(!each.words.empty() && each.line > 1, "each has words and a line");
        before = each.end_ms;
    }
}

void look_at(speech::OpusRecording& recording) {
    const std::int64_t length = recording.length_ms();
    must(length >= 0 && length <= speech::kMaxRecordingMs, "a recording has a bound");
    static_cast<void>(recording.check());
    const std::int64_t end = std::min<std::int64_t>(length, 500);
    if (const auto samples = recording.samples(end / 2, end))
        must(samples->size() == static_cast<std::size_t>((end - end / 2) * 48),
             "as many samples come as were asked for");
    must(!recording.samples(0, length + 1), "nothing comes from beyond the end");
}

}  // namespace
}  // namespace candor::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace candor;
    const std::string_view text = fuzz::text_of(data, size);
    fuzz::look_at(speech::read_timed_sentences(text));
    if (auto recording = speech::OpusRecording::open(std::string(text))) fuzz::look_at(*recording);
    return 0;
}
