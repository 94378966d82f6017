#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "screening/model/answer_tree.h"

namespace candor::screening {

/// Something in a form or in its answers that is no value itself. `at` is an occurrence of the
/// tree, or a place of the outline; `index` that of an answer or an option.
struct Element {
    enum class Kind { response, item, answer, form, form_item, option, weight };
    Kind kind = Kind::response;
    int at = -1, index = 0;
    bool operator==(const Element&) const = default;
};

/// One member of a collection. A value knows the item that it answers, whose options weigh it.
struct Datum {
    std::variant<Element, Value> held;
    const Item* of = nullptr;

    const Value* value() const { return std::get_if<Value>(&held); }
    const Element* element() const { return std::get_if<Element>(&held); }
};
using Collection = std::vector<Datum>;

inline Datum datum(Value value, const Item* of = nullptr) { return {std::move(value), of}; }
inline Collection one(Value value) { return {datum(std::move(value))}; }
/// Nothing where there is none.
inline Collection one_if(std::optional<Value> value) {
    return value ? one(std::move(*value)) : Collection();
}

/// The only value of a collection.
const Value* only_value(const Collection& collection);
/// What it is as a condition: nothing for nothing; a single thing that is no boolean is there, so
/// true. `failed`: there are several.
std::optional<bool> truth_of(const Collection& collection, bool& failed);
bool same(const Datum& left, const Datum& right);
/// FHIRPath's type of a value: "Quantity".
std::string_view type_of(const Value& value);

/// What an element of that name gives: `answer` of an item, `code` of a Coding.
class Navigation {
  public:
    /// `tree` may be null: then there is nothing to go to. It must outlive this.
    explicit Navigation(const AnswerTree* tree) : tree_(tree) {}
    void member(const Datum& from, std::string_view name, Collection& out) const;
    /// Items, answers and values right inside.
    void children(const Datum& from, Collection& out) const;
    std::optional<Decimal> weight(const Datum& from) const;

  private:
    void of_element(const Element& from, std::string_view name, Collection& out) const;
    void items_inside(const Element& from, Collection& out) const;
    void form_items_inside(int place, Collection& out) const;
    void answers_of(int occurrence, Collection& out) const;
    void value_of(const Element& answer, std::string_view name, Collection& out) const;
    void of_item(const Item& item, std::string_view name, Collection& out) const;
    void of_option(const Element& option, std::string_view name, Collection& out) const;
    const Item& item_at(int occurrence) const;

    const AnswerTree* tree_;
};

}  // namespace candor::screening
