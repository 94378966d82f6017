#include "pack/checks/check_table.h"
#include "pack/folder/fields.h"
#include "pack/folder/finding_list.h"
#include "pack/page/review_due.h"

namespace candor::pack {
namespace {

void check_review_by(const Subject& subject, FindingList& list) {
    const std::string& due = subject.pack.review.review_by;
    if (!is_date(due)) return;
    const int left = days_between(subject.today, due);
    const int line = subject.line_of("pack.yaml", "review", "review_by");
    if (left < 0)
        list.warning("pack.yaml", line, "review-passed",
                     "This pack was to be reviewed again by " + due + ".",
                     "Have it reviewed, then write the next day here.");
    else if (left <= kReviewComingDays)
        list.advice("pack.yaml", line, "review-due",
                    "This pack is to be reviewed again by " + due + ", in " + std::to_string(left) +
                        " days.",
                    "Ask its reviewer now.");
}

void check_past(const Subject& subject, const std::string& date, int line, const char* what,
                FindingList& list) {
    if (is_date(date) && days_between(subject.today, date) > 0)
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
