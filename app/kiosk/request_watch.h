#pragma once
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/worker.h"
#include "consult/keys/sealing_key.h"
#include "content/content_loader.h"
#include "kiosk/options.h"
#include "screens/frame/state.h"

namespace candor::kiosk {

/// Looks whether a request could be stored, at the start and whenever it is asked to, on a thread
/// of its own: is there a key, is there room, does consult.db take one. So people are told before
/// they type. What it finds is logged once, the key at each start.
class RequestWatch {
  public:
    struct Found {
        std::optional<consult::SealingKey> key;  ///< none: `fault` says why
        std::optional<base::Fault> fault;        ///< why no request can be stored
        std::vector<std::string> set_aside;      ///< damaged files that are still there, by name
    };

    /// `on_news` is called on that thread after each look.
    RequestWatch(const Options& options, std::function<void()> on_news);
    RequestWatch(const RequestWatch&) = delete;
    RequestWatch& operator=(const RequestWatch&) = delete;

    void look();
    /// What was found, once. content::Wait::yes: after the looks that were asked for.
    std::optional<Found> take(content::Wait wait);

  private:
    void look_now();
    Found found_now() const;
    void tell(const Found& found);

    Options options_;
    std::function<void()> on_news_;
    std::mutex mutex_;
    std::optional<Found> found_;
    std::optional<base::Fault> told_;  ///< the thread's alone: the fault that stands in the log
    std::string told_key_;             ///< and the key
    base::Worker worker_{"request watch"};
};

/// What screens and staff are told of it.
screens::KioskHealth health_of(const RequestWatch::Found& found);

}  // namespace candor::kiosk
