#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "screening/reading/node.h"

namespace candor::screening {

/// Puts a document together from a parser's events. After the first fault every call says false.
class NodeBuilder {
  public:
    NodeBuilder(std::string where, base::Findings& findings)
        : where_(std::move(where)), findings_(findings) {}

    bool open(Node::Kind kind, int line);
    bool close();
    bool key(std::string name, int line);
    bool scalar(Node::Kind kind, std::string text, int line);
    /// A map is open and its next event is a key.
    bool wants_key() const;
    bool fault(int line, std::string code, std::string message, std::string remedy);
    bool failed() const { return failed_; }
    /// The document; empty after a fault or before its end.
    std::optional<Node> take();

  private:
    bool place(Node node);
    bool has_doubled_key(const Node& map);

    std::string where_;
    base::Findings& findings_;
    std::vector<Node> open_;
    std::optional<Node> root_;
    std::size_t count_ = 0;
    bool failed_ = false;
};

/// Feed a builder from JSON and from YAML text. They catch whatever the libraries throw.
void read_json(std::string_view text, NodeBuilder& builder);
void read_yaml(std::string_view text, NodeBuilder& builder);

}  // namespace candor::screening
