#include "screening/reading/expression_reader.h"

#include <algorithm>

#include "screening/reading/extension_value.h"
#include "screening/reading/item_checks.h"
#include "screening/reading/set_aside.h"

namespace candor::screening {
namespace {

using Found = ItemExpressions::Found;
using base::Severity;

/// Goes through the items in their order, with the variables that each knows.
class Attaching {
  public:
    Attaching(Questionnaire& questionnaire, const std::vector<ItemExpressions>& found,
              Reading& reading)
        : questionnaire_(questionnaire), found_(found), reading_(reading) {}

    void run(const std::vector<Found>& variables) {
        compiler_.enter(-1, {});
        define(variables);
        for (Item& item : questionnaire_.items) attach(item, false);
    }

  private:
    void attach(Item& item, bool hidden) {
        hidden = hidden || item.hidden;
        const auto place = static_cast<std::size_t>(place_++);
        const ItemExpressions& found = found_[place];
        const std::string before = reading_.set_subject("Item \"" + item.link_id + "\"");
        compiler_.enter(static_cast<int>(place), item.link_id);
        define(found.variables);
        if (found.enable) attach_condition(*found.enable, item);
        if (found.calculated && hidden && is_clock(*found.calculated) && !is_read(item.link_id))
            leave_out(*found.calculated);
        else if (found.calculated)
            attach_calculation(*found.calculated, item);
        if (found.least) item.min_expression = limit(*found.least, item);
        if (found.greatest) item.max_expression = limit(*found.greatest, item);
        for (Item& inner : item.items) {
            if (static_cast<std::size_t>(place_) >= found_.size()) break;
            attach(inner, hidden);
        }
        compiler_.leave();
        reading_.set_subject(before);
    }

    static bool is_clock(const Found& found) {
        return found.written.text.find("now()") != std::string::npos;
    }

    /// Does a condition or an expression name it?
    bool is_read(const std::string& link_id) const {
        const auto names = [&](const Found& each) {
            return each.written.text.find("'" + link_id + "'") != std::string::npos;
        };
        const auto any = [&](const ItemExpressions& each) {
            for (const auto* one : {&each.calculated, &each.enable, &each.least, &each.greatest})
                if (*one && names(**one)) return true;
            return std::any_of(each.variables.begin(), each.variables.end(), names);
        };
        return waits_for(questionnaire_.items, link_id) ||
               std::any_of(found_.begin(), found_.end(), any);
    }

    static bool waits_for(const std::vector<Item>& items, const std::string& link_id) {
        return std::any_of(items.begin(), items.end(), [&](const Item& item) {
            return waits_for(item.items, link_id) ||
                   std::any_of(item.enable_when.begin(), item.enable_when.end(),
                               [&](const EnableWhen& each) { return each.question == link_id; });
        });
    }

    void leave_out(const Found& found) {
        reading_.at_line(found.line, Severity::warning, "left-out",
                         "a kiosk does not work out now(), so this hidden value is left out.",
                         "It can stay: a response has its own moment (authored).");
    }

    void define(const std::vector<Found>& variables) {
        for (const Found& each : variables)
            if (!compiler_.define(each.written))
                error(each, "too-large", "there are more than 1,000 variables.", "Use fewer.");
    }

    void error(const Found& at, const char* code, const std::string& message, const char* remedy) {
        reading_.at_line(at.line, Severity::error, code, message, remedy);
    }

    std::shared_ptr<const Expression> compiled(const Found& found, const std::string& what,
                                               const char* remedy) {
        Compiled compiled = compiler_.compile(found.written);
        if (!compiled.expression)
            error(found, "unsupported", what + " cannot be worked out: " + compiled.why + ".",
                  remedy);
        for (const std::string& link_id : compiled.named)
            if (questionnaire_.find(link_id) == nullptr)
                error(found, "unknown-question",
                      what + " asks for an item \"" + link_id + "\", which is not there.",
                      "Check the linkId.");
        return compiled.expression;
    }

