#include "pack/page/read_narration.h"

#include "pack/folder/report.h"
#include "speech/recorded/timed_sentences.h"

namespace candor::pack {
namespace {

using speech::TimingProblem;

void report_timing(Report& report, const speech::TimingFault& fault) {
    switch (fault.problem) {
        case TimingProblem::no_header:
            return report.warning(fault.line, "bad-timing",
                                  "The timing of the recording does not begin with WEBVTT.",
                                  "Save it as WebVTT (.vtt).");
        case TimingProblem::bad_time:
            return report.warning(fault.line, "bad-timing",
                                  "This is no time from when to when a sentence is said.",
                                  "Write it as in 00:01.000 --> 00:03.500.");
        case TimingProblem::backwards:
            return report.warning(fault.line, "bad-timing",
                                  "This sentence begins before the one above it ends.",
                                  "Let each begin when the one before it has ended.");
        case TimingProblem::no_words:
            return report.warning(fault.line, "bad-timing", "No words stand below this time.",
                                  "Write the sentence below it, as it stands on the page.");
        case TimingProblem::too_many:
            return report.warning(fault.line, "bad-timing", "The timing has over 2,000 sentences.",
                                  "Make two pages of it.");
    }
}

}  // namespace

std::optional<Narration> read_narration(PackFolder& folder, const std::string& page_file,
                                        base::Findings& findings) {
    const std::string recording = recording_of(page_file), timing = timing_of(page_file);
    const bool has_recording = folder.has(recording), has_timing = folder.has(timing);
    if (!has_recording && !has_timing) return {};
    Report report(has_timing ? timing : recording, findings);
    if (!has_recording || !has_timing) {
        report.warning(
            0, "half-a-narration",
            has_timing ? "There is a timing, and no recording beside it."
                       : "There is a recording, and no timing beside it.",
            "A page that is read aloud needs both: " + recording + " and " + timing + ".");
        return {};
    }
    const auto text = folder.read_text(timing, report);
    if (!text) return {};
    auto read = speech::read_timed_sentences(*text);
    for (const auto& fault : read.faults) report_timing(report, fault);
    Narration narration{folder.path() / recording, {}};
    for (const auto& each : read.sentences)
        narration.sentences.push_back(
            {spoken_key(each.words), each.begin_ms, each.end_ms, each.line});
    return narration;
}

}  // namespace candor::pack
