#include "screening/model/enable_when.h"

#include "form.h"

namespace candor::screening {
namespace {

bool holds_for(Operator op, const Value& answer, const std::vector<Value>& values) {
    const std::span<const Value> span(values);
    return holds({"q", op, answer}, Answers(&span, 1));
}

struct Ordered {
    const char* name;
    Value low, middle, high;
};

class OrderedTypes : public testing::TestWithParam<Ordered> {};

INSTANTIATE_TEST_SUITE_P(
    Types, OrderedTypes,
    testing::Values(
        Ordered{"integer", std::int64_t{-3}, std::int64_t{5}, std::int64_t{70}},
        Ordered{"decimal", decimal("-0.5"), decimal("1.5"), decimal("1e3")},
        Ordered{"date", Date{"2025-12-31"}, Date{"2026-01-01"}, Date{"2026-01-02"}},
        Ordered{"dateTime", DateTime{"2026-01-01T09:00:00Z"}, DateTime{"2026-01-01T08:30:00-01:00"},
                DateTime{"2026-01-01T12:00:00+02:00"}},
        Ordered{"time", Time{"08:59:59"}, Time{"09:00:00"}, Time{"09:00:00.5"}},
        Ordered{"quantity", amount("9.5", "kg"), amount("10", "kg"), amount("10.1", "kg")}),
    [](const auto& types) { return types.param.name; });

class ComparedTypes : public testing::TestWithParam<Ordered> {};

INSTANTIATE_TEST_SUITE_P(
    Types, ComparedTypes,
    testing::Values(Ordered{"boolean", true, false, {}},
                    Ordered{"integer", std::int64_t{1}, std::int64_t{2}, {}},
                    Ordered{"decimal", decimal("1.50"), decimal("1.51"), {}},
                    Ordered{"date", Date{"2026-11"}, Date{"2026-12"}, {}},
                    Ordered{"string", std::string("a"), std::string("A"), {}},
                    Ordered{"dateTime",
                            DateTime{"2026-01-01T09:00:00Z"},
                            DateTime{"2026-01-01T09:00:00+01:00"},
                            {}},
                    Ordered{"time", Time{"09:00:00"}, Time{"09:00:01"}, {}},
                    Ordered{"quantity", amount("10", "kg"), amount("10", "g"), {}},
                    Ordered{"uri", Uri{"urn:a"}, Uri{"urn:b"}, {}},
                    Ordered{"coding", Coding{"s", "a", "x"}, Coding{"t", "a", "x"}, {}}),
    [](const auto& types) { return types.param.name; });

}  // namespace

TEST_P(OrderedTypes, greater_takes_only_what_is_greater) {
    const auto& [name, low, middle, high] = GetParam();
    EXPECT_TRUE(holds_for(Operator::greater, middle, {high}));
    EXPECT_FALSE(holds_for(Operator::greater, middle, {middle}));
    EXPECT_FALSE(holds_for(Operator::greater, middle, {low}));
}

TEST_P(OrderedTypes, less_takes_only_what_is_less) {
    const auto& [name, low, middle, high] = GetParam();
    EXPECT_TRUE(holds_for(Operator::less, middle, {low}));
    EXPECT_FALSE(holds_for(Operator::less, middle, {middle}));
    EXPECT_FALSE(holds_for(Operator::less, middle, {high}));
}

TEST_P(OrderedTypes, greater_or_equal_takes_the_same_too) {
    const auto& [name, low, middle, high] = GetParam();
    EXPECT_TRUE(holds_for(Operator::greater_or_equal, middle, {middle}));
    EXPECT_TRUE(holds_for(Operator::greater_or_equal, middle, {high}));
    EXPECT_FALSE(holds_for(Operator::greater_or_equal, middle, {low}));
}

TEST_P(OrderedTypes, less_or_equal_takes_the_same_too) {
    const auto& [name, low, middle, high] = GetParam();
    EXPECT_TRUE(holds_for(Operator::less_or_equal, middle, {middle}));
    EXPECT_TRUE(holds_for(Operator::less_or_equal, middle, {low}));
    EXPECT_FALSE(holds_for(Operator::less_or_equal, middle, {high}));
}

TEST_P(OrderedTypes, ordering_is_met_by_any_answer) {
    const auto& [name, low, middle, high] = GetParam();
    EXPECT_TRUE(holds_for(Operator::greater, middle, {low, high}));
    EXPECT_TRUE(holds_for(Operator::less, middle, {high, low}));
}

TEST_P(OrderedTypes, ordering_without_an_answer_is_false) {
    for (const Operator op :
         {Operator::greater, Operator::less, Operator::greater_or_equal, Operator::less_or_equal})
        EXPECT_FALSE(holds_for(op, GetParam().middle, {}));
}

TEST_P(ComparedTypes, equal_is_met_by_any_answer) {
    const auto& [name, one, other, unused] = GetParam();
    EXPECT_TRUE(holds_for(Operator::equal, one, {one}));
    EXPECT_TRUE(holds_for(Operator::equal, one, {other, one}));
    EXPECT_FALSE(holds_for(Operator::equal, one, {other}));
    EXPECT_FALSE(holds_for(Operator::equal, one, {}));
}

TEST_P(ComparedTypes, not_equal_needs_no_answer_to_be_equal) {
    const auto& [name, one, other, unused] = GetParam();
    EXPECT_TRUE(holds_for(Operator::not_equal, one, {other}));
    EXPECT_FALSE(holds_for(Operator::not_equal, one, {one}));
    EXPECT_FALSE(holds_for(Operator::not_equal, one, {other, one}));
    EXPECT_TRUE(holds_for(Operator::not_equal, one, {}));
}

TEST_P(ComparedTypes, exists_follows_whether_there_is_an_answer) {
    const Value& one = GetParam().low;
    EXPECT_TRUE(holds_for(Operator::exists, true, {one}));
    EXPECT_FALSE(holds_for(Operator::exists, true, {}));
    EXPECT_FALSE(holds_for(Operator::exists, false, {one}));
    EXPECT_TRUE(holds_for(Operator::exists, false, {}));
}

TEST(EnableWhen, ordering_of_texts_codings_and_booleans_is_false) {
    EXPECT_FALSE(holds_for(Operator::greater_or_equal, std::string("a"), {std::string("a")}));
    EXPECT_FALSE(holds_for(Operator::less_or_equal, code("a"), {code("a")}));
    EXPECT_FALSE(holds_for(Operator::greater_or_equal, true, {true}));
}

TEST(EnableWhen, answer_of_another_type_equals_nothing) {
    EXPECT_FALSE(holds_for(Operator::equal, std::int64_t{1}, {std::string("1")}));
    EXPECT_TRUE(holds_for(Operator::not_equal, std::int64_t{1}, {true}));
}

}  // namespace candor::screening
