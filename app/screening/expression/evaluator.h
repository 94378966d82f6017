#pragma once
#include <string>
#include <vector>

#include "screening/expression/datum.h"
#include "screening/expression/syntax.h"

namespace candor::screening {

/// A named expression. It is worked out at the item that it stands on: the place, or -1 for the
/// whole form. `uses` are the variables that it may name, nearest first.
struct Variable {
    std::string name;
    int place = -1;
    Syntax syntax;
    std::vector<const Variable*> uses;
};

/// Works one expression out. What goes wrong on the way (several where one is due, a text where a
/// number is, too many steps) leaves it without a result.
class Evaluator {
  public:
    /// All must outlive it; `tree` may be null where nothing is read.
    Evaluator(const AnswerTree* tree, const std::vector<const Variable*>& variables,
              std::size_t& steps)
        : navigation_(tree), tree_(tree), variables_(&variables), steps_(steps) {}

    /// At an occurrence; -1: the whole.
    Collection run(const Syntax& syntax, int occurrence);

  private:
    struct Scope {
        const Collection* focus;
        const Collection* total;
    };

    Collection evaluate(const Syntax& syntax, const Scope& scope);
    Collection variable(const std::string& name);
    Collection worked_out(const Variable& variable);
    Collection index(const Syntax& syntax, const Scope& scope);
    Collection operation(const Syntax& syntax, const Scope& scope);
    Collection logic(const Syntax& syntax, const Collection& left, const Scope& scope);
    Collection call(const Syntax& syntax, const Scope& scope);
    Collection for_each(const Syntax& syntax, const Collection& source, const Scope& scope);
    Collection selected(const Syntax& argument, const Datum& each, const Scope& scope);
    Collection repeated(const Syntax& argument, const Collection& source, const Scope& scope,
                        bool descendants);
    Collection aggregated(const Syntax& syntax, const Collection& source, const Scope& scope);
    Collection conditional(const Syntax& syntax, const Scope& scope);
    Collection fail() {
        failed_ = true;
        return {};
    }
    bool step(std::size_t count = 1);

    Navigation navigation_;
    const AnswerTree* tree_;
    const std::vector<const Variable*>* variables_;
    std::size_t& steps_;
    int occurrence_ = -1;
    int depth_ = 0;
    bool failed_ = false;
};

/// What two collections give, by "+", "<", "in" … `failed`: they do not go together.
Collection combine(const std::string& name, const Collection& left, const Collection& right,
                   bool& failed);
/// What a function that looks at the whole collection gives. Its arguments are worked out.
Collection apply(const std::string& name, const Collection& source,
                 const std::vector<Collection>& arguments, const Navigation& navigation,
                 bool& failed);

// Parts of apply(); false: the name is none of theirs.
struct Applied {
    const Collection& source;
    const std::vector<Collection>& arguments;
    Collection& out;
    bool& failed;
};
bool apply_to_elements(const std::string& name, const Applied& to);
bool apply_to_numbers(const std::string& name, const Applied& to, const Navigation& navigation);
bool apply_to_texts(const std::string& name, const Applied& to);

}  // namespace candor::screening
