#pragma once
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace candor::screening {

/// A truth function of yes-or-no variables, by number; equal functions have equal numbers.
using Function = int;

/// Reduced ordered binary decision diagrams (Bryant 1986), bounded: what would take more than the
/// allowed nodes or steps is `kUnknown`, and so is all that depends on it. Lower variables stand
/// nearer the root. The bounds count work, not time, so the same input always ends the same way.
class DecisionDiagram {
  public:
    static constexpr Function kUnknown = -1, kFalse = 0, kTrue = 1;

    DecisionDiagram(std::size_t most_nodes, std::size_t most_steps);

    Function variable(int number);
    Function negate(Function f);
    Function both(Function f, Function g);
    Function either(Function f, Function g);
    /// The function where this variable is decided.
    Function decide(Function f, int variable, bool value);
    /// Does it hold for some value of this variable?
    Function whatever(Function f, int variable);

    /// The variables that a known function looks at, in ascending order.
    std::vector<int> variables_of(Function f);
    /// The decided variables of one case in which a known function other than kFalse holds; those
    /// left out may have either value. Prefers no to yes.
    std::vector<std::pair<int, bool>> some_case(Function f) const;
    /// In how many cases of `variables` does a known function that looks at no others hold?
    double count_cases(Function f, const std::vector<int>& variables);

    /// At most so many steps from here on, of those that are left of all.
    void allow(std::size_t most_steps);
    /// Forgets what was made since `mark()`; older functions stay.
    std::size_t mark() const { return nodes_.size(); }
    void rewind(std::size_t mark);

  private:
    struct Node {
        int variable = 0;
        Function no = kFalse, yes = kFalse;
        bool operator==(const Node&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Node& node) const;
    };
    enum class Operation { both, either, negate, decide };

    const Node& at(Function f) const { return nodes_[static_cast<std::size_t>(f)]; }
    Function make(int variable, Function no, Function yes);
    Function known(const Node& question) const;
    Function remember(const Node& question, Function result);
    Function combine(Operation operation, Function f, Function g);
    /// False: the steps are used up.
    bool step();

    std::size_t most_nodes_, steps_left_, steps_in_reserve_ = 0;
    std::vector<Node> nodes_;
    std::unordered_map<Node, Function, Hash> unique_, done_;
};

}  // namespace candor::screening
