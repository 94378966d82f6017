#include "pack/page/review_due.h"

#include <gtest/gtest.h>

#include "pack/package/library.h"
#include "pack/package/store.h"
#include "scratch_pack.h"

namespace candor::pack {
namespace {

constexpr int kGraceDays = 90;

Review due_by(const std::string& day) {
    Review review;
    review.review_by = day;
    return review;
}

ReviewDue as_of(const std::string& today) {
    return review_due(due_by("2027-03-01"), today, kGraceDays);
}

TEST(ReviewDue, far_off_is_current) { EXPECT_EQ(as_of("2027-01-29").time, ReviewTime::current); }

TEST(ReviewDue, thirty_days_before_staff_see_it_come) {
    EXPECT_EQ(as_of("2027-01-30").time, ReviewTime::coming);
    EXPECT_EQ(as_of("2027-01-30").days, 30);
    EXPECT_EQ(as_of("2027-03-01").time, ReviewTime::coming);
    EXPECT_EQ(as_of("2027-03-01").days, 0);
}

TEST(ReviewDue, from_the_next_day_on_it_has_passed) {
    EXPECT_EQ(as_of("2027-03-02").time, ReviewTime::passed);
    EXPECT_EQ(as_of("2027-03-02").days, -1);
    EXPECT_EQ(as_of("2027-05-30").time, ReviewTime::passed) << "the last day of grace";
}

TEST(ReviewDue, past_the_grace_period_it_is_withdrawn) {
    EXPECT_EQ(as_of("2027-05-31").time, ReviewTime::withdrawn);
}

TEST(ReviewDue, leap_years_count) {
    EXPECT_EQ(days_between("2028-02-28", "2028-03-01"), 2);
    EXPECT_EQ(days_between("2027-02-28", "2027-03-01"), 1);
}

TEST(ReviewDue, without_a_day_it_never_falls_due) {
    EXPECT_EQ(review_due({}, "2099-01-01", 0).time, ReviewTime::current);
    EXPECT_EQ(review_due(due_by("soon"), "2099-01-01", 0).time, ReviewTime::current);
}

TEST(ReviewDue, withdrawn_pack_is_left_out_of_the_library_and_named) {
    ScratchPack scratch;
    scratch.change("  status: draft\n  role: \"\"\n  name: \"\"\n  date: \"\"\n",
                   "  status: reviewed\n  role: Dermatologist\n  name: Rae Lee\n"
                   "  date: 2026-11-22\n");
    const auto shown = load_library(scratch.content(), {}, ShowShipped::yes, "2026-01-01", 90);
    EXPECT_EQ(shown->packs.size(), 1U);
    const auto late = load_library(scratch.content(), {}, ShowShipped::yes, "2099-01-01", 90);
    EXPECT_EQ(late->packs.size(), 0U);
    ASSERT_FALSE(late->findings.empty());
    EXPECT_EQ(late->findings.front().code, "review-withdrawn");
}

}  // namespace
/// On 2028-02-21 every pack of the first version would have gone at once.
TEST(ReviewDue, shipped_draft_stays_with_a_warning_on_a_kiosk_that_nobody_updates) {
    const ScratchPack scratch;
    for (const char* day : {"2028-02-21", "2081-01-01"}) {
        const auto late = load_library(scratch.content(), {}, ShowShipped::yes, day, 90);
        ASSERT_EQ(late->packs.size(), 1U) << day;
        EXPECT_EQ(late->packs[0].review.due.time, ReviewTime::passed) << "patients read it";
        ASSERT_FALSE(late->findings.empty());
        EXPECT_EQ(late->findings.front().code, "review-long-due");
        EXPECT_EQ(late->findings.front().severity, base::Severity::warning);
    }
}

}  // namespace candor::pack
