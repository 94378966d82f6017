#include "pack/page/table_lines.h"

#include <gtest/gtest.h>

namespace candor::pack {

TEST(TableLines, bars_part_cells_unless_they_are_escaped_or_code) {
    EXPECT_EQ(cells_of_line("| a | b |"), 2U);
    EXPECT_EQ(cells_of_line("a | b"), 2U);
    EXPECT_EQ(cells_of_line("| a \\| b | c |"), 2U);
    EXPECT_EQ(cells_of_line("| `a|b` | c"), 2U);
    EXPECT_EQ(cells_of_line("| a \\|"), 1U);
    EXPECT_EQ(cells_of_line("words"), 1U);
    EXPECT_EQ(cells_of_line("| `a | b |"), 1U);
}

TEST(TableLines, tables_in_a_paragraph_are_found) {
    EXPECT_EQ(first_table_line({{.text = "one\x01two"}}), std::nullopt);
    EXPECT_EQ(first_table_line({{.text = "| a |"}}), 0);
    EXPECT_EQ(first_table_line({{.text = "one\x01"
                                         "| a | b |\x01|---|---|"}}),
              1);
    EXPECT_EQ(first_table_line({{.text = "one\x01"
                                         "a | b\x01"
                                         "--- | ---\x01"
                                         "c | d"}}),
              1);
    EXPECT_EQ(first_table_line({{.text = "either | or"}}), std::nullopt);
}

}  // namespace candor::pack
