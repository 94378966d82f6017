#include "screening/reading/terminology.h"

#include <algorithm>
#include <utility>

#include "screening/reading/reading.h"
#include "screening/reading/shipped_value_sets.h"

namespace candor::screening {
namespace {

using Concept = TerminologyFiles::Concept;

constexpr int kMostNestedSets = 12;

std::string unversioned(const std::string& canonical) {
    return canonical.substr(0, canonical.find('|'));
}

std::string words_under(const Node& node, std::string_view key) {
    const auto* text = string_in(node.find(key));
    return text == nullptr ? std::string() : *text;
}

const std::vector<Node>& list_under(const Node& node, std::string_view key) {
    static const std::vector<Node> kNone;
    const Node* list = node.find(key);
    return list == nullptr || !list->is(Node::Kind::list) ? kNone : list->items;
}

/// Codes that only head others.
bool is_abstract(const Node& node) {
    const auto& properties = list_under(node, "property");
    return boolean_in(node.find("abstract")).value_or(false) ||
           std::any_of(properties.begin(), properties.end(), [](const Node& property) {
               const std::string code = words_under(property, "code");
               return (code == "notSelectable" || code == "abstract") &&
                      boolean_in(property.find("valueBoolean")).value_or(false);
           });
}

void flatten(const Node& holder, const std::string& system, std::vector<Concept>& out) {
    for (const Node& node : list_under(holder, "concept")) {
        if (!is_abstract(node)) out.push_back({system, &node});
        flatten(node, system, out);
    }
}

const Node* find_code(const Node& holder, const std::string& code) {
    for (const Node& node : list_under(holder, "concept")) {
        if (words_under(node, "code") == code) return &node;
        if (const Node* inner = find_code(node, code)) return inner;
    }
    return nullptr;
}

bool is_same(const Concept& left, const Concept& right) {
    return left.system == right.system &&
           words_under(*left.node, "code") == words_under(*right.node, "code");
}

void add_each_once(const std::vector<Concept>& found, std::vector<Concept>& out) {
    std::set<std::pair<std::string, std::string>> seen;
    for (const Concept& each : found)
        if (seen.emplace(each.system, words_under(*each.node, "code")).second) out.push_back(each);
}

/// One is-a filter over a code system whose codes stand inside each other.
bool filtered(const Node& filter, const Node& system_node, const std::string& system,
              std::vector<Concept>& out) {
    const std::string op = words_under(filter, "op");
    const bool known =
        words_under(filter, "property") == "concept" && (op == "is-a" || op == "descendent-of");
    const Node* head = known ? find_code(system_node, words_under(filter, "value")) : nullptr;
    if (head == nullptr) return false;
    if (op == "is-a" && !is_abstract(*head)) out.push_back({system, head});
    flatten(*head, system, out);
    return true;
}

}  // namespace

void TerminologyFiles::add(const Terminology& file, base::Findings& findings) {
    auto root = parse_node(file.text, file.name, findings);
    if (root) take(files_.emplace_back(std::move(*root)));
}

void TerminologyFiles::take(const Node& resource) {
    const std::string type = words_under(resource, "resourceType");
    if (type == "Bundle")
        for (const Node& entry : list_under(resource, "entry"))
            if (const Node* inner = entry.find("resource")) take(*inner);
    const std::string url = words_under(resource, "url");
    if (url.empty()) return;
    if (type == "ValueSet") sets_.emplace(url, &resource);
    if (type == "CodeSystem") systems_.emplace(url, &resource);
}

void TerminologyFiles::add_contained(const Node& resource) {
    take(resource);
    const std::string id = words_under(resource, "id");
    if (!id.empty() && words_under(resource, "resourceType") == "ValueSet")
        sets_.emplace("#" + id, &resource);
}

const Node* TerminologyFiles::value_set(const std::string& canonical) {
    const std::string url = unversioned(canonical);
    if (const auto found = sets_.find(url); found != sets_.end()) return found->second;
    const std::string_view text = shipped_value_set(url);
    if (text.empty()) return nullptr;
    base::Findings none;
    auto parsed = parse_node(text, url, none);
    if (!parsed) return nullptr;
    return sets_[url] = &files_.emplace_back(std::move(*parsed));
}

const Node* TerminologyFiles::code_system(const std::string& canonical) {
    const auto found = systems_.find(unversioned(canonical));
    return found == systems_.end() ? nullptr : found->second;
}

bool TerminologyFiles::concepts(const Node& set, std::vector<Concept>& out, std::string& why) {
    if (depth_ >= kMostNestedSets) {
        why = "it includes itself";
        return false;
    }
    ++depth_;
    std::vector<Concept> found;
    const Node* expansion = set.find("expansion");
    const Node* compose = set.find("compose");
    bool known = true;
    if (expansion != nullptr && expansion->find("contains") != nullptr) {
        add_expansion(*expansion, found);
    } else if (compose != nullptr) {
        for (const Node& include : list_under(*compose, "include"))
            known = known && add_include(include, found, why);
        known = known && remove_excluded(*compose, found, why);
    }
    --depth_;
    if (known && found.empty()) why = "it has no codes";
    add_each_once(found, out);
    return known && !found.empty();
}

bool TerminologyFiles::concepts_of_any(const std::vector<std::string>& canonicals,
                                       std::vector<Concept>& out, std::string& why) {
    std::vector<Concept> found;
    for (const std::string& canonical : canonicals) {
        const Node* set = value_set(canonical);
        std::string reason = "it is in none of the files";
        if (set != nullptr && concepts(*set, found, reason)) continue;
        why = (canonicals.size() > 1 ? canonical + ": " : "") + reason;
        return false;
    }
    add_each_once(found, out);
    return true;
}

void TerminologyFiles::add_expansion(const Node& expansion, std::vector<Concept>& out) {
    for (const Node& node : list_under(expansion, "contains")) {
        if (!is_abstract(node) && !boolean_in(node.find("inactive")).value_or(false))
            out.push_back({words_under(node, "system"), &node});
        add_expansion(node, out);
    }
}

bool TerminologyFiles::add_include(const Node& include, std::vector<Concept>& out,
                                   std::string& why) {
    const std::string system = words_under(include, "system");
    std::vector<Concept> listed;
    if (!system.empty() && !add_system(include, system, listed, why)) return false;
    if (include.find("valueSet") == nullptr) {
        out.insert(out.end(), listed.begin(), listed.end());
        return true;
    }
    std::vector<Concept> common;
    if (!add_sets(include, common, why)) return false;
    for (const Concept& each : common)
        if (system.empty() || std::any_of(listed.begin(), listed.end(), [&](const Concept& other) {
                return is_same(each, other);
            }))
            out.push_back(each);
    return true;
}

// What all of them have.
bool TerminologyFiles::add_sets(const Node& include, std::vector<Concept>& out, std::string& why) {
    bool first = true;
    for (const Node& reference : list_under(include, "valueSet")) {
        const auto* url = string_in(&reference);
        const Node* set = url == nullptr ? nullptr : value_set(*url);
        if (set == nullptr) {
            why = "the value set " + (url == nullptr ? "in it" : *url) + " is not there";
            return false;
        }
        std::vector<Concept> found;
        if (!concepts(*set, found, why)) return false;
        if (std::exchange(first, false)) {
            out = std::move(found);
            continue;
        }
        std::erase_if(out, [&](const Concept& each) {
            return std::none_of(found.begin(), found.end(),
                                [&](const Concept& other) { return is_same(each, other); });
        });
    }
    return true;
}

bool TerminologyFiles::add_system(const Node& include, const std::string& system,
                                  std::vector<Concept>& out, std::string& why) {
    const Node* codes = code_system(system);
    if (include.find("concept") != nullptr) {
        for (const Node& node : list_under(include, "concept")) {
            const Node* own =
                codes == nullptr ? nullptr : find_code(*codes, words_under(node, "code"));
            const bool wordless = node.find("display") == nullptr;
            out.push_back({unversioned(system), wordless && own != nullptr ? own : &node});
        }
        return true;
    }
    if (codes == nullptr && include.find("filter") == nullptr)
        if (const auto url = shipped_set_of_system(unversioned(system)); !url.empty())
            return concepts(*value_set(std::string(url)), out, why);
    if (codes == nullptr) {
        why = "the code system " + system + " is not there";
        return false;
    }
    const auto& filters = list_under(include, "filter");
    if (filters.empty()) flatten(*codes, unversioned(system), out);
    for (const Node& filter : filters) {
        if (filters.size() == 1 && filtered(filter, *codes, unversioned(system), out)) continue;
        why = "its filter cannot be worked out; take an expansion of it from a terminology server";
        return false;
    }
    return true;
}

bool TerminologyFiles::remove_excluded(const Node& compose, std::vector<Concept>& out,
                                       std::string& why) {
    std::vector<Concept> excluded;
    for (const Node& exclude : list_under(compose, "exclude"))
        if (!add_include(exclude, excluded, why)) return false;
    std::erase_if(out, [&](const Concept& each) {
        return std::any_of(excluded.begin(), excluded.end(),
                           [&](const Concept& other) { return is_same(each, other); });
    });
    return true;
}

}  // namespace candor::screening
