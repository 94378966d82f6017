#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "consult/store/queue.h"

namespace candor::consult {

enum class Order { oldest_first, newest_first };

/// What waits to be delivered, without a key and without a word of it.
struct Waiting {
    std::int64_t count = 0;
    std::string oldest;  ///< QueuedRequest::created of the oldest one; empty: none waits
};

/// The kiosk's side of delivery: the rows of consult.db that no server has yet. Another connection
/// than the Queue's, for another thread. One thread an object. Faults as Queue's.
class Outbox {
  public:
    /// The file is made, or migrated, like Queue's.
    static base::Result<std::unique_ptr<Outbox>> open(const std::filesystem::path& file,
                                                      int busy_ms = 2000);
    ~Outbox();
    /// At most `limit` rows that were not delivered, by arrival. Damaged rows are left out: a
    /// server must not be told that they are whole.
    base::Result<std::vector<QueuedRequest>> waiting(Order order, int limit);
    base::Result<Waiting> count();
    /// Durable when it returns. Of `at` the hour alone is kept. Unknown ids are passed over.
    base::Result<void> mark_delivered(const std::vector<std::string>& ids, const std::string& at);
    /// Erases (secure_delete, from the log too) rows that were delivered before the instant, with
    /// notes that a desk here made, and enters that into the record, `at` being now; gives how
    /// many. What is not delivered is never erased. Fault locked, the rows being gone, when
    /// somebody read the log all the while: the next call, or the next request, erases their bytes.
    /// Fault wrong_format: no instant of base::utc_now()'s form.
    base::Result<int> purge_delivered(const std::string& delivered_before, const std::string& at);

  private:
    struct Impl;
    explicit Outbox(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// How delivery stands in a file.
struct Delivery {
    std::int64_t delivered = 0;  ///< and still kept
    Waiting waiting;
};
/// Without writing: an older program's file, which delivered nothing, is not migrated. Fault
/// not_found where there is no file yet.
base::Result<Delivery> delivery_of(const std::filesystem::path& file, int busy_ms = 2000);

}  // namespace candor::consult
