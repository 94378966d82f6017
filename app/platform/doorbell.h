#pragma once

namespace candor::platform {

/// A file descriptor (an eventfd) that turns readable when somebody rings. ring() may be called
/// from any thread and from signal handlers.
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

}  // namespace candor::platform
