#pragma once
#include <cstdint>

namespace candor::base {

/// Ends whatever waits, from another thread. Once raised it stays so.
class StopSignal {
  public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    void raise();
    bool raised() const;
    /// Readable (poll) from raise() on.
    int fd() const { return fd_; }

    enum class Waited { ready, raised, late };
    /// Until `fd` has one of poll's `events`, the signal is raised, or the deadline (of
    /// base::monotonic_ms) is over.
    Waited wait_for(int fd, short events, std::int64_t deadline_ms) const;

  private:
    int fd_;
};

}  // namespace candor::base
