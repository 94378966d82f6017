#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace candor::base {

/// Tells the service manager that started this process how it is: the datagrams of sd_notify(3) to
/// NOTIFY_SOCKET, and a sign of life twice in each WATCHDOG_USEC. Without one it does nothing. It
/// is never waited for; what cannot be told is left. One thread.
class ServiceManager {
  public:
    /// From the environment.
    ServiceManager();

    /// The program does its work. Once is enough.
    void ready();
    /// The work goes round. Told when half of the time that may pass without it is over.
    void alive(std::int64_t now_ms);
    /// `timeout_ms` (-1: for ever), or sooner, so that alive() is called in time.
    int sooner(int timeout_ms, std::int64_t now_ms) const;

  private:
    void tell(std::string_view word) const;

    std::string socket_;
    std::optional<std::int64_t> pause_ms_;  ///< between two signs of life; nothing: none are wanted
    std::int64_t next_ms_ = 0;
    bool ready_ = false;
};

}  // namespace candor::base
