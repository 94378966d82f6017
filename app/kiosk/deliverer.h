#pragma once
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "fleet/delivery.h"
#include "kiosk/options.h"
#include "pack/package/policy.h"
#include "screens/staff/staff.h"

namespace candor::kiosk {

/// Delivers what waits in consult.db to the server that kiosk.yaml names, on a thread of its own,
/// which sleeps while nothing waits and ends where there is no server. What it meets is logged
/// once.
class Deliverer {
  public:
    /// `on_news` is called on that thread when tell() has something.
    Deliverer(const Options& options, std::function<void()> on_news);
    /// Waits for no server.
    ~Deliverer();
    Deliverer(const Deliverer&) = delete;
    Deliverer& operator=(const Deliverer&) = delete;

    /// A request was stored: wakes the thread.
    void request_stored();
    /// Brings `staff` up to date; true: something has changed.
    bool tell(screens::Staff& staff) const;

  private:
    void run();
    void deliver_as_configured();
    void deliver(const fleet::DeliverySettings& settings);
    void deliver_from(consult::Outbox& outbox, const fleet::DeliverySettings& settings);
    void publish(screens::StaffDelivery delivery);
    void wait(std::int64_t ms);

    std::filesystem::path state_;
    std::function<void()> on_news_;
    fleet::StopSignal stop_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    bool stored_ = false;
    std::optional<screens::StaffDelivery> told_;
    std::thread thread_;
};

}  // namespace candor::kiosk
