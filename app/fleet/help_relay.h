#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "fleet/delivery.h"
#include "fleet/help_calls.h"

namespace candor::fleet {

/// Carries a call for help (consult/handover/help_call.h) from a kiosk's state folder to the
/// clinic's server, tells the kiosk there that staff take it, and takes it back when nobody needs
/// help any more. What an earlier one had put on the server counts as its own. Connects only while
/// there is a call. `stop` must outlive it; one thread.
class HelpRelay {
  public:
    /// Of `settings` it uses the server and whose kiosk this is.
    HelpRelay(std::filesystem::path state_dir, const DeliverySettings& settings,
              const base::StopSignal& stop, DeliveryClock clock = DeliveryClock::system());

    /// One step. Gives how long to wait before the next, in milliseconds; a change in the folder
    /// "help" is a reason to ask at once.
    std::int64_t turn();
    /// Why the last step failed; nothing: it did not.
    const std::optional<base::Fault>& fault() const { return fault_; }

    /// While staff may take a call, how often the server is asked.
    static constexpr std::int64_t kAskEveryMs = 2'000;

  private:
    base::Result<std::int64_t> step(const std::optional<consult::HelpCall>& call);
    base::Result<std::int64_t> take_back();
    std::int64_t fail(const std::optional<consult::HelpCall>& call, const base::Fault& fault);

    std::filesystem::path state_dir_;
    Database database_;
    KioskName of_;
    const base::StopSignal& stop_;
    DeliveryClock clock_;
    Backoff backoff_;
    std::unique_ptr<Connection> connection_;
    std::string tried_;  ///< id of the call of the last step; empty: of taking one back
    std::int64_t not_before_ms_ = 0;
    std::optional<base::Fault> fault_;
};

}  // namespace candor::fleet
