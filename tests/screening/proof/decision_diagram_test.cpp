#include "screening/proof/decision_diagram.h"

#include <gtest/gtest.h>

namespace candor::screening {
namespace {

constexpr std::size_t kRoom = 10'000;

class Diagram : public testing::Test {
  protected:
    DecisionDiagram diagram{kRoom, kRoom};
    Function a = diagram.variable(0), b = diagram.variable(1), c = diagram.variable(2);
};

}  // namespace

TEST_F(Diagram, equal_functions_have_equal_numbers) {
    EXPECT_EQ(diagram.negate(diagram.both(a, b)),
              diagram.either(diagram.negate(a), diagram.negate(b)));
    EXPECT_EQ(diagram.both(a, diagram.negate(a)), DecisionDiagram::kFalse);
    EXPECT_EQ(diagram.either(a, diagram.negate(a)), DecisionDiagram::kTrue);
}

TEST_F(Diagram, deciding_a_variable_leaves_the_others) {
    const Function f = diagram.either(diagram.both(a, b), c);
    EXPECT_EQ(diagram.decide(f, 0, true), diagram.either(b, c));
    EXPECT_EQ(diagram.decide(f, 1, false), c);
    EXPECT_EQ(diagram.whatever(f, 2), DecisionDiagram::kTrue);
    EXPECT_EQ(diagram.variables_of(f), (std::vector<int>{0, 1, 2}));
}

TEST_F(Diagram, some_case_makes_the_function_true) {
    Function f = diagram.both(diagram.either(a, b), diagram.negate(b));
    for (const auto& [variable, value] : diagram.some_case(f))
        f = diagram.decide(f, variable, value);
    EXPECT_EQ(f, DecisionDiagram::kTrue);
}

TEST_F(Diagram, cases_are_counted) {
    EXPECT_EQ(diagram.count_cases(diagram.either(a, b), {0, 1}), 3);
    EXPECT_EQ(diagram.count_cases(diagram.either(a, b), {0, 1, 2}), 6);
    EXPECT_EQ(diagram.count_cases(DecisionDiagram::kFalse, {0}), 0);
}

TEST_F(Diagram, rewinding_keeps_what_was_there_before) {
    const Function before = diagram.both(a, b);
    const auto mark = diagram.mark();
    const Function after = diagram.both(before, c);
    diagram.rewind(mark);
    EXPECT_EQ(diagram.both(a, b), before);
    EXPECT_EQ(diagram.both(before, c), after);
}

TEST(DiagramWithoutRoom, does_not_know) {
    DecisionDiagram small(4, kRoom);
    const Function a = small.variable(0), b = small.variable(1);
    EXPECT_NE(b, DecisionDiagram::kUnknown);
    const Function both = small.both(a, b);
    EXPECT_EQ(both, DecisionDiagram::kUnknown);
    EXPECT_EQ(small.negate(both), DecisionDiagram::kUnknown);
    EXPECT_EQ(small.both(DecisionDiagram::kFalse, both), DecisionDiagram::kFalse);
}

TEST(DiagramWithoutSteps, does_not_know) {
    DecisionDiagram tired(kRoom, 0);
    EXPECT_EQ(tired.both(tired.variable(0), tired.variable(1)), DecisionDiagram::kUnknown);
}

}  // namespace candor::screening
