#include "base/telling_worker.h"

namespace candor::base {

void TellingWorker::tell(Call news) {
    {
        const std::lock_guard lock(mutex_);
        news_.push_back(std::move(news));
    }
    on_news_();
}

bool TellingWorker::take_news() {
    std::vector<Call> news;
    {
        const std::lock_guard lock(mutex_);
        news.swap(news_);
    }
    for (const Call& each : news) each();
    return !news.empty();
}

bool TellingWorker::busy() const {
    if (!worker_.is_idle()) return true;
    const std::lock_guard lock(mutex_);
    return !news_.empty();
}

}  // namespace candor::base
