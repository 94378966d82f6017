#pragma once
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace candor::screening::naive {

using Json = nlohmann::json;

inline std::string type_of(const Json& item) { return item.at("type"); }
inline bool asks(const Json& item) {
    return type_of(item) != "group" && type_of(item) != "display";
}

inline const Json* extension(const Json& holder, const std::string& last) {
    if (holder.is_object() && holder.contains("extension"))
        for (const auto& entry : holder["extension"]) {
            const std::string url = entry.at("url");
            if (url.size() >= last.size() && url.substr(url.size() - last.size()) == last)
                return &entry;
        }
    return nullptr;
}

inline std::string key_of(const Json& map, const std::string& prefix) {
    for (const auto& [key, value] : map.items())
        if (key.rfind(prefix, 0) == 0) return key.substr(prefix.size());
    return "";
}

using Order = std::optional<int>;  ///< empty: neither before, nor after, nor the same

template <typename T>
Order order_of(const T& left, const T& right) {
    return left < right ? -1 : left == right ? 0 : 1;
}

inline std::vector<int> parts(const std::string& date) {
    int year = 0, month = 0, day = 0;
    const int found = std::sscanf(date.c_str(), "%d-%d-%d", &year, &month, &day);
    std::vector<int> all{year, month, day};
    all.resize(static_cast<std::size_t>(found));
    return all;
}

inline Order compare_dates(const std::vector<int>& left, const std::vector<int>& right) {
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i)
        if (left[i] != right[i]) return order_of(left[i], right[i]);
    return left.size() == right.size() ? Order(0) : std::nullopt;
}

inline double seconds_of_day(const std::string& time) {
    int hour = 0, minute = 0;
    double second = 0;
    std::sscanf(time.c_str(), "%d:%d:%lf", &hour, &minute, &second);
    return hour * 3600 + minute * 60 + second;
}

inline double moment(const std::string& text) {
    std::tm day{};
    const auto date = parts(text.substr(0, 10));
    day.tm_year = date[0] - 1900;
    day.tm_mon = date[1] - 1;
    day.tm_mday = date[2];
    double at = static_cast<double>(timegm(&day)) + seconds_of_day(text.substr(11));
    const auto zone = text.find_first_of("+-", 11);
    if (zone != std::string::npos) {
        const double ahead = seconds_of_day(text.substr(zone + 1) + ":00");
        at += text[zone] == '+' ? -ahead : ahead;
    }
    return at;
}

/// Is the moment before or after that date on every clock of the earth?
inline Order compare_moment(double at, const std::vector<int>& date) {
    std::set<int> found;
    for (int zone = -12; zone <= 14; ++zone) {
        const auto local = static_cast<std::time_t>(at) + zone * 3600;
        const std::tm* day = gmtime(&local);
        std::vector<int> here{day->tm_year + 1900, day->tm_mon + 1, day->tm_mday};
        here.resize(date.size());
        found.insert(*compare_dates(here, date));
    }
    return found.size() == 1 && *found.begin() != 0 ? Order(*found.begin()) : std::nullopt;
}

inline Order compare_date_times(const std::string& left, const std::string& right) {
    const bool a = left.find('T') != std::string::npos, b = right.find('T') != std::string::npos;
    if (a && b) return order_of(moment(left), moment(right));
    if (!a && !b) return compare_dates(parts(left), parts(right));
    const auto found =
        a ? compare_moment(moment(left), parts(right)) : compare_moment(moment(right), parts(left));
    return found && b ? Order(-*found) : found;
}

inline bool is_number(const std::string& type) { return type == "Integer" || type == "Decimal"; }

inline Order compare(const std::string& type, const Json& value, const std::string& other_type,
                     const Json& other) {
    if (is_number(type) && is_number(other_type))
        return order_of(value.get<double>(), other.get<double>());
    if (type == "Uri" && other_type == "String") return value == other ? Order(0) : std::nullopt;
    if (type != other_type) return std::nullopt;
    if (type == "Date") return compare_dates(parts(value), parts(other));
    if (type == "DateTime") return compare_date_times(value, other);
    if (type == "Time") return order_of(seconds_of_day(value), seconds_of_day(other));
    if (type == "Quantity")
        return value["unit"] == other["unit"]
                   ? order_of(value["value"].get<double>(), other["value"].get<double>())
                   : std::nullopt;
    if (type == "Coding") {
        const auto differ = [&](const char* part) {
            return value.value(part, "") != other.value(part, "");
        };
        const bool words = value.value("code", "").empty();
        return differ("system") || differ("code") || (words && differ("display")) ? std::nullopt
                                                                                  : Order(0);
    }
    return value == other ? Order(0) : std::nullopt;
}

/// FHIR's own regular expressions of its types.
inline std::string unreadable(const std::string& type, const Json& value) {
    static const std::string date =
        "([0-9]([0-9]([0-9][1-9]|[1-9]0)|[1-9]00)|[1-9]000)(-(0[1-9]|1[0-2])(-(0[1-9]|[1-2][0-9]|3["
        "0-1]))?)?";
    static const std::regex is_date(date),
        is_time("([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]+)?"),
        is_date_time(
            "([0-9]([0-9]([0-9][1-9]|[1-9]0)|[1-9]00)|[1-9]000)(-(0[1-9]|1[0-2])(-(0[1-9]|[1-2][0-"
            "9]|3"
            "[0-1])(T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]+)?(Z|(\\+|-)((0[0-9]|1["
            "0-"
            "3]):[0-5][0-9]|14:00)))?)?)?");
    const auto matches = [&](const std::regex& regex) {
        return std::regex_match(value.get<std::string>(), regex);
    };
    if (type == "Date" && !matches(is_date)) return "not-a-date";
    if (type == "DateTime" && !matches(is_date_time)) return "not-a-date-time";
    if (type == "Time" && !matches(is_time)) return "not-a-time";
    if (type == "Integer" && !value.is_number_integer()) return "not-an-integer";
    return "";
}

}  // namespace candor::screening::naive
