#include "document/tree_builder.h"

#include <algorithm>
#include <utility>

namespace candor::document {
namespace {

/// More than any reader tells.
constexpr std::size_t kMaxProblems = 400;

}  // namespace

bool TreeBuilder::refuse(Problem::Kind kind, int line, std::string detail) {
    if (!std::exchange(refused_, true)) problems_.push_back({kind, line, std::move(detail)});
    return false;
}

void TreeBuilder::comment(Comment comment) {
    if (!refused_ && comments_.size() < kMaxProblems) comments_.push_back(std::move(comment));
}

bool TreeBuilder::wants_key() const {
    return !open_.empty() && open_.back()->is(Node::Kind::map) &&
           open_.back()->keys.size() == open_.back()->items.size();
}

Node* TreeBuilder::place(Node::Kind kind, int line) {
    if (wants_key()) refuse(Problem::Kind::nameless_value, line);
    if (++values_ > limits_.values) refuse(Problem::Kind::too_many_values, line);
    if (refused_) return nullptr;
    Node& node = open_.empty() ? root_ : open_.back()->items.emplace_back();
    node.kind = kind;
    node.line = line;
    return &node;
}

bool TreeBuilder::open(Node::Kind kind, int line) {
    if (open_.size() >= limits_.depth) return refuse(Problem::Kind::too_deep, line);
    Node* node = place(kind, line);
    if (node != nullptr) open_.push_back(node);
    return node != nullptr;
}

bool TreeBuilder::close() {
    if (refused_ || open_.empty()) return false;
    tell_doubled_keys(*open_.back());
    open_.pop_back();
    return true;
}

bool TreeBuilder::key(std::string name, int line) {
    if (refused_) return false;
    auto& keys = open_.back()->keys;
    if (keys.size() >= limits_.keys) return refuse(Problem::Kind::too_many_keys, line);
    keys.push_back({std::move(name), line});
    return true;
}

bool TreeBuilder::scalar(Node::Kind kind, std::string text, int line) {
    Node* node = place(kind, line);
    if (node != nullptr) node->text = std::move(text);
    return node != nullptr;
}

void TreeBuilder::tell_doubled_keys(const Node& map) {
    sorted_.clear();
    for (const auto& key : map.keys) sorted_.push_back(&key);
    std::sort(sorted_.begin(), sorted_.end(), [](const auto* a, const auto* b) {
        return a->name == b->name ? a < b : a->name < b->name;
    });
    for (std::size_t i = 1; i < sorted_.size() && problems_.size() < kMaxProblems; ++i)
        if (sorted_[i]->name == sorted_[i - 1]->name)
            problems_.push_back({Problem::Kind::doubled_key, sorted_[i]->line, sorted_[i]->name});
}

Document TreeBuilder::take() {
    for (const Node* map : open_) tell_doubled_keys(*map);
    std::stable_sort(problems_.begin(), problems_.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
    Document out;
    if (!refused_) out.root = std::move(root_);
    out.problems = std::move(problems_);
    out.comments = std::move(comments_);
    return out;
}

}  // namespace candor::document
