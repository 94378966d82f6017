#include "screening/reading/expand.h"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <utility>

#include "screening/reading/fhir_urls.h"
#include "screening/reading/json_writer.h"
#include "screening/reading/load_questionnaire.h"
#include "screening/reading/reading.h"
#include "screening/reading/shipped_value_sets.h"
#include "screening/reading/terminology.h"
#include "screening/reading/wrapped_form.h"

namespace candor::screening {
namespace {

using base::FaultKind;
using NodeKind = Node::Kind;

Node text_node(std::string text) {
    Node node;
    node.kind = NodeKind::string;
    node.text = std::move(text);
    return node;
}

Node empty_node(NodeKind kind) {
    Node node;
    node.kind = kind;
    return node;
}

Node* find_in(Node& map, std::string_view key) {
    const auto found = std::find_if(map.keys.begin(), map.keys.end(),
                                    [&](const auto& each) { return each.name == key; });
    if (found == map.keys.end()) return nullptr;
    return &map.items[static_cast<std::size_t>(found - map.keys.begin())];
}

void put_under(Node& map, const std::string& key, Node value) {
    if (Node* there = find_in(map, key)) {
        *there = std::move(value);
        return;
    }
    map.keys.push_back({key, 0});
    map.items.push_back(std::move(value));
}

std::string text_under(const Node& map, std::string_view key) {
    const auto* text = string_in(map.find(key));
    return text == nullptr ? std::string() : *text;
}

/// A code system's property that weighs a code, as the extension that an answer has for it.
void put_weight(const Node& from, Node& to) {
    const Node* properties = from.find("property");
    if (properties == nullptr || to.find("extension") != nullptr) return;
    for (const Node& property : properties->items) {
        const std::string code = text_under(property, "code");
        const Node* value = property.find("valueDecimal");
        if (value == nullptr) value = property.find("valueInteger");
        if (value == nullptr || (code != "itemWeight" && code != "ordinalValue")) continue;
        Node extension = empty_node(NodeKind::map), list = empty_node(NodeKind::list);
        put_under(
            extension, "url",
            text_node(std::string(code == "itemWeight" ? urls::kItemWeight : urls::kOrdinalValue)));
        put_under(extension, "valueDecimal", *value);
        list.items.push_back(std::move(extension));
        put_under(to, "extension", std::move(list));
        return;
    }
}

Node concept_node(const Node& from) {
    Node node = empty_node(NodeKind::map);
    for (const char* key : {"extension", "code", "display", "_display", "designation"})
        if (const Node* part = from.find(key)) put_under(node, key, *part);
    put_weight(from, node);
    return node;
}

/// {"include": [{"system", "concept": […]}, …]} in the order of the codes.
Node compose_of(const std::vector<TerminologyFiles::Concept>& concepts) {
    Node list = empty_node(NodeKind::list);
    for (const auto& each : concepts) {
        if (list.items.empty() || text_under(list.items.back(), "system") != each.system) {
            Node include = empty_node(NodeKind::map);
            put_under(include, "system", text_node(each.system));
            put_under(include, "concept", empty_node(NodeKind::list));
            list.items.push_back(std::move(include));
        }
        list.items.back().items.back().items.push_back(concept_node(*each.node));
    }
    Node compose = empty_node(NodeKind::map);
    put_under(compose, "include", std::move(list));
    return compose;
}

bool is_listed(const Node& value_set) {
    if (const Node* expansion = value_set.find("expansion");
        expansion != nullptr && expansion->find("contains") != nullptr)
        return true;
    const Node* compose = value_set.find("compose");
    const Node* includes = compose == nullptr ? nullptr : compose->find("include");
    if (includes == nullptr || compose->find("exclude") != nullptr) return false;
    return std::all_of(includes->items.begin(), includes->items.end(), [](const Node& include) {
        return include.find("concept") != nullptr && include.find("valueSet") == nullptr &&
               include.find("filter") == nullptr;
    });
}

/// What an answerValueSet names: one address, or several with blanks between them, as some
/// authors' programs write what is to be chosen from all of these sets.
std::vector<std::string> addresses_in(const std::string& reference) {
    std::istringstream words(reference);
    return {std::istream_iterator<std::string>(words), std::istream_iterator<std::string>()};
}

class Expansion {
  public:
    Expansion(Node root, const std::vector<Terminology>& files, Expanded& out)
        : root_(std::move(root)), out_(out) {
        for (const Terminology& file : files) terminology_.add(file, out.findings);
        if (find_in(root_, "contained") == nullptr)
            put_under(root_, "contained", empty_node(NodeKind::list));
        contained_ = *root_.find("contained");
        for (const Node& each : contained_.items) terminology_.add_contained(each);
    }

