#include <algorithm>
#include <array>

#include "screening/expression/names.h"
#include "screening/expression/syntax.h"
#include "screening/expression/tokens.h"

namespace candor::screening {
namespace {

using Operators = std::array<std::string_view, 4>;

/// From the loosest to the tightest, as FHIRPath's grammar has them. "is" and "as" stand between
/// the last two.
constexpr std::array<Operators, 9> kLevels{Operators{"implies"},
                                           Operators{"or", "xor"},
                                           Operators{"and"},
                                           Operators{"in", "contains"},
                                           Operators{"=", "~", "!=", "!~"},
                                           Operators{"<=", "<", ">", ">="},
                                           Operators{"|"},
                                           Operators{"+", "-", "&"},
                                           Operators{"*", "/", "div", "mod"}};
constexpr std::size_t kTypeLevel = 7;

constexpr std::array<std::string_view, 16> kCalendarUnits{
    "year", "years", "month",  "months",  "week",   "weeks",   "day",         "days",
    "hour", "hours", "minute", "minutes", "second", "seconds", "millisecond", "milliseconds"};

class Parser {
  public:
    Parser(std::vector<Token> tokens, std::string& why) : tokens_(std::move(tokens)), why_(why) {}

    std::optional<Syntax> run() {
        Syntax whole;
        if (!expression(0, whole)) return std::nullopt;
        if (here().kind != Token::Kind::end) {
            fail("\"" + here().text + "\" stands where it should end");
            return std::nullopt;
        }
        return whole;
    }

  private:
    const Token& here() const { return tokens_[at_]; }
    const Token& next() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
    bool is(std::string_view symbol) const {
        return here().kind == Token::Kind::symbol && here().text == symbol;
    }
    bool fail(std::string why) {
        if (why_.empty()) why_ = std::move(why);
        return false;
    }
    bool want(std::string_view symbol) {
        if (!is(symbol)) return fail("there is no \"" + std::string(symbol) + "\" where it is due");
        ++at_;
        return true;
    }

    /// A part more; false: there are too many, or they are nested too deeply.
    bool grow() { return ++parts_ <= kMostExpressionParts || fail("it is too long"); }

    const std::string* operator_of(std::size_t level) const {
        const bool can_be = here().kind == Token::Kind::symbol || here().kind == Token::Kind::name;
        const auto& names = kLevels[level];
        const bool found = can_be && !here().text.empty() &&
                           std::find(names.begin(), names.end(), here().text) != names.end();
        return found ? &here().text : nullptr;
    }

    bool expression(std::size_t level, Syntax& out) {
        if (level == kLevels.size()) return polarity(out);
        if (!expression(level + 1, out)) return false;
        while (const std::string* name = operator_of(level)) {
            Syntax operation{Syntax::Kind::operation, *name, {}, {}};
            ++at_;
            Syntax right;
            if (!grow() || !expression(level + 1, right)) return false;
            operation.parts.push_back(std::move(out));
            operation.parts.push_back(std::move(right));
            out = std::move(operation);
        }
        return level != kTypeLevel || types(out);
    }

    /// x is Quantity
    bool types(Syntax& out) {
        while (here().kind == Token::Kind::name && (here().text == "is" || here().text == "as")) {
            Syntax call{Syntax::Kind::call, here().text, {}, {}};
            ++at_;
            Syntax type;
            if (!grow() || !type_name(type)) return false;
            call.parts.push_back(std::move(out));
            call.parts.push_back(std::move(type));
            out = std::move(call);
        }
        return true;
    }

    bool type_name(Syntax& out) {
        if (here().kind != Token::Kind::name) return fail("a type is missing");
        std::string name = here().text;
        ++at_;
        if (is(".") && next().kind == Token::Kind::name) {
            name += "." + next().text;
            at_ += 2;
        }
        const std::string_view type = type_named(name);
        if (type.empty()) return fail("the type \"" + name + "\" is not supported");
        out = {Syntax::Kind::literal, {}, Value(std::string(type)), {}};
        return true;
    }

    bool polarity(Syntax& out) {
        if (!is("-") && !is("+")) return path(out);
        const bool negative = is("-");
        ++at_;
        Syntax inner;
        if (!deeper([&] { return grow() && polarity(inner); })) return false;
        out = std::move(inner);
        if (!negative) return true;
        Syntax negated{Syntax::Kind::operation, "negative", {}, {}};
        negated.parts.push_back(std::move(out));
        out = std::move(negated);
        return true;
    }

    template <typename Step>
    bool deeper(Step step) {
        if (depth_ >= kMostExpressionDepth) return fail("it is nested too deeply");
        ++depth_;
        const bool done = step();
        --depth_;
        return done;
    }

