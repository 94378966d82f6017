#include "screening/reading/item_checks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "screening/model/answer_type.h"
#include "screening/model/evaluate.h"
#include "screening/model/expression.h"
#include "screening/model/value.h"
#include "screening/reading/author_advice.h"
#include "screening/reading/option_checks.h"

namespace candor::screening {
namespace {

class ItemCheck {
  public:
    ItemCheck(const Node& node, Item& item, Reading& reading)
        : node_(node), item_(item), reading_(reading) {}

    void run() {
        check_words();
        check_kind();
        check_options();
        check_texts();
        check_limits();
        check_numbers();
        check_counts();
        check_initial();
    }

  private:
    template <typename... Types>
    bool is_any(Types... types) const {
        return ((item_.type == types) || ...);
    }
    void ignored(const char* code, const char* what) {
        reading_.warning(node_, code, what, "Remove it.");
    }
    bool has(const char* key) const { return node_.find(key) != nullptr; }

    void check_words() {
        if (item_.text.empty() && item_.type != ItemType::group && !item_.hidden)
            reading_.warning(node_, "missing-words", "there is no text.", "Write the question.");
    }

    void check_kind() {
        const bool group = item_.type == ItemType::group, display = item_.type == ItemType::display;
        if (display && !item_.items.empty())
            reading_.error(node_, "que-1", "a display has items inside.", "Make it a group.");
        if (group && !has("item")) ignored("que-1", "a group has no items.");
        if (display && (item_.required || item_.repeats))
            ignored("que-6", "a display is neither required nor repeated.");
        const auto* type = string_in(node_.find("type"));
        if (display && type != nullptr && *type == "display" && reading_.flag(node_, "readOnly"))
            ignored("que-9", "a display is never read only.");
        if (display) item_.required = item_.repeats = false;
        if ((group || display) && !item_.initial.empty()) {
            ignored("que-8", "a group or display has no initial value.");
            item_.initial.clear();
        }
    }

    void check_options() {
        if (const Node* list = node_.find("answerOption"); list != nullptr && list->items.empty())
            reading_.error(
                node_, "no-options", "its list of answers is empty.",
                "Give it answers, or remove answerOption: then it is answered in words.");
        else if (list != nullptr && item_.options.empty() && is_choice(item_) && !reading_.failed())
            reading_.error(node_, "no-options", "none of its answers has words.",
                           "Write the words that patients see.");
        if (item_.type == ItemType::choice && item_.options.empty() && !item_.hidden &&
            !has("answerOption") && !has("answerValueSet")) {
            reading_.warning(node_, "no-options",
                             "a choice has no answers to choose from, so it is answered in words.",
                             "Give it answerOption, or make it a string.");
            item_.type = ItemType::open_choice;
        }
        if (is_choice(item_) || item_.options.empty()) return;
        if (!is_any(ItemType::integer, ItemType::date, ItemType::time, ItemType::string))
            return reading_.error(
                node_, "unsupported",
                std::string("a ") + name_of(item_.type) + " has no answers to choose from.",
                "Change its type to choice, open-choice, integer, date, time or string.");
        for (const auto& option : item_.options)
            if (!fits_type(item_.type, option.value))
                return reading_.error(
                    node_, "bad-option", "an answerOption is of another type than the question.",
                    "Give it value… of the question's type, or make it a choice.");
    }

    void check_texts() {
        const bool has_length =
            is_any(ItemType::string, ItemType::text, ItemType::url, ItemType::open_choice,
                   ItemType::integer, ItemType::decimal, ItemType::boolean);
        if (item_.max_length && !has_length) {
            ignored("que-10", "the answer is no text, so it has no maxLength.");
            item_.max_length.reset();
        }
        const bool text = !is_any(ItemType::group, ItemType::display, ItemType::boolean,
                                  ItemType::choice, ItemType::quantity);
        if (!text && (item_.min_length || item_.regex))
            ignored("ignored-extension",
                    "the answer is no text, so minLength and regex say nothing.");
    }

    // A number is limited by a quantity that counts the same.
    void take_amount(Value& limit) const {
        const auto* quantity = std::get_if<Quantity>(&limit);
        if (quantity == nullptr || !quantity->comparator.empty()) return;
        const bool bare = quantity->unit.empty() && quantity->code.empty();
        const Decimal amount = quantity->value;
        const bool same =
            item_.units.size() == 1 && same_unit(*quantity, measured_in(item_.units[0], amount));
        if (bare || same) limit = amount;
    }

