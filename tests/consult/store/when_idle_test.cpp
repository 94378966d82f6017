#include "consult/store/when_idle.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace candor::consult {

TEST(WhenIdle, due_work_is_done_before_it_is_gone) {
    std::atomic<int> done = 0;
    {
        WhenIdle idle([&] { ++done; });
        idle.soon();
    }
    EXPECT_EQ(done, 1);
}

TEST(WhenIdle, work_is_done_on_another_thread_and_again_after_each_call) {
    std::atomic<int> done = 0;
    std::thread::id by;
    WhenIdle idle([&] {
        by = std::this_thread::get_id();
        ++done;
    });
    for (int i = 1; i <= 3; ++i) {
        idle.soon();
        while (done < i) std::this_thread::yield();
    }
    EXPECT_NE(by, std::this_thread::get_id());
}

TEST(WhenIdle, work_that_throws_is_tried_again_with_the_next_call) {
    std::atomic<int> done = 0;
    WhenIdle idle([&] {
        if (++done == 1) throw std::runtime_error("no memory, say");
    });
    static_assert(noexcept(idle.soon()));
    for (int i = 1; i <= 2; ++i) {
        idle.soon();
        while (done < i) std::this_thread::yield();
    }
}

TEST(WhenIdle, nothing_due_does_nothing) {
    bool done = false;
    {
        const WhenIdle idle([&] { done = true; });
    }
    EXPECT_FALSE(done);
}

}  // namespace candor::consult
