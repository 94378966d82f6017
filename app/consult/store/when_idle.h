#pragma once
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace candor::consult {

/// Runs `work` on a thread of its own after each soon(), so that nobody waits for it; several that
/// come meanwhile are one. What is due when it is destroyed is done first. Where no thread can be
/// had, work waits for the next soon(), or for that end. What it throws is logged.
class WhenIdle {
  public:
    explicit WhenIdle(std::function<void()> work) : work_(std::move(work)) {}
    ~WhenIdle();
    WhenIdle(const WhenIdle&) = delete;
    WhenIdle& operator=(const WhenIdle&) = delete;
    void soon() noexcept;

  private:
    void run();
    void do_due_work(std::unique_lock<std::mutex>& lock);

    std::function<void()> work_;
    std::mutex mutex_;
    std::condition_variable due_or_over_;
    bool due_ = false, over_ = false;
    std::thread thread_;
};

}  // namespace candor::consult