    bool can_limit(Value& limit) const {
        if (is_any(ItemType::integer, ItemType::decimal)) take_amount(limit);
        if (const auto* date = std::get_if<Date>(&limit);
            date != nullptr && item_.type == ItemType::date_time)
            limit = DateTime{date->iso};
        return can_be_limit(item_, limit);
    }

    void check_limits() {
        bool told = false;
        for (auto* limit : {&item_.min_value, &item_.max_value}) {
            if (!*limit || can_limit(**limit)) continue;
            if (!std::exchange(told, true))
                reading_.error(node_, "bad-limit",
                               std::string("a limit of type ") + fhir_type(**limit) +
                                   " says nothing about answers of type " + name_of(item_.type) +
                                   ".",
                               "Give it value… of the question's type.");
            limit->reset();
        }
        if (item_.min_value && item_.max_value && compare(*item_.min_value, *item_.max_value) > 0)
            reading_.warning(node_, "empty-range", "no answer fits between its limits.",
                             "Write the lower one as the least.");
    }

    void check_numbers() {
        const bool number = is_any(ItemType::integer, ItemType::decimal);
        const bool quantity = item_.type == ItemType::quantity;
        if (!item_.units.empty() && !number && !quantity) {
            ignored("ignored-extension", "the answer is no number, so it has no unit.");
            item_.units.clear();
        }
        if (number && item_.units.size() > 1) {
            ignored("ignored-extension", "a number has one unit; the answer cannot say which.");
            item_.units.resize(1);
        }
        check_units();
        if (item_.max_decimal_places && item_.type != ItemType::decimal && !quantity)
            ignored("ignored-extension", "the answer has no decimal places.");
        if (item_.control == ItemControl::slider && !is_worked_out(item_) &&
            !(item_.min_value && item_.max_value))
            reading_.warning(node_, "slider-without-ends", "a slider has no minValue or maxValue.",
                             "Give it both, or it is asked as a number.");
    }

    void check_units() {
        std::vector<AnswerOption> units;
        for (const Unit& unit : item_.units) units.push_back({unit.coding, unit.label});
        check_told_apart(units, std::vector(units.size(), &node_), reading_, "unit");
    }

    void check_counts() {
        const auto least = item_.min_occurs.value_or(0);
        if (item_.max_occurs && least > *item_.max_occurs)
            reading_.warning(node_, "empty-range", "minOccurs is more than maxOccurs.",
                             "Correct one of them.");
        if (!item_.repeats && least > 1)
            reading_.warning(node_, "min-occurs", "it has a minOccurs, but does not repeat.",
                             "Write repeats: true.");
        if (least > 0 && !item_.required)
            reading_.warning(node_, "min-occurs",
                             "it has a minOccurs, but is not required: none at all will do too.",
                             "Write required: true.");
    }

    void check_initial() {
        if (has("answerOption") && !item_.initial.empty())
            ignored("que-11", "an item with answerOption has no initial; use initialSelected.");
        const auto selected = std::count_if(item_.options.begin(), item_.options.end(),
                                            [](const auto& o) { return o.initially_selected; });
        if (!item_.repeats && (item_.initial.size() > 1 || selected > 1))
            ignored("que-13", "only a repeating question has more than one initial value.");
        for (const auto& value : item_.initial) {
            const auto codes = problems(item_, {value});
            const auto is = [&](const char* code) {
                return std::find(codes.begin(), codes.end(), code) != codes.end();
            };
            if (is("wrong-type") || is("not-an-option"))
                reading_.error(node_, "bad-initial", "an initial value is no answer to it.",
                               "Give it value… of the item's type, and one that is offered.");
        }
    }

    const Node& node_;
    Item& item_;
    Reading& reading_;
};

}  // namespace

// A number limits a quantity's amount, whatever its unit.
bool can_have_limits(const Item& item) {
    constexpr std::array kTypes{ItemType::integer,   ItemType::decimal, ItemType::date,
                                ItemType::date_time, ItemType::time,    ItemType::quantity};
    return std::find(kTypes.begin(), kTypes.end(), item.type) != kTypes.end();
}

bool can_be_limit(const Item& item, const Value& limit) {
    const bool number =
        std::holds_alternative<std::int64_t>(limit) || std::holds_alternative<Decimal>(limit);
    if (item.type == ItemType::quantity && number) return true;
    return has_order(limit) && !is_choice(item) && can_meet(item.type, limit);
}

void check_item(const Node& node, Item& item, Reading& reading) {
    ItemCheck(node, item, reading).run();
    advise_author(node, item, reading);
}

}  // namespace candor::screening
