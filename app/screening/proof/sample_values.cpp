#include "screening/proof/sample_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <limits>

#include "screening/model/calendar.h"
#include "screening/model/value.h"

namespace candor::screening {
namespace {

double size_of(const Value& value) {
    if (const auto* quantity = std::get_if<Quantity>(&value)) return quantity->value.value;
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*integer);
    const auto* decimal = std::get_if<Decimal>(&value);
    return decimal == nullptr ? 0 : decimal->value;
}

void add_integers(const std::vector<Value>& boundaries, std::vector<Value>& out) {
    constexpr double kMost = 2147483647;
    out.emplace_back(std::int64_t{0});
    for (const auto& boundary : boundaries) {
        const double size = std::clamp(size_of(boundary), -kMost, kMost);
        const auto whole = static_cast<std::int64_t>(size);
        for (const std::int64_t near : {-1, 0, 1}) out.emplace_back(whole + near);
    }
}

void add_decimal(double size, int digits, std::vector<Value>& out) {
    std::array<char, 400> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.*f", digits, size);
    if (const auto decimal = to_decimal({text.data(), static_cast<std::size_t>(length)}))
        out.emplace_back(*decimal);
}

// Between two neighbours as coarsely as fits, since a question may limit the decimal places.
void add_decimals(const std::vector<Value>& boundaries, std::vector<Value>& out) {
    constexpr int kMostDigits = 9;
    std::vector<double> sizes{0};
    for (const auto& boundary : boundaries) {
        sizes.push_back(size_of(boundary));
        if (const auto* decimal = std::get_if<Decimal>(&boundary)) out.emplace_back(*decimal);
    }
    std::sort(sizes.begin(), sizes.end());
    add_decimal(sizes.front() - 1, 0, out);
    add_decimal(sizes.back() + 1, 0, out);
    for (std::size_t i = 0; i < sizes.size(); ++i)
        for (int digits = 0; digits <= kMostDigits; ++digits) {
            add_decimal(sizes[i], digits, out);
            if (i + 1 < sizes.size()) add_decimal((sizes[i] + sizes[i + 1]) / 2, digits, out);
        }
}

std::string date_of(int year, int month, int day) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d", year);
    std::string date = text.data();
    if (month > 0) {
        std::snprintf(text.data(), text.size(), "-%02d", month);
        date += text.data();
    }
    if (day > 0) {
        std::snprintf(text.data(), text.size(), "-%02d", day);
        date += text.data();
    }
    return date;
}

int part_of(const std::string& iso, std::size_t at, std::size_t length, int otherwise) {
    int part = otherwise;
    if (iso.size() >= at + length) std::from_chars(iso.data() + at, iso.data() + at + length, part);
    return part;
}

// A day, a month and a year of each, and their neighbours; the calendar refuses the 32nd.
void add_dates(const std::vector<Value>& boundaries, std::vector<Value>& out) {
    constexpr int kLastMonth = 12, kMiddle = 15, kSomeYear = 2000;
    const auto add = [&](int year, int month, int day) {
        std::string iso = date_of(year, month, day);
        if (is_date(iso)) out.emplace_back(Date{std::move(iso)});
    };
    add(kSomeYear, 1, 1);
    for (const auto& boundary : boundaries) {
        const auto* date = std::get_if<Date>(&boundary);
        if (date == nullptr) continue;
        const int year = part_of(date->iso, 0, 4, 0), month = part_of(date->iso, 5, 2, 6),
                  day = part_of(date->iso, 8, 2, kMiddle);
        out.emplace_back(*date);
        for (const int y : {year - 1, year, year + 1}) {
            add(y, 0, 0);
            for (const int m : {1, month - 1, month, month + 1, kLastMonth}) {
                if (m < 1) continue;
                add(y, m, 0);
                for (const int d : {1, day - 1, day, day + 1, 28, 29, 30, 31})
                    if (d > 0) add(y, m, d);
            }
        }
    }
}

