#pragma once
#include "screening/model/questionnaire.h"
#include "screening/reading/expression_reader.h"
#include "screening/reading/reading.h"

namespace candor::screening {

/// Does its itemControl make an item words to read, of whatever type it is, or words that stand
/// aside, for which a kiosk has no place?
enum class WordsOnly { no, read, aside };
WordsOnly words_only(const Node& item);

/// Reads the extensions of items and of answer options that SUPPORT.md names. Those that would
/// change what is asked are refused; the others are ignored with a finding.
class ExtensionReader {
  public:
    explicit ExtensionReader(Reading& reading) : reading_(reading) {}

    void read_item(const Node& node, Item& item, ItemExpressions& expressions);
    /// `node`: an answerOption, or a concept of a value set.
    void read_option(const Node& node, AnswerOption& option);

  private:
    bool read_item_extension(const Node& node, std::string_view url, Item& item,
                             ItemExpressions& found);
    bool read_rule(const Node& node, std::string_view url, Item& item, ItemExpressions& found);
    bool read_range(const Node& node, std::string_view url, Item& item, ItemExpressions& found);
    bool read_option_extension(const Node& node, std::string_view url, AnswerOption& option);
    void read_control(const Node& node, Item& item);
    void read_keys(const Node& node, Item& item);
    void read_media(const Node& node, Media& media);
    void read_usage(const Node& node, Item& item);
    bool read_words(const Node& node, std::string_view url, Item& item);
    void read_category(const Node& node, Item& item);
    void read_limit(const Node& node, std::optional<Value>& limit,
                    std::optional<ItemExpressions::Found>& worked_out);
    bool read_flag(const Node& node);
    void read_count(const Node& node, std::optional<int>& count);
    void read_step(const Node& node, Item& item);
    void read_regex(const Node& node, Item& item);
    void read_unit(const Node& node, Item& item);
    void read_weight(const Node& node, std::string_view url, AnswerOption& option);

    Reading& reading_;
    std::int64_t regex_cost_ = 0;
    bool fine_step_ = false;  ///< the item's slider has a step that is no whole number
};

}  // namespace candor::screening
