#pragma once
#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "screening/model/answer_tree.h"
#include "screening/reading/reading.h"

namespace candor::screening {

/// Builds the tree of occurrences from a QuestionnaireResponse. Keeps the values that the tree
/// looks at; what is wrong with them is found on the way and asked for after resolve().
class ResponseReader {
  public:
    ResponseReader(const Outline& outline, AnswerTree& tree, Reading& reading);

    /// False with a finding when the document is no QuestionnaireResponse or too large.
    bool read(const Node& root);

    /// Codes found for an occurrence.
    const std::map<int, std::set<std::string>>& codes() const { return codes_; }
    /// linkIds that are not in the questionnaire, or not where they stand in it, with their code.
    const std::vector<std::pair<std::string, std::string>>& strangers() const { return strangers_; }

  private:
    using Nodes = std::vector<const Node*>;

    void read_inside(int place, const Nodes& holders);
    std::map<int, Nodes> sort_in(int place, const Nodes& holders);
    void note_stranger(const std::string& link_id, int found);
    void read_group(int place, const Nodes& items);
    void read_question(int place, const Nodes& items);
    void read_nested(int place, const Nodes& items, const Nodes& answers);
    /// False where there is a value that cannot be read.
    bool take_answer(const Node& answer, std::vector<Value>& values, std::set<std::string>& codes);
    bool full(const Node& at);
    bool too_dear(const Node& at, const Item& item, const std::vector<Value>& values);

    const Outline& outline_;
    AnswerTree& tree_;
    Reading& reading_;
    bool full_ = false;
    std::size_t effort_ = 0;
    std::vector<std::vector<int>> inside_;  ///< the places directly inside a place; last: the top
    std::deque<std::vector<Value>> values_;
    std::map<int, std::set<std::string>> codes_;
    std::vector<std::pair<std::string, std::string>> strangers_;
    std::set<std::pair<std::string, std::string>> known_strangers_;
};

}  // namespace candor::screening
