#pragma once
#include <sys/types.h>

#include <filesystem>

namespace candor::journeys {

/// The real candor-courier on a kiosk's state folder.
class CourierProcess {
  public:
    /// It runs when this returns. Its log is `state`/../courier-log.
    explicit CourierProcess(const std::filesystem::path& state);
    ~CourierProcess();
    CourierProcess(const CourierProcess&) = delete;
    CourierProcess& operator=(const CourierProcess&) = delete;

    void is_started();
    /// As when the power fails.
    void is_killed();
    /// Told to end by the signal; its exit status, once it has ended by itself. -1: it went on, or
    /// did not end in time.
    int ends_on(int signal);
    pid_t pid() const { return pid_; }
    std::filesystem::path log() const { return state_.parent_path() / "courier-log"; }

  private:
    std::filesystem::path state_;
    pid_t pid_ = -1;
};

/// Sends the signal to a child of this process and waits for it as ends_on() does.
int ends_on_signal(pid_t child, int signal);

}  // namespace candor::journeys
