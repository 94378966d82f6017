#pragma once
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "base/result.h"

namespace candor::desk {

/// Does slow work on a thread of its own, one piece after the other. What comes of it is told as a
/// call that take_news() makes on the frame's thread.
class Worker {
  public:
    using Call = std::function<void()>;

    /// `on_news` is called on the worker's thread.
    explicit Worker(Call on_news);
    /// Waits for the piece under way; the rest is not done.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    enum class Place { next, last };
    using Failed = std::function<void(const base::Fault&)>;
    /// What `work` throws is told to `failed`, on the worker's thread, so that nobody waits for it
    /// for ever; without one it is logged.
    void add(Place place, Call work, Failed failed = {});
    /// From within work, or `failed`, alone.
    void tell(Call news);
    /// True: something was told.
    bool take_news();
    /// Long work asks whether it shall go on.
    void stop_work() { stopped_ = true; }
    bool goes_on() const { return !stopped_; }
    /// Something is under way, or was told and not taken yet.
    bool busy();
    /// Blocks until all that was asked for is done (tests and --screens).
    void wait_until_idle();

  private:
    struct Job {
        Call work;
        Failed failed;
    };
    void run();
    static void carry_out(const Job& job);

    Call on_news_;
    std::mutex mutex_;
    std::condition_variable wake_, idle_;
    std::deque<Job> jobs_;
    std::vector<Call> news_;
    bool end_ = false, busy_ = false;
    std::atomic<bool> stopped_ = false;
    std::thread thread_;
};

}  // namespace candor::desk
