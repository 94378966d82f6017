#include "kiosk/delivery_words.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

namespace candor::kiosk {
namespace {

using base::FaultKind;

std::string problem_of(FaultKind kind, const std::string& where = "db/candor") {
    fleet::DeliveryStatus status;
    status.fault = base::Fault{kind, where, "detail"};
    return to_staff(status, "db/candor").problem;
}

}  // namespace

TEST(DeliveryWords, moments_are_local) {
    ::setenv("TZ", "UTC-3", 1);
    ::tzset();
    EXPECT_EQ(local_moment("2027-01-15T22:30:00Z"), "2027-01-16 01:30");
    EXPECT_EQ(local_moment(""), "");
    EXPECT_EQ(local_moment("soon"), "");
}

TEST(DeliveryWords, good_status_has_no_problem) {
    fleet::DeliveryStatus status;
    status.waiting = 3;
    const auto told = to_staff(status, "db/candor");
    EXPECT_EQ(told.waiting, 3);
    EXPECT_EQ(told.problem, "");
}

TEST(DeliveryWords, causes_that_staff_treat_differently_differ) {
    EXPECT_EQ(problem_of(FaultKind::unreachable), "staff.delivery.problem.unreachable");
    EXPECT_EQ(problem_of(FaultKind::refused), "staff.delivery.problem.login");
    EXPECT_EQ(problem_of(FaultKind::wrong_key), "staff.delivery.problem.certificate");
    EXPECT_EQ(problem_of(FaultKind::disk_full), "staff.delivery.problem.server-full");
    EXPECT_EQ(problem_of(FaultKind::unsupported), "staff.delivery.problem.layout");
    EXPECT_EQ(problem_of(FaultKind::wrong_format), "staff.delivery.problem.row");
    EXPECT_EQ(problem_of(FaultKind::internal), "staff.delivery.problem.other");
}

TEST(DeliveryWords, full_disk_of_the_kiosk_is_not_the_servers) {
    EXPECT_EQ(problem_of(FaultKind::disk_full, "/state/consult.db"),
              "staff.delivery.problem.kiosk");
}

}  // namespace candor::kiosk
