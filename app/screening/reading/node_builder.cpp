#include "screening/reading/node_builder.h"

#include <algorithm>
#include <utility>

namespace candor::screening {

bool NodeBuilder::fault(int line, std::string code, std::string message, std::string remedy) {
    if (!failed_)
        findings_.push_back({where_, line, base::Severity::error, std::move(code),
                             std::move(message), std::move(remedy)});
    failed_ = true;
    return false;
}

bool NodeBuilder::wants_key() const {
    return !open_.empty() && open_.back().is(Node::Kind::map) &&
           open_.back().keys.size() == open_.back().children.size();
}

bool NodeBuilder::open(Node::Kind kind, int line) {
    if (failed_) return false;
    if (open_.size() >= kMaxNodeDepth)
        return fault(line, "too-deep", "The document is nested too deeply.", "Flatten its groups.");
    if (wants_key())
        return fault(line, "bad-syntax", "A list or a map stands where a name should be.",
                     "Check the indents and the colons.");
    open_.push_back(Node{kind, line, {}, {}, {}});
    return true;
}

bool NodeBuilder::key(std::string name, int line) {
    if (failed_) return false;
    if (++count_ > kMaxNodes)
        return fault(line, "too-large", "The document has too many values.", "Split it.");
    open_.back().keys.push_back(std::move(name));
    return true;
}

bool NodeBuilder::scalar(Node::Kind kind, std::string text, int line) {
    if (failed_) return false;
    if (wants_key())
        return fault(line, "bad-syntax", "A value stands here without a name.",
                     "Write its name before the colon.");
    return place(Node{kind, line, std::move(text), {}, {}});
}

bool NodeBuilder::has_doubled_key(const Node& map) {
    std::vector<std::string_view> sorted(map.keys.begin(), map.keys.end());
    std::sort(sorted.begin(), sorted.end());
    const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
    if (twice == sorted.end()) return false;
    fault(map.line, "doubled-key", "\"" + std::string(*twice) + "\" stands twice in one place.",
          "Remove one of them.");
    return true;
}

bool NodeBuilder::close() {
    if (failed_ || open_.empty()) return false;
    Node done = std::move(open_.back());
    open_.pop_back();
    if (has_doubled_key(done)) return false;
    return place(std::move(done));
}

bool NodeBuilder::place(Node node) {
    if (++count_ > kMaxNodes)
        return fault(node.line, "too-large", "The document has too many values.", "Split it.");
    if (open_.empty())
        root_ = std::move(node);
    else
        open_.back().children.push_back(std::move(node));
    return true;
}

std::optional<Node> NodeBuilder::take() {
    if (failed_) return std::nullopt;
    if (!root_) fault(0, "empty-file", "The file is empty.", "Write the document into it.");
    return std::exchange(root_, std::nullopt);
}

}  // namespace candor::screening
