#include "screening/proof/decision_diagram.h"

#include <algorithm>
#include <limits>
#include <set>
#include <unordered_set>

namespace candor::screening {
namespace {

constexpr std::size_t kMostRemembered = 500'000;
constexpr int kBelowAll = std::numeric_limits<int>::max();

}  // namespace

std::size_t DecisionDiagram::Hash::operator()(const Node& node) const {
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
    auto hash = static_cast<std::uint64_t>(static_cast<unsigned>(node.variable));
    hash = (hash * kOdd) ^ static_cast<std::uint64_t>(static_cast<unsigned>(node.no));
    hash = (hash * kOdd) ^ static_cast<std::uint64_t>(static_cast<unsigned>(node.yes));
    hash *= kOdd;
    return static_cast<std::size_t>(hash ^ (hash >> 29U));
}

DecisionDiagram::DecisionDiagram(std::size_t most_nodes, std::size_t most_steps)
    : most_nodes_(most_nodes),
      steps_left_(most_steps),
      nodes_{{kBelowAll, kFalse, kFalse}, {kBelowAll, kTrue, kTrue}} {}

Function DecisionDiagram::make(int variable, Function no, Function yes) {
    if (no == kUnknown || yes == kUnknown) return kUnknown;
    if (no == yes) return no;
    const Node node{variable, no, yes};
    const auto found = unique_.find(node);
    if (found != unique_.end()) return found->second;
    if (nodes_.size() >= most_nodes_) return kUnknown;
    nodes_.push_back(node);
    const auto made = static_cast<Function>(nodes_.size() - 1);
    unique_.emplace(node, made);
    return made;
}

Function DecisionDiagram::variable(int number) { return make(number, kFalse, kTrue); }

// Work already done is kept by what was asked: a node of the operation and its two operands.
Function DecisionDiagram::known(const Node& question) const {
    const auto found = done_.find(question);
    return found == done_.end() ? kUnknown : found->second;
}

Function DecisionDiagram::remember(const Node& question, Function result) {
    if (done_.size() >= kMostRemembered) done_.clear();
    if (result != kUnknown) done_.emplace(question, result);
    return result;
}

Function DecisionDiagram::combine(Operation operation, Function f, Function g) {
    const Function settles = operation == Operation::both ? kFalse : kTrue;
    if (f == settles || g == settles) return settles;
    if (f == kUnknown || g == kUnknown) return kUnknown;
    if (f == g || g == (settles == kTrue ? kFalse : kTrue)) return f;
    if (f == (settles == kTrue ? kFalse : kTrue)) return g;
    const Node question{static_cast<int>(operation), std::min(f, g), std::max(f, g)};
    if (const Function before = known(question); before != kUnknown) return before;
    if (!step()) return kUnknown;
    const Node left = at(f), right = at(g);
    const int top = std::min(left.variable, right.variable);
    const Function no = combine(operation, left.variable == top ? left.no : f,
                                right.variable == top ? right.no : g);
    const Function yes = combine(operation, left.variable == top ? left.yes : f,
                                 right.variable == top ? right.yes : g);
    return remember(question, make(top, no, yes));
}

Function DecisionDiagram::both(Function f, Function g) { return combine(Operation::both, f, g); }
Function DecisionDiagram::either(Function f, Function g) {
    return combine(Operation::either, f, g);
}

Function DecisionDiagram::negate(Function f) {
    if (f == kUnknown) return kUnknown;
    if (f <= kTrue) return f == kTrue ? kFalse : kTrue;
    const Node question{static_cast<int>(Operation::negate), f, f};
    if (const Function before = known(question); before != kUnknown) return before;
    if (!step()) return kUnknown;
    const Node node = at(f);
    const Function no = negate(node.no);
    return remember(question, make(node.variable, no, negate(node.yes)));
}

Function DecisionDiagram::decide(Function f, int variable, bool value) {
    if (f == kUnknown) return kUnknown;
    const Node node = at(f);
    if (node.variable > variable) return f;
    if (node.variable == variable) return value ? node.yes : node.no;
    const Node question{static_cast<int>(Operation::decide) + (2 * variable) + (value ? 1 : 0), f,
                        f};
    if (const Function before = known(question); before != kUnknown) return before;
    if (!step()) return kUnknown;
    const Function no = decide(node.no, variable, value);
    return remember(question, make(node.variable, no, decide(node.yes, variable, value)));
}

Function DecisionDiagram::whatever(Function f, int variable) {
    return either(decide(f, variable, false), decide(f, variable, true));
}

std::vector<int> DecisionDiagram::variables_of(Function f) {
    std::set<int> variables;
    std::unordered_set<Function> seen;
    std::vector<Function> open{f};
    while (!open.empty()) {
        const Function next = open.back();
        open.pop_back();
        if (next <= kTrue || !seen.insert(next).second) continue;
        variables.insert(at(next).variable);
        open.push_back(at(next).no);
        open.push_back(at(next).yes);
    }
    return {variables.begin(), variables.end()};
}

std::vector<std::pair<int, bool>> DecisionDiagram::some_case(Function f) const {
    std::vector<std::pair<int, bool>> decided;
    while (f > kTrue) {
        const Node& node = at(f);
        const bool yes = node.no == kFalse;
        decided.emplace_back(node.variable, yes);
        f = yes ? node.yes : node.no;
    }
    return decided;
}

double DecisionDiagram::count_cases(Function f, const std::vector<int>& variables) {
    std::unordered_map<Function, double> shares{{kFalse, 0.0}, {kTrue, 1.0}};
    std::vector<Function> open{f};
    while (!open.empty()) {
        const Function next = open.back();
        const Node& node = at(next);
        if (next > kTrue && !shares.contains(node.no)) {
            open.push_back(node.no);
        } else if (next > kTrue && !shares.contains(node.yes)) {
            open.push_back(node.yes);
        } else {
            shares.emplace(next, (shares[node.no] + shares[node.yes]) / 2);
            open.pop_back();
        }
    }
    for (std::size_t i = 0; i < variables.size(); ++i) shares[f] *= 2;
    return shares[f];
}

bool DecisionDiagram::step() {
    if (steps_left_ == 0) return false;
    --steps_left_;
    return true;
}

void DecisionDiagram::allow(std::size_t most_steps) {
    const std::size_t all = steps_left_ + steps_in_reserve_;
    steps_left_ = std::min(most_steps, all);
    steps_in_reserve_ = all - steps_left_;
}

void DecisionDiagram::rewind(std::size_t mark) {
    while (nodes_.size() > mark) {
        unique_.erase(nodes_.back());
        nodes_.pop_back();
    }
    done_.clear();
}

}  // namespace candor::screening
