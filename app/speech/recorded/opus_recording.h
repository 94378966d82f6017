#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"

namespace candor::speech {

/// What a page's recording may be: at 32 kbit/s about 17 minutes.
inline constexpr std::size_t kMaxRecordingBytes = 4 * 1024 * 1024;
inline constexpr std::int64_t kMaxRecordingMs = 30 * 60 * 1000;
/// Of a sentence.
inline constexpr std::int64_t kMaxSentenceMs = 60 * 1000;
inline constexpr int kRecordingHz = 48'000;

/// Somebody's voice in an Ogg file with Opus (RFC 7845), whole in memory. One thread.
class OpusRecording {
  public:
    /// Faults: too_large; damaged for anything that is not such a file from end to end of its
    /// pages.
    static base::Result<OpusRecording> open(std::string bytes);
    ~OpusRecording();
    OpusRecording(OpusRecording&&) noexcept;
    OpusRecording& operator=(OpusRecording&&) noexcept;

    std::int64_t length_ms() const;
    /// Mono samples of that part, kRecordingHz a second. Faults: damaged, also where the recording
    /// ends before `end_ms`; too_large for a part longer than kMaxSentenceMs.
    base::Result<std::vector<std::int16_t>> samples(std::int64_t begin_ms, std::int64_t end_ms);
    /// Whether all of it can be decoded. Faults: damaged.
    base::Result<void> check();

  private:
    struct File;
    explicit OpusRecording(std::unique_ptr<File> file);
    std::unique_ptr<File> file_;
};

}  // namespace candor::speech
