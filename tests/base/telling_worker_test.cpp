#include "base/telling_worker.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace candor::base {

TEST(TellingWorker, job_that_throws_is_told_and_the_next_is_done) {
    std::string told;
    bool next = false;
    TellingWorker worker([] {});
    worker.add(
        TellingWorker::Place::last, [] { throw std::bad_alloc(); },
        [&](const Fault& fault) {
            worker.tell([&told, kind = fault.kind] { told = name_of(kind); });
        });
    worker.add(TellingWorker::Place::last, [&] { next = true; });
    worker.wait_until_idle();
    EXPECT_TRUE(worker.take_news());
    EXPECT_EQ(told, "too_large");
    EXPECT_TRUE(next);
}

TEST(TellingWorker, job_that_throws_with_nobody_to_tell_is_no_end) {
    bool next = false;
    TellingWorker worker([] {});
    worker.add(TellingWorker::Place::last, [] { throw std::runtime_error("x"); });
    worker.add(
        TellingWorker::Place::last, [] { throw std::runtime_error("x"); },
        [](const Fault&) { throw std::runtime_error("y"); });
    worker.add(TellingWorker::Place::last, [&] { next = true; });
    worker.wait_until_idle();
    EXPECT_TRUE(next);
}

}  // namespace candor::base
