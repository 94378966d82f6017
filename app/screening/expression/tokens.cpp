#include "screening/expression/tokens.h"

#include <array>

#include "screening/model/calendar.h"
#include "screening/model/decimal.h"

namespace candor::screening {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool starts_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

void append_utf8(unsigned point, std::string& out) {
    const auto byte = [&](unsigned bits) { out += static_cast<char>(bits); };
    if (point < 0x80) {
        byte(point);
    } else if (point < 0x800) {
        byte(0xC0U | point >> 6U);
        byte(0x80U | (point & 0x3FU));
    } else {
        byte(0xE0U | point >> 12U);
        byte(0x80U | (point >> 6U & 0x3FU));
        byte(0x80U | (point & 0x3FU));
    }
}

class Lexer {
  public:
    Lexer(std::string_view text, std::string& why) : text_(text), why_(why) {}

    std::optional<std::vector<Token>> run() {
        while (skip_blank(), at_ < text_.size())
            if (!take()) return std::nullopt;
        tokens_.emplace_back();
        return std::move(tokens_);
    }

  private:
    char here(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    bool fail(std::string why) {
        why_ = std::move(why);
        return false;
    }
    bool put(Token token) {
        tokens_.push_back(std::move(token));
        return true;
    }

    void skip_blank() {
        while (at_ < text_.size()) {
            if (std::string_view(" \t\r\n").find(here()) != std::string_view::npos) {
                ++at_;
            } else if (text_.substr(at_, 2) == "//") {
                at_ = std::min(text_.find('\n', at_), text_.size());
            } else if (text_.substr(at_, 2) == "/*") {
                const auto end = text_.find("*/", at_ + 2);
                at_ = end == std::string_view::npos ? text_.size() : end + 2;
            } else {
                return;
            }
        }
    }

    bool take() {
        const char c = here();
        if (c == '\'' || c == '"') return take_text();
        if (is_digit(c)) return take_number();
        if (c == '@') return take_moment();
        if (c == '%') return take_variable();
        if (c == '`') return take_quoted_name();
        if (starts_name(c) || c == '$') return put({Token::Kind::name, take_name(), {}});
        return take_symbol();
    }

    std::string take_name() {
        const std::size_t from = at_++;
        while (starts_name(here()) || is_digit(here())) ++at_;
        return std::string(text_.substr(from, at_ - from));
    }

    bool quoted(char quote, std::string& out) {
        ++at_;
        while (at_ < text_.size() && here() != quote) {
            if (here() != '\\')
                out += text_[at_++];
            else if (!escape(out))
                return false;
        }
        if (at_ >= text_.size()) return fail("a quote has no end");
        ++at_;
        return true;
    }

    bool escape(std::string& out) {
        constexpr std::string_view kWritten = R"('"`\/rntf)", kMeant = "'\"`\\/\r\n\t\f";
        const char c = here(1);
        const auto found = kWritten.find(c);
        if (at_ + 1 < text_.size() && found != std::string_view::npos) {
            out += kMeant[found];
            at_ += 2;
            return true;
        }
        if (c != 'u' || at_ + 6 > text_.size()) return fail("an escape is not known");
        unsigned point = 0;
        for (const char digit : text_.substr(at_ + 2, 4)) {
            const auto value = std::string_view("0123456789abcdef").find(digit | 0x20);
            if (value == std::string_view::npos) return fail("an escape is not known");
            point = point * 16 + static_cast<unsigned>(value);
        }
        if (point < 0x20 || (point >= 0xD800 && point < 0xE000))
            return fail("an escape is not known");
        append_utf8(point, out);
        at_ += 6;
        return true;
    }

    bool take_text() {
        std::string text;
        if (!quoted(here(), text)) return false;
        return put({Token::Kind::literal, {}, Value(std::move(text))});
    }

    bool take_quoted_name() {
        std::string name;
        return quoted('`', name) && put({Token::Kind::name, std::move(name), {}});
    }

    bool take_variable() {
        ++at_;
        std::string name;
        if (here() == '`' || here() == '\'' || here() == '"') {
            if (!quoted(here(), name)) return false;
        } else if (starts_name(here())) {
            name = take_name();
        }
        if (name.empty()) return fail("\"%\" has no name behind it");
        return put({Token::Kind::variable, std::move(name), {}});
    }

    bool take_number() {
        const std::size_t from = at_;
        while (is_digit(here())) ++at_;
        const bool decimal = here() == '.' && is_digit(here(1));
        if (decimal)
            for (++at_; is_digit(here());) ++at_;
        std::string written(text_.substr(from, at_ - from));
        while (written.size() > 1 && written[0] == '0' && is_digit(written[1])) written.erase(0, 1);
        if (!decimal)
            if (const auto integer = to_integer(written))
                return put({Token::Kind::literal, {}, Value(*integer)});
        const auto number = to_decimal(written);
        if (!number) return fail("the number " + written.substr(0, 40) + " is too long");
        return put({Token::Kind::literal, {}, Value(*number)});
    }

    // @2026, @2026-11, @2026-11-22, @2026-11-22T10:00:00Z, @T10:00:00
    bool take_moment() {
        const std::size_t from = ++at_;
        constexpr std::string_view kWithin = "0123456789-T:.Z+";
        while (at_ < text_.size() && kWithin.find(here()) != std::string_view::npos) ++at_;
        std::string written(text_.substr(from, at_ - from));
        if (is_date(written)) return put({Token::Kind::literal, {}, Value(Date{written})});
        if (!written.empty() && written[0] == 'T' && is_time(written.substr(1)))
            return put({Token::Kind::literal, {}, Value(Time{written.substr(1)})});
        if (!written.empty() && written.back() == 'T') written.pop_back();
        if (is_date_time(written)) return put({Token::Kind::literal, {}, Value(DateTime{written})});
        return fail("\"@" + written.substr(0, 40) + "\" is no date or time");
    }

    bool take_symbol() {
        constexpr std::array<std::string_view, 23> kSymbols{
            "<=", ">=", "!=", "!~", "<", ">", "=", "~", "+", "-", "*", "/",
            "&",  "|",  ".",  ",",  "(", ")", "[", "]", "{", "}", ";"};
        for (const auto symbol : kSymbols)
            if (text_.substr(at_, symbol.size()) == symbol) {
                at_ += symbol.size();
                return put({Token::Kind::symbol, std::string(symbol), {}});
            }
        return fail("a character in it is not part of FHIRPath");
    }

    std::string_view text_;
    std::string& why_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace

std::optional<std::vector<Token>> tokens_of(std::string_view text, std::string& why) {
    return Lexer(text, why).run();
}

}  // namespace candor::screening
