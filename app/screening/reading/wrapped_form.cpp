#include "screening/reading/wrapped_form.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace candor::screening {
namespace {

bool is_resource(const Node& node, std::string_view type) {
    const auto* name = string_in(node.find("resourceType"));
    return name != nullptr && *name == type;
}

bool is_map(const Node* node) { return node != nullptr && node->is(Node::Kind::map); }

Node& contained_of(Node& form) {
    for (std::size_t i = 0; i < form.keys.size(); ++i)
        if (form.keys[i].name == "contained") return form.items[i];
    form.keys.push_back({"contained", form.line});
    Node& list = form.items.emplace_back();
    list.kind = Node::Kind::list;
    list.line = form.line;
    return list;
}

bool is_of_aidbox(const Node& item) {
    if (is_map(item.find("itemControl"))) return true;
    const Node* options = item.find("answerOption");
    if (options != nullptr && options->is(Node::Kind::list))
        for (const Node& option : options->items)
            if (is_map(option.find("value"))) return true;
    const Node* items = item.find("item");
    return items != nullptr && items->is(Node::Kind::list) &&
           std::any_of(items->items.begin(), items->items.end(), is_of_aidbox);
}

}  // namespace

void unwrap(Node& root, Reading& reading) {
    if (!root.is(Node::Kind::map) || !is_resource(root, "Bundle")) return;
    std::vector<const Node*> forms, terms;
    for (const Node* entry : reading.maps(root, "entry")) {
        const Node* resource = entry->find("resource");
        if (!is_map(resource)) continue;
        if (is_resource(*resource, "Questionnaire")) forms.push_back(resource);
        if (is_resource(*resource, "ValueSet") || is_resource(*resource, "CodeSystem"))
            terms.push_back(resource);
    }
    if (forms.size() != 1)
        return reading.error(
            root, "not-a-questionnaire",
            "this is a Bundle with " + std::to_string(forms.size()) + " questionnaires in it.",
            "Save one questionnaire as a file of its own.");
    reading.advice(*forms.front(), "bundle",
                   "this is a Bundle, of which its one questionnaire is read.",
                   "It can stay; other programs may want the questionnaire alone.");
    Node form = *forms.front();
    for (const Node* each : terms) contained_of(form).items.push_back(*each);
    root = std::move(form);
}

bool is_aidbox(const Node& root, Reading& reading) {
    if (!is_of_aidbox(root)) return false;
    reading.error(root, "aidbox", "this is written in Aidbox's own format and not in FHIR's.",
                  "Export it from Aidbox as a FHIR R4 Questionnaire.");
    return true;
}

}  // namespace candor::screening
