#include "screening/proof/longest_path.h"

#include <algorithm>
#include <map>

namespace candor::screening {
namespace {

constexpr int kMostBranches = 4000, kMostDepth = 2000;

/// A search for the answers with which as many of `wishes` as possible hold. What shares no
/// question is solved apart, and what was solved once is remembered; functions that are equal have
/// equal numbers, so the memory knows a problem again however it came about.
class Search {
  public:
    using Wishes = std::vector<Function>;

    explicit Search(AnswerSpace& space) : space_(space), diagram_(space.diagram()) {}

    /// -1: not within the bounds.
    int most(Wishes wishes, int depth = 0) {
        int granted = 0;
        std::erase_if(wishes, [&](Function wish) {
            granted += wish == DecisionDiagram::kTrue ? 1 : 0;
            return wish == DecisionDiagram::kTrue || wish == DecisionDiagram::kFalse;
        });
        for (auto& part : apart(wishes)) {
            const int found = most_of_part(std::move(part), depth);
            if (found < 0) return -1;
            granted += found;
        }
        return granted;
    }

  private:
    std::vector<int> places_of(Function f) {
        auto& known = places_[f];
        if (known.empty())
            for (const int variable : diagram_.variables_of(f))
                if (known.empty() || known.back() != space_.place_of(variable))
                    known.push_back(space_.place_of(variable));
        return known;
    }

    // What people may answer to one question does not depend on another's answers, so questions
    // that no wish looks at can be left out.
    std::vector<Wishes> apart(const Wishes& wishes) {
        std::vector<Wishes> parts;
        std::map<int, std::size_t> part_of;
        for (const Function wish : wishes) join(wish, parts, part_of);
        std::erase_if(parts, [](const Wishes& part) { return part.empty(); });
        for (auto& part : parts) std::sort(part.begin(), part.end());
        return parts;
    }

    void join(Function wish, std::vector<Wishes>& parts, std::map<int, std::size_t>& part_of) {
        const std::size_t mine = parts.size();
        parts.push_back({wish});
        for (const int place : places_of(wish)) {
            const auto [found, is_new] = part_of.emplace(place, mine);
            if (is_new || found->second == mine) continue;
            const std::size_t other = found->second;
            parts[mine].insert(parts[mine].end(), parts[other].begin(), parts[other].end());
            parts[other].clear();
            for (auto& [ignored, part] : part_of)
                if (part == other) part = mine;
        }
    }

    // The question that most wishes look at is decided first, all its variables before any other.
    int busiest(const Wishes& wishes) {
        std::map<int, int> looks;
        for (const Function wish : wishes)
            for (const int place : places_of(wish)) ++looks[place];
        return std::max_element(looks.begin(), looks.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
    }

    int most_of_part(Wishes part, int depth) {
        const auto known = known_.find(part);
        if (known != known_.end()) return known->second;
        const int place = busiest(part);
        const auto all = static_cast<int>(part.size());
        int best = 0;
        const bool done =
            depth < kMostDepth && answer(place, 0, space_.allowed(place), part, depth, all, best);
        if (!done) return -1;
        known_.emplace(std::move(part), best);
        return best;
    }

    // Decides the variables of the question from `next` on; `rule` is what they may still be.
    bool answer(int place, std::size_t next, Function rule, const Wishes& wishes, int depth,
                int all, int& best) {
        const auto& variables = space_.variables_of(place);
        while (next < variables.size() && !looked_at(wishes, variables[next])) {
            rule = diagram_.whatever(rule, variables[next]);
            ++next;
        }
        if (rule == DecisionDiagram::kFalse || best == all) return true;
        if (rule == DecisionDiagram::kUnknown || ++branches_ > kMostBranches) return false;
        if (next == variables.size()) {
            const int found = most(wishes, depth + 1);
            best = std::max(best, found);
            return found >= 0;
        }
        for (const bool value : {true, false}) {
            Wishes after = wishes;
            for (auto& wish : after)
                if (looks_at(wish, variables[next]))
                    wish = diagram_.decide(wish, variables[next], value);
            if (std::find(after.begin(), after.end(), DecisionDiagram::kUnknown) != after.end())
                return false;
            if (!answer(place, next + 1, diagram_.decide(rule, variables[next], value), after,
                        depth, all, best))
                return false;
        }
        return true;
    }

    bool looks_at(Function wish, int variable) {
        const auto known = variables_.find(wish);
        const auto& variables =
            known != variables_.end()
                ? known->second
                : variables_.emplace(wish, diagram_.variables_of(wish)).first->second;
        return std::binary_search(variables.begin(), variables.end(), variable);
    }
    bool looked_at(const Wishes& wishes, int variable) {
        return std::any_of(wishes.begin(), wishes.end(),
                           [&](Function wish) { return looks_at(wish, variable); });
    }

    AnswerSpace& space_;
    DecisionDiagram& diagram_;
    std::map<Wishes, int> known_;
    std::map<Function, std::vector<int>> places_, variables_;
    int branches_ = 0;
};

}  // namespace

std::optional<int> longest_path(AnswerSpace& space) {
    std::vector<Function> wishes;
    const auto& places = space.outline().places();
    for (int place = 0; place < static_cast<int>(places.size()); ++place) {
        if (!is_question(*places[static_cast<std::size_t>(place)].item) || space.hidden(place))
            continue;
        if (space.enabled(place) == DecisionDiagram::kUnknown) return std::nullopt;
        wishes.push_back(space.enabled(place));
    }
    const int most = Search(space).most(std::move(wishes));
    if (most < 0) return std::nullopt;
    return most;
}

}  // namespace candor::screening
