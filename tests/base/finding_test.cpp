#include "base/finding.h"

#include <gtest/gtest.h>

namespace candor::base {

TEST(Finding, file_name_with_a_line_break_or_an_escape_makes_one_plain_line) {
    EXPECT_EQ(to_line({"a\nb\x1B[2J", 3, Severity::error, "code", "What.", "How."}),
              "a b [2J:3: error [code] What. How.");
}

}  // namespace candor::base
