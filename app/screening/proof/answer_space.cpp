#include "screening/proof/answer_space.h"

#include <algorithm>

#include "screening/model/expression.h"
#include "screening/model/limits.h"
#include "screening/model/value.h"

namespace candor::screening {
namespace {

constexpr std::size_t kMostNodes = 150000, kMostSteps = 1500000, kNoLimit = 0;
/// The diagrams are walked by recursion, a variable deep.
constexpr std::size_t kMostVariables = 4096;

std::size_t at(int place) { return static_cast<std::size_t>(place); }

Operator compared_by(const EnableWhen& condition) {
    return condition.op == Operator::not_equal ? Operator::equal : condition.op;
}

int index_of(const std::vector<Comparison>& comparisons, const EnableWhen& condition) {
    const auto found =
        std::find_if(comparisons.begin(), comparisons.end(), [&](const Comparison& c) {
            return c.op == compared_by(condition) && equal(c.value, condition.answer);
        });
    return found == comparisons.end() ? -1 : static_cast<int>(found - comparisons.begin());
}

bool is_conditional(const Outline& outline, int place) {
    for (; place >= 0; place = outline[place].parent)
        if (!outline[place].item->enable_when.empty()) return true;
    return false;
}

/// How many answers a question takes.
std::size_t most_answers(const Item& question) {
    if (!question.repeats) return 1;
    return question.max_occurs ? static_cast<std::size_t>(std::max(*question.max_occurs, 1))
                               : kNoLimit;
}

/// Covers all that is `wanted` with as few kinds as `most` allows, and nothing else.
bool cover(const std::vector<AnswerKind>& kinds, const std::vector<bool>& wanted,
           std::vector<bool> met, std::size_t most, std::vector<Value>& out) {
    const auto open = std::mismatch(wanted.begin(), wanted.end(), met.begin());
    if (open.first == wanted.end() && !out.empty()) return true;
    if (most == 0) return false;
    const auto missing = static_cast<std::size_t>(open.first - wanted.begin());
    for (const auto& kind : kinds) {
        if (missing < wanted.size() && !kind.meets[missing]) continue;
        if (kind.alone && !out.empty()) continue;
        std::vector<bool> with = met;
        bool fits = true;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            fits = fits && (wanted[i] || !kind.meets[i]);
            with[i] = with[i] || kind.meets[i];
        }
        if (!fits) continue;
        out.push_back(kind.example);
        if (cover(kinds, wanted, with, kind.alone ? 0 : most - 1, out)) return true;
        out.pop_back();
    }
    return false;
}

}  // namespace

AnswerSpace::AnswerSpace(const Questionnaire& questionnaire, const Guidance& guidance)
    : questionnaire_(questionnaire),
      outline_(questionnaire),
      diagram_(kMostNodes, kMostSteps),
      questions_(outline_.places().size()),
      enabled_(outline_.places().size(), DecisionDiagram::kFalse) {
    for (const auto& place : outline_.places()) collect(place.item->enable_when);
    for (const auto& finding : guidance.findings) collect(finding.enable_when);
    find_kinds();
    number_variables();
    allow(start(questionnaire));
    enable();
}

void AnswerSpace::collect(const std::vector<EnableWhen>& conditions) {
    for (const auto& condition : conditions) {
        const int place = outline_.find(condition.question);
        if (place < 0 || !is_question(*outline_[place].item)) continue;
        auto& question = questions_[at(place)];
        question.variables.resize(1);
        if (condition.op != Operator::exists && index_of(question.comparisons, condition) < 0)
            question.comparisons.push_back({compared_by(condition), condition.answer});
    }
}

void AnswerSpace::find_kinds() {
    for (std::size_t i = 0; i < questions_.size(); ++i)
        if (const Item& item = *outline_.places()[i].item; is_question(item))
            questions_[i].kinds = kinds_of_answers(item, questions_[i].comparisons);
}

// What depends on others stands nearer the root than they do, so that a chain of conditions shares
// its tail.
void AnswerSpace::number_variables() {
    const auto& order = outline_.order();
    for (auto place = order.rbegin(); place != order.rend(); ++place) {
        auto& question = questions_[at(*place)];
        if (question.variables.empty()) continue;
        question.variables.clear();
        for (std::size_t i = 0; i <= question.comparisons.size(); ++i) {
            question.variables.push_back(static_cast<int>(places_.size()));
            places_.push_back(*place);
        }
    }
}

