#include <map>

#include "base/files.h"
#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"
#include "speech/recorded/opus_recording.h"

namespace candor::pack {
namespace {

std::string seconds(std::int64_t ms) { return std::to_string(ms / 1000) + " s"; }

class NarrationCheck {
  public:
    NarrationCheck(const Subject& subject, base::Findings& findings)
        : subject_(subject), list_(findings) {}

    void check(const Page& page) {
        if (!page.narration) return;
        const std::string file = Subject::file_of(page);
        recording_ = recording_of(file);
        timing_ = timing_of(file);
        if (const auto length_ms = check_recording(page.narration->file))
            check_times(*page.narration, *length_ms);
        check_words(page);
    }

  private:
    /// How long it is; nothing: it cannot be heard.
    std::optional<std::int64_t> check_recording(const std::filesystem::path& file) {
        auto bytes = base::read_file(file, speech::kMaxRecordingBytes);
        if (!bytes) return tell_bad(bytes.error());
        auto recording = speech::OpusRecording::open(std::move(*bytes));
        if (!recording) return tell_bad(recording.error());
        if (const auto whole = recording->check(); !whole) return tell_bad(whole.error());
        return recording->length_ms();
    }

    std::optional<std::int64_t> tell_bad(const base::Fault& fault) {
        const bool large = fault.kind == base::FaultKind::too_large;
        list_.warning(recording_, 0, "bad-recording",
                      large ? "This recording is over 4 MiB, or over 30 minutes."
                            : "This recording cannot be played: " + fault.detail + ".",
                      "Save it anew as Opus in Ogg, mono, at 24 to 32 kbit/s. The kiosk's voice "
                      "reads the page until then.");
        return {};
    }

    void check_times(const Narration& narration, std::int64_t length_ms) {
        for (const NarratedSentence& each : narration.sentences) {
            if (each.end_ms > length_ms)
                list_.warning(timing_, each.line, "bad-timing",
                              "This sentence ends at " + seconds(each.end_ms) +
                                  ", and the recording at " + seconds(length_ms) + ".",
                              "Take the times from the recording that lies beside them.");
            if (each.end_ms - each.begin_ms > speech::kMaxSentenceMs)
                list_.warning(timing_, each.line, "bad-timing",
                              "This sentence takes over a minute.",
                              "Give each sentence a time of its own.");
        }
    }

    /// What is said is what can be read.
    void check_words(const Page& page) {
        std::string all;
        for (const Piece& piece : subject_.pieces)
            if (piece.page == &page) all += spoken_key(piece.words);
        for (const NarratedSentence& each : page.narration->sentences)
            if (all.find(each.words) == std::string::npos)
                list_.warning(timing_, each.line, "not-on-the-page",
                              "This sentence does not stand on the page in these words.",
                              "Write it as the page does, or record it anew; until then the "
                              "kiosk's voice says what the page says.");
    }

    const Subject& subject_;
    FindingList list_;
    std::string recording_, timing_;
};

}  // namespace

/// Pages that were read aloud: whether the recording can be played, and says what the page says.
void check_narrations(const Subject& subject, base::Findings& findings) {
    NarrationCheck check(subject, findings);
    for (const auto& [_, pages] : subject.pack.pages)
        for (const auto& page : pages) check.check(page);
}

}  // namespace candor::pack
