#pragma once

namespace candor::fleet {

/// Ends whatever waits for a server, from another thread. Once raised it stays so.
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

  private:
    int fd_;
};

}  // namespace candor::fleet
