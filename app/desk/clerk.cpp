#include "desk/clerk.h"

#include <memory>
#include <utility>

namespace candor::desk {

Clerk::Clerk(Options options, std::function<void()> on_news)
    : options_(std::move(options)), on_news_(std::move(on_news)), thread_([this] { run(); }) {}

Clerk::~Clerk() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
        ++session_;
    }
    wake_.notify_all();
    thread_.join();
}

void Clerk::run() {
    for (;;) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            busy_ = false;
            if (jobs_.empty()) idle_.notify_all();
            wake_.wait(lock, [this] { return stop_ || !jobs_.empty(); });
            if (stop_) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
            busy_ = true;
        }
        session_of_job_ = job.session;
        job.work();
    }
}

void Clerk::add(std::function<void()> work) {
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back({session_, std::move(work)});
    }
    wake_.notify_all();
}

void Clerk::tell(News news) {
    {
        const std::lock_guard lock(mutex_);
        if (session_of_job_ != session_) return;
        news_.push_back(std::move(news));
    }
    on_news_();
}

void Clerk::unlock(base::SecretString passphrase) {
    auto shared = std::make_shared<base::SecretString>(std::move(passphrase));
    add([this, shared] {
        unlock_now(*shared);
        shared->clear();
    });
}

void Clerk::unlock_now(const base::SecretString& passphrase) {
    auto key = consult::load_secret_key(options_.key, passphrase);
    if (!key) return tell(KeyRefused{key.error()});
    if (session_of_job_ != session_) return;
    key_ = std::move(*key);
    tell(KeyOpened{});
}

void Clerk::lock() {
    {
        const std::lock_guard lock(mutex_);
        ++session_;
        news_.clear();
    }
    add([this] { key_.reset(); });
}

std::vector<News> Clerk::take_news() {
    const std::lock_guard lock(mutex_);
    return std::exchange(news_, {});
}

void Clerk::wait_until_idle() {
    std::unique_lock lock(mutex_);
    idle_.wait(lock, [this] { return jobs_.empty() && !busy_; });
}

}  // namespace candor::desk
