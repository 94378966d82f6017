#include <gtest/gtest.h>

#include "platform/headless/headless_sound.h"

namespace candor::platform {
namespace {

Samples ramp(std::size_t count) {
    Samples samples(count);
    for (std::size_t i = 0; i < count; ++i) samples[i] = static_cast<std::int16_t>(i + 1);
    return samples;
}

Samples taken(SoundQueue& queue, std::size_t count) {
    Samples out(count, 99);
    queue.take(out);
    return out;
}

}  // namespace

TEST(SoundQueueTest, gives_what_was_added_in_order_and_then_silence) {
    SoundQueue queue;
    queue.add({1, 2});
    queue.add({3});
    EXPECT_EQ(queue.left(), 3U);
    EXPECT_EQ(taken(queue, 2), (Samples{1, 2}));
    EXPECT_EQ(taken(queue, 3), (Samples{3, 0, 0}));
    EXPECT_EQ(queue.left(), 0U);
}

TEST(SoundQueueTest, paused_is_silent_and_loses_nothing) {
    SoundQueue queue;
    queue.add({1, 2});
    queue.pause(true);
    EXPECT_EQ(taken(queue, 2), (Samples{0, 0}));
    EXPECT_EQ(queue.left(), 2U);
    queue.pause(false);
    EXPECT_EQ(taken(queue, 2), (Samples{1, 2}));
}

TEST(SoundQueueTest, dropped_is_gone_and_not_paused_any_more) {
    SoundQueue queue;
    queue.add(ramp(10));
    static_cast<void>(taken(queue, 3));
    queue.pause(true);
    queue.drop();
    EXPECT_EQ(queue.left(), 0U);
    queue.add({7});
    EXPECT_EQ(taken(queue, 2), (Samples{7, 0}));
}

TEST(SoundQueueTest, volume_counts_from_now_on_and_never_amplifies) {
    SoundQueue queue;
    queue.add({1000, 1000, 1000});
    EXPECT_EQ(taken(queue, 1), Samples{1000});
    queue.set_volume(0.5F);
    EXPECT_EQ(taken(queue, 1), Samples{500});
    queue.set_volume(7);
    EXPECT_EQ(taken(queue, 1), Samples{1000});
}

class HeadlessSoundTest : public testing::Test {
  protected:
    std::int64_t now_ms = 1000;
    HeadlessSound sound{[this] { return now_ms; }};
};

TEST_F(HeadlessSoundTest, hears_at_the_pace_of_its_clock) {
    ASSERT_TRUE(sound.open(1000));
    sound.play(ramp(500));
    EXPECT_EQ(sound.left_ms(), 500);
    now_ms += 200;
    EXPECT_EQ(sound.left_ms(), 300);
    EXPECT_EQ(sound.heard(), ramp(200));
    sound.pause(true);
    now_ms += 1000;
    EXPECT_EQ(sound.left_ms(), 300);
    sound.pause(false);
    now_ms += 1000;
    EXPECT_EQ(sound.left_ms(), 0);
    EXPECT_EQ(sound.heard(), ramp(500));
}

TEST_F(HeadlessSoundTest, hushed_is_never_heard) {
    ASSERT_TRUE(sound.open(1000));
    sound.play(ramp(500));
    now_ms += 100;
    sound.hush();
    now_ms += 1000;
    EXPECT_EQ(sound.heard(), ramp(100));
}

TEST_F(HeadlessSoundTest, machine_without_a_device_says_so) {
    sound.set_there(false);
    EXPECT_FALSE(sound.is_there());
    const auto opened = sound.open(1000);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, base::FaultKind::unreachable);
    EXPECT_FALSE(sound.is_open());
}

}  // namespace candor::platform