Function AnswerSpace::no_answer(const Question& question) {
    Function none = DecisionDiagram::kTrue;
    for (const int variable : question.variables)
        none = diagram_.both(none, diagram_.negate(diagram_.variable(variable)));
    return none;
}

Function AnswerSpace::after_adding(const Question& question, Function sets,
                                   const AnswerKind& kind) {
    Function found = DecisionDiagram::kTrue;
    for (std::size_t i = 0; i < question.variables.size(); ++i) {
        if (i > 0 && !kind.meets[i - 1]) continue;
        sets = diagram_.whatever(sets, question.variables[i]);
        found = diagram_.both(found, diagram_.variable(question.variables[i]));
    }
    return diagram_.both(sets, found);
}

// layers[n]: what up to n answers can look like. Without a limit one layer takes any number.
Function AnswerSpace::allowed_answers(const Question& question, std::size_t most) {
    const Function none = no_answer(question);
    std::vector<Function> layers(most == kNoLimit ? 1 : most + 1, none);
    Function alone = none;
    for (const auto& kind : question.kinds.kinds) {
        if (kind.alone) {
            alone = diagram_.either(alone, after_adding(question, none, kind));
            continue;
        }
        for (std::size_t n = layers.size(); n-- > 0;) {
            const Function before = layers[most == kNoLimit ? n : n == 0 ? 0 : n - 1];
            if (most != kNoLimit && n == 0) continue;
            layers[n] = diagram_.either(layers[n], after_adding(question, before, kind));
        }
    }
    return diagram_.either(alone, layers.back());
}

// What stands there from the start is forgotten once the question is disabled.
Function AnswerSpace::allowed_preset(int place, std::span<const Value> values) {
    const auto& question = questions_[at(place)];
    const Function none = no_answer(question);
    if (values.empty()) return none;
    AnswerKind preset{values.front(), {}, true};
    for (const auto& [op, value] : question.comparisons)
        preset.meets.push_back(holds({{}, op, value}, Answers(&values, 1)));
    const Function kept = after_adding(question, none, preset);
    return is_conditional(outline_, place) ? diagram_.either(kept, none) : kept;
}

void AnswerSpace::allow(const Response& start) {
    for (int place = 0; place < static_cast<int>(questions_.size()); ++place) {
        auto& question = questions_[at(place)];
        const Item& item = *outline_[place].item;
        if (question.variables.empty()) continue;
        if (places_.size() > kMostVariables || has_limits_by_answers(item)) {
            question.allowed = DecisionDiagram::kUnknown;
        } else if (!hidden(place)) {
            question.allowed = allowed_answers(question, most_answers(item));
        } else {
            question.allowed = allowed_preset(place, start.values(item.link_id));
        }
    }
}

bool AnswerSpace::works_out() const {
    const auto& places = outline_.places();
    return std::any_of(places.begin(), places.end(), [](const Place& place) {
        return is_worked_out(*place.item) || place.item->enable_expression != nullptr ||
               has_limits_by_answers(*place.item);
    });
}

bool AnswerSpace::hidden(int place) const {
    for (; place >= 0; place = outline_[place].parent)
        if (outline_[place].item->hidden || is_worked_out(*outline_[place].item)) return true;
    return false;
}

template <typename Truth>
Function AnswerSpace::together(const std::vector<EnableWhen>& conditions, Behavior behavior,
                               Truth truth) {
    if (conditions.empty()) return DecisionDiagram::kTrue;
    Function all = DecisionDiagram::kTrue, any = DecisionDiagram::kFalse;
    for (const auto& condition : conditions) {
        const Function one = truth(condition);
        if (behavior == Behavior::all)
            all = diagram_.both(all, one);
        else
            any = diagram_.either(any, one);
    }
    return behavior == Behavior::all ? all : any;
}

void AnswerSpace::enable() {
    for (const int place : outline_.order()) {
        const Place& here = outline_[place];
        const Function around = here.parent < 0 ? DecisionDiagram::kTrue : enabled(here.parent);
        const Function own =
            together(here.item->enable_when, here.item->enable_behavior,
                     [&](const EnableWhen& condition) { return truth_in_the_end(condition); });
        // What is worked out is not followed into the expression.
        const Function expression =
            here.item->enable_expression ? DecisionDiagram::kUnknown : DecisionDiagram::kTrue;
        enabled_[at(place)] = diagram_.both(around, diagram_.both(own, expression));
    }
}

