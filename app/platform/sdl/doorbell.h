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

/// While it lives, SIGTERM and SIGINT ring `bell`, and the process has a second to end in order:
/// what still hangs then (a disk, a display, a key being derived) is left, as a power cut would
/// leave it, with status 0 and a line to stderr. One at a time; `bell` must outlive it. SDL's own
/// handlers only set a flag, which a signal between two looks at it and a blocking wait would leave
/// unread: SDL_HINT_NO_SIGNAL_HANDLERS.
class QuitSignals {
  public:
    explicit QuitSignals(const Doorbell& bell);
    ~QuitSignals();
    QuitSignals(const QuitSignals&) = delete;
    QuitSignals& operator=(const QuitSignals&) = delete;
};

}  // namespace candor::platform
