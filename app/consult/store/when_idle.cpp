#include "consult/store/when_idle.h"

#include <utility>

#include "base/last_catch.h"

namespace candor::consult {

WhenIdle::~WhenIdle() {
    {
        const std::lock_guard lock(mutex_);
        over_ = true;
    }
    due_or_over_.notify_one();
    if (thread_.joinable()) {
        thread_.join();
        return;
    }
    std::unique_lock lock(mutex_);
    do_due_work(lock);
}

/// Whoever calls it has committed something: nothing here may tell them that they have not.
void WhenIdle::soon() noexcept {
    {
        const std::lock_guard lock(mutex_);
        due_ = true;
        // Not before there is work: most who open a store only read it.
        if (!thread_.joinable())
            base::run_contained("work for later",
                                [this] { thread_ = std::thread([this] { run(); }); });
    }
    due_or_over_.notify_one();
}

void WhenIdle::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        due_or_over_.wait(lock, [this] { return due_ || over_; });
        if (!due_) return;
        do_due_work(lock);
    }
}

void WhenIdle::do_due_work(std::unique_lock<std::mutex>& lock) {
    if (!std::exchange(due_, false)) return;
    lock.unlock();
    base::run_contained("work for later", work_);
    lock.lock();
}

}  // namespace candor::consult
