#include "screening/expression/datum.h"

#include <algorithm>
#include <array>

#include "screening/model/value.h"

namespace candor::screening {
namespace {

using Thing = Element::Kind;

void put_text(const std::string& text, Collection& out) {
    if (!text.empty()) out.push_back(datum(text));
}

void part_of_value(const Value& value, std::string_view name, Collection& out) {
    if (const auto* coding = std::get_if<Coding>(&value)) {
        if (name == "code") put_text(coding->code, out);
        if (name == "system") put_text(coding->system, out);
        if (name == "display") put_text(coding->display, out);
    }
    if (const auto* quantity = std::get_if<Quantity>(&value)) {
        if (name == "value") out.push_back(datum(quantity->value));
        if (name == "unit") put_text(quantity->unit, out);
        if (name == "code") put_text(quantity->code, out);
        if (name == "system") put_text(quantity->system, out);
    }
}

const AnswerOption* option_of(const Item* item, const Value& value) {
    if (item == nullptr) return nullptr;
    const auto found = std::find_if(item->options.begin(), item->options.end(),
                                    [&](const auto& each) { return equal(each.value, value); });
    return found == item->options.end() ? nullptr : &*found;
}

}  // namespace

const Value* only_value(const Collection& collection) {
    return collection.size() == 1 ? collection.front().value() : nullptr;
}

std::optional<bool> truth_of(const Collection& collection, bool& failed) {
    if (collection.empty()) return std::nullopt;
    if (collection.size() > 1) {
        failed = true;
        return std::nullopt;
    }
    const Value* value = collection.front().value();
    const bool* flag = value == nullptr ? nullptr : std::get_if<bool>(value);
    return flag == nullptr || *flag;
}

bool same(const Datum& left, const Datum& right) {
    const Value *one = left.value(), *other = right.value();
    if (one != nullptr && other != nullptr) return equal(*one, *other);
    return one == nullptr && other == nullptr && *left.element() == *right.element();
}

std::string_view type_of(const Value& value) {
    constexpr std::array<std::string_view, 10> kTypes{"Boolean", "Integer", "Decimal",  "Date",
                                                      "String",  "Coding",  "DateTime", "Time",
                                                      "Uri",     "Quantity"};
    static_assert(kTypes.size() == std::variant_size_v<Value>);
    return kTypes[value.index()];
}

const Item& Navigation::item_at(int occurrence) const {
    return *tree_->outline()[tree_->all()[static_cast<std::size_t>(occurrence)].place].item;
}

void Navigation::member(const Datum& from, std::string_view name, Collection& out) const {
    if (const Value* value = from.value()) return part_of_value(*value, name, out);
    of_element(*from.element(), name, out);
}

void Navigation::of_element(const Element& from, std::string_view name, Collection& out) const {
    switch (from.kind) {
        case Thing::response:
            if (name == "QuestionnaireResponse") out.push_back({from, nullptr});
            if (name == "item") items_inside(from, out);
            return;
        case Thing::form:
            if (name == "item") form_items_inside(-1, out);
            return;
        case Thing::item:
            if (name == "item") return items_inside(from, out);
            if (name == "answer") return answers_of(from.at, out);
            return of_item(item_at(from.at), name, out);
        case Thing::answer:
            if (name == "item") return items_inside(from, out);
            return value_of(from, name, out);
        case Thing::form_item: {
            if (name == "item") return form_items_inside(from.at, out);
            const Item& item = *tree_->outline()[from.at].item;
            if (name != "answerOption") return of_item(item, name, out);
            for (std::size_t i = 0; i < item.options.size(); ++i)
                out.push_back({Element{Thing::option, from.at, static_cast<int>(i)}, nullptr});
            return;
        }
        case Thing::option:
        case Thing::weight:
            return of_option(from, name, out);
    }
}

void Navigation::of_item(const Item& item, std::string_view name, Collection& out) const {
    if (name == "linkId") put_text(item.link_id, out);
    if (name == "text") put_text(item.text.in({}), out);
}

// What is inside a question stands inside its answers; where it has none, inside the item.
void Navigation::items_inside(const Element& from, Collection& out) const {
    if (tree_ == nullptr) return;
    const auto& all = tree_->all();
    int first = 0, end = static_cast<int>(all.size());
    if (from.kind != Thing::response) {
        const Occurrence& self = all[static_cast<std::size_t>(from.at)];
        const bool answered = !self.values.empty();
        if (answered != (from.kind == Thing::answer)) return;
        first = from.at + 1;
        end = self.end;
        int number = 0;
        for (int i = first; i < end; i = all[static_cast<std::size_t>(i)].end)
            if (all[static_cast<std::size_t>(i)].slot && number++ == from.index) {
                first = i + 1;
                end = all[static_cast<std::size_t>(i)].end;
                break;
            }
        if (number == 0 && from.index > 0) return;
    }
    for (int i = first; i < end; i = all[static_cast<std::size_t>(i)].end)
        if (all[static_cast<std::size_t>(i)].enabled && !all[static_cast<std::size_t>(i)].slot)
            out.push_back({Element{Thing::item, i, 0}, nullptr});
}

void Navigation::form_items_inside(int place, Collection& out) const {
    if (tree_ == nullptr) return;
    const Outline& outline = tree_->outline();
    const int end = place < 0 ? static_cast<int>(outline.places().size()) : outline[place].end;
    for (int i = place + 1; i < end; i = outline[i].end)
        out.push_back({Element{Thing::form_item, i, 0}, nullptr});
}

void Navigation::answers_of(int occurrence, Collection& out) const {
    const auto count = tree_->all()[static_cast<std::size_t>(occurrence)].values.size();
    for (std::size_t i = 0; i < count; ++i)
        out.push_back({Element{Thing::answer, occurrence, static_cast<int>(i)}, nullptr});
}

void Navigation::value_of(const Element& answer, std::string_view name, Collection& out) const {
    if (!name.starts_with("value")) return;
    const Value& value = tree_->all()[static_cast<std::size_t>(answer.at)]
                             .values[static_cast<std::size_t>(answer.index)];
    const std::string_view type = name.substr(5);
    if (type.empty() || type == type_of(value)) out.push_back(datum(value, &item_at(answer.at)));
}

// The one extension of an option that can be read is its weight.
void Navigation::of_option(const Element& option, std::string_view name, Collection& out) const {
    const Item& item = *tree_->outline()[option.at].item;
    const AnswerOption& offered = item.options[static_cast<std::size_t>(option.index)];
    if (option.kind == Thing::option) {
        if (name == "extension" && offered.weight)
            out.push_back({Element{Thing::weight, option.at, option.index}, nullptr});
        const std::string_view type = type_of(offered.value);
        if (name == "value" || (name.starts_with("value") && name.substr(5) == type))
            out.push_back(datum(offered.value, &item));
        return;
    }
    if (name == "url") out.push_back(datum(std::string(offered.weight_url)));
    if (name == "value" || name == "valueDecimal") out.push_back(datum(*offered.weight));
}

void Navigation::children(const Datum& from, Collection& out) const {
    const Element* element = from.element();
    if (element == nullptr || tree_ == nullptr) return;
    for (const std::string_view name : {"answer", "value", "item"})
        if (element->kind == Thing::response || element->kind == Thing::item ||
            element->kind == Thing::answer)
            of_element(*element, name, out);
    if (element->kind == Thing::form || element->kind == Thing::form_item)
        of_element(*element, "item", out);
}

std::optional<Decimal> Navigation::weight(const Datum& from) const {
    const Value* value = from.value();
    const Item* item = from.of;
    if (const Element* element = from.element();
        element != nullptr && element->kind == Thing::answer) {
        value = &tree_->all()[static_cast<std::size_t>(element->at)]
                     .values[static_cast<std::size_t>(element->index)];
        item = &item_at(element->at);
    }
    if (value == nullptr) return std::nullopt;
    const AnswerOption* option = option_of(item, *value);
    return option == nullptr ? std::nullopt : option->weight;
}

}  // namespace candor::screening
