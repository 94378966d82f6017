#include "screening/reading/fhir_value.h"

#include "screening/model/calendar.h"
#include "screening/model/value.h"
#include "screening/reading/reading.h"

namespace candor::screening {
namespace {

bool is_value_key(const std::string& key, const std::string& prefix) {
    return key.size() > prefix.size() && key.compare(0, prefix.size(), prefix) == 0 &&
           key[prefix.size()] >= 'A' && key[prefix.size()] <= 'Z';
}

void read_boolean(const Node& node, FoundValue& found) {
    if (const auto flag = boolean_in(&node))
        found.value = *flag;
    else
        found.problem = "wrong-type";
}

void read_integer(const Node& node, FoundValue& found) {
    const auto* written = number_in(&node);
    if (written == nullptr) {
        found.problem = "wrong-type";
    } else if (const auto number = to_integer(*written)) {
        found.value = *number;
    } else {
        found.problem = "not-an-integer";
    }
}

void read_decimal(const Node& node, FoundValue& found) {
    const auto* written = number_in(&node);
    if (written == nullptr) {
        found.problem = "wrong-type";
    } else if (auto number = to_decimal(*written)) {
        found.value = std::move(*number);
    } else {
        found.problem = "not-a-decimal";
    }
}

/// A text that has to be `Type`. FHIR's JSON wants dates in quotes, so a number is none.
template <typename Type>
void read_text(const Node& node, bool (*is_one)(std::string_view), const char* problem,
               FoundValue& found) {
    const auto* written = string_in(&node);
    if (written == nullptr) {
        found.problem = "wrong-type";
    } else if (is_one(*written)) {
        found.value = Type{*written};
    } else {
        found.problem = problem;
    }
}

void read_string(const Node& node, FoundValue& found) {
    if (const auto* written = string_in(&node))
        found.value = *written;
    else
        found.problem = "wrong-type";
}

/// False where the part is there and is no text.
bool take(const Node& node, const char* key, std::string& into) {
    const Node* part = node.find(key);
    if (part == nullptr) return true;
    const auto* written = string_in(part);
    if (written != nullptr) into = *written;
    return written != nullptr;
}

void read_coding(const Node& node, FoundValue& found) {
    Coding coding;
    const bool fits = node.is(Node::Kind::map) && take(node, "system", coding.system) &&
                      take(node, "code", coding.code) && take(node, "display", coding.display);
    if (fits && !(coding.code.empty() && coding.display.empty()))
        found.value = std::move(coding);
    else
        found.problem = "wrong-type";
}

bool is_comparator(const std::string& text) {
    return text.empty() || text == "<" || text == "<=" || text == ">=" || text == ">";
}

void read_quantity(const Node& node, FoundValue& found) {
    Quantity quantity;
    const auto* written = number_in(node.find("value"));
    auto value = written == nullptr ? std::nullopt : to_decimal(*written);
    const bool fits = value && take(node, "comparator", quantity.comparator) &&
                      take(node, "unit", quantity.unit) && take(node, "system", quantity.system) &&
                      take(node, "code", quantity.code) && is_comparator(quantity.comparator);
    if (!fits) {
        found.problem = node.is(Node::Kind::map) ? "not-a-quantity" : "wrong-type";
        return;
    }
    quantity.value = std::move(*value);
    found.value = std::move(quantity);
}

void read_typed(const Node& node, const std::string& type, FoundValue& found) {
    if (type == "Boolean") return read_boolean(node, found);
    if (type == "Integer") return read_integer(node, found);
    if (type == "Decimal") return read_decimal(node, found);
    if (type == "Date") return read_text<Date>(node, is_date, "not-a-date", found);
    if (type == "DateTime")
        return read_text<DateTime>(node, is_date_time, "not-a-date-time", found);
    if (type == "Time") return read_text<Time>(node, is_time, "not-a-time", found);
    if (type == "Uri") return read_text<Uri>(node, is_uri, "not-a-uri", found);
    if (type == "String") return read_string(node, found);
    if (type == "Coding") return read_coding(node, found);
    if (type == "Quantity") return read_quantity(node, found);
    found.problem = "unsupported-type";
}

}  // namespace

FoundValue find_value(const Node& map, const std::string& prefix) {
    FoundValue found;
    for (std::size_t i = 0; i < map.keys.size(); ++i) {
        if (!is_value_key(map.keys[i].name, prefix) || map.items[i].is(Node::Kind::nothing))
            continue;
        if (!found.key.empty()) {
            found.problem = "two-values";
            found.value.reset();
            return found;
        }
        found.key = map.keys[i].name;
        read_typed(map.items[i], found.key.substr(prefix.size()), found);
    }
    return found;
}

bool is_empty_coding(const Node& map, const FoundValue& found) {
    const Node* coding = found.key.ends_with("Coding") ? map.find(found.key) : nullptr;
    const auto lacks = [&](const char* key) {
        const Node* part = coding->find(key);
        const auto* words = string_in(part);
        return part == nullptr || (words != nullptr && words->empty());
    };
    return !found.value && coding != nullptr && coding->is(Node::Kind::map) && lacks("code") &&
           lacks("display");
}

}  // namespace candor::screening
