#pragma once
#include <string>

#include "pack/page/pack.h"

namespace candor::pack {

/// Days before `review_by` from which a review is `coming`.
inline constexpr int kReviewComingDays = 30;

/// Where a review stands on `today` ("2026-11-22"). A review without a day is current.
ReviewDue review_due(const Review& review, const std::string& today, int grace_days);

/// Days from one "2026-11-22" to another; both must be is_date().
int days_between(const std::string& from, const std::string& to);

}  // namespace candor::pack