    Node run() {
        for (Node& resource : contained().items)
            if (text_under(resource, "resourceType") == "ValueSet" && !is_listed(resource))
                list_codes(resource);
        if (Node* items = find_in(root_, "item"))
            for (Node& item : items->items) visit(item);
        if (contained().items.empty()) drop_contained();
        return std::move(root_);
    }

  private:
    Node& contained() { return *find_in(root_, "contained"); }

    void drop_contained() {
        for (std::size_t i = 0; i < root_.keys.size(); ++i)
            if (root_.keys[i].name == "contained") {
                root_.keys.erase(root_.keys.begin() + static_cast<std::ptrdiff_t>(i));
                root_.items.erase(root_.items.begin() + static_cast<std::ptrdiff_t>(i));
                return;
            }
    }

    void list_codes(Node& set) {
        std::vector<TerminologyFiles::Concept> found;
        std::string why;
        if (!terminology_.concepts(set, found, why)) {
            out_.missing.push_back("The contained value set \"" + text_under(set, "id") +
                                   "\": " + why + ".");
            return;
        }
        put_under(set, "compose", compose_of(found));
        out_.brought.push_back("#" + text_under(set, "id"));
    }

    void visit(Node& item) {
        if (!item.is(NodeKind::map)) return;
        const std::string reference = text_under(item, "answerValueSet");
        const auto addresses = addresses_in(reference);
        if (addresses.size() > 1 || (addresses.size() == 1 && !is_there(addresses.front())))
            bring(reference, item);
        if (Node* items = find_in(item, "item"))
            for (Node& inner : items->items) visit(inner);
    }

    bool is_there(const std::string& reference) const {
        if (reference[0] == '#') return true;
        const std::string url = reference.substr(0, reference.find('|'));
        if (!shipped_value_set(url).empty()) return true;
        return std::any_of(contained_.items.begin(), contained_.items.end(),
                           [&](const Node& each) { return text_under(each, "url") == url; });
    }

    void bring(const std::string& reference, Node& item) {
        const auto known = ids_.find(reference);
        const std::string id = known == ids_.end() ? add(reference, item) : known->second;
        if (!id.empty()) put_under(item, "answerValueSet", text_node("#" + id));
    }

    /// Its id; empty where it is missing.
    std::string add(const std::string& reference, const Node& item) {
        const auto addresses = addresses_in(reference);
        std::vector<TerminologyFiles::Concept> found;
        std::string why;
        if (!terminology_.concepts_of_any(addresses, found, why)) {
            out_.missing.push_back("Item \"" + text_under(item, "linkId") + "\": the value set \"" +
                                   reference + "\": " + why + ".");
            return ids_[reference] = {};
        }
        const std::string id = "value-set-" + std::to_string(++number_);
        Node copy = empty_node(NodeKind::map);
        put_under(copy, "resourceType", text_node("ValueSet"));
        put_under(copy, "id", text_node(id));
        if (addresses.size() == 1)
            put_under(copy, "url", text_node(reference.substr(0, reference.find('|'))));
        put_under(copy, "status", text_node("active"));
        put_under(copy, "compose", compose_of(found));
        contained().items.push_back(std::move(copy));
        out_.brought.push_back(reference);
        return ids_[reference] = id;
    }

    Node root_, contained_;
    Expanded& out_;
    TerminologyFiles terminology_;
    std::map<std::string, std::string> ids_;
    int number_ = 0;
};

}  // namespace

base::Result<Expanded> expand(std::string_view questionnaire, const std::string& where,
                              const std::vector<Terminology>& files) {
    Expanded out;
    auto root = parse_node(questionnaire, where, out.findings);
    Reading reading(where, out.findings);
    if (root) unwrap(*root, reading);
    if (!root || text_under(*root, "resourceType") != "Questionnaire")
        return base::fail(
            FaultKind::wrong_format, where,
            out.findings.empty() ? "it is no questionnaire" : out.findings.back().message);
    out.json = write_fhir_json(Expansion(std::move(*root), files, out).run());
    return out;
}

}  // namespace candor::screening
