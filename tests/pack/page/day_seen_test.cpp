#include "pack/page/day_seen.h"

#include <gtest/gtest.h>

#include "base/clock.h"
#include "pack/package/library.h"
#include "pack/package/store.h"
#include "scratch_pack.h"

namespace candor::pack {
namespace {

using Doubt = DaySeen::Doubt;

constexpr const char* kBuilt = "2026-11-01";

DaySeen on(const std::string& clock, const std::string& seen = "2026-11-28") {
    return judge_day(clock, seen, kBuilt);
}

}  // namespace

TEST(DaySeen, next_day_is_believed) {
    EXPECT_EQ(on("2026-11-29").doubt, Doubt::none);
    EXPECT_EQ(on("2026-11-29").judged, "2026-11-29");
}

TEST(DaySeen, calendar_that_is_held_for_pictures_is_believed) {
    base::hold_calendar("1999-12-31T12:00:00Z");
    const DaySeen day = day_seen(std::filesystem::temp_directory_path(), base::local_today());
    base::hold_calendar("");
    EXPECT_EQ(day.doubt, Doubt::none);
    EXPECT_EQ(day.judged, "1999-12-31");
}

TEST(DaySeen, winter_in_a_cupboard_is_believed_and_ten_years_are_not) {
    EXPECT_EQ(on("2027-03-01").doubt, Doubt::none);
    EXPECT_EQ(on("2036-11-29").doubt, Doubt::ahead);
    EXPECT_EQ(on("2036-11-29").judged, "2036-11-29") << "patients still read that it is overdue";
}

TEST(DaySeen, clock_that_went_back_is_never_followed) {
    const DaySeen day = on("1972-01-01");
    EXPECT_EQ(day.doubt, Doubt::behind);
    EXPECT_EQ(day.judged, "2026-11-28");
}

TEST(DaySeen, other_time_zone_is_no_doubt) {
    EXPECT_EQ(on("2026-11-27").doubt, Doubt::none);
    EXPECT_EQ(on("2026-11-27").judged, "2026-11-28");
    EXPECT_EQ(on("2026-11-26").doubt, Doubt::behind);
}

TEST(DaySeen, first_start_may_be_years_after_the_build_and_not_before_it) {
    EXPECT_EQ(on("2029-06-01", "").doubt, Doubt::none);
    EXPECT_EQ(on("2036-06-01", "").doubt, Doubt::ahead);
    EXPECT_EQ(on("2026-10-30", "").doubt, Doubt::behind);
    EXPECT_EQ(on("2026-10-30", "").judged, kBuilt);
}

TEST(DaySeen, build_is_newer_than_what_an_older_one_saw) {
    EXPECT_EQ(on("2026-11-29", "2020-01-01").seen, kBuilt);
}

TEST(DaySeen, believed_day_is_kept_and_a_doubted_one_is_not) {
    const ScratchPack scratch;
    const auto& state = scratch.content();
    ASSERT_TRUE(believe_day(state, "2081-01-01"));
    const DaySeen today = day_seen(state, "2030-01-01");
    EXPECT_EQ(today.seen, "2081-01-01");
    EXPECT_EQ(today.doubt, Doubt::behind);
    ASSERT_TRUE(keep_day(state, today));
    EXPECT_EQ(day_seen(state, "2030-01-01").seen, "2081-01-01");
    ASSERT_TRUE(believe_day(state, "2030-01-01"));
    EXPECT_EQ(day_seen(state, "2030-01-02").doubt, Doubt::none);
    ASSERT_TRUE(keep_day(state, day_seen(state, "2030-01-02")));
    EXPECT_EQ(day_seen(state, "2030-01-02").seen, "2030-01-02");
}

TEST(DaySeen, file_that_is_no_day_counts_as_none) {
    const ScratchPack scratch;
    for (const char* text : {"", "soon", "2026-99-99", "2026-11-28x"}) {
        std::ofstream(scratch.content() / "last-day", std::ios::trunc) << text;
        EXPECT_EQ(day_seen(scratch.content(), built_on()).seen, built_on()) << text;
    }
}

TEST(DaySeen, doubted_day_withdraws_nothing_and_patients_read_that_it_is_overdue) {
    ScratchPack scratch;
    scratch.change("  status: draft\n  role: \"\"\n  name: \"\"\n  date: \"\"\n",
                   "  status: reviewed\n  role: Dermatologist\n  name: Rae Lee\n"
                   "  date: 2026-11-22\n");
    const auto shown = [&](const DaySeen& day) {
        return load_library(scratch.content(), {}, ShowShipped::yes, day.judged, 90,
                            overdue_on(day));
    };
    EXPECT_TRUE(shown(on("2099-01-01", "2098-12-31"))->packs.empty());
    const auto kept = shown(on("2099-01-01"));
    ASSERT_EQ(kept->packs.size(), 1U);
    EXPECT_EQ(kept->packs[0].review.due.time, ReviewTime::passed);
}

}  // namespace candor::pack
