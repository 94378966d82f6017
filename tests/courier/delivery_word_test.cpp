#include "courier/delivery_word.h"

#include <gtest/gtest.h>

namespace candor::courier {
namespace {

using base::FaultKind;
using consult::DeliveryProblem;

DeliveryProblem problem_of(FaultKind kind, const std::string& where = "db/candor") {
    fleet::DeliveryStatus status;
    status.fault = base::Fault{kind, where, "detail"};
    return word_of(status, "db/candor").problem;
}

}  // namespace

TEST(DeliveryWord, good_status_has_no_problem) {
    fleet::DeliveryStatus status;
    status.waiting = 3;
    const auto word = word_of(status, "db/candor");
    EXPECT_EQ(word.waiting, 3);
    EXPECT_EQ(word.problem, DeliveryProblem::none);
}

TEST(DeliveryWord, causes_that_staff_treat_differently_differ) {
    EXPECT_EQ(problem_of(FaultKind::unreachable), DeliveryProblem::unreachable);
    EXPECT_EQ(problem_of(FaultKind::refused), DeliveryProblem::login);
    EXPECT_EQ(problem_of(FaultKind::wrong_key), DeliveryProblem::certificate);
    EXPECT_EQ(problem_of(FaultKind::disk_full), DeliveryProblem::server_full);
    EXPECT_EQ(problem_of(FaultKind::read_only), DeliveryProblem::server_read_only);
    EXPECT_EQ(problem_of(FaultKind::unsupported), DeliveryProblem::layout);
    EXPECT_EQ(problem_of(FaultKind::wrong_format), DeliveryProblem::row);
    EXPECT_EQ(problem_of(FaultKind::internal), DeliveryProblem::other);
}

TEST(DeliveryWord, full_disk_of_the_kiosk_is_not_the_servers) {
    EXPECT_EQ(problem_of(FaultKind::disk_full, "/state/consult.db"), DeliveryProblem::kiosk);
}

}  // namespace candor::courier
