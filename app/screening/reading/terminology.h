#pragma once
#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "screening/reading/expand.h"
#include "screening/reading/node.h"

namespace candor::screening {

/// Value sets and code systems by their urls, and what is in them.
class TerminologyFiles {
  public:
    /// Findings about files that cannot be read.
    void add(const Terminology& file, base::Findings& findings);
    /// What a questionnaire contains, known by its "#id" too; it must outlive this.
    void add_contained(const Node& resource);

    const Node* value_set(const std::string& canonical);
    /// A code with its system, and the node that has its words.
    struct Concept {
        std::string system;
        const Node* node = nullptr;
    };
    /// All codes of a set, each once. False with `why` where some cannot be known.
    bool concepts(const Node& value_set, std::vector<Concept>& out, std::string& why);
    /// All codes that any of the sets at these addresses has, each once. False with `why`.
    bool concepts_of_any(const std::vector<std::string>& canonicals, std::vector<Concept>& out,
                         std::string& why);

  private:
    void take(const Node& resource);
    bool add_include(const Node& include, std::vector<Concept>& out, std::string& why);
    bool add_sets(const Node& include, std::vector<Concept>& out, std::string& why);
    bool add_system(const Node& include, const std::string& system, std::vector<Concept>& out,
                    std::string& why);
    void add_expansion(const Node& expansion, std::vector<Concept>& out);
    bool remove_excluded(const Node& compose, std::vector<Concept>& out, std::string& why);
    const Node* code_system(const std::string& canonical);

    std::deque<Node> files_;
    std::map<std::string, const Node*> sets_, systems_;
    int depth_ = 0;
};

}  // namespace candor::screening
