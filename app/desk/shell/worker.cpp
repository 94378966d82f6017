#include "desk/shell/worker.h"

#include <utility>

#include "base/last_catch.h"
#include "desk/shell/log.h"

namespace candor::desk {

Worker::Worker(Call on_news) : on_news_(std::move(on_news)), thread_([this] { run(); }) {}

Worker::~Worker() {
    {
        const std::lock_guard lock(mutex_);
        end_ = true;
    }
    stopped_ = true;
    wake_.notify_all();
    thread_.join();
}

void Worker::run() {
    for (;;) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            busy_ = false;
            if (jobs_.empty()) idle_.notify_all();
            wake_.wait(lock, [this] { return end_ || !jobs_.empty(); });
            if (end_) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
            busy_ = true;
            stopped_ = false;
        }
        carry_out(job);
    }
}

void Worker::carry_out(const Job& job) {
    const auto done = base::contained("work", job.work);
    if (done) return;
    if (!job.failed) return log(done.error());
    base::run_contained("work", [&] { job.failed(done.error()); });
}

void Worker::add(Place place, Call work, Failed failed) {
    {
        const std::lock_guard lock(mutex_);
        if (place == Place::next)
            jobs_.push_front({std::move(work), std::move(failed)});
        else
            jobs_.push_back({std::move(work), std::move(failed)});
    }
    wake_.notify_all();
}

void Worker::tell(Call news) {
    {
        const std::lock_guard lock(mutex_);
        news_.push_back(std::move(news));
    }
    on_news_();
}

bool Worker::take_news() {
    std::vector<Call> news;
    {
        const std::lock_guard lock(mutex_);
        news.swap(news_);
    }
    for (const Call& each : news) each();
    return !news.empty();
}

bool Worker::busy() {
    const std::lock_guard lock(mutex_);
    return busy_ || !jobs_.empty() || !news_.empty();
}

void Worker::wait_until_idle() {
    std::unique_lock lock(mutex_);
    idle_.wait(lock, [this] { return jobs_.empty() && !busy_; });
}

}  // namespace candor::desk
