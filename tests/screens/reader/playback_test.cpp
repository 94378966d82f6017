#include "screens/reader/playback.h"

#include <gtest/gtest.h>

namespace candor::screens {
namespace {

/// Three keys: a ball moves, and then nothing does.
pack::Sequence rolling() {
    pack::Sequence out;
    out.width = 100, out.height = 60;
    out.layers = {{"ball", {}, 20, 20}};
    const pack::RichText words{{"Five words stand in here", false, false, {}, {}}};
    out.keys = {{0, {{20, 40, 100, 100}}, words, 1},
                {2000, {{80, 40, 50, 0}}, words, 2},
                {0, {{80, 40, 50, 0}}, words, 3}};
    return out;
}

TEST(Playback, goes_on_with_the_clock_and_stays_at_its_end) {
    const Playback playing{"a/b/0", 500, 2000, 10'000};
    EXPECT_EQ(playing.at(9'000), 500);
    EXPECT_EQ(playing.at(10'700), 1200);
    EXPECT_TRUE(playing.runs(11'499));
    EXPECT_FALSE(playing.runs(11'500));
    EXPECT_EQ(playing.at(10'000'000'000), 2000);
}

TEST(Timing, rests_at_each_key_for_as_long_as_its_words_take) {
    const Timing timing(rolling());
    EXPECT_EQ(timing.arrival(0), 0);
    EXPECT_EQ(timing.arrival(1), 4000);  // five words of 400 ms, and the way
    EXPECT_EQ(timing.arrival(2), 6000);
    EXPECT_EQ(timing.end(), 6000);
    EXPECT_EQ(timing.at(0).leaves_ms, 2000);
    EXPECT_EQ(timing.at(1999).key, 0U);
    EXPECT_FALSE(timing.at(6000).leaves_ms);
}

TEST(Timing, says_the_words_of_the_key_that_it_is_on_the_way_to) {
    const Timing timing(rolling());
    const auto middle = timing.at(3000);
    EXPECT_EQ(middle.key, 1U);
    EXPECT_TRUE(middle.moves());
    EXPECT_FLOAT_EQ(middle.share, 0.5F);
    EXPECT_FALSE(timing.at(4000).moves());
    EXPECT_FALSE(timing.at(6000).moves());
    EXPECT_EQ(timing.at(1'000'000).key, 2U);
}

TEST(Timing, layer_stands_between_its_places) {
    const pack::Sequence sequence = rolling();
    const Timing timing(sequence);
    const LayerStand stand = stand_of(sequence, 0, timing.at(3000));
    EXPECT_FLOAT_EQ(stand.x, 50);
    EXPECT_FLOAT_EQ(stand.y, 40);
    EXPECT_FLOAT_EQ(stand.scale, 0.75F);
    EXPECT_FLOAT_EQ(stand.opacity, 0.5F);
}

}  // namespace
}  // namespace candor::screens
