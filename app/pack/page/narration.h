#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// A page that somebody read aloud, beside it in the pack:
//
//   en/010-what-prp-is.md
//   en/010-what-prp-is.opus    the voice: Opus in Ogg, at most 4 MiB and 30 minutes
//   en/010-what-prp-is.vtt     WebVTT, a cue a sentence: from when to when it is said
//
// Whoever listens hears it in place of the voice. What has no cue, the voice says.

namespace candor::pack {

/// A part of a recording.
struct NarratedPart {
    std::filesystem::path file;
    std::int64_t begin_ms = 0, end_ms = 0;

    bool operator==(const NarratedPart&) const = default;
};

struct NarratedSentence {
    std::string words;  ///< as spoken_key() has them
    std::int64_t begin_ms = 0, end_ms = 0;
    int line = 0;  ///< of the timing
};

struct Narration {
    std::filesystem::path file;
    std::vector<NarratedSentence> sentences;

    /// Where that sentence is said; nothing: nowhere.
    std::optional<NarratedPart> part_of(std::string_view sentence) const;
};

/// What two writings of the same sentence have in common: its letters and digits, in one case and
/// without accents. Empty: it has none.
std::string spoken_key(std::string_view sentence);

std::string recording_of(const std::string& page_file);  ///< "en/010-x.md": "en/010-x.opus"
std::string timing_of(const std::string& page_file);     ///< "en/010-x.vtt"

}  // namespace candor::pack
