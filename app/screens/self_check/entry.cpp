#include "screens/self_check/entry.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <ctime>

#include "screening/model/expression.h"
#include "screening/model/value.h"
#include "screens/self_check/scale.h"

namespace candor::screens {
namespace {

using screening::Item;
using screening::ItemType;
using screening::Value;

std::string padded(int number, int width) {
    char text[16];
    std::snprintf(text, sizeof text, "%0*d", width, number);
    return text;
}

/// "09" is 9; what is no number is 0.
int whole(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::optional<std::string> date_text(const Draft& draft) {
    const std::string_view year = draft.text.view();
    if (year.size() != 4 || (draft.day > 0 && draft.month == 0)) return std::nullopt;
    std::string iso(year);
    if (draft.month > 0) iso += "-" + padded(draft.month, 2);
    if (draft.day > 0) iso += "-" + padded(draft.day, 2);
    return iso;
}

bool has_time(const Draft& draft) { return draft.hour >= 0 || draft.minute >= 0; }

std::optional<std::string> time_text(const Draft& draft) {
    if (draft.hour < 0 || draft.minute < 0) return std::nullopt;
    return padded(draft.hour, 2) + ":" + padded(draft.minute, 2) + ":00";
}

/// The zone that this machine's clock has at that moment, as FHIR writes it.
std::string zone_at(const Draft& draft) {
    std::tm moment{};
    moment.tm_year = whole(draft.text.view()) - 1900;
    moment.tm_mon = draft.month - 1;
    moment.tm_mday = draft.day;
    moment.tm_hour = draft.hour;
    moment.tm_min = draft.minute;
    moment.tm_isdst = -1;
    if (std::mktime(&moment) == -1) return "Z";
    const long minutes = std::labs(moment.tm_gmtoff) / 60;
    return (moment.tm_gmtoff < 0 ? "-" : "+") + padded(static_cast<int>(minutes / 60), 2) + ":" +
           padded(static_cast<int>(minutes % 60), 2);
}

Entered moment(const Item& item, const Draft& draft) {
    const auto time = time_text(draft);
    if (item.type == ItemType::time) {
        if (!time) return {{}, "incomplete-time"};
        return {screening::Time{*time}, {}};
    }
    const auto date = date_text(draft);
    if (!date) return {{}, "incomplete-date"};
    if (item.type == ItemType::date) return {screening::Date{*date}, {}};
    if (!has_time(draft)) return {screening::DateTime{*date}, {}};
    if (draft.day == 0) return {{}, "time-without-day"};
    if (!time) return {{}, "incomplete-time"};
    return {screening::DateTime{*date + "T" + *time + zone_at(draft)}, {}};
}

/// "5," and ",5" are numbers to a person.
std::string completed(std::string_view text) {
    std::string out(text);
    if (out.ends_with('.')) out.pop_back();
    const std::size_t start = out.starts_with('-') ? 1 : 0;
    if (start < out.size() && out[start] == '.') out.insert(start, "0");
    while (out.size() > start + 1 && out[start] == '0' && out[start + 1] != '.')
        out.erase(start, 1);
    return out;
}

Entered number(const Item& item, const Draft& draft) {
    std::string text = completed(draft.text.view());
    Entered out;
    if (item.type == ItemType::integer) {
        const auto integer = screening::to_integer(text);
        if (integer)
            out.value = *integer;
        else
            out.problem = text.find_first_of("0123456789") == std::string::npos ? "not-an-integer"
                                                                                : "out-of-range";
    } else if (const auto decimal = screening::to_decimal(text); !decimal) {
        out.problem = "not-a-decimal";
    } else if (item.type == ItemType::decimal) {
        out.value = *decimal;
    } else if (!item.units.empty() && draft.unit < 0) {
        out.problem = "wrong-unit";
    } else {
        out.value = quantity_of(item, *decimal, draft.unit);
    }
    base::wipe(text);
    return out;
}

void read_date(std::string_view iso, Draft& draft) {
    draft.text.assign(iso.substr(0, 4));
    if (iso.size() >= 7) draft.month = whole(iso.substr(5, 2));
    if (iso.size() >= 10) draft.day = whole(iso.substr(8, 2));
}

void read_time(std::string_view iso, Draft& draft) {
    if (iso.size() < 5) return;
    draft.hour = whole(iso.substr(0, 2));
    draft.minute = whole(iso.substr(3, 2));
}

}  // namespace

Entry entry_of(const Item& item) {
    if (item.type == ItemType::open_choice) return Entry::words;
    if (!item.options.empty()) return Entry::none;
    switch (item.type) {
        case ItemType::integer:
        case ItemType::decimal:
        case ItemType::quantity:
            return scale_of(item) ? Entry::slider : Entry::number;
        case ItemType::date:
        case ItemType::date_time:
        case ItemType::time:
            return Entry::parts;
        case ItemType::string:
        case ItemType::text:
        case ItemType::url:
            return Entry::words;
        default:
            return Entry::none;
    }
}

bool is_entered(const Item& item) {
    const Entry entry = entry_of(item);
    return item.type == ItemType::open_choice || (entry != Entry::none && entry != Entry::slider);
}

bool adds_answers(const Item& item) {
    const Entry entry = entry_of(item);
    return item.repeats && item.type != ItemType::open_choice && entry != Entry::none &&
           entry != Entry::slider;
}

std::vector<Part> parts_of(ItemType type) {
    if (type == ItemType::time) return {Part::hour, Part::minute};
    if (type == ItemType::date) return {Part::day, Part::month, Part::year};
    return {Part::day, Part::month, Part::year, Part::hour, Part::minute};
}

bool Draft::empty() const {
    return text.empty() && month == 0 && day == 0 && hour < 0 && minute < 0;
}

int Draft::part(Part part) const {
    switch (part) {
        case Part::day:
            return day;
        case Part::month:
            return month;
        case Part::hour:
            return hour;
        case Part::minute:
            return minute;
        default:
            return whole(text.view());
    }
}

bool Draft::knows(Part part) const {
    if (part == Part::hour || part == Part::minute) return this->part(part) >= 0;
    if (part == Part::day || part == Part::month) return this->part(part) > 0;
    return !text.empty();
}

void Draft::set_part(Part part, int value) {
    switch (part) {
        case Part::day:
            day = value;
            break;
        case Part::month:
            month = value;
            break;
        case Part::hour:
            hour = value;
            break;
        case Part::minute:
            minute = value;
            break;
        default:
            text.assign(padded(value, 4));
            break;
    }
    changed = true;
}

Draft draft_of(const Item& item, const Value& value) {
    Draft draft;
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        draft.text.assign(std::to_string(*integer));
    if (const auto* decimal = std::get_if<screening::Decimal>(&value))
        draft.text.assign(decimal->text);
    if (const auto* text = std::get_if<std::string>(&value)) draft.text.assign(*text);
    if (const auto* uri = std::get_if<screening::Uri>(&value)) draft.text.assign(uri->text);
    if (const auto* date = std::get_if<screening::Date>(&value)) read_date(date->iso, draft);
    if (const auto* time = std::get_if<screening::Time>(&value)) read_time(time->iso, draft);
    if (const auto* at = std::get_if<screening::DateTime>(&value)) {
        read_date(at->iso, draft);
        if (at->iso.size() > 11) read_time(std::string_view(at->iso).substr(11), draft);
    }
    if (const auto* quantity = std::get_if<screening::Quantity>(&value)) {
        draft.text.assign(quantity->value.text);
        draft.unit = unit_of(item, *quantity);
    }
    return draft;
}

Entered entered(const Item& item, const Draft& draft) {
    switch (entry_of(item)) {
        case Entry::number:
        case Entry::slider:
            return number(item, draft);
        case Entry::parts:
            return moment(item, draft);
        default:
            break;
    }
    if (item.type == ItemType::url) return {screening::Uri{std::string(draft.text.view())}, {}};
    return {std::string(draft.text.view()), {}};
}

bool is_at_fault(const Draft& draft, Part part, const std::vector<std::string>& problems) {
    const bool of_time = part == Part::hour || part == Part::minute;
    return std::any_of(problems.begin(), problems.end(), [&](const std::string& code) {
        if (code == "incomplete-time") return of_time && !draft.knows(part);
        if (code == "time-without-day") return !of_time && !draft.knows(part);
        if (code != "incomplete-date") return draft.knows(part);
        if (part == Part::year) return draft.text.size() != 4;
        return part == Part::month && draft.day > 0 && draft.month == 0;
    });
}

bool takes_minus(const Item& item) {
    const auto least = screening::least_value(item);
    return !least || size_of(*least).value_or(-1) < 0;
}

bool takes_decimals(const Item& item) {
    return item.type != ItemType::integer && item.max_decimal_places.value_or(1) > 0;
}

std::string number_sign(const Item& item, std::string_view typed) {
    constexpr std::string_view kArabic =
        "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669";
    if (typed.size() == 1 && typed[0] >= '0' && typed[0] <= '9') return std::string(typed);
    if (typed.size() == 2) {
        const std::size_t at = kArabic.find(typed);
        if (at != std::string_view::npos && at % 2 == 0)
            return std::string(1, static_cast<char>('0' + at / 2));
    }
    const bool decimal = typed == "." || typed == "," || typed == "\u066B";
    if (decimal && takes_decimals(item)) return ".";
    const bool minus = typed == "-" || typed == "\u2212";
    return minus && takes_minus(item) ? "-" : "";
}

}  // namespace candor::screens
