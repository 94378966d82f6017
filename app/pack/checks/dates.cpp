#include <chrono>

#include "pack/checks/check_table.h"
#include "pack/checks/finding_list.h"
#include "pack/fields.h"

namespace candor::pack {
namespace {

constexpr int kComingDays = 30;

int days(const std::string& date) {
    using namespace std::chrono;
    const year_month_day day{year{std::stoi(date.substr(0, 4))},
                             month{static_cast<unsigned>(std::stoi(date.substr(5, 2)))},
                             std::chrono::day{static_cast<unsigned>(std::stoi(date.substr(8, 2)))}};
    return static_cast<int>(sys_days(day).time_since_epoch().count());
}

void check_review_by(const Subject& subject, FindingList& list) {
    const std::string& due = subject.pack.review.review_by;
    if (!is_date(due)) return;
    const int left = days(due) - days(subject.today);
    const int line = subject.line_of("pack.yaml", "review", "review_by");
    if (left < 0)
        list.warning("pack.yaml", line, "review-passed",
                     "This pack was to be reviewed again by " + due + ".",
                     "Have it reviewed, then write the next day here.");
    else if (left <= kComingDays)
        list.advice("pack.yaml", line, "review-due",
                    "This pack is to be reviewed again by " + due + ", in " + std::to_string(left) +
                        " days.",
                    "Ask its reviewer now.");
}

void check_past(const Subject& subject, const std::string& date, int line, const char* what,
                FindingList& list) {
    if (is_date(date) && days(date) > days(subject.today))
        list.warning("pack.yaml", line, "date-ahead",
                     std::string("The day ") + what + " is " + date + ", which has not come yet.",
                     "Correct it.");
}

}  // namespace

/// A review that is due or was, and days of publication and review that lie ahead.
void check_dates(const Subject& subject, base::Findings& findings) {
    if (!is_date(subject.today)) return;
    FindingList list(findings);
    check_review_by(subject, list);
    check_past(subject, subject.pack.published, subject.line_of("pack.yaml", "published"),
               "of publication", list);
    check_past(subject, subject.pack.review.date, subject.line_of("pack.yaml", "review", "date"),
               "of the review", list);
}

}  // namespace candor::pack
