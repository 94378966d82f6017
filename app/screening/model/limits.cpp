#include "screening/model/limits.h"

#include <algorithm>

#include "screening/model/evaluate.h"
#include "screening/model/expression.h"

namespace candor::screening {
namespace {

bool looks_at_answers(const std::shared_ptr<const Expression>& limit) {
    return limit != nullptr && !limit->reads().nothing();
}

void settle(const std::shared_ptr<const Expression>& expression, std::optional<Value>& limit,
            const Item& item, const AnswerTree& tree, int occurrence, std::size_t& steps) {
    if (!looks_at_answers(expression)) return;
    const auto values = expression->values(tree, occurrence, steps);
    limit = values.size() == 1 ? as_limit(item, values.front()) : std::nullopt;
}

Item without_inside(const Item& item) {
    Item alone = item;
    alone.items.clear();
    return alone;
}

}  // namespace

bool has_limits_by_answers(const Item& item) {
    return looks_at_answers(item.min_expression) || looks_at_answers(item.max_expression);
}

Item with_limits(const AnswerTree& tree, int occurrence, std::size_t& steps) {
    const int place = tree.all()[static_cast<std::size_t>(occurrence)].place;
    Item item = without_inside(*tree.outline()[place].item);
    settle(item.min_expression, item.min_value, item, tree, occurrence, steps);
    settle(item.max_expression, item.max_value, item, tree, occurrence, steps);
    if (looks_at_answers(item.min_expression)) item.min_expression = nullptr;
    if (looks_at_answers(item.max_expression)) item.max_expression = nullptr;
    // A slider's ends do not move.
    if (item.control == ItemControl::slider) item.control = ItemControl::none;
    return item;
}

Item with_limits(const Outline& outline, const Response& response, const Item& item,
                 std::string_view key) {
    std::size_t steps = kLimitSteps;
    const AnswerTree tree(outline, response);
    for (const int occurrence : tree.of(outline.find(item)))
        if (tree.key(tree.all()[static_cast<std::size_t>(occurrence)]) == key)
            return with_limits(tree, occurrence, steps);
    return without_inside(item);
}

bool is_outside_limits(const AnswerTree& tree, int occurrence, std::size_t& steps) {
    const Occurrence& each = tree.all()[static_cast<std::size_t>(occurrence)];
    if (each.values.empty() || !has_limits_by_answers(*tree.outline()[each.place].item))
        return false;
    const auto codes =
        problems(with_limits(tree, occurrence, steps), {each.values.begin(), each.values.end()});
    return std::find(codes.begin(), codes.end(), "out-of-range") != codes.end();
}

std::vector<std::string> outside_limits(const Outline& outline, const Response& response) {
    std::vector<std::string> keys;
    const auto& places = outline.places();
    const bool any = std::any_of(places.begin(), places.end(), [](const Place& place) {
        return has_limits_by_answers(*place.item);
    });
    if (!any) return keys;
    std::size_t steps = kLimitSteps;
    const AnswerTree tree(outline, response);
    for (std::size_t i = 0; i < tree.all().size(); ++i) {
        const Occurrence& each = tree.all()[i];
        if (each.enabled && is_outside_limits(tree, static_cast<int>(i), steps))
            keys.push_back(tree.key(each));
    }
    return keys;
}

}  // namespace candor::screening
