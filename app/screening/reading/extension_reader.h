#pragma once
#include "screening/model/questionnaire.h"
#include "screening/reading/reading.h"

namespace candor::screening {

/// Is it an extension without which a form would show or ask something else than its author meant?
/// By the last part of its url, because each has had several homes (core, SDC, R5's pack).
bool is_refused_extension(std::string_view url);

/// Reads the extensions of items and of answer options that SUPPORT.md names. Those that would
/// change what is asked are refused; the others are ignored with a finding.
class ExtensionReader {
  public:
    explicit ExtensionReader(Reading& reading) : reading_(reading) {}

    void read_item(const Node& node, Item& item);
    /// `node`: an answerOption, or a concept of a value set.
    void read_option(const Node& node, AnswerOption& option);

  private:
    bool read_item_extension(const Node& node, std::string_view url, Item& item);
    bool read_rule(const Node& node, std::string_view url, Item& item);
    bool read_option_extension(const Node& node, std::string_view url, AnswerOption& option);
    void read_control(const Node& node, Item& item);
    void read_media(const Node& node, std::string& url, base::Localized& alt);
    void read_limit(const Node& node, std::optional<Value>& limit);
    void read_count(const Node& node, std::optional<int>& count);
    void read_step(const Node& node, Item& item);
    void read_regex(const Node& node, Item& item);
    void read_unit(const Node& node, Item& item);
    void read_weight(const Node& node, AnswerOption& option);

    Reading& reading_;
    std::int64_t regex_cost_ = 0;
};

}  // namespace candor::screening
