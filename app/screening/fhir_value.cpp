#include "screening/fhir_value.h"

#include "screening/calendar.h"
#include "screening/reading.h"
#include "screening/value.h"

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

void read_date(const Node& node, FoundValue& found) {
    // YAML reads 2026 as plain and JSON as a number, but FHIR's JSON wants dates in quotes.
    const auto* written = string_in(&node);
    if (written == nullptr) {
        found.problem = "wrong-type";
    } else if (is_date(*written)) {
        found.value = Date{*written};
    } else {
        found.problem = "not-a-date";
    }
}

void read_string(const Node& node, FoundValue& found) {
    if (const auto* written = string_in(&node))
        found.value = *written;
    else
        found.problem = "wrong-type";
}

void read_coding(const Node& node, FoundValue& found) {
    Coding coding;
    const auto take = [&](const char* key, std::string& into) {
        const Node* part = node.get(key);
        if (part == nullptr) return true;
        const auto* written = string_in(part);
        if (written != nullptr) into = *written;
        return written != nullptr;
    };
    const bool fits = node.is(Node::Kind::map) && take("system", coding.system) &&
                      take("code", coding.code) && take("display", coding.display);
    if (fits && !(coding.code.empty() && coding.display.empty()))
        found.value = std::move(coding);
    else
        found.problem = "wrong-type";
}

void read_typed(const Node& node, const std::string& type, FoundValue& found) {
    if (type == "Boolean") return read_boolean(node, found);
    if (type == "Integer") return read_integer(node, found);
    if (type == "Decimal") return read_decimal(node, found);
    if (type == "Date") return read_date(node, found);
    if (type == "String") return read_string(node, found);
    if (type == "Coding") return read_coding(node, found);
    found.problem = "unsupported-type";
}

}  // namespace

FoundValue find_value(const Node& map, const std::string& prefix) {
    FoundValue found;
    for (std::size_t i = 0; i < map.keys.size(); ++i) {
        if (!is_value_key(map.keys[i], prefix) || map.children[i].is(Node::Kind::null)) continue;
        if (!found.key.empty()) {
            found.problem = "two-values";
            found.value.reset();
            return found;
        }
        found.key = map.keys[i];
        read_typed(map.children[i], found.key.substr(prefix.size()), found);
    }
    return found;
}

}  // namespace candor::screening
