#pragma once

namespace candor::platform {

/// A file descriptor that turns readable when somebody rings. ring() may be called from any thread
/// and from signal handlers.
class Doorbell {
  public:
    Doorbell();
    ~Doorbell();
    Doorbell(const Doorbell&) = delete;
    Doorbell& operator=(const Doorbell&) = delete;

    void ring() const;
    /// Whether it rang since the last call.
    bool take() const;
    int fd() const { return fd_; }

  private:
    int fd_;
};

/// While it lives, SIGTERM and SIGINT ring `bell`. One at a time; `bell` must outlive it. Installed
/// after SDL's own handlers: those only set a flag, which a signal between two looks at it and a
/// blocking wait would leave unread.
class QuitSignals {
  public:
    explicit QuitSignals(const Doorbell& bell);
    ~QuitSignals();
    QuitSignals(const QuitSignals&) = delete;
    QuitSignals& operator=(const QuitSignals&) = delete;
};

}  // namespace candor::platform
