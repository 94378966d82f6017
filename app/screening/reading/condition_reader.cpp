#include "screening/reading/condition_reader.h"

#include <optional>

#include "screening/model/answer_type.h"
#include "screening/model/enable_when.h"
#include "screening/model/value.h"
#include "screening/reading/fhir_value.h"

namespace candor::screening {
namespace {

using base::Severity;

std::optional<Operator> operator_named(const std::string& name) {
    for (int i = 0; i <= static_cast<int>(Operator::less_or_equal); ++i)
        if (name == name_of(static_cast<Operator>(i))) return static_cast<Operator>(i);
    return std::nullopt;
}

void refuse_unknown_elements(const Node& node, Reading& reading) {
    for (const auto& [key, line] : node.keys) {
        const bool known = key == "question" || key == "operator" || key == "id" ||
                           key == "extension" || key.rfind("answer", 0) == 0;
        if (!known)
            reading.error(node, "unknown-element", "\"" + key + "\" is not part of a condition.",
                          "A condition has question, operator and answer…");
    }
}

std::optional<Value> read_answer(const Node& node, Operator op, Reading& reading) {
    FoundValue found = find_value(node, "answer");
    if (found.key.empty()) {
        reading.error(node, "no-answer", "a condition has no answer to compare with.",
                      "Give it answerBoolean, answerCoding, answerInteger …");
    } else if (found.problem == "unsupported-type") {
        reading.error(node, "unsupported",
                      "conditions with \"" + found.key + "\" are not supported.",
                      "Compare with answerBoolean, answerCoding, answerInteger or another value.");
    } else if (!found.value) {
        reading.error(node, found.problem,
                      is_empty_coding(node, found)
                          ? "\"" + found.key + "\" is empty: it has neither a code nor a display."
                          : "\"" + found.key + "\" cannot be read.",
                      "Write a value of that type.");
    } else if (op == Operator::exists && !std::holds_alternative<bool>(*found.value)) {
        reading.error(node, "que-7", "\"exists\" needs answerBoolean.",
                      "Write answerBoolean: true or false.");
        found.value.reset();
    } else if (const auto* quantity = std::get_if<Quantity>(&*found.value);
               quantity != nullptr && !quantity->comparator.empty()) {
        reading.error(node, "unsupported", "a condition's quantity has a comparator.",
                      "Write the amount alone, and the operator beside it.");
        found.value.reset();
    }
    return found.value;
}

std::optional<EnableWhen> read_condition(const Node& node, Reading& reading) {
    refuse_unknown_elements(node, reading);
    EnableWhen condition;
    condition.question = reading.text(node, "question");
    const std::string name = reading.text(node, "operator");
    const auto op = operator_named(name);
    if (condition.question.empty())
        reading.error(node, "no-question", "a condition names no question.",
                      "Write question: and a linkId.");
    if (!op) {
        reading.error(node, "unknown-operator", "\"" + name + "\" is not an operator.",
                      "Use exists, =, !=, >, <, >= or <=.");
        return std::nullopt;
    }
    condition.op = *op;
    auto answer = read_answer(node, *op, reading);
    if (!answer || condition.question.empty()) return std::nullopt;
    condition.answer = std::move(*answer);
    return condition;
}

void read_behavior(const Node& holder, Conditions& conditions, Reading& reading) {
    const std::string name = reading.text(holder, "enableBehavior");
    if (name == "any") {
        conditions.behavior = Behavior::any;
    } else if (!name.empty() && name != "all") {
        reading.error(*holder.find("enableBehavior"), "unknown-behavior",
                      "\"" + name + "\" is not an enableBehavior.", "Write all or any.");
    }
    const Node* list = holder.find("enableWhen");
    if (name.empty() && list != nullptr && list->is(Node::Kind::list) && list->items.size() > 1)
        reading.error(*list, "que-12", "two conditions or more, but no enableBehavior.",
                      "Write enableBehavior: all, or any.");
}

bool offered(const Item& question, const Value& answer) {
    if (question.type == ItemType::open_choice && std::holds_alternative<std::string>(answer))
        return true;
    return is_option(question, answer);
}

}  // namespace

Conditions read_conditions(const Node& holder, Reading& reading) {
    Conditions conditions;
    for (const Node* node : reading.maps(holder, "enableWhen")) {
        auto condition = read_condition(*node, reading);
        if (!condition) continue;
        conditions.list.push_back(std::move(*condition));
        conditions.lines.push_back(node->line);
    }
    read_behavior(holder, conditions, reading);
    return conditions;
}

void check_condition(const EnableWhen& condition, const Item* question, int line,
                     Severity not_an_option, Reading& reading) {
    const std::string name = "\"" + condition.question + "\"";
    const auto error = [&](const char* code, const std::string& message, const char* remedy) {
        reading.at_line(line, Severity::error, code, message, remedy);
    };
    if (question == nullptr)
        return error("unknown-question", "there is no item " + name + " to wait for.",
                     "Check the linkId.");
    if (!is_question(*question))
        return error("not-a-question", "the item " + name + " is never answered.",
                     "Name a question, not a group or a display.");
    if (condition.op == Operator::exists) return;
    if (!can_meet(question->type, condition.answer))
        return error("answer-type",
                     std::string("answer") + fhir_type(condition.answer) + " does not fit " + name +
                         ", which is of type " + name_of(question->type) + ".",
                     "Use the answer… element of the question's type.");
    if (is_ordering(condition.op) && !has_order(condition.answer))
        return error("no-order",
                     std::string("\"") + name_of(condition.op) + "\" cannot order " +
                         "the answers of " + name + ", which is of type " +
                         name_of(question->type) + ".",
                     "Order numbers, dates, times and quantities only; use = or != here.");
    if (!question->options.empty() && !is_ordering(condition.op) &&
        !offered(*question, condition.answer))
        reading.at_line(line, not_an_option, "not-an-option",
                        "the answer waited for is no option of " + name + ".",
                        "Check its code and its system or, without a code, its words.");
}

}  // namespace candor::screening
