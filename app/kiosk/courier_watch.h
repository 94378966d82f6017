#pragma once
#include <atomic>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>

#include "base/folder_watch.h"
#include "base/worker.h"
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

    /// kiosk.yaml may have a delivery now, or none any more.
    void settings_changed() { begin(); }
    /// A request was stored: the courier is rung.
    void request_stored();
    /// Brings `staff` up to date; true: something has changed.
    bool tell(screens::Staff& staff) const;

  private:
    void begin();
    void look_soon();
    void look_on();
    void look();
    void end();
    void tell_later(std::optional<screens::StaffDelivery> told);
    void ring();

    std::filesystem::path state_;
    std::function<void()> on_news_;
    mutable std::mutex mutex_;
    std::atomic<bool> stored_ = false;
    std::optional<screens::StaffDelivery> told_;
    std::optional<base::FolderWatch> watch_;  ///< once there is a delivery; the worker's alone
    base::Worker worker_{"courier watch"};
};

}  // namespace candor::kiosk
