#include "screening/model/questionnaire.h"

#include <array>

namespace candor::screening {
namespace {

const Item* find_in(const std::vector<Item>& items, std::string_view link_id) {
    for (const auto& item : items) {
        if (item.link_id == link_id) return &item;
        if (const Item* inner = find_in(item.items, link_id)) return inner;
    }
    return nullptr;
}

}  // namespace

const Item* Questionnaire::find(std::string_view link_id) const { return find_in(items, link_id); }

bool is_question(const Item& item) {
    return item.type != ItemType::group && item.type != ItemType::display;
}

bool is_part_of_parent(const Item& item) {
    return item.control == ItemControl::help || item.control == ItemControl::prompt ||
           item.control == ItemControl::lower || item.control == ItemControl::upper;
}

const char* name_of(ItemType type) {
    constexpr std::array kNames{"group",   "display", "boolean", "choice",   "open-choice",
                                "integer", "decimal", "date",    "dateTime", "time",
                                "string",  "text",    "url",     "quantity"};
    return kNames[static_cast<std::size_t>(type)];
}

}  // namespace candor::screening
