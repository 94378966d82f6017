#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/finding.h"
#include "base/localized.h"
#include "base/result.h"
#include "screening/model/regex.h"

namespace candor::screening {

class Expression;

/// FHIR R4 Coding, as far as answers need it: with a code, a display, or both.
struct Coding {
    std::string system, code, display;
};
/// FHIR date: "2026", "2026-11" or "2026-11-22".
struct Date {
    std::string iso;
};
/// FHIR dateTime: a date, or a date with a time and its zone: "2026-11-22T10:30:00+03:00".
struct DateTime {
    std::string iso;
};
/// FHIR time: "10:30:00".
struct Time {
    std::string iso;
};
/// FHIR uri, the answer to a question of type url.
struct Uri {
    std::string text;
};
/// FHIR decimal with the precision as written.
struct Decimal {
    std::string text;
    double value = 0;
};
/// FHIR Quantity. With a `comparator` ("<", ">=") it is a bound, not a measure.
struct Quantity {
    Decimal value;
    std::string comparator, unit, system, code;
};
/// An answer[x] of R4 that we support; strings hold `string` and `text` alike.
using Value = std::variant<bool, std::int64_t, Decimal, Date, std::string, Coding, DateTime, Time,
                           Uri, Quantity>;

enum class ItemType {
    group,
    display,
    boolean,
    choice,
    open_choice,
    integer,
    decimal,
    date,
    date_time,
    time,
    string,
    text,
    url,
    quantity
};
/// questionnaire-itemControl: how an item wishes to be shown. `page` is a group on one page,
/// `table` one whose questions are its rows; `help` is a display that says why its parent is asked,
/// `prompt` one that says how to write the answer; `lower` and `upper` are displays with the words
/// at their parent slider's ends.
enum class ItemControl {
    none,
    radio,
    check_box,
    drop_down,
    slider,
    page,
    table,
    help,
    prompt,
    lower,
    upper
};
/// SDC's keyboard: what a text is made of.
enum class Keys { letters, phone, email };
/// questionnaire-displayCategory: what a display's words are for.
enum class Category { none, instructions, security, help };
enum class Operator { exists, equal, not_equal, greater, less, greater_or_equal, less_or_equal };
enum class Behavior { all, any };

/// Questionnaire.item.enableWhen.
struct EnableWhen {
    std::string question;  ///< linkId
    Operator op = Operator::exists;
    Value answer;
};

/// SDC's itemMedia or itemAnswerMedia: a picture by its url, relative to the pack, or in the form
/// itself.
struct Media {
    std::string url, bytes;
    base::Localized alt;

    bool empty() const { return url.empty() && bytes.empty(); }
};

/// Questionnaire.item.answerOption, or a concept of the contained value set that `answerValueSet`
/// names.
struct AnswerOption {
    Value value;
    base::Localized label;
    Media media;
    bool initially_selected = false;
    std::string prefix;             ///< optionPrefix, or valueset-label: "a)"
    bool exclusive = false;         ///< optionExclusive: "none of these" goes with no other answer
    std::optional<Decimal> weight;  ///< ordinalValue, or itemWeight
    std::string_view weight_url;    ///< of the extension that it stands in
};
/// questionnaire-unit or -unitOption: what a number counts.
struct Unit {
    Coding coding;
    base::Localized label;  ///< its display, else its code
};

struct Item {
    std::string link_id;
    ItemType type = ItemType::display;
    base::Localized prefix, text;
    base::Localized markdown;  ///< the same words with their marks (CommonMark), in those languages
                               ///< that have any; without HTML and links
    base::Localized help;      ///< of the child display with ItemControl::help: why we ask
    base::Localized help_markdown;
    base::Localized lower, upper;  ///< of the child displays with the words at a slider's ends
    ItemControl control = ItemControl::none;
    bool required = false, repeats = false;
    Category category = Category::none;
    bool bring = false;   ///< a display in place of an attachment: to be brought along
    bool hidden = false;  ///< not to be shown: questionnaire-hidden, or readOnly
    Media media;
    std::vector<EnableWhen> enable_when;
    Behavior enable_behavior = Behavior::all;
    std::vector<AnswerOption> options;  ///< where there are any, nothing else is an answer, but
                                        ///< for a text of one's own to an open-choice
    std::vector<Value> initial;
    std::vector<Unit> units;   ///< of a quantity: to choose from, any if empty; of
                               ///< an integer or decimal: at most one, shown beside
    bool other_units = false;  ///< `units` are what it is asked in alone; any other will do
    std::optional<int> min_length, max_length;  ///< in characters
    std::optional<int> min_occurs, max_occurs;  ///< answers of a question, repetitions of a group
    std::optional<int> max_decimal_places;
    std::optional<Value> min_value, max_value;  ///< of numbers, dates, times and quantities
    std::optional<std::int64_t> slider_step;    ///< sliderStepValue
    std::shared_ptr<const Regex> regex;         ///< the whole answer has to match it; may be null
    base::Localized entry_format;               ///< entryFormat: how to write it, as in "AB1 2CD"
    base::Localized instruction;                ///< how to answer, below the question's words
    base::Localized complaint;                  ///< the author's words for an answer that is wrong
    base::Localized open_label;                 ///< SDC's openLabel: above the words of one's own
    Keys keys = Keys::letters;                  ///< what it is typed on
    std::shared_ptr<const Expression> calculated;                      ///< its value is worked out
    std::shared_ptr<const Expression> enable_expression;               ///< has to be true, too
    std::shared_ptr<const Expression> min_expression, max_expression;  ///< in place of the values
    std::vector<Item> items;
};

/// A FHIR R4 Questionnaire; SUPPORT.md says what is read, ignored and refused.
struct Questionnaire {
    std::string url, version, status;
    std::string language =
        base::kFallbackLanguage;  ///< of the texts outside `translation` extensions
    std::string title;
    std::vector<Item> items;

    const Item* find(std::string_view link_id) const;
};

/// Has answers: not a group, not a display.
bool is_question(const Item& item);
/// A display that belongs to its parent: its words are in the parent's help, lower or upper.
bool is_part_of_parent(const Item& item);
/// "open-choice", as FHIR writes it.
const char* name_of(ItemType type);

}  // namespace candor::screening