    bool path(Syntax& out) {
        if (!term(out)) return false;
        int steps = 0;
        while (is(".") || is("[")) {
            if (!grow() || ++steps > kMostExpressionDepth) return fail("it is nested too deeply");
            if (is("[")) {
                if (!index(out)) return false;
                continue;
            }
            ++at_;
            if (here().kind != Token::Kind::name) return fail("a name is missing behind a point");
            if (!invocation(std::move(out), out)) return false;
        }
        return true;
    }

    bool index(Syntax& out) {
        Syntax which, indexed{Syntax::Kind::index, {}, {}, {}};
        ++at_;
        if (!deeper([&] { return expression(0, which); }) || !want("]")) return false;
        indexed.parts.push_back(std::move(out));
        indexed.parts.push_back(std::move(which));
        out = std::move(indexed);
        return true;
    }

    /// A name, with arguments or not, of what `source` gives.
    bool invocation(Syntax source, Syntax& out) {
        const std::string name = here().text;
        const bool call = next().kind == Token::Kind::symbol && next().text == "(";
        ++at_;
        if (call) return function(name, std::move(source), out);
        if (!is_known_member(name)) return fail("the element \"" + name + "\" is not supported");
        out = {Syntax::Kind::member, name, {}, {}};
        out.parts.push_back(std::move(source));
        return true;
    }

    bool function(const std::string& name, Syntax source, Syntax& out) {
        const FunctionShape* shape = function_named(name);
        if (shape == nullptr) return fail("the function \"" + name + "()\" is not supported");
        Syntax call{Syntax::Kind::call, name, {}, {}};
        call.parts.push_back(std::move(source));
        ++at_;
        if (!deeper([&] { return arguments(name, call); })) return false;
        const std::size_t given = call.parts.size() - 1;
        if (given < shape->least || given > shape->most)
            return fail("the function \"" + name + "()\" has not the arguments that it takes");
        out = std::move(call);
        return true;
    }

    bool arguments(const std::string& name, Syntax& call) {
        const bool type = name == "ofType" || name == "is" || name == "as";
        while (!is(")")) {
            if (call.parts.size() > 1 && !want(",")) return false;
            Syntax argument;
            if (!grow() || !(type ? type_name(argument) : expression(0, argument))) return false;
            call.parts.push_back(std::move(argument));
        }
        return want(")");
    }

    bool term(Syntax& out) {
        const Token& token = here();
        if (token.kind == Token::Kind::literal) return literal(out);
        if (token.kind == Token::Kind::variable) {
            out = {Syntax::Kind::variable, token.text, {}, {}};
            ++at_;
            return true;
        }
        if (token.kind == Token::Kind::name) return named_term(out);
        if (is("{")) {
            ++at_;
            out = {};
            return want("}");
        }
        if (!is("(")) return fail("something is missing in it");
        ++at_;
        return deeper([&] { return expression(0, out); }) && want(")");
    }

    bool named_term(Syntax& out) {
        const std::string& name = here().text;
        if (name == "true" || name == "false") {
            out = {Syntax::Kind::literal, {}, Value(name == "true"), {}};
            ++at_;
            return true;
        }
        if (name[0] != '$') return invocation({Syntax::Kind::focus, {}, {}, {}}, out);
        if (name != "$this" && name != "$total") return fail("\"" + name + "\" is not supported");
        out = {name == "$this" ? Syntax::Kind::focus : Syntax::Kind::total, {}, {}, {}};
        ++at_;
        return true;
    }

    /// A literal, with its unit where it has one: 4 years, 4 'kg'.
    bool literal(Syntax& out) {
        out = {Syntax::Kind::literal, {}, here().value, {}};
        ++at_;
        const Decimal* decimal = std::get_if<Decimal>(&*out.value);
        const auto* integer = std::get_if<std::int64_t>(&*out.value);
        if (decimal == nullptr && integer == nullptr) return true;
        std::string unit;
        if (here().kind == Token::Kind::name &&
            std::find(kCalendarUnits.begin(), kCalendarUnits.end(), here().text) !=
                kCalendarUnits.end())
            unit = here().text;
        else if (here().kind == Token::Kind::literal &&
                 std::holds_alternative<std::string>(*here().value))
            unit = std::get<std::string>(*here().value);
        if (unit.empty()) return true;
        ++at_;
        const Decimal amount =
            decimal != nullptr ? *decimal
                               : Decimal{std::to_string(*integer), static_cast<double>(*integer)};
        out.value = Quantity{amount, {}, unit, {}, {}};
        return true;
    }

    std::vector<Token> tokens_;
    std::string& why_;
    std::size_t at_ = 0, parts_ = 0;
    int depth_ = 0;
};

}  // namespace

Parsed parse_expression(std::string_view text) {
    Parsed parsed;
    if (text.size() > kMostExpressionBytes) {
        parsed.why = "it is too long";
        return parsed;
    }
    auto tokens = tokens_of(text, parsed.why);
    if (tokens) parsed.syntax = Parser(std::move(*tokens), parsed.why).run();
    return parsed;
}

}  // namespace candor::screening
