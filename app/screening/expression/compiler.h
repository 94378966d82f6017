#pragma once
#include <memory>
#include <string>
#include <vector>

#include "screening/expression/reads.h"
#include "screening/model/expression.h"

namespace candor::screening {

/// An expression as a form has it: FHIR's Expression.
struct WrittenExpression {
    std::string name, language, text;
};

struct Compiled {
    std::shared_ptr<const Expression> expression;  ///< null: see why
    std::string why;
    std::vector<std::string> named;  ///< linkIds that it asks for by name
};

/// Makes the expressions of one form, whose variables it knows. Walk the items in their order:
/// enter() each, define() its variables, compile() its expressions, leave() after what is inside.
class Compiler {
  public:
    Compiler();
    void enter(int place, const std::string& link_id);
    void leave();
    /// What is wrong with it counts only where it is used. False: there are too many.
    bool define(const WrittenExpression& variable);
    Compiled compile(const WrittenExpression& expression);

    static constexpr std::size_t kMost = 1'000;  ///< of variables, and of expressions

  private:
    struct Level {
        int place;
        std::string link_id;
        std::size_t defined_before;
    };
    std::vector<const Defined*> nearest_first() const;

    std::shared_ptr<std::vector<std::unique_ptr<Defined>>> pool_;
    std::vector<const Defined*> scope_;
    std::vector<Level> levels_;
    std::size_t compiled_ = 0;
};

}  // namespace candor::screening
