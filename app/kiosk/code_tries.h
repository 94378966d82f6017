#pragma once
#include <cstdint>
#include <filesystem>

#include "base/result.h"

namespace candor::kiosk {

/// How often a staff code may be tried: five times, and once more for each minute that has passed.
/// So nobody waits longer than a minute, and nobody tries more than about 1,440 codes a day. A file
/// keeps it from start to start; a clock that counts from the machine's start (base::monotonic_ms)
/// can only make a wait longer, never shorter. A file that is damaged counts as no tries left.
class CodeTries {
  public:
    CodeTries(std::filesystem::path file, std::int64_t now_ms);

    /// Until the next try; 0: now.
    std::int64_t wait_ms(std::int64_t now_ms) const;
    /// Before its code is looked at; keep() then, so that a power cut gives none back.
    void take(std::int64_t now_ms);
    /// The code that was tried was right.
    void was_right(std::int64_t now_ms);
    /// Writes the file; changes nothing here.
    base::Result<void> keep() const;
    /// Wrong codes since the last right one.
    int wrong() const { return wrong_; }

  private:
    void refill(std::int64_t now_ms);
    void read(std::int64_t now_ms);

    std::filesystem::path file_;
    int left_ = 0, wrong_ = 0;
    std::int64_t counted_from_ms_ = 0;  ///< when the minute of the next try began
};

}  // namespace candor::kiosk
