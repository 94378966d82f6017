#pragma once
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "base/folder_watch.h"
#include "base/secret_string.h"
#include "base/worker.h"
#include "kiosk/code_tries.h"
#include "kiosk/options.h"
#include "pack/package/library.h"
#include "pack/package/policy.h"
#include "screens/staff/staff.h"

namespace candor::kiosk {

/// What staff do at the kiosk: the code, looking at packs, installing one and going back. Slow work
/// happens on a thread of its own; the frame's thread takes what has come of it. Wrong codes make
/// the next try wait, from visit to visit and from start to start.
class StaffWork {
  public:
    using Clock = std::function<std::int64_t()>;

    /// Called on the worker's thread.
    struct Calls {
        std::function<void()> on_news;     ///< tell() has something
        std::function<void()> on_changed;  ///< another version of a pack is live
    };
    StaffWork(const Options& options, Clock clock, Calls calls);
    ~StaffWork();

    void check_code(std::string_view code);
    /// Looks at the packs on the kiosk (`library`) and on sticks anew, and whenever a stick changes
    /// until it is locked. Before the right code was typed nothing is looked at.
    void look(std::shared_ptr<const pack::Library> library);
    void install(const std::string& package);
    void roll_back(const std::string& id);
    /// Somebody says that a doubted clock is right.
    void believe_clock();
    /// Stops the installations that were asked for so far; nothing has changed then.
    void cancel();
    /// The visit is over: locked again.
    void lock();

    /// Brings `staff` up to date; true: something has changed.
    bool tell(screens::Staff& staff);
    /// A stick was put in since the last call.
    bool take_stick() { return stick_came_.exchange(false); }
    /// When the wait after wrong codes counts down next; nothing: there is none.
    std::optional<std::int64_t> next_deadline_ms() const;

  private:
    /// Whoever waits for the job that threw this is told.
    void job_failed(const base::Fault& fault);
    void add(std::function<void()> work);
    /// Changes what is told, unless the visit that asked for it has ended.
    void publish(const std::function<void(screens::StaffNews&)>& change);
    void want_sticks() const;
    void want_no_sticks() const;
    void judge(const base::SecretString& code);
    void look_again();
    void look_now();
    void look_at_sticks(const pack::Policy& policy);
    void install_now(const std::string& package, const std::atomic<bool>& cancelled);
    void roll_back_now(const std::string& id);
    void believe_clock_now();
    void change_tries(void (CodeTries::*change)(std::int64_t));
    void stick_changed();

    Options options_;
    Clock clock_;
    Calls calls_;
    mutable std::mutex mutex_;
    screens::StaffNews told_;
    CodeTries tries_;  ///< changed by the worker's thread alone
    bool news_ = false;
    /// Of the installations that wait or go on: those that are asked for later have another one.
    std::shared_ptr<std::atomic<bool>> cancelled_ = std::make_shared<std::atomic<bool>>(false);
    std::atomic<bool> stick_came_ = false, ending_ = false;
    std::vector<std::filesystem::path> stick_folders_, stick_places_;  ///< the watch's thread alone
    std::shared_ptr<const pack::Library> library_;  ///< to look at; none while it is locked
    base::Worker worker_{"staff"};                  ///< a visit's jobs are dropped with it
    std::unique_ptr<base::FolderWatch> sticks_;
};

}  // namespace candor::kiosk
