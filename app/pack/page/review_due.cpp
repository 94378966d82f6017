#include "pack/page/review_due.h"

#include <chrono>

#include "pack/folder/fields.h"

namespace candor::pack {
namespace {

std::chrono::sys_days day_of(const std::string& date) {
    using namespace std::chrono;
    return year_month_day{year{std::stoi(date.substr(0, 4))},
                          month{static_cast<unsigned>(std::stoi(date.substr(5, 2)))},
                          day{static_cast<unsigned>(std::stoi(date.substr(8, 2)))}};
}

}  // namespace

int days_between(const std::string& from, const std::string& to) {
    return static_cast<int>((day_of(to) - day_of(from)).count());
}

ReviewDue review_due(const Review& review, const std::string& today, int grace_days) {
    if (!is_date(review.review_by) || !is_date(today)) return {};
    ReviewDue due{ReviewTime::current, days_between(today, review.review_by)};
    if (due.days < -grace_days)
        due.time = ReviewTime::withdrawn;
    else if (due.days < 0)
        due.time = ReviewTime::passed;
    else if (due.days <= kReviewComingDays)
        due.time = ReviewTime::coming;
    return due;
}

}  // namespace candor::pack
