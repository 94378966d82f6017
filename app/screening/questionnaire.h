#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/finding.h"
#include "base/localized.h"
#include "base/result.h"

namespace candor::screening {

/// FHIR R4 Coding, as far as answers need it.
struct Coding {
    std::string system, code, display;
};
/// FHIR date: "2026", "2026-11" or "2026-11-22".
struct Date {
    std::string iso;
};
/// FHIR decimal with the precision as written.
struct Decimal {
    std::string text;
    double value = 0;
};
/// An answer[x] of R4 that we support; strings hold `string` and `text` alike.
using Value = std::variant<bool, std::int64_t, Decimal, Date, std::string, Coding>;

enum class ItemType {
    group,
    display,
    boolean,
    choice,
    open_choice,
    integer,
    decimal,
    date,
    string,
    text
};
enum class Operator { exists, equal, not_equal, greater, less, greater_or_equal, less_or_equal };
enum class Behavior { all, any };

/// Questionnaire.item.enableWhen.
struct EnableWhen {
    std::string question;  ///< linkId
    Operator op = Operator::exists;
    Value answer;
};

/// Questionnaire.item.answerOption; `media` is the SDC item-answer-media's url, relative to the
/// pack.
struct AnswerOption {
    Value value;
    base::Localized label;
    std::string media;
    base::Localized media_alt;
    bool initially_selected = false;
    bool exclusive = false;         ///< optionExclusive: "none of these" goes with no other answer
    std::optional<Decimal> weight;  ///< ordinalValue, or itemWeight
};

struct Item {
    std::string link_id;
    ItemType type = ItemType::display;
    base::Localized text;
    base::Localized help;  ///< of the child display item with itemControl "help": why we ask
    bool is_help = false;  ///< that child itself: its words are in its parent's `help`
    bool required = false, repeats = false;
    bool hidden = false;  ///< not to be shown: questionnaire-hidden, or readOnly
    std::string media;    ///< the SDC item-media's url, relative to the pack
    base::Localized media_alt;
    std::vector<EnableWhen> enable_when;
    Behavior enable_behavior = Behavior::all;
    std::vector<AnswerOption> options;
    std::vector<Value> initial;
    std::optional<int> max_length;              ///< in characters
    std::optional<Value> min_value, max_value;  ///< of numbers and dates
    std::vector<Item> items;
};

/// A FHIR R4 Questionnaire; SUPPORT.md says what is read, ignored and refused.
struct Questionnaire {
    std::string url, version, status;
    std::string language = "en";  ///< of the texts outside `translation` extensions
    std::string title;
    std::vector<Item> items;

    const Item* find(std::string_view link_id) const;
};

/// Has answers: not a group, not a display.
bool is_question(const Item& item);
/// "open-choice", as FHIR writes it.
const char* name_of(ItemType type);

struct LoadedQuestionnaire {
    std::optional<Questionnaire> questionnaire;  ///< empty when any finding is an error
    base::Findings findings;  ///< unsupported features by linkId and name, duplicate linkIds, …
};

/// JSON or YAML (decided by content). Never throws; bounded in size, items (5,000) and depth.
LoadedQuestionnaire load_questionnaire(std::string_view text, const std::string& where);

/// The document as FHIR JSON, with every element it has, read by us or not. Fault wrong_format for
/// what is no well-formed document.
base::Result<std::string> to_fhir_json(std::string_view text, const std::string& where);

}  // namespace candor::screening
