#include "screens/wording.h"

#include "screening/value.h"

namespace candor::screens {

std::string value_text(const screening::Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* decimal = std::get_if<screening::Decimal>(&value)) return decimal->text;
    if (const auto* date = std::get_if<screening::Date>(&value)) return date->iso;
    if (const auto* moment = std::get_if<screening::DateTime>(&value)) return moment->iso;
    if (const auto* time = std::get_if<screening::Time>(&value)) return time->iso;
    if (const auto* uri = std::get_if<screening::Uri>(&value)) return uri->text;
    if (const auto* quantity = std::get_if<screening::Quantity>(&value))
        return quantity->value.text + " " +
               (quantity->unit.empty() ? quantity->code : quantity->unit);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* coding = std::get_if<screening::Coding>(&value))
        return coding->display.empty() ? coding->code : coding->display;
    return std::get<bool>(value) ? "true" : "false";
}

std::string answer_text(const screening::Item& item, const screening::Value& value,
                        const ui::Strings& strings) {
    if (const auto* yes = std::get_if<bool>(&value))
        return strings(*yes ? "check.yes" : "check.no");
    for (const screening::AnswerOption& option : item.options)
        if (screening::equal(option.value, value) && !option.label.empty())
            return option.label.in(strings.language());
    return value_text(value);
}

std::string answer_text(const screening::Item& item, const screening::Response& response,
                        const ui::Strings& strings) {
    std::string out;
    for (const screening::Value& value : response.values(item.link_id))
        out += (out.empty() ? "" : ", ") + answer_text(item, value, strings);
    return out;
}

bool takes_typing(screening::ItemType type) {
    using screening::ItemType;
    return type == ItemType::integer || type == ItemType::decimal || type == ItemType::date ||
           type == ItemType::string || type == ItemType::text || type == ItemType::open_choice;
}

}  // namespace candor::screens
