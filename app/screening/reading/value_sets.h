#pragma once
#include <map>
#include <string>
#include <vector>

#include "screening/reading/extension_reader.h"

namespace candor::screening {

/// The ValueSets that a questionnaire contains. The document must outlive it.
class ValueSets {
  public:
    ValueSets(const Node& root, Reading& reading, ExtensionReader& extensions);

    /// The concepts of the set that `reference` ("#id") names: of its expansion, else those listed
    /// in compose.include. Findings are about who asks first. Sets elsewhere and rules are refused.
    const std::vector<AnswerOption>& options(const Node& at, const std::string& reference);

  private:
    std::vector<AnswerOption> read(const Node& at, const std::string& reference);
    const Node* find(const std::string& id);
    void read_expansion(const Node& expansion, std::vector<AnswerOption>& options);
    void read_compose(const Node& set, std::vector<AnswerOption>& options);
    void read_include(const Node& include, std::vector<AnswerOption>& options);
    void read_concept(const Node& node, const std::string& system,
                      std::vector<AnswerOption>& options);
    base::Localized label_of(const Node& node);
    void refuse(const Node& at, const std::string& what);

    Reading& reading_;
    ExtensionReader& extensions_;
    bool refused_ = false;
    std::vector<const Node*> nodes_;  ///< of the options of the set that is being read
    std::map<std::string, std::vector<AnswerOption>> read_;
    std::map<std::string, const Node*> contained_;
};

}  // namespace candor::screening
