#include "pack/checks/numbers_in_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "pack/checks/number_words.h"

namespace candor::pack {
namespace {

int digit_of(char32_t c) {
    if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
    if (c >= 0x660 && c <= 0x669) return static_cast<int>(c - 0x660);
    if (c >= 0x6F0 && c <= 0x6F9) return static_cast<int>(c - 0x6F0);
    return -1;
}

/// Of names such as B12. Arabic writes "and" onto a number: "و42" is one.
bool is_spelled_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F);
}

/// Parts thousands in Spanish ("10 029"), and a number from what comes next.
constexpr char32_t kNoBreakSpace = 0xA0;

/// Marks that stand between digits of one number.
bool parts_number(char32_t c) {
    return c == '.' || c == ',' || c == 0x66B || c == 0x66C || c == 0x202F || c == 0x2009;
}

class NumberScan {
  public:
    explicit NumberScan(std::string_view text) : text_(text) {}

    std::vector<NumberInText> scan() {
        char32_t before = 0, before_hyphen = 0;
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t here = at;
            const char32_t c = base::next_code_point(text_, at);
            if (digit_of(c) >= 0) {
                const bool name = is_spelled_letter(before) ||
                                  (before == '-' && is_spelled_letter(before_hyphen));
                at = number(here, name);
                before = '0';
                continue;
            }
            before_hyphen = before;
            before = c;
        }
        return std::move(out_);
    }

  private:
    std::size_t number(std::size_t begin, bool name) {
        NumberInText found{{}, begin, begin};
        std::string tail;  // the digits behind the last mark
        bool parted = false;
        for (std::size_t at = begin; at < text_.size();) {
            const char32_t c = base::next_code_point(text_, at);
            if (const int digit = digit_of(c); digit >= 0) {
                (parted ? tail : found.digits) += static_cast<char>('0' + digit);
                found.end = at;
            } else if (parts_number(c) ? digits_from(at) > 0
                                       : c == kNoBreakSpace && digits_from(at) == 3) {
                join(found.digits, tail);
                parted = true;
            } else {
                name = name || is_unit_of_name(c, at);
                break;
            }
        }
        join(found.digits, tail);
        const std::size_t end = found.end;
        if (!name) out_.push_back(std::move(found));
        return end;
    }

    int digits_from(std::size_t at) const {
        int count = 0;
        while (at < text_.size() && digit_of(base::next_code_point(text_, at)) >= 0) ++count;
        return count;
    }

    /// Three digits behind a mark are thousands; others are decimals.
    static void join(std::string& digits, std::string& tail) {
        if (tail.empty()) return;
        digits += tail.size() == 3 ? tail : "." + tail;
        tail.clear();
    }

    /// "3D" is a name; "6-week" and "5'i" are numbers.
    bool is_unit_of_name(char32_t c, std::size_t at) const {
        if (c < 'A' || c > 'Z') return false;
        return at >= text_.size() || !is_spelled_letter(base::next_code_point(text_, at));
    }

    std::string_view text_;
    std::vector<NumberInText> out_;
};

}  // namespace

std::vector<NumberInText> numbers_in(std::string_view text) { return NumberScan(text).scan(); }

std::string missing_numbers(std::string_view original, std::string_view translated,
                            std::string_view language) {
    std::set<std::string> there;
    for (const auto& number : numbers_in(translated)) there.insert(number.digits);
    std::set<std::string> told;
    std::string missing;
    for (const auto& number : numbers_in(original)) {
        if (there.contains(number.digits) || is_spelt_in(number.digits, translated, language))
            continue;
        if (told.insert(number.digits).second)
            missing += (missing.empty() ? "" : ", ") + number.digits;
    }
    return missing;
}

}  // namespace candor::pack
