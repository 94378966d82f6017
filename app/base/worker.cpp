#include "base/worker.h"

#include <algorithm>
#include <utility>

#include "base/last_catch.h"
#include "base/log.h"

namespace candor::base {

Worker::Worker(std::string where, AtEnd at_end) : where_(std::move(where)), at_end_(at_end) {}

void Worker::add(Work work, Failed failed, Place place) {
    {
        const std::lock_guard lock(mutex_);
        push({std::move(work), std::move(failed), {}}, place);
    }
    wake_.notify_all();
}

void Worker::add_once(std::string_view name, Work work, Failed failed) {
    {
        const std::lock_guard lock(mutex_);
        const bool waits = std::any_of(jobs_.begin(), jobs_.end(),
                                       [&](const Job& job) { return job.name == name; });
        if (waits)
            begin_thread();
        else
            push({std::move(work), std::move(failed), std::string(name)}, Place::last);
    }
    wake_.notify_all();
}

void Worker::add_when_quiet(std::chrono::milliseconds quiet, Work work, Failed failed) {
    const std::lock_guard lock(mutex_);
    quiet_ = Quiet{quiet, {std::move(work), std::move(failed), {}}};
}

void Worker::push(Job job, Place place) {
    if (ended_) return;
    job.number = ++last_;
    jobs_.insert(place == Place::next ? jobs_.begin() : jobs_.end(), std::move(job));
    begin_thread();
}

void Worker::begin_thread() {
    if (ended_ || thread_.joinable()) return;
    run_contained(where_, [this] { thread_ = std::thread([this] { run(); }); });
}

void Worker::run() {
    std::unique_lock lock(mutex_);
    while (auto job = next(lock)) {
        busy_ = true;
        number_ = job->number;
        lock.unlock();
        carry_out(*job);
        job.reset();  // what it held is gone before anybody hears that it is done
        lock.lock();
        busy_ = false;
        if (nothing_left()) idle_.notify_all();
    }
}

/// Waits for one; nothing: it is over. With the mutex held.
std::optional<Worker::Job> Worker::next(std::unique_lock<std::mutex>& lock) {
    const auto wanted = [this] { return ended_ || !jobs_.empty(); };
    while (!wanted()) {
        const auto quiet = quiet_ ? std::optional(quiet_->quiet) : std::nullopt;
        if (!quiet)
            wake_.wait(lock, wanted);
        else if (!wake_.wait_for(lock, *quiet, wanted) && quiet_)
            push(std::move(quiet_->job), Place::last);
    }
    quiet_.reset();
    if (jobs_.empty() || (ended_ && at_end_ == AtEnd::drop)) return std::nullopt;
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    return job;
}

void Worker::carry_out(const Job& job) {
    const auto done = contained(where_, job.work);
    if (done) return;
    if (!job.failed) return log(done.error());
    run_contained(where_, [&] { job.failed(done.error()); });
}

void Worker::stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = last_;
}

void Worker::drop() {
    std::deque<Job> dropped;
    const std::lock_guard lock(mutex_);
    stopped_ = dropped_ = last_;
    dropped.swap(jobs_);
    quiet_.reset();
    if (nothing_left()) idle_.notify_all();
}

bool Worker::is_idle() const {
    const std::lock_guard lock(mutex_);
    return nothing_left();
}

void Worker::wait_until_idle() {
    std::unique_lock lock(mutex_);
    idle_.wait(lock, [this] { return nothing_left(); });
}

std::shared_ptr<void> Worker::keep_busy() {
    const std::lock_guard lock(mutex_);
    ++kept_busy_;
    return {static_cast<void*>(this), [this](void*) {
                const std::lock_guard held(mutex_);
                --kept_busy_;
                if (nothing_left()) idle_.notify_all();
            }};
}

void Worker::end() {
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
    }
    if (at_end_ == AtEnd::drop) drop();
    wake_.notify_all();
    if (thread_.joinable()) return thread_.join();
    run();  // what no thread could be had for
}

}  // namespace candor::base
