#include "screening/expression/compiler.h"

#include <utility>

namespace candor::screening {
namespace {

using Pool = std::shared_ptr<std::vector<std::unique_ptr<Defined>>>;

std::vector<const Variable*> variables_of(const std::vector<const Defined*>& defined) {
    std::vector<const Variable*> out;
    out.reserve(defined.size());
    for (const Defined* each : defined) out.push_back(&each->variable);
    return out;
}

/// Keeps the variables that it uses.
class FormExpression : public Expression {
  public:
    FormExpression(Syntax syntax, Reads reads, std::vector<const Variable*> variables, Pool pool)
        : syntax_(std::move(syntax)),
          reads_(std::move(reads)),
          variables_(std::move(variables)),
          pool_(std::move(pool)) {}

    const Reads& reads() const override { return reads_; }

    std::vector<Value> values(const AnswerTree& tree, int occurrence,
                              std::size_t& steps) const override {
        return values_of(&tree, occurrence, steps);
    }

    std::optional<Value> constant() const override {
        std::size_t steps = 10'000;
        auto values = values_of(nullptr, -1, steps);
        if (values.size() != 1) return std::nullopt;
        return std::move(values.front());
    }

  private:
    std::vector<Value> values_of(const AnswerTree* tree, int occurrence, std::size_t& steps) const {
        std::vector<Value> values;
        const Collection found = Evaluator(tree, variables_, steps).run(syntax_, occurrence);
        for (const Datum& each : found)
            if (each.value() != nullptr) values.push_back(*each.value());
        // What is no value is there all the same, which a condition may ask for.
        if (values.size() < found.size()) values.assign(found.size() > 1 ? 2 : 1, Value(true));
        return values;
    }

    Syntax syntax_;
    Reads reads_;
    std::vector<const Variable*> variables_;
    Pool pool_;
};

Parsed parse(const WrittenExpression& written) {
    Parsed parsed;
    if (written.language != "text/fhirpath")
        parsed.why = "it is written in \"" + written.language + "\" and not in text/fhirpath";
    else if (written.text.empty())
        parsed.why = "there is no expression in it";
    else
        parsed = parse_expression(written.text);
    return parsed;
}

}  // namespace

Compiler::Compiler() : pool_(std::make_shared<std::vector<std::unique_ptr<Defined>>>()) {}

void Compiler::enter(int place, const std::string& link_id) {
    levels_.push_back({place, link_id, scope_.size()});
}

void Compiler::leave() {
    scope_.resize(levels_.back().defined_before);
    levels_.pop_back();
}

std::vector<const Defined*> Compiler::nearest_first() const {
    return {scope_.rbegin(), scope_.rend()};
}

bool Compiler::define(const WrittenExpression& variable) {
    if (pool_->size() >= kMost) return false;
    auto defined = std::make_unique<Defined>();
    defined->variable.name = variable.name;
    defined->variable.place = levels_.back().place;
    const auto uses = nearest_first();
    defined->variable.uses = variables_of(uses);
    Parsed parsed = parse(variable);
    if (parsed.syntax) {
        defined->examined = examine(*parsed.syntax, uses, levels_.back().link_id);
        // Seen from elsewhere, what is inside its own item is what is inside that item.
        Reads& reads = defined->examined.reads;
        if (std::exchange(reads.own_inside, false))
            reads.link_ids.push_back(levels_.back().link_id);
        defined->variable.syntax = std::move(*parsed.syntax);
    } else {
        defined->examined.why = parsed.why;
    }
    scope_.push_back(defined.get());
    pool_->push_back(std::move(defined));
    return true;
}

Compiled Compiler::compile(const WrittenExpression& expression) {
    Compiled compiled;
    if (++compiled_ > kMost) {
        compiled.why = "there are more than 1,000 expressions";
        return compiled;
    }
    Parsed parsed = parse(expression);
    compiled.why = parsed.why;
    if (!parsed.syntax) return compiled;
    const auto uses = nearest_first();
    Examined examined = examine(*parsed.syntax, uses, levels_.back().link_id);
    compiled.why = examined.why;
    compiled.named = std::move(examined.named);
    if (!compiled.why.empty()) return compiled;
    compiled.expression = std::make_shared<FormExpression>(
        std::move(*parsed.syntax), std::move(examined.reads), variables_of(uses), pool_);
    return compiled;
}

}  // namespace candor::screening
