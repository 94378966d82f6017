#include <algorithm>
#include <array>

#include "screening/json_writer.h"
#include "screening/node.h"
#include "screening/questionnaire.h"

namespace candor::screening {
namespace {

using base::FaultKind;

constexpr std::array<std::string_view, 9> kBooleans{
    "required",      "repeats",      "readOnly",     "initialSelected", "experimental",
    "answerBoolean", "valueBoolean", "userSelected", "preferred"};
constexpr std::array<std::string_view, 9> kNumbers{
    "maxLength",        "answerInteger",    "answerDecimal", "valueInteger", "valueDecimal",
    "valuePositiveInt", "valueUnsignedInt", "rank",          "size"};

template <typename List>
bool contains(const List& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

/// Only the element's name tells what a YAML scalar without quotes is.
void write_scalar(const Node& node, std::string_view key, JsonWriter& json) {
    const bool plain = node.is(Node::Kind::plain);
    if (node.is(Node::Kind::null))
        json.raw("null");
    else if (node.is(Node::Kind::boolean) || node.is(Node::Kind::number) ||
             (plain && (contains(kBooleans, key) || contains(kNumbers, key))))
        json.raw(node.text);
    else
        json.text(node.text);
}

void write_node(const Node& node, std::string_view key, JsonWriter& json) {
    if (node.is(Node::Kind::map)) {
        json.open_object();
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            if (node.children[i].is(Node::Kind::null)) continue;
            json.key(node.keys[i]);
            write_node(node.children[i], node.keys[i], json);
        }
        json.close_object();
    } else if (node.is(Node::Kind::list)) {
        json.open_list();
        for (const auto& child : node.children) write_node(child, key, json);
        json.close_list();
    } else {
        write_scalar(node, key, json);
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
    // Wrong scalars would come out as broken JSON; who asks has to load the questionnaire first.
    JsonWriter json;
    write_node(*root, {}, json);
    return json.take();
}

}  // namespace candor::screening
