#include "consult/when_idle.h"

namespace candor::consult {

WhenIdle::~WhenIdle() {
    {
        const std::lock_guard lock(mutex_);
        over_ = true;
    }
    due_or_over_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void WhenIdle::soon() {
    {
        const std::lock_guard lock(mutex_);
        due_ = true;
        // Not before there is work: most who open a store only read it.
        if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
    }
    due_or_over_.notify_one();
}

void WhenIdle::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        due_or_over_.wait(lock, [this] { return due_ || over_; });
        if (!due_) return;
        due_ = false;
        lock.unlock();
        work_();
        lock.lock();
    }
}

}  // namespace candor::consult
