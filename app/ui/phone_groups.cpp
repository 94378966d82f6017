#include "ui/phone_groups.h"

#include <algorithm>
#include <array>

namespace candor::ui {
namespace {

/// How a country writes its numbers (ITU-T E.123 and its own regulator's plan). Where groups hang
/// on the area code, as in Germany, there are none: only its calling code is set apart.
struct Country {
    std::string_view iso, code;  ///< code: without "+"
    std::array<std::size_t, 5> groups;
    bool zero = false;  ///< inside the country a 0 stands before the number
};

constexpr std::array kCountries{
    Country{"TR", "90", {3, 3, 2, 2}, true},
    Country{"ES", "34", {3, 3, 3}},
    Country{"PT", "351", {3, 3, 3}},
    Country{"FR", "33", {1, 2, 2, 2, 2}, true},
    Country{"PL", "48", {3, 3, 3}},
    Country{"CZ", "420", {3, 3, 3}},
    Country{"SK", "421", {3, 3, 3}, true},
    Country{"DK", "45", {2, 2, 2, 2}},
    Country{"GR", "30", {3, 3, 4}},
    Country{"CH", "41", {2, 3, 2, 2}, true},
    Country{"US", "1", {3, 3, 4}},
    Country{"CA", "1", {3, 3, 4}},
    Country{"SA", "966", {2, 3, 4}, true},
    Country{"AE", "971", {2, 3, 4}, true},
    Country{"KW", "965", {4, 4}},
    Country{"QA", "974", {4, 4}},
    Country{"BH", "973", {4, 4}},
    Country{"OM", "968", {4, 4}},
    Country{"MA", "212", {1, 2, 2, 2, 2}, true},
    Country{"CO", "57", {3, 3, 4}},
    Country{"CL", "56", {1, 4, 4}},
    Country{"DE", "49", {}, true},
    Country{"AT", "43", {}, true},
    Country{"GB", "44", {}, true},
    Country{"IT", "39", {}},
    Country{"NL", "31", {}, true},
    Country{"BE", "32", {}, true},
    Country{"SE", "46", {}, true},
    Country{"NO", "47", {}},
    Country{"FI", "358", {}, true},
    Country{"IE", "353", {}, true},
};

bool is_number(std::string_view typed) {
    const std::string_view digits = typed.starts_with('+') ? typed.substr(1) : typed;
    return !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Bytes of "+" or "00" that say that a calling code follows; 0: none does.
std::size_t international(std::string_view typed) {
    if (typed.starts_with('+')) return 1;
    return typed.starts_with("00") ? 2 : 0;
}

/// Groups from byte `at` on, the first of them longer by `more`.
void add_groups(const Country& country, std::size_t at, std::size_t more, std::size_t size,
                std::vector<std::size_t>& out) {
    for (const std::size_t digits : country.groups) {
        if (digits == 0 || at >= size) return;
        if (at > 0 && (out.empty() || out.back() != at)) out.push_back(at);
        at += digits + more;
        more = 0;
    }
}

}  // namespace

std::vector<std::size_t> phone_groups(std::string_view typed, std::string_view country) {
    std::vector<std::size_t> out;
    if (!is_number(typed)) return out;
    const std::size_t start = international(typed);
    for (const Country& each : kCountries) {
        if (start > 0 ? !typed.substr(start).starts_with(each.code) : each.iso != country) continue;
        const std::size_t number = start > 0 ? start + each.code.size() : 0;
        if (start > 0 && number < typed.size()) out.push_back(number);
        const bool zero = each.zero && typed.substr(number).starts_with('0');
        add_groups(each, number, zero ? 1 : 0, typed.size(), out);
        return out;
    }
    return out;
}

GroupedPhone::GroupedPhone(std::string_view typed, std::string_view country)
    : gaps_(phone_groups(typed, country)) {
    shown_.reserve(typed.size() + gaps_.size());
    std::size_t at = 0;
    for (const std::size_t gap : gaps_) {
        shown_ += typed.substr(at, gap - at);
        shown_ += ' ';
        at = gap;
    }
    shown_ += typed.substr(at);
}

std::size_t GroupedPhone::shown_at(std::size_t typed) const {
    const auto before = std::upper_bound(gaps_.begin(), gaps_.end(), typed) - gaps_.begin();
    return typed + static_cast<std::size_t>(before);
}

std::size_t GroupedPhone::typed_at(std::size_t shown) const {
    std::size_t typed = shown;
    for (const std::size_t gap : gaps_) {
        if (gap >= typed) break;
        --typed;
    }
    return typed;
}

}  // namespace candor::ui
