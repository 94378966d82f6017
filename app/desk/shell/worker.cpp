#include "desk/shell/worker.h"

namespace candor::desk {

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

bool Worker::busy() const {
    if (!worker_.is_idle()) return true;
    const std::lock_guard lock(mutex_);
    return !news_.empty();
}

}  // namespace candor::desk
