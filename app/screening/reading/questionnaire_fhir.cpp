#include <algorithm>
#include <array>

#include "screening/model/decimal.h"
#include "screening/reading/json_writer.h"
#include "screening/reading/load_questionnaire.h"
#include "screening/reading/reading.h"

namespace candor::screening {
namespace {

using base::FaultKind;

constexpr std::array<std::string_view, 12> kBooleans{
    "required",     "repeats",      "readOnly",  "initialSelected", "experimental", "answerBoolean",
    "valueBoolean", "userSelected", "preferred", "abstract",        "inactive",     "immutable"};
constexpr std::array<std::string_view, 11> kNumbers{"maxLength",
                                                    "answerInteger",
                                                    "answerDecimal",
                                                    "valueInteger",
                                                    "valueDecimal",
                                                    "valuePositiveInt",
                                                    "valueUnsignedInt",
                                                    "rank",
                                                    "size",
                                                    "total",
                                                    "offset"};

bool is_number(std::string_view key, std::string_view holder) {
    return is_one_of(kNumbers, key) ||
           (key == "value" && (holder == "valueQuantity" || holder == "answerQuantity"));
}

/// Only the element's name tells what a YAML scalar without quotes is.
bool stands_as_written(const Node& node, std::string_view key, std::string_view holder) {
    if (node.is(Node::Kind::boolean) || node.is(Node::Kind::number)) return true;
    if (!node.is(Node::Kind::plain)) return false;
    if (is_one_of(kBooleans, key)) return boolean_in(&node).has_value();
    return is_number(key, holder) && to_decimal(node.text).has_value();
}

void write_scalar(const Node& node, std::string_view key, std::string_view holder,
                  JsonWriter& json) {
    if (node.is(Node::Kind::nothing))
        json.raw("null");
    else if (stands_as_written(node, key, holder))
        json.raw(node.text);
    else
        json.text(node.text);
}

void write_node(const Node& node, std::string_view key, std::string_view holder, JsonWriter& json) {
    if (node.is(Node::Kind::map)) {
        json.open_object();
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            if (node.items[i].is(Node::Kind::nothing)) continue;
            json.key(node.keys[i].name);
            write_node(node.items[i], node.keys[i].name, key, json);
        }
        json.close_object();
    } else if (node.is(Node::Kind::list)) {
        json.open_list();
        for (const auto& child : node.items) write_node(child, key, holder, json);
        json.close_list();
    } else {
        write_scalar(node, key, holder, json);
    }
}

}  // namespace

base::Result<std::string> to_fhir_json(std::string_view text, const std::string& where) {
    base::Findings findings;
    const auto root = parse_node(text, where, findings);
    if (!root || !root->is(Node::Kind::map)) {
        const std::string why = findings.empty() ? "it is not an object" : findings.front().message;
        return base::fail(FaultKind::wrong_format, where, why);
    }
    return write_fhir_json(*root);
}

std::string write_fhir_json(const Node& root) {
    JsonWriter json;
    write_node(root, {}, {}, json);
    return json.take();
}

}  // namespace candor::screening
