#pragma once
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "screening/reading/extension_reader.h"

namespace candor::screening {

/// The ValueSets that a questionnaire can name: those that it contains, by id and by url, and those
/// that are shipped, by url. A version behind "|" is not looked at. The document must outlive it.
class ValueSets {
  public:
    ValueSets(const Node& root, Reading& reading, ExtensionReader& extensions);

    /// The concepts of the set that `reference` names ("#id", or its url): of its expansion, else
    /// of compose. Findings are about who asks first. Sets elsewhere and filters are refused.
    const std::vector<AnswerOption>& options(const Node& at, const std::string& reference);

    /// Is it contained, or shipped?
    bool knows(const std::string& reference) { return find(reference) != nullptr; }

  private:
    std::vector<AnswerOption> read(const Node& at, const std::string& reference);
    const Node* find(const std::string& reference);
    const Node* shipped(std::string_view url);
    void read_set(const Node& set, std::vector<AnswerOption>& options);
    void read_expansion(const Node& expansion, std::vector<AnswerOption>& options);
    void read_compose(const Node& set, std::vector<AnswerOption>& options);
    void read_include(const Node& include, std::vector<AnswerOption>& options);
    void include_system(const Node& include, const std::string& system,
                        std::vector<AnswerOption>& options);
    void include_sets(const Node& include, std::vector<AnswerOption>& options);
    void drop_repeated(std::size_t first, std::vector<AnswerOption>& options);
    void exclude(const Node& excluded, std::size_t first, std::vector<AnswerOption>& options);
    void read_concepts(const Node& holder, const std::string& system,
                       std::vector<AnswerOption>& options);
    void read_concept(const Node& node, const std::string& system,
                      std::vector<AnswerOption>& options);
    base::Localized label_of(const Node& node);
    void refuse(const Node& at, const std::string& what);

    Reading& reading_;
    ExtensionReader& extensions_;
    bool refused_ = false;
    int depth_ = 0;                   ///< of sets in sets
    const Node* teller_ = nullptr;    ///< what findings about a shipped set are at
    std::vector<const Node*> nodes_;  ///< of the options of the set that is being read
    std::map<std::string, std::vector<AnswerOption>> read_;
    std::map<std::string, const Node*> contained_, systems_;  ///< by "#id" and by url
    std::map<std::string, const Node*, std::less<>> shipped_;
    std::deque<Node> parsed_;
};

}  // namespace candor::screening
