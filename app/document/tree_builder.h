#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace candor::document {

/// Puts a tree together from a parser's events, within the limits. Each call says whether the
/// parser should go on; after the first refusal none does. Memory grows with the events alone.
class TreeBuilder {
  public:
    /// `limits` must outlive this.
    explicit TreeBuilder(const Limits& limits) : limits_(limits) {}

    bool open(Node::Kind kind, int line);
    bool close();
    bool key(std::string name, int line);
    bool scalar(Node::Kind kind, std::string text, int line);
    /// A map is open and its next event is a key.
    bool wants_key() const;
    /// Where the innermost list or map starts that is not closed; 0: there is none.
    int open_line() const { return open_.empty() ? 0 : open_.back()->line; }
    void comment(Comment comment);
    bool refuse(Problem::Kind kind, int line, std::string detail = {});
    Document take();

  private:
    Node* place(Node::Kind kind, int line);
    void tell_doubled_keys(const Node& map);

    const Limits& limits_;
    Node root_;
    std::vector<Node*> open_;  ///< each is the last item of the one before
    std::vector<Problem> problems_;
    std::vector<Comment> comments_;
    std::vector<const Node::Key*> sorted_;
    std::size_t values_ = 0;
    bool refused_ = false;
};

/// Feed a builder from a text without a byte order mark.
void read_yaml(std::string_view text, int first_line, TreeBuilder& tree);
void read_json(std::string_view text, int first_line, TreeBuilder& tree);

}  // namespace candor::document
