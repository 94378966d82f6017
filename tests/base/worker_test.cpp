#include "base/worker.h"

#include <gtest/gtest.h>

#include <future>
#include <new>
#include <stdexcept>
#include <vector>

namespace candor::base {
namespace {

using std::chrono::milliseconds;

/// A worker whose first job waits, so that what comes after it can be arranged.
class HeldWorker {
  public:
    explicit HeldWorker(Worker::AtEnd at_end = Worker::AtEnd::drop) : worker("test", at_end) {
        std::promise<void> began;
        worker.add([&] {
            began.set_value();
            go_.get_future().wait();
            went_on = worker.goes_on();
            was_dropped = worker.is_dropped();
        });
        began.get_future().wait();
    }
    void let_go() { go_.set_value(); }

  private:
    std::promise<void> go_;

  public:
    bool went_on = false, was_dropped = false;
    Worker worker;
};

}  // namespace

TEST(WorkerTest, jobs_are_done_in_order_and_the_next_one_comes_first) {
    HeldWorker held;
    std::vector<int> done;
    held.worker.add([&] { done.push_back(2); });
    held.worker.add([&] { done.push_back(3); });
    held.worker.add([&] { done.push_back(1); }, {}, Worker::Place::next);
    EXPECT_FALSE(held.worker.is_idle());
    held.let_go();
    held.worker.wait_until_idle();
    EXPECT_EQ(done, (std::vector{1, 2, 3}));
    EXPECT_TRUE(held.went_on);
    EXPECT_TRUE(held.worker.is_idle());
}

TEST(WorkerTest, what_a_job_throws_is_told_or_logged_and_the_next_is_done) {
    Worker worker("test");
    FaultKind told = FaultKind::internal;
    int done = 0;
    worker.add([] { throw std::bad_alloc(); }, [&](const Fault& fault) { told = fault.kind; });
    worker.add([] { throw std::runtime_error("x"); });
    worker.add([] { throw std::runtime_error("x"); },
               [](const Fault&) { throw std::runtime_error("y"); });
    worker.add([&] { ++done; });
    worker.wait_until_idle();
    EXPECT_EQ(told, FaultKind::too_large);
    EXPECT_EQ(done, 1);
}

TEST(WorkerTest, several_of_one_name_that_wait_are_one) {
    HeldWorker held;
    int looks = 0;
    for (int i = 0; i < 3; ++i) held.worker.add_once("look", [&] { ++looks; });
    held.let_go();
    held.worker.wait_until_idle();
    EXPECT_EQ(looks, 1);
    held.worker.add_once("look", [&] { ++looks; });
    held.worker.wait_until_idle();
    EXPECT_EQ(looks, 2);
}

TEST(WorkerTest, stop_is_for_what_was_asked_for_before_it_and_for_nothing_after) {
    HeldWorker held;
    bool waiting_goes_on = true, later_goes_on = false;
    held.worker.add([&] { waiting_goes_on = held.worker.goes_on(); });
    held.worker.stop();
    held.worker.add([&] { later_goes_on = held.worker.goes_on(); });
    held.let_go();
    held.worker.wait_until_idle();
    EXPECT_FALSE(held.went_on);
    EXPECT_FALSE(held.was_dropped);
    EXPECT_FALSE(waiting_goes_on);
    EXPECT_TRUE(later_goes_on);
}

TEST(WorkerTest, dropped_jobs_are_not_done_and_the_one_under_way_hears_of_it) {
    HeldWorker held;
    bool waiting = false, later = false;
    held.worker.add([&] { waiting = true; });
    held.worker.drop();
    held.worker.add([&] { later = !held.worker.is_dropped() && held.worker.goes_on(); });
    held.let_go();
    held.worker.wait_until_idle();
    EXPECT_TRUE(held.was_dropped);
    EXPECT_FALSE(held.went_on);
    EXPECT_FALSE(waiting);
    EXPECT_TRUE(later);
}

TEST(WorkerTest, end_stops_what_is_under_way_and_drops_what_waits) {
    Worker worker("test");
    bool done = false;
    worker.add([&] {
        while (worker.goes_on()) std::this_thread::yield();
    });
    worker.add([&] { done = true; });
    worker.end();
    worker.add([&] { done = true; });
    EXPECT_FALSE(done);
}

TEST(WorkerTest, end_that_finishes_does_what_waits_first) {
    HeldWorker held(Worker::AtEnd::finish);
    int done = 0;
    held.worker.add([&] { ++done; });
    held.worker.add([&] { done += held.worker.goes_on() ? 1 : 0; });
    held.let_go();
    held.worker.end();
    EXPECT_EQ(done, 2);
}

TEST(WorkerTest, quiet_is_when_no_job_comes) {
    Worker worker("test");
    std::promise<void> quiet;
    worker.add([&] { worker.add_when_quiet(milliseconds(1), [&] { quiet.set_value(); }); });
    quiet.get_future().wait();
    worker.wait_until_idle();
    bool late = false;
    HeldWorker held;
    held.worker.add([&] { held.worker.add_when_quiet(milliseconds(0), [&] { late = true; }); });
    held.worker.add([] {});
    held.let_go();
    held.worker.wait_until_idle();
    held.worker.end();
    EXPECT_FALSE(late) << "a job came instead";
}

TEST(WorkerTest, it_is_busy_while_something_elsewhere_will_become_a_job) {
    Worker worker("test");
    bool came = false;
    auto ticket = worker.keep_busy();
    EXPECT_FALSE(worker.is_idle());
    auto elsewhere = std::async([&] {
        worker.add([&] { came = true; });
        ticket.reset();
    });
    worker.wait_until_idle();
    EXPECT_TRUE(came);
    elsewhere.wait();
}

}  // namespace candor::base
