#include <gtest/gtest.h>

#include "base/clock.h"
#include "screening/expression/evaluator.h"
#include "screening/expression/syntax.h"
#include "screening/model/value.h"

namespace candor::screening {
namespace {

std::string text_of(const Value& value) {
    struct Words {
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(std::int64_t integer) const { return std::to_string(integer); }
        std::string operator()(const Decimal& decimal) const { return decimal.text; }
        std::string operator()(const Date& date) const { return "@" + date.iso; }
        std::string operator()(const std::string& text) const { return "'" + text + "'"; }
        std::string operator()(const DateTime& moment) const { return "@" + moment.iso; }
        std::string operator()(const Time& time) const { return "@T" + time.iso; }
        std::string operator()(const Uri& uri) const { return uri.text; }
        std::string operator()(const Quantity& q) const {
            return q.value.text + " '" + q.unit + "'";
        }
        std::string operator()(const Coding& coding) const { return coding.code; }
    };
    return std::visit(Words(), value);
}

/// "1, 2" of an expression that reads nothing; "{}" for nothing.
std::string worked_out(const std::string& text) {
    const Parsed parsed = parse_expression(text);
    if (!parsed.syntax) return "refused: " + parsed.why;
    const std::vector<const Variable*> none;
    std::size_t steps = 100'000;
    std::string out;
    for (const Datum& each : Evaluator(nullptr, none, steps).run(*parsed.syntax, -1))
        out += (out.empty() ? "" : ", ") + (each.value() ? text_of(*each.value()) : "element");
    return out.empty() ? "{}" : out;
}

struct Row {
    const char* expression;
    const char* result;
};

class FhirPath : public testing::TestWithParam<Row> {};

TEST_P(FhirPath, has_the_value_of_the_specification) {
    EXPECT_EQ(worked_out(GetParam().expression), GetParam().result) << GetParam().expression;
}

// What the FHIRPath specification (N1) says of each operator and function, and its precedence.
INSTANTIATE_TEST_SUITE_P(
    Arithmetic, FhirPath,
    testing::Values(Row{"1 + 2 * 3", "7"}, Row{"(1 + 2) * 3", "9"}, Row{"7 div 2", "3"},
                    Row{"-7 div 2", "-3"}, Row{"7 mod 2", "1"}, Row{"5.5 mod 0.7", "0.6"},
                    Row{"2.5 div 0.3", "8"}, Row{"1 / 3", "0.33333333"}, Row{"2 / 3", "0.66666667"},
                    Row{"4 / 2", "2"}, Row{"1 / 0", "{}"}, Row{"1 div 0", "{}"},
                    Row{"5 mod 0", "{}"}, Row{"0.1 + 0.2", "0.3"}, Row{"0.1 + 0.2 = 0.3", "true"},
                    Row{"1.0 = 1", "true"}, Row{"-1 + 3", "2"}, Row{"- (2) * 3", "-6"},
                    Row{"5 - 2 - 1", "2"}, Row{"1 + {}", "{}"}, Row{"1 + 'a'", "{}"},
                    Row{"'a' + 'b'", "'ab'"}, Row{"'a' & {}", "'a'"}, Row{"{} & {}", "''"},
                    Row{"70 / (1.75 * 1.75)", "22.85714286"},
                    Row{"99999999999999999999 * 99999999999999999999", "{}"}));

INSTANTIATE_TEST_SUITE_P(
    Functions, FhirPath,
    testing::Values(
        Row{"2.power(3)", "8"}, Row{"2.5.power(2)", "6.25"}, Row{"2.power(-1)", "0.5"},
        Row{"4.power(0.5)", "2"}, Row{"81.sqrt()", "9"}, Row{"2.sqrt()", "1.41421356"},
        Row{"(-1).sqrt()", "{}"}, Row{"1.ln()", "0"}, Row{"10.ln()", "2.30258509"},
        Row{"0.ln()", "{}"}, Row{"0.exp()", "1"}, Row{"1.exp()", "2.71828183"},
        Row{"1000.exp()", "{}"}, Row{"8.log(2)", "3"}, Row{"8.log(1)", "{}"}, Row{"1.round()", "1"},
        Row{"3.14159.round(3)", "3.142"}, Row{"(-1.5).round()", "-2"}, Row{"2.5.round()", "3"},
        Row{"1.1.ceiling()", "2"}, Row{"(-1.1).ceiling()", "-1"}, Row{"(-2.1).floor()", "-3"},
        Row{"(-1.56).truncate()", "-1"}, Row{"(-5.5).abs()", "5.5"}, Row{"(1 | 2 | 3).sum()", "6"},
        Row{"{}.sum()", "0"}, Row{"(1 | 2 | 6).avg()", "3"}, Row{"{}.avg()", "{}"},
        Row{"(3 | 1 | 2).min()", "1"}, Row{"(3 | 1 | 2).max()", "3"},
        Row{"(1 | 2 | 2).count()", "2"}, Row{"(1 | 2 | 3).where($this > 1)", "2, 3"},
        Row{"(1 | 2 | 3).select($this * 2)", "2, 4, 6"},
        Row{"(1 | 2 | 3).aggregate($total + $this, 0)", "6"}, Row{"(1 | 2 | 3).first()", "1"},
        Row{"(1 | 2 | 3).last()", "3"}, Row{"(1 | 2 | 3).tail()", "2, 3"},
        Row{"(1 | 2 | 3).skip(1)", "2, 3"}, Row{"(1 | 2 | 3).take(2)", "1, 2"},
        Row{"(1 | 2)[1]", "2"}, Row{"(1 | 2)[2]", "{}"}, Row{"(1 | 2).single()", "{}"},
        Row{"(1 | 2 | 3).all($this > 0)", "true"}, Row{"{}.all($this > 0)", "true"},
        Row{"(1 | 2).exists($this > 1)", "true"}, Row{"{}.exists()", "false"},
        Row{"{}.empty()", "true"}, Row{"(true | false).anyTrue()", "true"},
        Row{"(true | false).allTrue()", "false"}, Row{"(1 | 2).intersect(2 | 3)", "2"},
        Row{"1.combine(1)", "1, 1"}, Row{"iif(true, 1, 2)", "1"}, Row{"iif({}, 1, 2)", "2"},
        Row{"iif(false, 1)", "{}"}, Row{"(1 | 'a').ofType(Integer)", "1"},
        Row{"1 is Integer", "true"}, Row{"1.is(System.String)", "false"},
        Row{"'1'.toInteger() + 1", "2"}, Row{"'x'.toInteger()", "{}"}, Row{"1.toString()", "'1'"},
        Row{"'1.50'.toDecimal()", "1.50"}, Row{"'yes'.toBoolean()", "true"}));

INSTANTIATE_TEST_SUITE_P(
    Texts, FhirPath,
    testing::Values(Row{"'abcdefg'.substring(3)", "'defg'"},
                    Row{"'abcdefg'.substring(1, 2)", "'bc'"}, Row{"'abcdefg'.substring(7)", "{}"},
                    Row{"'äöü'.substring(1, 1)", "'ö'"}, Row{"'äöü'.length()", "3"},
                    Row{"'abc'.startsWith('ab')", "true"}, Row{"'abc'.endsWith('ab')", "false"},
                    Row{"'abc'.contains('b')", "true"}, Row{"'abc'.indexOf('c')", "2"},
                    Row{"'abc'.indexOf('x')", "-1"},
                    Row{"'phq-q07'.matches('^phq-q0[1-9]$')", "true"},
                    Row{"'phq-total'.matches('^phq-q0[1-9]$')", "false"},
                    Row{"'abc'.matches('b')", "true"}, Row{"'a'.matches('(?=a)')", "{}"},
                    Row{"'aB'.upper()", "'AB'"}, Row{"' a '.trim()", "'a'"},
                    Row{"('a' | 'b').join(', ')", "'a, b'"}, Row{R"('it\'s')", "'it's'"},
                    Row{R"('\u00e4')", "'ä'"}));

INSTANTIATE_TEST_SUITE_P(
    Truth, FhirPath,
    testing::Values(Row{"true and {}", "{}"}, Row{"false and {}", "false"},
                    Row{"true or {}", "true"}, Row{"false or {}", "{}"}, Row{"true xor {}", "{}"},
                    Row{"true xor false", "true"}, Row{"false implies {}", "true"},
                    Row{"true implies {}", "{}"}, Row{"{} implies true", "true"},
                    Row{"{}.not()", "{}"}, Row{"true.not()", "false"},
                    Row{"true or false and false", "true"}, Row{"1 = {}", "{}"},
                    Row{"{} ~ {}", "true"}, Row{"'A' ~ 'a'", "true"}, Row{"'A' = 'a'", "false"},
                    Row{"1 != 2", "true"}, Row{"(1 | 2) = (1 | 2)", "true"},
                    Row{"(1 | 2) = (2 | 1)", "false"}, Row{"(1 | 2) ~ (2 | 1)", "true"},
                    Row{"1 in (1 | 2)", "true"}, Row{"(1 | 2) contains 3", "false"},
                    Row{"{} in (1 | 2)", "{}"}, Row{"1 < 2", "true"}, Row{"'a' < 'b'", "true"},
                    Row{"1 < 'a'", "{}"}, Row{"(1 | 2) > 1", "{}"}, Row{"5 and true", "true"},
                    Row{"1 > 2 = false", "true"}));

INSTANTIATE_TEST_SUITE_P(
    Dates, FhirPath,
    testing::Values(Row{"@2026-11-22 > @2026-11-21", "true"}, Row{"@2026-11 = @2026-11-22", "{}"},
                    Row{"@2026-01-31 + 1 month", "@2026-02-28"},
                    Row{"@2024-02-29 + 1 year", "@2025-02-28"},
                    Row{"@2026-11-22 - 18 years", "@2008-11-22"},
                    Row{"@2026-11-22 + 10 days", "@2026-12-02"}, Row{"@2026 + 1 year", "@2027"},
                    Row{"@2026 + 1 day", "{}"}, Row{"@T10:30:00 < @T11:00:00", "true"},
                    Row{"today() = today()", "true"}, Row{"today() - 1 day < today()", "true"},
                    Row{"@2026-11-22 + 1 'kg'", "{}"}, Row{"4 'kg' + 2 'kg'", "6 'kg'"},
                    Row{"4 'kg' + 2 'g'", "{}"}, Row{"4 'kg' * 2", "8 'kg'"},
                    Row{"(4 'kg').value", "4"}));

INSTANTIATE_TEST_SUITE_P(
    Refused, FhirPath,
    testing::Values(Row{"Patient.name", "refused: the element \"Patient\" is not supported"},
                    Row{"1.trace('x')", "refused: the function \"trace()\" is not supported"},
                    Row{"1 +", "refused: something is missing in it"},
                    Row{"(1", "refused: there is no \")\" where it is due"},
                    Row{"'a", "refused: a quote has no end"},
                    Row{"1 2", "refused: \"\" stands where it should end"},
                    Row{"1 is Patient", "refused: the type \"Patient\" is not supported"},
                    Row{"where()",
                        "refused: the function \"where()\" has not the arguments that it takes"},
                    Row{"$index", "refused: \"$index\" is not supported"},
                    Row{"1 # 2", "refused: a character in it is not part of FHIRPath"}));

TEST(FhirPathBounds, depth_length_and_steps_are_bounded) {
    EXPECT_EQ(worked_out(std::string(100, '(') + "1" + std::string(100, ')')),
              "refused: it is nested too deeply");
    EXPECT_EQ(worked_out(std::string(20'000, ' ')), "refused: it is too long");
    std::string sum = "1";
    for (int i = 0; i < 5'000; ++i) sum += "+1";
    EXPECT_EQ(worked_out(sum), "refused: it is too long");
    EXPECT_EQ(worked_out(std::string(300, '-') + "1"), "refused: it is nested too deeply");
    // Each repeat() and select() multiplies; the steps end it.
    std::string wide = "(1|2|3|4|5|6|7|8|9)";
    for (int i = 0; i < 12; ++i) wide = "(" + wide + ").select((1|2|3|4|5|6|7|8|9).combine($this))";
    EXPECT_EQ(worked_out(wide), "{}");
}

}  // namespace
}  // namespace candor::screening
