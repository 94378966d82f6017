// consult::Outbox until consult has its own: reads the queue, remembers what was delivered.
#include <algorithm>
#include <map>
#include <mutex>
#include <set>

#include "consult/outbox.h"

namespace candor::consult {

struct Outbox::Impl {
    std::unique_ptr<Queue> queue;
    std::map<std::string, std::string>* delivered = nullptr;
    std::vector<QueuedRequest> open_rows() const {
        auto rows = *queue->list();
        std::erase_if(rows, [&](const auto& row) { return delivered->count(row.id) > 0; });
        return rows;
    }
};
Outbox::Outbox(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Outbox::~Outbox() = default;
base::Result<std::unique_ptr<Outbox>> Outbox::open(const std::filesystem::path& file, int) {
    static std::map<std::string, std::map<std::string, std::string>> all;
    auto queue = Queue::open(file, OpenMode::append);
    if (!queue) return tl::unexpected(queue.error());
    auto impl = std::make_unique<Impl>();
    impl->queue = std::move(*queue);
    impl->delivered = &all[file.string()];
    return std::unique_ptr<Outbox>(new Outbox(std::move(impl)));
}
base::Result<std::vector<QueuedRequest>> Outbox::waiting(Order order, int limit) {
    auto rows = impl_->open_rows();
    if (order == Order::newest_first) std::reverse(rows.begin(), rows.end());
    if (rows.size() > static_cast<std::size_t>(limit)) rows.resize(static_cast<std::size_t>(limit));
    return rows;
}
base::Result<Waiting> Outbox::count() {
    const auto rows = impl_->open_rows();
    return Waiting{static_cast<std::int64_t>(rows.size()),
                   rows.empty() ? std::string() : rows.front().created};
}
base::Result<void> Outbox::mark_delivered(const std::vector<std::string>& ids,
                                          const std::string& at) {
    for (const auto& id : ids) (*impl_->delivered)[id] = at;
    return {};
}
base::Result<int> Outbox::purge_delivered(const std::string&) { return 0; }

}  // namespace candor::consult
