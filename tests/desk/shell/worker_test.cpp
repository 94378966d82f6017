#include "desk/shell/worker.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace candor::desk {

TEST(Worker, job_that_throws_is_told_and_the_next_is_done) {
    std::string told;
    bool next = false;
    Worker worker([] {});
    worker.add(
        Worker::Place::last, [] { throw std::bad_alloc(); },
        [&](const base::Fault& fault) {
            worker.tell([&told, kind = fault.kind] { told = base::name_of(kind); });
        });
    worker.add(Worker::Place::last, [&] { next = true; });
    worker.wait_until_idle();
    EXPECT_TRUE(worker.take_news());
    EXPECT_EQ(told, "too_large");
    EXPECT_TRUE(next);
}

TEST(Worker, job_that_throws_with_nobody_to_tell_is_no_end) {
    bool next = false;
    Worker worker([] {});
    worker.add(Worker::Place::last, [] { throw std::runtime_error("x"); });
    worker.add(
        Worker::Place::last, [] { throw std::runtime_error("x"); },
        [](const base::Fault&) { throw std::runtime_error("y"); });
    worker.add(Worker::Place::last, [&] { next = true; });
    worker.wait_until_idle();
    EXPECT_TRUE(next);
}

}  // namespace candor::desk
