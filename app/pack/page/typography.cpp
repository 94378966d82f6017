#include "pack/page/typography.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "pack/page/page_texts.h"

namespace candor::pack {
namespace {

constexpr char32_t kOpenDouble = 0x201C, kCloseDouble = 0x201D;
constexpr char32_t kOpenSingle = 0x2018, kCloseSingle = 0x2019;

/// White space of Unicode, no-break and without width too (White_Space, and U+200B, U+2060,
/// U+FEFF).
bool is_white(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

/// Dashes (Pd) and what opens (Ps, Pi): a quote behind them opens.
bool opens_before(char32_t before) {
    constexpr std::array<char32_t, 8> kOpening{'(', '[', '{', '/', '-', 0xA1, 0xBF, 0xAB};
    return before == 0 || is_white(before) || (before >= 0x2010 && before <= 0x2015) ||
           before == 0x2212 || before == kOpenDouble || before == kOpenSingle || before == 0x201E ||
           before == 0x201A || before == 0x2039 ||
           std::find(kOpening.begin(), kOpening.end(), before) != kOpening.end();
}

bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// A letter of any script here, or a digit: whatever is neither space, punctuation nor symbol.
bool is_word(char32_t c) {
    if (c < 0x80) return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
    return c != 0xD7 && c != 0xF7 && !is_white(c) && !(c >= 0x2010 && c <= 0x2BFF) &&
           !(c >= 0x3000 && c <= 0x303F) && c < 0xE000;
}

/// Turns the straight quotes of one text into those of print, in place.
class Curler {
  public:
    explicit Curler(std::u32string& text) : text_(text) {}

    void curl() {
        for (at_ = 0; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"') double_quote();
            if (text_[at_] == '\'') single_quote();
        }
    }

  private:
    static constexpr std::size_t kNone = std::u32string::npos;

    char32_t at(std::size_t index) const { return index < text_.size() ? text_[index] : 0; }
    char32_t before() const { return at_ == 0 ? 0 : text_[at_ - 1]; }
    char32_t after() const { return at(at_ + 1); }

    void double_quote() {
        const bool may_open = opens_before(before()), may_close = closes_behind(after());
        const bool closes = is_open_ && (!may_open || may_close);
        const bool begins_text = at_ == 0 && text_.size() > 1;
        if (!closes && may_open && (!may_close || begins_text))
            text_[at_] = kOpenDouble, is_open_ = true;
        else if (closes || (!may_open && !is_ascii_digit(before())))
            close();
        // Else it is a sign for inches, or nobody knows.
    }
    void close() { text_[at_] = kCloseDouble, is_open_ = false; }

    static bool closes_behind(char32_t c) {
        return c == 0 || is_white(c) || c == '.' || c == ',' || c == ';' || c == ':' || c == '!' ||
               c == '?' || c == ')' || c == ']' || c == '}' || c == 0x2026;
    }

    void single_quote() {
        const char32_t next = after();
        if (single_closes_at_ == at_)
            text_[at_] = kCloseSingle, single_closes_at_ = kNone;
        else if (is_word(before()))
            // 6'2 is feet, the 90's are years.
            text_[at_] = is_ascii_digit(before()) && (is_ascii_digit(next)) ? U'\'' : kCloseSingle;
        else if (before() == '.' || before() == ',' || before() == '!' || before() == '?')
            text_[at_] = is_word(next) ? U'\'' : kCloseSingle;
        else if (opens_before(before()) && is_word(next))
            open_single(next);
    }

    /// ’90s, ’n’ and ’tis leave something out; else what has an end opens.
    void open_single(char32_t next) {
        const std::size_t end = end_of_single();
        const bool left_out =
            is_ascii_digit(next) && is_ascii_digit(at(at_ + 2)) && !is_ascii_digit(at(at_ + 3));
        const bool is_and = (next == 'n' || next == 'N') && end == at_ + 2;
        if (left_out || is_and || end == 0 || leaves_out_its_start()) {
            text_[at_] = kCloseSingle;
            return;
        }
        text_[at_] = kOpenSingle;
        single_closes_at_ = end;
    }

    bool leaves_out_its_start() const {
        constexpr std::array<std::u32string_view, 7> kShort{U"tis",   U"twas", U"em",  U"til",
                                                            U"cause", U"bout", U"tisn"};
        std::u32string word;
        for (std::size_t i = at_ + 1; i < text_.size() && is_word(text_[i]); ++i)
            word += text_[i] < 0x80 ? text_[i] | 0x20U : text_[i];
        return std::find(kShort.begin(), kShort.end(), word) != kShort.end();
    }

    /// The quote that ends what begins here: behind a word or its full stop, and before none.
    std::size_t end_of_single() const {
        for (std::size_t i = at_ + 2; i < text_.size(); ++i)
            if (text_[i] == '\'' && !is_word(at(i + 1)) && !is_white(text_[i - 1])) return i;
        return 0;
    }

    std::u32string& text_;
    std::size_t at_ = 0, single_closes_at_ = kNone;
    bool is_open_ = false;
};

std::u32string joined_text(const std::vector<std::string*>& parts, std::vector<std::size_t>& ends) {
    std::u32string text;
    for (const auto* part : parts) {
        for (std::size_t at = 0; at < part->size();) text += base::next_code_point(*part, at);
        ends.push_back(text.size());
    }
    return text;
}

/// The parts are read as one text: a quote may open in one run and close in another.
void curl(const std::vector<std::string*>& parts) {
    const auto has_quotes = [](const std::string* part) {
        return part->find_first_of("\"'") != std::string::npos;
    };
    if (std::none_of(parts.begin(), parts.end(), has_quotes)) return;
    std::vector<std::size_t> ends;
    std::u32string text = joined_text(parts, ends);
    Curler(text).curl();
    std::size_t at = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i]->clear();
        for (; at < ends[i]; ++at) base::append_utf8(*parts[i], text[at]);
    }
}

}  // namespace

void set_english_quotes(Page& page) {
    curl({&page.title});
    curl({&page.short_title});
    const auto any = [](auto& text) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(text)>, std::string>) {
            curl({&text});
        } else {
            std::vector<std::string*> parts;
            for (auto& run : text) parts.push_back(&run.text);
            curl(parts);
        }
    };
    for (auto& block : page.blocks) for_each_text(block, any);
}

}  // namespace candor::pack
