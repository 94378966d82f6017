#include "screening/expression/evaluator.h"

#include <algorithm>
#include <utility>

#include "screening/expression/names.h"

namespace candor::screening {
namespace {

/// Variables name variables, each maybe twice; the steps bound what that costs, this how deep.
constexpr int kMostVariableDepth = 40;
constexpr std::size_t kMostElements = 20'000;

/// Where a variable of `place` is worked out for what stands at `occurrence`.
int occurrence_of(const AnswerTree* tree, int place, int occurrence) {
    if (tree == nullptr || place < 0) return -1;
    const auto at = [&](int i) -> const Occurrence& {
        return tree->all()[static_cast<std::size_t>(i)];
    };
    while (occurrence >= 0 && (at(occurrence).place != place || at(occurrence).slot))
        occurrence = at(occurrence).parent;
    return occurrence;
}

Collection focus_at(int occurrence) {
    if (occurrence < 0) return {{Element{Element::Kind::response, -1, 0}, nullptr}};
    return {{Element{Element::Kind::item, occurrence, 0}, nullptr}};
}

void add_distinct(const Datum& datum, Collection& out) {
    if (std::none_of(out.begin(), out.end(), [&](const Datum& each) { return same(each, datum); }))
        out.push_back(datum);
}

}  // namespace

bool Evaluator::step(std::size_t count) {
    if (steps_ <= count) {
        steps_ = 0;
        failed_ = true;
    } else {
        steps_ -= count;
    }
    return !failed_;
}

Collection Evaluator::run(const Syntax& syntax, int occurrence) {
    occurrence_ = occurrence;
    const Collection focus = focus_at(occurrence);
    const Collection nothing;
    Collection result = evaluate(syntax, {&focus, &nothing});
    return failed_ ? Collection() : result;
}

Collection Evaluator::evaluate(const Syntax& syntax, const Scope& scope) {
    if (!step()) return {};
    switch (syntax.kind) {
        case Syntax::Kind::empty:
            return {};
        case Syntax::Kind::literal:
            return one(*syntax.value);
        case Syntax::Kind::focus:
            return *scope.focus;
        case Syntax::Kind::total:
            return *scope.total;
        case Syntax::Kind::variable:
            return variable(syntax.name);
        case Syntax::Kind::member: {
            Collection out;
            for (const Datum& each : evaluate(syntax.parts[0], scope))
                navigation_.member(each, syntax.name, out);
            return step(out.size() + 1) && out.size() <= kMostElements ? out : fail();
        }
        case Syntax::Kind::index:
            return index(syntax, scope);
        case Syntax::Kind::call:
            return call(syntax, scope);
        case Syntax::Kind::operation:
            return operation(syntax, scope);
    }
    return {};
}

Collection Evaluator::variable(const std::string& name) {
    const auto found = std::find_if(variables_->begin(), variables_->end(),
                                    [&](const Variable* each) { return each->name == name; });
    if (found != variables_->end()) return worked_out(**found);
    if (name == "context") return focus_at(occurrence_);
    if (name == "questionnaire") return {{Element{Element::Kind::form, -1, 0}, nullptr}};
    if (name == "ucum") return one(std::string("http://unitsofmeasure.org"));
    return focus_at(-1);  // is_whole_form
}

Collection Evaluator::worked_out(const Variable& variable) {
    if (depth_ >= kMostVariableDepth) return fail();
    const auto* around = std::exchange(variables_, &variable.uses);
    const int before =
        std::exchange(occurrence_, occurrence_of(tree_, variable.place, occurrence_));
    ++depth_;
    const Collection focus = focus_at(occurrence_), nothing;
    Collection result = evaluate(variable.syntax, {&focus, &nothing});
    --depth_;
    occurrence_ = before;
    variables_ = around;
    return result;
}

Collection Evaluator::index(const Syntax& syntax, const Scope& scope) {
    const Collection from = evaluate(syntax.parts[0], scope);
    const Collection which = evaluate(syntax.parts[1], scope);
    const Value* value = only_value(which);
    const auto* number = value == nullptr ? nullptr : std::get_if<std::int64_t>(value);
    if (number == nullptr) return which.empty() ? Collection() : fail();
    if (*number < 0 || static_cast<std::size_t>(*number) >= from.size()) return {};
    return {from[static_cast<std::size_t>(*number)]};
}

Collection Evaluator::operation(const Syntax& syntax, const Scope& scope) {
    const Collection left = evaluate(syntax.parts[0], scope);
    if (syntax.name == "negative") return combine("-", one(std::int64_t{0}), left, failed_);
    if (syntax.name == "and" || syntax.name == "or" || syntax.name == "xor" ||
        syntax.name == "implies")
        return logic(syntax, left, scope);
    const Collection right = evaluate(syntax.parts[1], scope);
    if (failed_ || !step(left.size() + right.size())) return {};
    if (left.size() > 1 && right.size() > 1 && !step(left.size() * right.size())) return {};
    return combine(syntax.name, left, right, failed_);
}

// Three-valued: nothing is neither true nor false.
Collection Evaluator::logic(const Syntax& syntax, const Collection& left, const Scope& scope) {
    const auto one_side = truth_of(left, failed_);
    const auto other = truth_of(evaluate(syntax.parts[1], scope), failed_);
    const auto is = [](const std::optional<bool>& truth, bool value) {
        return truth && *truth == value;
    };
    if (syntax.name == "and") {
        if (is(one_side, false) || is(other, false)) return one(false);
        return one_side && other ? one(true) : Collection();
    }
    if (syntax.name == "or") {
        if (is(one_side, true) || is(other, true)) return one(true);
        return one_side && other ? one(false) : Collection();
    }
    if (syntax.name == "implies") {
        if (is(one_side, false) || is(other, true)) return one(true);
        return one_side && other ? one(false) : Collection();
    }
    return one_side && other ? one(*one_side != *other) : Collection();
}

Collection Evaluator::call(const Syntax& syntax, const Scope& scope) {
    if (syntax.name == "iif") return conditional(syntax, scope);
    const Collection source = evaluate(syntax.parts[0], scope);
    if (failed_ || !step(source.size() + 1)) return {};
    if (syntax.name == "descendants") return repeated({}, source, scope, true);
    if (function_named(syntax.name)->for_each && syntax.parts.size() > 1)
        return for_each(syntax, source, scope);
    std::vector<Collection> arguments;
    for (std::size_t i = 1; i < syntax.parts.size(); ++i)
        arguments.push_back(evaluate(syntax.parts[i], scope));
    if (failed_) return {};
    return apply(syntax.name, source, arguments, navigation_, failed_);
}

Collection Evaluator::selected(const Syntax& argument, const Datum& each, const Scope& scope) {
    const Collection focus{each};
    return evaluate(argument, {&focus, scope.total});
}

Collection Evaluator::for_each(const Syntax& syntax, const Collection& source, const Scope& scope) {
    const Syntax& argument = syntax.parts[1];
    if (syntax.name == "repeat") return repeated(argument, source, scope, false);
    if (syntax.name == "aggregate") return aggregated(syntax, source, scope);
    Collection out;
    std::size_t met = 0;
    for (const Datum& each : source) {
        const Collection found = selected(argument, each, scope);
        if (failed_) return {};
        if (syntax.name == "select") {
            out.insert(out.end(), found.begin(), found.end());
            if (out.size() > kMostElements) return fail();
        } else if (truth_of(found, failed_).value_or(false)) {
            ++met;
            if (syntax.name == "where") out.push_back(each);
        }
    }
    if (syntax.name == "exists") return one(met > 0);
    if (syntax.name == "all") return one(met == source.size());
    return out;
}

// What the argument gives, of what it gives too, each once; descendants() of everything inside.
Collection Evaluator::repeated(const Syntax& argument, const Collection& source, const Scope& scope,
                               bool descendants) {
    Collection out, fresh = source;
    while (!fresh.empty() && !failed_) {
        Collection next;
        for (const Datum& each : fresh) {
            Collection found;
            if (descendants)
                navigation_.children(each, found);
            else
                found = selected(argument, each, scope);
            for (const Datum& inner : found) {
                if (!step(descendants ? 1 : 1 + out.size() / 16)) return {};
                const std::size_t before = out.size();
                // A form's elements stand in one place each; only what is worked out comes twice.
                if (descendants)
                    out.push_back(inner);
                else
                    add_distinct(inner, out);
                if (out.size() > before) next.push_back(inner);
            }
            if (out.size() > kMostElements) return fail();
        }
        fresh = std::move(next);
    }
    return out;
}

Collection Evaluator::aggregated(const Syntax& syntax, const Collection& source,
                                 const Scope& scope) {
    Collection total;
    if (syntax.parts.size() > 2) total = evaluate(syntax.parts[2], scope);
    for (const Datum& each : source) {
        const Collection focus{each};
        total = evaluate(syntax.parts[1], {&focus, &total});
        if (failed_) return {};
    }
    return total;
}

// The side that is not chosen is not worked out.
Collection Evaluator::conditional(const Syntax& syntax, const Scope& scope) {
    const Collection source = evaluate(syntax.parts[0], scope);
    const Scope inner{&source, scope.total};
    const auto truth = truth_of(evaluate(syntax.parts[1], inner), failed_);
    if (failed_) return {};
    if (truth.value_or(false)) return evaluate(syntax.parts[2], inner);
    return syntax.parts.size() > 3 ? evaluate(syntax.parts[3], inner) : Collection();
}

}  // namespace candor::screening
