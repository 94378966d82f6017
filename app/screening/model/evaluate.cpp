#include "screening/model/evaluate.h"

#include <algorithm>

#include "screening/model/expression.h"
#include "screening/model/outcome.h"

namespace candor::screening {

std::vector<const Item*> questions(const Outline& outline, const Response& response) {
    const AnswerTree tree(outline, response);
    std::vector<const Item*> items;
    std::vector<bool> hidden(outline.places().size(), false);
    for (int i = 0; i < static_cast<int>(outline.places().size()); ++i) {
        const Place& place = outline[i];
        const bool parent_hidden =
            place.parent >= 0 && hidden[static_cast<std::size_t>(place.parent)];
        hidden[static_cast<std::size_t>(i)] = place.item->hidden || parent_hidden;
        if (hidden[static_cast<std::size_t>(i)] || !is_question(*place.item) ||
            is_worked_out(*place.item))
            continue;
        if (tree.enabled_anywhere(i)) items.push_back(place.item);
    }
    return items;
}

std::vector<const Item*> missing(const Outline& outline, const Response& response) {
    const AnswerTree tree(outline, response);
    std::vector<const Item*> items;
    for (const int place : missing_places(tree)) items.push_back(outline[place].item);
    return items;
}

void drop_disabled(const Outline& outline, Response& response) {
    std::vector<std::string> disabled;
    {
        // The tree looks into the response's values, so it goes before any of them does.
        const AnswerTree tree(outline, response);
        for (const Occurrence& each : tree.all())
            if (!each.enabled) disabled.push_back(tree.key(each));
    }
    for (const std::string& key : disabled) {
        response.clear(key);
        response.forget_repetitions(key);
    }
}

void drop_unfit(const Outline& outline, Response& response) {
    std::vector<std::string> unfit;
    {
        // The tree looks into the response's values, so it goes before any of them does.
        const AnswerTree tree(outline, response);
        for (const Occurrence& each : tree.all()) {
            if (each.values.empty()) continue;
            const Item& item = *outline[each.place].item;
            const auto codes = problems(item, {each.values.begin(), each.values.end()});
            const bool other_form = std::any_of(codes.begin(), codes.end(), [](const auto& code) {
                return code == "wrong-type" || code == "not-an-option";
            });
            if (other_form || !is_question(item)) unfit.push_back(tree.key(each));
        }
    }
    for (const std::string& key : unfit) response.clear(key);
}

std::optional<double> score(const Outline& outline, const Response& response) {
    return score_of(AnswerTree(outline, response));
}

Outcome evaluate(const Outline& outline, const Guidance& guidance, const Response& response) {
    return outcome_of(AnswerTree(outline, response), guidance);
}

}  // namespace candor::screening
