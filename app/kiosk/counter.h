#pragma once
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/worker.h"
#include "consult/store/counts.h"
#include "screens/frame/state.h"

namespace candor::kiosk {

/// Counts what a visit comes to: each thing once a visit, however often it happens. The marks stay
/// in memory until the visit ends; then a thread of its own writes them, sorted by name, so that no
/// tap waits and no order is kept. A disk that fails is logged once, and those marks are lost; so
/// are those of a visit in which the kiosk is killed.
class Counter {
  public:
    /// What ended visits left is written before it ends.
    explicit Counter(std::filesystem::path file) : file_(std::move(file)) {}
    Counter(const Counter&) = delete;
    Counter& operator=(const Counter&) = delete;

    /// After an intent has been carried out: marks what the visit now shows. Staff are not counted.
    void look(const screens::State& state, screens::Screen before);
    void request_sent() { mark(consult::Counted::request_sent, {}); }
    /// The visit is over on this local day.
    void visit_ended(const std::string& day);

  private:
    using Marks = std::set<std::pair<consult::Counted, std::string>>;

    void mark(consult::Counted what, const std::string& page) { marks_.emplace(what, page); }
    void look_at_page(const screens::State& state);
    void look_at_opinions(const screens::State& state);
    void write(const std::vector<consult::DayCount>& counts);

    std::filesystem::path file_;
    Marks marks_;
    bool failed_ = false;  ///< the worker's thread alone
    base::Worker worker_{"counts", base::Worker::AtEnd::finish};
};

}  // namespace candor::kiosk
