#pragma once
#include <functional>

#include "base/worker.h"

namespace candor::consult {

/// Runs `work` on a thread of its own after each soon(), so that nobody waits for it; several that
/// come meanwhile are one. What is due when it is destroyed is done first. Where no thread can be
/// had, work waits for the next soon(), or for that end. What it throws is logged.
class WhenIdle {
  public:
    explicit WhenIdle(std::function<void()> work) : work_(std::move(work)) {}
    WhenIdle(const WhenIdle&) = delete;
    WhenIdle& operator=(const WhenIdle&) = delete;
    void soon() noexcept;

  private:
    const std::function<void()> work_;
    base::Worker worker_{"work for later", base::Worker::AtEnd::finish};
};

}  // namespace candor::consult
