#pragma once
#include <functional>
#include <mutex>
#include <vector>

#include "base/worker.h"

namespace candor::base {

/// A Worker whose jobs have news: calls that take_news() makes on the frame's thread.
class TellingWorker {
  public:
    using Call = std::function<void()>;
    using Place = Worker::Place;
    using Failed = Worker::Failed;

    /// `on_news` is called on the worker's thread.
    explicit TellingWorker(Call on_news) : on_news_(std::move(on_news)) {}

    /// As Worker::add().
    void add(Place place, Call work, Failed failed = {}) {
        worker_.add(std::move(work), std::move(failed), place);
    }
    /// From within work, or `failed`, alone.
    void tell(Call news);
    /// True: something was told.
    bool take_news();
    void stop_work() { worker_.stop(); }
    bool goes_on() const { return worker_.goes_on(); }
    /// Something is under way, or was told and not taken yet.
    bool busy() const;
    /// Blocks until all that was asked for is done (tests and --screens).
    void wait_until_idle() { worker_.wait_until_idle(); }

  private:
    Call on_news_;
    mutable std::mutex mutex_;
    std::vector<Call> news_;
    Worker worker_{"work"};  ///< ends before what it tells of
};

}  // namespace candor::base
