#include "text/grouped_number.h"

namespace candor::text {
namespace {

constexpr int kLeastDigits = 7;

/// Bytes of the digit that starts here; 0: none does. U+0660–0669 and U+06F0–06F9 take two.
std::size_t digit_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    if (byte(0) >= '0' && byte(0) <= '9') return 1;
    if (byte(0) == 0xD9 && byte(1) >= 0xA0 && byte(1) <= 0xA9) return 2;
    if (byte(0) == 0xDB && byte(1) >= 0xB0 && byte(1) <= 0xB9) return 2;
    return 0;
}

/// What may stand among the digits: an ASCII separator, or a no-break space.
std::size_t separator_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (std::string_view(" -./()").find(text[at]) != std::string_view::npos) return 1;
    if (text.substr(at).starts_with("\xC2\xA0")) return 2;
    return text.substr(at).starts_with("\xE2\x80\xAF") ? 3 : 0;
}

struct Scan {
    std::size_t end = 0;  ///< behind the last digit
    int digits = 0, groups = 0;
    bool is_marked = false;  ///< begins as phones alone do: "+", "(", "0"

    /// Two years beside each other are none.
    bool is_phone() const {
        return digits >= kLeastDigits && (groups > 2 || (is_marked && (groups > 1 || has_plus)));
    }
    bool has_plus = false;
};

Scan scan(std::string_view text, std::size_t at) {
    Scan out{at};
    out.has_plus = text[at] == '+';
    if (out.has_plus) ++at;
    const bool bracket = at < text.size() && text[at] == '(';
    if (bracket) ++at;
    out.is_marked = out.has_plus || bracket || text.substr(at).starts_with('0') ||
                    text.substr(at).starts_with("\u0660") || text.substr(at).starts_with("\u06F0");
    bool separated = true;
    for (int separators = 0; at < text.size();) {
        if (const auto digit = digit_at(text, at)) {
            if (separated) ++out.groups;
            out.end = at += digit;
            ++out.digits;
            separators = 0;
            separated = false;
            continue;
        }
        const auto separator = separator_at(text, at);
        // ") " and " (" are two; more part two numbers.
        if (separator == 0 || out.digits == 0 || ++separators > 2) break;
        separated = true;
        at += separator;
    }
    return out;
}

}  // namespace

NumberPlace find_grouped_number(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        const bool starts = text[at] == '+' || text[at] == '(' || digit_at(text, at) > 0;
        if (!starts) continue;
        const Scan found = scan(text, at);
        if (found.is_phone()) return {at, found.end};
        // Nothing that starts inside is more of a number.
        if (found.end > at) at = found.end - 1;
    }
    return {text.size(), text.size()};
}

}  // namespace candor::text
