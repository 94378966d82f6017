#include "screening/model/value.h"

#include "form.h"
#include "screening/model/calendar.h"

namespace candor::screening {

TEST(Dates, same_precision_compares_by_calendar) {
    EXPECT_TRUE(compare(Date{"2025"}, Date{"2026"}) < 0);
    EXPECT_TRUE(compare(Date{"2026-02"}, Date{"2026-01"}) > 0);
    EXPECT_TRUE(equal(Date{"2026-02-28"}, Date{"2026-02-28"}));
}

TEST(Dates, other_precision_compares_where_the_common_part_differs) {
    EXPECT_TRUE(compare(Date{"2025"}, Date{"2026-11-22"}) < 0);
    EXPECT_TRUE(compare(Date{"2026-12"}, Date{"2026-11-22"}) > 0);
}

TEST(Dates, other_precision_with_the_same_common_part_is_unordered) {
    EXPECT_EQ(compare(Date{"2026"}, Date{"2026-11"}), std::partial_ordering::unordered);
    EXPECT_FALSE(equal(Date{"2026-11"}, Date{"2026-11-22"}));
}

TEST(Dates, days_that_the_calendar_lacks_are_refused) {
    EXPECT_TRUE(is_date("2024-02-29"));
    EXPECT_TRUE(is_date("2000-02-29"));
    for (const char* wrong :
         {"2026-02-29", "1900-02-29", "2026-13", "2026-00", "2026-04-31", "0000", "2026-1-1", "26",
          "2026-11-22T10:00", "2026/11/22", "", "２０２６"})
        EXPECT_FALSE(is_date(wrong)) << wrong;
}

TEST(Numbers, decimals_are_equal_by_size) {
    EXPECT_TRUE(equal(decimal("1.0"), decimal("1.00")));
    EXPECT_TRUE(equal(decimal("100"), decimal("1e2")));
    EXPECT_TRUE(equal(std::int64_t{2}, decimal("2.0")));
}

TEST(Numbers, eighteen_digits_are_told_apart) {
    EXPECT_FALSE(equal(decimal("0.123456789012345678"), decimal("0.123456789012345679")));
    EXPECT_TRUE(compare(decimal("123456789012345678"), decimal("123456789012345679")) < 0);
}

TEST(Numbers, malformed_or_endless_decimals_are_refused) {
    for (const char* wrong : {"", "-", ".5", "5.", "01", "1e", "0x10", "nan", "inf", "1e999", "1 "})
        EXPECT_FALSE(to_decimal(wrong)) << wrong;
    EXPECT_FALSE(to_decimal(std::string(100, '9')));
    EXPECT_EQ(to_decimal("-0.50")->text, "-0.50");
}

TEST(Numbers, integers_have_32_bits) {
    EXPECT_EQ(to_integer("2147483647"), 2147483647);
    EXPECT_EQ(to_integer("-2147483648"), -2147483648LL);
    for (const char* wrong : {"2147483648", "1.0", "1e3", "007", "+1", "", "99999999999999999999"})
        EXPECT_FALSE(to_integer(wrong)) << wrong;
}

TEST(Codings, display_does_not_matter_beside_a_code) {
    EXPECT_TRUE(equal(Coding{"s", "a", "x"}, Coding{"s", "a", "y"}));
    EXPECT_TRUE(equal(Coding{"", "a", "x"}, Coding{"", "a", ""}));
}

TEST(Codings, without_a_code_are_told_apart_by_system_and_display) {
    EXPECT_TRUE(equal(Coding{"", "", "Yes"}, Coding{"", "", "Yes"}));
    EXPECT_FALSE(equal(Coding{"", "", "Yes"}, Coding{"", "", "No"}));
    EXPECT_FALSE(equal(Coding{"", "", "Yes"}, Coding{"", "", "yes"}));
    EXPECT_FALSE(equal(Coding{"s", "", "Yes"}, Coding{"", "", "Yes"}));
    EXPECT_FALSE(equal(Coding{"s", "", "Yes"}, Coding{"t", "", "Yes"}));
    EXPECT_FALSE(equal(Coding{"", "", "Yes"}, Coding{"", "Yes", ""})) << "a code is no display";
    EXPECT_FALSE(equal(Coding{"", "", "Yes"}, Coding{"", "y", "Yes"}));
}

TEST(Codings, absent_system_differs_from_a_system) {
    EXPECT_FALSE(equal(Coding{"", "a", ""}, Coding{"s", "a", ""}));
}

TEST(Blank, only_invisible_text_is_blank) {
    EXPECT_TRUE(is_blank(std::string(" \t\n")));
    EXPECT_FALSE(is_blank(std::string(" a")));
    EXPECT_FALSE(is_blank(false));
}

}  // namespace candor::screening
