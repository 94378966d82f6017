#pragma once
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "kiosk/options.h"
#include "screens/staff/staff.h"

namespace candor::kiosk {

/// The kiosk's side of the delivery, where kiosk.yaml has one: it rings the courier (another
/// program: the kiosk has no network), and finds out for staff what the courier said last and
/// whether it lives, on a thread of its own, whenever something changes and every minute.
class CourierWatch {
  public:
    /// `on_news` is called on that thread when tell() has something.
    CourierWatch(const Options& options, std::function<void()> on_news);
    ~CourierWatch();
    CourierWatch(const CourierWatch&) = delete;
    CourierWatch& operator=(const CourierWatch&) = delete;

    /// A request was stored: the courier is rung.
    void request_stored();
    /// Brings `staff` up to date; true: something has changed.
    bool tell(screens::Staff& staff) const;

  private:
    void run();
    void look_on();
    void look();
    void ring();
    /// False: it is over.
    bool wait();

    std::filesystem::path state_;
    std::function<void()> on_news_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    bool stop_ = false, changed_ = false, stored_ = false;
    std::optional<screens::StaffDelivery> told_;
    std::thread thread_;
};

}  // namespace candor::kiosk
