#include "fleet/sql_state.h"

#include <gtest/gtest.h>

namespace candor::fleet {

using base::FaultKind;

TEST(SqlState, longest_beginning_that_fits_says_the_kind) {
    EXPECT_EQ(kind_of("53300"), FaultKind::unreachable);
    EXPECT_EQ(kind_of("53100"), FaultKind::disk_full);
    EXPECT_EQ(kind_of("42501"), FaultKind::refused);
    EXPECT_EQ(kind_of("42P01"), FaultKind::unsupported);
    EXPECT_EQ(kind_of("42601"), FaultKind::internal);
    EXPECT_EQ(kind_of("57P03"), FaultKind::unreachable);
}

TEST(SqlState, taken_row_is_not_a_bad_row) {
    EXPECT_TRUE(is_about_the_row("23514"));
    EXPECT_TRUE(is_about_the_row("22001"));
    EXPECT_FALSE(is_about_the_row("23505"));
    EXPECT_FALSE(is_about_the_row("42501"));
    EXPECT_FALSE(is_about_the_row(""));
}

TEST(SqlState, is_found_in_libpqs_verbose_words) {
    const std::string message =
        "connection to server on socket \"/tmp/x\" failed: FATAL:  28P01: password authentication "
        "failed for user \"k\"\nLOCATION:  auth_failed, auth.c:335\n";
    EXPECT_EQ(sql_state_in(message), "28P01");
    EXPECT_EQ(first_line_of(message), "password authentication failed for user \"k\"");
    EXPECT_EQ(sql_state_in("could not connect: Connection refused"), "");
    EXPECT_EQ(first_line_of("could not connect\n\tIs it up?"), "could not connect");
}

}  // namespace candor::fleet
