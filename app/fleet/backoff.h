#pragma once
#include <cstdint>
#include <functional>

namespace candor::fleet {

/// How long to wait after a failure: twice as long each time, from one second up to 15 minutes, of
/// which the upper half is random, so that the kiosks of a clinic do not come back all at once.
class Backoff {
  public:
    static constexpr std::int64_t kFirstMs = 1'000, kLongestMs = 15 * 60'000;

    /// `random` gives numbers from 0 to below 1.
    explicit Backoff(std::function<double()> random) : random_(std::move(random)) {}
    /// The wait after one more failure.
    std::int64_t next_ms();
    /// It went well: the next wait is a short one.
    void reset() { whole_ms_ = 0; }

  private:
    std::function<double()> random_;
    std::int64_t whole_ms_ = 0;
};

}  // namespace candor::fleet
