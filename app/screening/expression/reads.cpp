#include "screening/expression/reads.h"

#include <algorithm>
#include <array>
#include <set>

#include "screening/expression/names.h"

namespace candor::screening {
namespace {

/// What a path has come to: no item, the whole or its own item, any items inside either, or those
/// whose linkIds are known.
enum class State { nothing, whole, own, any, any_own, named };

bool is_link_id(const Syntax& syntax) {
    return syntax.kind == Syntax::Kind::member && syntax.name == "linkId" &&
           syntax.parts[0].kind == Syntax::Kind::focus;
}

void texts_of(const Syntax& syntax, std::vector<std::string>& out, bool& all) {
    const auto* text = syntax.value ? std::get_if<std::string>(&*syntax.value) : nullptr;
    if (syntax.kind == Syntax::Kind::literal && text != nullptr) {
        out.push_back(*text);
    } else if (syntax.kind == Syntax::Kind::operation && syntax.name == "|") {
        for (const Syntax& part : syntax.parts) texts_of(part, out, all);
    } else {
        all = false;
    }
}

/// The linkIds of which one has to be the item's; false: it can be any.
bool names_items(const Syntax& condition, std::vector<std::string>& out) {
    if (condition.kind != Syntax::Kind::operation || condition.parts.size() != 2) return false;
    const Syntax &left = condition.parts[0], &right = condition.parts[1];
    bool all = true;
    if ((condition.name == "=" || condition.name == "~" || condition.name == "in") &&
        is_link_id(left)) {
        texts_of(right, out, all);
        return all;
    }
    if (condition.name == "=" && is_link_id(right)) {
        texts_of(left, out, all);
        return all;
    }
    if (condition.name == "and") return names_items(left, out) || names_items(right, out);
    return condition.name == "or" && names_items(left, out) && names_items(right, out);
}

class Examiner {
  public:
    Examiner(const std::vector<const Defined*>& variables, const std::string& link_id,
             Examined& out)
        : variables_(variables), link_id_(link_id), out_(out) {}

    void run(const Syntax& syntax) {
        end(visit(syntax, link_id_.empty() ? State::whole : State::own));
    }

  private:
    State visit(const Syntax& syntax, State focus) {
        switch (syntax.kind) {
            case Syntax::Kind::focus:
                return focus;
            case Syntax::Kind::variable:
                return variable(syntax.name);
            case Syntax::Kind::member:
                return member(syntax, visit(syntax.parts[0], focus));
            case Syntax::Kind::call:
                return call(syntax, visit(syntax.parts[0], focus), focus);
            case Syntax::Kind::index: {
                const State from = visit(syntax.parts[0], focus);
                end(visit(syntax.parts[1], focus));
                return end(from);
            }
            case Syntax::Kind::operation:
                for (const Syntax& part : syntax.parts) end(visit(part, focus));
                return State::named;
            default:
                return State::nothing;
        }
    }

    /// The path ends here, or goes on by which of the items comes first.
    State end(State state) {
        if (state == State::any) out_.reads.everything = true;
        if (state == State::any_own) out_.reads.own_inside = true;
        return state == State::any || state == State::any_own ? State::named : state;
    }

    State member(const Syntax& syntax, State from) {
        if (syntax.name == "QuestionnaireResponse") return State::whole;
        if (syntax.name == "item") {
            if (from == State::whole) return State::any;
            return from == State::own ? State::any_own : from;
        }
        if ((syntax.name == "answer" || syntax.name.starts_with("value")) && from == State::own)
            out_.reads.link_ids.push_back(link_id_);
        return from;
    }

    State call(const Syntax& syntax, State from, State focus) {
        const std::string& name = syntax.name;
        if (name == "where") return where(syntax, from);
        const bool goes_on = name == "select" || name == "repeat" || name == "descendants" ||
                             name == "children" || name == "iif" || name == "ofType";
        if (!goes_on) from = end(from);
        if (name == "descendants" || name == "children")
            return from == State::whole ? State::any : from == State::own ? State::any_own : from;
        const State inside = name == "iif" || goes_on || syntax.name == "all" ||
                                     syntax.name == "exists" || syntax.name == "aggregate"
                                 ? from
                                 : focus;
        State last = from;
        for (std::size_t i = 1; i < syntax.parts.size(); ++i) {
            const State found = visit(syntax.parts[i], inside);
            if (name == "select" || name == "repeat")
                last = found;
            else
                end(found);
        }
        if (name != "repeat")
            return name == "select" ? last : goes_on && name != "iif" ? from : State::named;
        return last == State::any || last == State::any_own || last == State::named ? last : from;
    }

    State where(const Syntax& syntax, State from) {
        std::vector<std::string> ids;
        end(visit(syntax.parts[1],
                  from == State::any || from == State::any_own ? State::named : from));
        const bool loose = from == State::any || from == State::any_own;
        if (!loose || !names_items(syntax.parts[1], ids)) return from;
        for (std::string& id : ids) {
            out_.named.push_back(id);
            out_.reads.link_ids.push_back(std::move(id));
        }
        return State::named;
    }

    State variable(const std::string& name) {
        const auto found =
            std::find_if(variables_.begin(), variables_.end(),
                         [&](const auto* each) { return each->variable.name == name; });
        if (found != variables_.end()) return defined(**found);
        if (is_whole_form(name)) return State::whole;
        if (name == "context") return link_id_.empty() ? State::whole : State::own;
        if (name == "questionnaire" || name == "ucum") return State::nothing;
        if (out_.why.empty())
            out_.why = "the variable \"%" + name + "\" is not known here, or comes from a record";
        return State::nothing;
    }

    State defined(const Defined& variable) {
        const Examined& known = variable.examined;
        if (!known.why.empty() && out_.why.empty())
            out_.why =
                "its variable \"%" + variable.variable.name + "\" cannot be used: " + known.why;
        if (!seen_.insert(&variable).second) return State::named;
        Reads& reads = out_.reads;
        reads.link_ids.insert(reads.link_ids.end(), known.reads.link_ids.begin(),
                              known.reads.link_ids.end());
        reads.everything |= known.reads.everything;
        out_.named.insert(out_.named.end(), known.named.begin(), known.named.end());
        const Syntax& syntax = variable.variable.syntax;
        const bool whole = syntax.kind == Syntax::Kind::variable && is_whole_form(syntax.name);
        return whole ? State::whole : State::named;
    }

    const std::vector<const Defined*>& variables_;
    const std::string& link_id_;
    Examined& out_;
    std::set<const Defined*> seen_;
};

void tidy(std::vector<std::string>& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

}  // namespace

Examined examine(const Syntax& syntax, const std::vector<const Defined*>& variables,
                 const std::string& link_id) {
    Examined examined;
    Examiner(variables, link_id, examined).run(syntax);
    tidy(examined.reads.link_ids);
    tidy(examined.named);
    return examined;
}

}  // namespace candor::screening
