#include "language/plural_rule.h"

#include "scratch.h"

namespace candor::language {
namespace {

bool holds(std::string_view condition, int count) {
    const auto parsed = PluralCondition::parse(condition);
    if (!parsed) ADD_FAILURE() << condition;
    return parsed && parsed->holds(count);
}

/// As CLDR 44 gives them.
PluralRule polish() {
    PluralRule rule;
    rule.add("one", PluralCondition::parse("i = 1 and v = 0 @integer 1").value());
    rule.add("few", PluralCondition::parse("v = 0 and i % 10 = 2..4 and i % 100 != 12..14 "
                                           "@integer 2~4, 22~24, 32~34, …")
                        .value());
    rule.add("many", PluralCondition::parse(
                         "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or "
                         "v = 0 and i % 100 = 12..14")
                         .value());
    return rule;
}

TEST(PluralRule, condition_is_read_as_cldr_writes_it) {
    EXPECT_TRUE(holds("n = 1", 1));
    EXPECT_FALSE(holds("n = 1", 2));
    EXPECT_TRUE(holds("n != 1", 0));
    EXPECT_TRUE(holds("n % 10 = 2..4", 23));
    EXPECT_FALSE(holds("n%10=2..4 and n%100!=12..14", 13));
    EXPECT_TRUE(holds("n = 0, 2..3, 7", 7));
    EXPECT_TRUE(holds("n mod 100 = 3..10", 1003));
    EXPECT_TRUE(holds("n = 5 or n = 9", 9));
}

TEST(PluralRule, operands_of_fractions_are_nought) {
    EXPECT_TRUE(holds("i = 1 and v = 0", 1));
    EXPECT_FALSE(holds("v != 0 or f = 1", 1));
    // French, many: of millions.
    const char* many = "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5";
    EXPECT_TRUE(holds(many, 2'000'000));
    EXPECT_FALSE(holds(many, 20));
}

TEST(PluralRule, what_is_no_condition_is_refused) {
    for (const char* text : {"", "n", "n =", "= 1", "x = 1", "n = one", "n = 1 and",
                             "n = 1 or or n = 2", "n % 0 = 1", "n == 1", "n = 1; n = 2", "n = 1..",
                             "n = 99999999999", "none = 1", "n = 1 nand n = 2", "نعم"})
        EXPECT_FALSE(PluralCondition::parse(text)) << text;
    EXPECT_FALSE(PluralCondition::parse(std::string(100'000, 'n')));
}

TEST(PluralRule, first_that_holds_is_taken_and_other_is_the_rest) {
    const PluralRule rule = polish();
    EXPECT_EQ(rule.category(1), "one");
    for (const int n : {2, 3, 4, 22, 104}) EXPECT_EQ(rule.category(n), "few") << n;
    for (const int n : {0, 5, 11, 12, 14, 21, 25, 112}) EXPECT_EQ(rule.category(n), "many") << n;
    EXPECT_EQ(rule.categories(), (std::vector<std::string>{"one", "few", "many", "other"}));
    EXPECT_EQ(PluralRule().category(1), "other");
}

TEST(PluralRule, arabic_has_the_six_forms_of_cldr) {
    const PluralRule rule = shipped_rules("ar")->plural;
    EXPECT_EQ(rule.category(0), "zero");
    EXPECT_EQ(rule.category(1), "one");
    EXPECT_EQ(rule.category(2), "two");
    for (const int n : {3, 10, 103, 110, 1003}) EXPECT_EQ(rule.category(n), "few") << n;
    for (const int n : {11, 26, 99, 111, 199, 1011}) EXPECT_EQ(rule.category(n), "many") << n;
    for (const int n : {100, 101, 102, 200, 202, 1000}) EXPECT_EQ(rule.category(n), "other") << n;
}

}  // namespace
}  // namespace candor::language