void add_texts(const std::vector<Value>& boundaries, std::vector<Value>& out) {
    constexpr std::size_t kLongestSample = 4096;
    for (const char* text : {"words", "other words", "x", "1", "12345", "name@example.org"})
        out.emplace_back(std::string(text));
    for (std::size_t length = 2; length <= kLongestSample; length *= 2)
        out.emplace_back(std::string(length, 'x'));
    for (char letter = 'a'; letter <= 'z'; ++letter) out.emplace_back(std::string(1, letter));
    for (const auto& boundary : boundaries)
        if (std::holds_alternative<std::string>(boundary)) out.push_back(boundary);
}

void add_uris(const std::vector<Value>& boundaries, std::vector<Value>& out) {
    out.emplace_back(Uri{"https://example.org/"});
    out.emplace_back(Uri{"urn:x"});
    for (const auto& boundary : boundaries)
        if (std::holds_alternative<Uri>(boundary)) out.push_back(boundary);
}

// A second before and after each.
void add_times(const std::vector<Value>& boundaries, std::vector<Value>& out) {
    constexpr int kMinute = 60, kHour = 3600, kDay = 86400;
    const auto add = [&](int seconds) {
        std::array<char, 40> text{};
        std::snprintf(text.data(), text.size(), "%02d:%02d:%02d", seconds / kHour,
                      seconds / kMinute % kMinute, seconds % kMinute);
        if (seconds >= 0 && seconds < kDay) out.emplace_back(Time{text.data()});
    };
    add(0);
    for (const auto& boundary : boundaries) {
        const auto* time = std::get_if<Time>(&boundary);
        if (time == nullptr) continue;
        out.push_back(boundary);
        const int seconds = (part_of(time->iso, 0, 2, 0) * kHour) +
                            (part_of(time->iso, 3, 2, 0) * kMinute) + part_of(time->iso, 6, 2, 0);
        for (const int near : {-1, 0, 1}) add(seconds + near);
    }
}

// Of each unit that a kiosk offers; without any it takes bare numbers.
void add_quantities(const Item& question, const std::vector<Value>& boundaries,
                    std::vector<Value>& out) {
    std::vector<Unit> units = question.units;
    if (units.empty()) units.emplace_back();
    std::vector<Value> sizes;
    add_decimals(boundaries, sizes);
    for (const auto& boundary : boundaries)
        if (const auto* quantity = std::get_if<Quantity>(&boundary))
            sizes.emplace_back(quantity->value);
    for (const Unit& unit : units)
        for (const auto& size : sizes) out.emplace_back(measured_in(unit, std::get<Decimal>(size)));
    // What stands there from the start may stay.
    out.insert(out.end(), question.initial.begin(), question.initial.end());
}

void add_options(const Item& question, std::vector<Value>& out) {
    for (const auto& option : question.options) out.push_back(option.value);
}

}  // namespace

Samples sample_values(const Item& question, const std::vector<Value>& boundaries) {
    Samples samples;
    add_options(question, samples.values);
    switch (question.type) {
        case ItemType::boolean:
            samples.values.insert(samples.values.end(), {Value(true), Value(false)});
            break;
        case ItemType::choice:
            break;
        case ItemType::integer:
            add_integers(boundaries, samples.values);
            break;
        case ItemType::decimal:
            add_decimals(boundaries, samples.values);
            break;
        case ItemType::date:
            add_dates(boundaries, samples.values);
            break;
        case ItemType::open_choice:
        case ItemType::string:
        case ItemType::text:
            samples.needs_other =
                question.options.empty() || question.type == ItemType::open_choice;
            add_texts(boundaries, samples.values);
            break;
        case ItemType::url:
            samples.needs_other = question.options.empty();
            add_uris(boundaries, samples.values);
            break;
        case ItemType::time:
            add_times(boundaries, samples.values);
            break;
        case ItemType::quantity:
            add_quantities(question, boundaries, samples.values);
            break;
        case ItemType::date_time:
            samples.complete = boundaries.empty();
            samples.values.emplace_back(DateTime{"2000-01-01"});
            samples.values.insert(samples.values.end(), boundaries.begin(), boundaries.end());
            break;
        default:
            break;
    }
    return samples;
}

}  // namespace candor::screening
