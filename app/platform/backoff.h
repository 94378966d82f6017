#pragma once
#include <cstdint>

namespace candor::platform {

/// When to try something again that failed: after 250 ms, then twice as long each time, at most
/// 8 s. Times are base::monotonic_ms.
class Backoff {
  public:
    void failed(std::int64_t now_ms);
    void succeeded() { delay_ms_ = 0; }
    bool pending() const { return delay_ms_ > 0; }
    /// Whether a try is due; says so once a failure.
    bool take_due(std::int64_t now_ms);
    /// Milliseconds until then; -1: nothing to wait for.
    int left_ms(std::int64_t now_ms) const;

  private:
    std::int64_t delay_ms_ = 0, due_ms_ = 0;
    bool asked_ = false;
};

}  // namespace candor::platform