Function AnswerSpace::truth(const EnableWhen& condition, Function counts) {
    const int place = outline_.find(condition.question);
    if (place < 0 || questions_[at(place)].variables.empty())
        return holds(condition, {}) ? DecisionDiagram::kTrue : DecisionDiagram::kFalse;
    if (is_worked_out(*outline_[place].item)) return DecisionDiagram::kUnknown;
    const auto& question = questions_[at(place)];
    const bool exists = condition.op == Operator::exists;
    const int number = exists ? 0 : index_of(question.comparisons, condition) + 1;
    const Function found = diagram_.both(counts, diagram_.variable(question.variables[at(number)]));
    const auto* wanted = std::get_if<bool>(&condition.answer);
    const bool negated =
        exists ? wanted != nullptr && !*wanted : condition.op == Operator::not_equal;
    return negated ? diagram_.negate(found) : found;
}

Function AnswerSpace::truth_in_the_end(const EnableWhen& condition) {
    const int place = outline_.find(condition.question);
    return truth(condition, place < 0 ? DecisionDiagram::kFalse : enabled(place));
}

Function AnswerSpace::enabled_when_asked(int place) {
    Function then = enabled(place);
    if (then == DecisionDiagram::kUnknown) return then;
    for (const int variable : diagram_.variables_of(then))
        if (place_of(variable) > place) then = diagram_.decide(then, variable, false);
    return then;
}

Function AnswerSpace::matched(const GuidanceFinding& finding) {
    return matched_counting(finding, -1);
}

Function AnswerSpace::matched_counting(const GuidanceFinding& finding, int place) {
    if (finding.enable_when.empty()) return DecisionDiagram::kFalse;
    return together(finding.enable_when, finding.enable_behavior, [&](const EnableWhen& condition) {
        return place >= 0 && outline_.find(condition.question) == place
                   ? truth(condition, DecisionDiagram::kTrue)
                   : truth_in_the_end(condition);
    });
}

Function AnswerSpace::caused(const GuidanceFinding& finding) {
    Function any = DecisionDiagram::kFalse;
    for (const auto& condition : finding.enable_when) {
        const int place = outline_.find(condition.question);
        if (place < 0 || hidden(place) || questions_[at(place)].variables.empty()) continue;
        // A question that must be answered is declined where it has no answer.
        const Function given = outline_[place].item->required
                                   ? DecisionDiagram::kTrue
                                   : diagram_.variable(questions_[at(place)].variables.front());
        const Function cause =
            diagram_.both(diagram_.both(enabled(place), given), truth_in_the_end(condition));
        any = diagram_.either(any, cause);
    }
    return any;
}

Function AnswerSpace::possible(Function f) {
    if (f <= DecisionDiagram::kFalse) return f;
    std::vector<int> places;
    for (const int variable : diagram_.variables_of(f))
        if (places.empty() || places.back() != place_of(variable))
            places.push_back(place_of(variable));
    for (const int place : places) f = diagram_.both(f, allowed(place));
    return f;
}

double AnswerSpace::classes(int place) {
    const auto& question = questions_[at(place)];
    if (question.variables.empty() || question.allowed == DecisionDiagram::kUnknown) return 1;
    return diagram_.count_cases(question.allowed, question.variables);
}

std::vector<Value> AnswerSpace::example(int place, const std::vector<std::pair<int, bool>>& fixed) {
    const auto& question = questions_[at(place)];
    Function answers = question.allowed;
    for (const auto& [variable, value] : fixed)
        if (place_of(variable) == place) answers = diagram_.decide(answers, variable, value);
    std::vector<std::pair<int, bool>> decided = fixed;
    if (answers > DecisionDiagram::kFalse)
        for (const auto& one : diagram_.some_case(answers)) decided.push_back(one);
    std::vector<bool> wanted(question.variables.size(), false);
    for (const auto& [variable, value] : decided)
        if (place_of(variable) == place) wanted[at(variable - question.variables.front())] = value;
    std::vector<Value> values;
    if (!wanted.front()) return values;
    wanted.erase(wanted.begin());
    const std::size_t limit = most_answers(*outline_[place].item);
    const std::size_t most = limit == kNoLimit ? question.kinds.kinds.size() : limit;
    cover(question.kinds.kinds, wanted, std::vector<bool>(wanted.size()), most, values);
    return values;
}

}  // namespace candor::screening
