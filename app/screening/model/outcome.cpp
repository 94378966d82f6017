#include "screening/model/outcome.h"

#include <algorithm>

#include "screening/model/expression.h"
#include "screening/model/value.h"

namespace candor::screening {
namespace {

bool condition_holds(const AnswerTree& tree, const EnableWhen& condition) {
    return holds(condition, tree.counted(tree.outline().find(condition.question)));
}

bool matches(const AnswerTree& tree, const GuidanceFinding& finding) {
    return !finding.enable_when.empty() &&
           holds_together(finding.enable_when, finding.enable_behavior,
                          [&](const EnableWhen& c) { return condition_holds(tree, c); });
}

bool declined_anywhere(const AnswerTree& tree, int place) {
    if (place < 0) return false;
    const auto occurrences = tree.of(place);
    return std::any_of(occurrences.begin(), occurrences.end(), [&](int i) {
        const auto& occurrence = tree.all()[static_cast<std::size_t>(i)];
        return occurrence.enabled && occurrence.declined;
    });
}

// "!=" holds by every answer, since none of them is equal; so does "exists".
bool made_true_by(const EnableWhen& condition, const Value& value) {
    const std::span<const Value> answer(&value, 1);
    return holds(condition, Answers(&answer, 1));
}

Cause& cause_for(const std::string& link_id, std::vector<Cause>& causes) {
    const auto known = std::find_if(causes.begin(), causes.end(),
                                    [&](const Cause& cause) { return cause.link_id == link_id; });
    return known != causes.end() ? *known : causes.emplace_back(Cause{link_id, {}});
}

void add_cause(const AnswerTree& tree, const EnableWhen& condition, std::vector<Cause>& causes) {
    const int place = tree.outline().find(condition.question);
    const auto answers = tree.counted(place);
    if (answers.empty() && !declined_anywhere(tree, place)) return;
    Cause& cause = cause_for(condition.question, causes);
    for (const auto& values : answers)
        for (const Value& value : values)
            if (made_true_by(condition, value) &&
                std::find(cause.values.begin(), cause.values.end(), &value) == cause.values.end())
                cause.values.push_back(&value);
}

std::vector<Cause> causes_of(const AnswerTree& tree, const GuidanceFinding& finding) {
    std::vector<Cause> causes;
    for (const auto& condition : finding.enable_when)
        if (condition_holds(tree, condition)) add_cause(tree, condition, causes);
    return causes;
}

struct Tally {
    bool any_question = false, any_answer = false;
};

Tally tally_inside(const AnswerTree& tree, int occurrence) {
    Tally tally;
    const auto& all = tree.all();
    for (int i = occurrence + 1; i < all[static_cast<std::size_t>(occurrence)].end; ++i) {
        const auto& inner = all[static_cast<std::size_t>(i)];
        const Item& item = *tree.outline()[inner.place].item;
        if (inner.slot || !inner.enabled || !is_question(item) || is_worked_out(item)) continue;
        tally.any_question = true;
        tally.any_answer |= inner.declined || !inner.values.empty();
    }
    return tally;
}

bool is_missing(const AnswerTree& tree, int occurrence) {
    const auto& self = tree.all()[static_cast<std::size_t>(occurrence)];
    const Item& item = *tree.outline()[self.place].item;
    if (!item.required || !self.enabled || is_worked_out(item)) return false;
    if (is_question(item)) return !self.declined && self.values.empty();
    if (item.type != ItemType::group) return false;
    const Tally tally = tally_inside(tree, occurrence);
    return tally.any_question && !tally.any_answer;
}

double weight_of(const std::vector<AnswerOption>& options, const Value& value) {
    const auto chosen = std::find_if(options.begin(), options.end(), [&](const auto& option) {
        return equal(option.value, value);
    });
    return chosen == options.end() || !chosen->weight ? 0 : chosen->weight->value;
}

}  // namespace

Headline headline_of(const std::vector<Matched>& findings) {
    Headline headline;
    if (findings.empty()) return headline;
    headline.level = findings.front().finding->level;
    const auto first = std::find_if(findings.begin(), findings.end(),
                                    [](const Matched& m) { return m.finding->ending; });
    const bool flagged = headline.level == Level::urgent;
    if (first == findings.end() || (flagged && first->finding->level != Level::urgent))
        return headline;
    return {first->finding->level, first->finding};
}

Outcome outcome_of(const AnswerTree& tree, const Guidance& guidance) {
    Outcome outcome;
    for (const auto& finding : guidance.findings)
        if (matches(tree, finding))
            outcome.findings.push_back({&finding, causes_of(tree, finding)});
    std::stable_sort(
        outcome.findings.begin(), outcome.findings.end(),
        [](const Matched& a, const Matched& b) { return a.finding->level < b.finding->level; });
    const auto [level, ending] = headline_of(outcome.findings);
    outcome.level = level;
    const auto& words = guidance.levels[static_cast<std::size_t>(outcome.level)];
    outcome.title = ending != nullptr ? ending->title : words.title;
    outcome.text = ending != nullptr ? ending->text : words.text;
    outcome.score = score_of(tree);
    return outcome;
}

std::optional<double> score_of(const AnswerTree& tree) {
    long double sum = 0;
    bool weighs = false;
    for (int place = 0; place < static_cast<int>(tree.outline().places().size()); ++place) {
        const auto& options = tree.outline()[place].item->options;
        if (std::none_of(options.begin(), options.end(),
                         [](const AnswerOption& option) { return option.weight.has_value(); }))
            continue;
        weighs = true;
        for (const auto& values : tree.counted(place))
            for (const auto& value : values) sum += weight_of(options, value);
    }
    if (!weighs) return std::nullopt;
    return static_cast<double>(sum);
}

std::vector<int> missing_places(const AnswerTree& tree) {
    std::vector<int> places;
    for (int i = 0; i < static_cast<int>(tree.outline().places().size()); ++i) {
        if (!tree.outline()[i].item->required) continue;
        const auto occurrences = tree.of(i);
        if (std::any_of(occurrences.begin(), occurrences.end(),
                        [&](int o) { return is_missing(tree, o); }))
            places.push_back(i);
    }
    return places;
}

}  // namespace candor::screening
