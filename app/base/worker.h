#pragma once
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "base/result.h"

namespace candor::base {

/// Carries out jobs on a thread of its own, one after the other. The thread begins with the first
/// job; where none can be had, which is logged, jobs wait for the next one, or for the end. Any
/// thread may call, unless it says otherwise.
class Worker {
  public:
    using Work = std::function<void()>;
    /// Told what `work` threw, on the worker's thread, so that nobody waits for it for ever;
    /// without one it is logged.
    using Failed = std::function<void(const Fault&)>;
    enum class Place { last, next };
    /// What becomes of the jobs that wait when the worker ends.
    enum class AtEnd { drop, finish };

    /// `where`: what the Fault of a job that throws names.
    explicit Worker(std::string where, AtEnd at_end = AtEnd::drop);
    ~Worker() { end(); }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void add(Work work, Failed failed = {}, Place place = Place::last);
    /// Unless one of that name waits already: several that are wanted meanwhile are one.
    void add_once(std::string_view name, Work work, Failed failed = {});
    /// From within a job: carries this out when no other job has come for so long. Any job that
    /// comes takes its place.
    void add_when_quiet(std::chrono::milliseconds quiet, Work work, Failed failed = {});

    /// All that was asked for so far shall break off: goes_on() is false in it.
    void stop();
    /// The same, and nobody waits for it any more: what has not begun is not done at all.
    void drop();
    /// From within a job or its `failed`: shall long work go on?
    bool goes_on() const { return number_ > stopped_; }
    bool is_dropped() const { return number_ <= dropped_; }

    /// Nothing is under way, and nothing waits but for quiet.
    bool is_idle() const;
    void wait_until_idle();
    /// Until what this gives is gone, the worker is not idle: for work elsewhere of which a job
    /// will come. It must not outlive the worker.
    std::shared_ptr<void> keep_busy();

    /// Waits for the job that is under way (AtEnd::finish: for all of them). What is added
    /// afterwards is not done.
    void end();

  private:
    struct Job {
        Work work;
        Failed failed;
        std::string name;
        std::uint64_t number = 0;
    };
    struct Quiet {
        std::chrono::milliseconds quiet;
        Job job;
    };
    void run();
    std::optional<Job> next(std::unique_lock<std::mutex>& lock);
    void carry_out(const Job& job);
    // With the mutex held:
    void push(Job job, Place place);
    void begin_thread();
    bool nothing_left() const { return jobs_.empty() && !busy_ && kept_busy_ == 0; }

    const std::string where_;
    const AtEnd at_end_;
    mutable std::mutex mutex_;
    std::condition_variable wake_, idle_;
    std::deque<Job> jobs_;
    std::optional<Quiet> quiet_;
    bool busy_ = false, ended_ = false;
    int kept_busy_ = 0;
    std::uint64_t last_ = 0;                                ///< the number that was given last
    std::atomic<std::uint64_t> number_ = 0;                 ///< of the job that is under way
    std::atomic<std::uint64_t> stopped_ = 0, dropped_ = 0;  ///< all numbers up to this one
    std::thread thread_;
};

}  // namespace candor::base