    void attach_condition(const Found& found, Item& item) {
        if (!item.enable_when.empty())
            error(found, "two-conditions", "it has both enableWhen and enableWhenExpression.",
                  "Keep one of them.");
        item.enable_expression =
            compiled(found, "its enableWhenExpression", "Write enableWhen instead.");
    }

    void attach_calculation(const Found& found, Item& item) {
        if (!is_question(item)) {
            reading_.at_line(found.line, Severity::warning, "ignored-extension",
                             std::string("a ") + name_of(item.type) + " has no value to work out.",
                             "Put calculatedExpression on a question.");
            return;
        }
        item.calculated =
            compiled(found, "its calculatedExpression", "Ask for the value, or remove the item.");
    }

    std::shared_ptr<const Expression> limit(const Found& found, const Item& item) {
        auto expression = compiled(found, "a least or greatest value", "Write the value itself.");
        if (!expression) return nullptr;
        if (!expression->reads().nothing()) return limit_by_answers(found, item, expression);
        const auto value = expression->constant();
        Item tried = item;
        tried.items.clear();
        tried.min_expression = expression;
        const auto least = value ? least_value(tried) : std::nullopt;
        if (!least || !can_be_limit(item, *least))
            error(found, "bad-limit",
                  std::string("a limit that is worked out is no value for a ") +
                      name_of(item.type) + ".",
                  "Work out a value of the question's type.");
        return expression;
    }

    /// Of which type it is shows with the answers.
    std::shared_ptr<const Expression> limit_by_answers(
        const Found& found, const Item& item, std::shared_ptr<const Expression> expression) {
        const auto& named = expression->reads().link_ids;
        if (std::find(named.begin(), named.end(), item.link_id) != named.end()) {
            error(found, "bad-limit", "a limit looks at the very answer that it limits.",
                  "Let it look at other questions.");
            return nullptr;
        }
        if (!can_have_limits(item)) {
            error(found, "bad-limit",
                  std::string("a ") + name_of(item.type) + " has no least or greatest value.",
                  "Remove it.");
            return nullptr;
        }
        return expression;
    }

    Questionnaire& questionnaire_;
    const std::vector<ItemExpressions>& found_;
    Reading& reading_;
    Compiler compiler_;
    int place_ = 0;
};

}  // namespace

Found read_expression(const Node& extension, Reading& reading) {
    Found found;
    found.line = extension.line;
    const Node* expression = extension.find("valueExpression");
    // Before R4 the expression stood there as a text, in FHIRPath.
    if (const auto words = extension_words(extension); words && expression == nullptr)
        found.written = {"", "text/fhirpath", *words};
    if (expression == nullptr || !expression->is(Node::Kind::map)) return found;
    found.line = expression->line;
    found.written = {reading.text(*expression, "name"), reading.text(*expression, "language"),
                     reading.text(*expression, "expression")};
    return found;
}

bool read_item_expression(const Node& extension, std::string_view url, Reading& reading,
                          ItemExpressions& found) {
    if (is_named(url, "variable"))
        found.variables.push_back(read_expression(extension, reading));
    else if (is_named(url, "calculatedExpression"))
        found.calculated = read_expression(extension, reading);
    else if (is_named(url, "enableWhenExpression"))
        found.enable = read_expression(extension, reading);
    else
        return false;
    return true;
}

std::vector<Found> read_variables(const Node& root, Reading& reading) {
    std::vector<Found> variables;
    for (const Node* entry : reading.maps(root, "extension"))
        if (is_named(reading.text(*entry, "url"), "variable"))
            variables.push_back(read_expression(*entry, reading));
    return variables;
}

void attach_expressions(Questionnaire& questionnaire, const std::vector<Found>& variables,
                        const std::vector<ItemExpressions>& found, Reading& reading) {
    Attaching(questionnaire, found, reading).run(variables);
}

}  // namespace candor::screening
