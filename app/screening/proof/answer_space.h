#pragma once
#include <vector>

#include "screening/model/guidance.h"
#include "screening/model/outline.h"
#include "screening/model/response.h"
#include "screening/proof/answer_kinds.h"
#include "screening/proof/decision_diagram.h"

namespace candor::screening {

/// All answers that a questionnaire can get, as truth functions: of every question that a condition
/// looks at one variable says whether it has an answer, and one each what a comparison finds. The
/// flat form is meant, each item once. All functions may be DecisionDiagram::kUnknown.
class AnswerSpace {
  public:
    /// What the questions' conditions and those of `guidance` tell apart. Both must outlive it.
    AnswerSpace(const Questionnaire& questionnaire, const Guidance& guidance);

    const Questionnaire& questionnaire() const { return questionnaire_; }
    const Outline& outline() const { return outline_; }
    DecisionDiagram& diagram() { return diagram_; }

    /// Is the item enabled in the end?
    Function enabled(int place) const { return enabled_[static_cast<std::size_t>(place)]; }
    /// Was a question enabled when it was asked, nothing after it being answered yet?
    Function enabled_when_asked(int place);
    Function matched(const GuidanceFinding& finding);
    /// The same if the answers to this question counted although it is not enabled.
    Function matched_counting(const GuidanceFinding& finding, int place);
    /// Is there a true condition on a question that the person answered, or was asked and declined?
    Function caused(const GuidanceFinding& finding);
    /// `f` among answers that people can give: kFalse means that it never holds.
    Function possible(Function f);
    /// Which answers the question can have; kTrue where no condition looks at it.
    Function allowed(int place) const {
        return questions_[static_cast<std::size_t>(place)].allowed;
    }

    /// The question that a variable speaks of, and the other way round.
    int place_of(int variable) const { return places_[static_cast<std::size_t>(variable)]; }
    const std::vector<int>& variables_of(int place) const {
        return questions_[static_cast<std::size_t>(place)].variables;
    }
    /// Are there values, conditions or limits that are worked out of answers? Functions that depend
    /// on one are unknown.
    bool works_out() const;
    /// Not shown, worked out, or inside what is not shown: nobody is asked.
    bool hidden(int place) const;
    const AnswerKinds& kinds(int place) const {
        return questions_[static_cast<std::size_t>(place)].kinds;
    }
    /// Classes of answers that conditions tell apart, no answer among them; 1 where none looks.
    double classes(int place);
    /// The smallest answer of this place for which these of its variables are so; empty: none.
    /// `fixed` may hold variables of other questions.
    std::vector<Value> example(int place, const std::vector<std::pair<int, bool>>& fixed);

  private:
    struct Question {
        std::vector<Comparison> comparisons;
        AnswerKinds kinds;
        std::vector<int> variables;  ///< answered, then one a comparison
        Function allowed = DecisionDiagram::kTrue;
    };
    void collect(const std::vector<EnableWhen>& conditions);
    void find_kinds();
    void number_variables();
    void allow(const Response& start);
    Function allowed_answers(const Question& question, std::size_t most);
    Function allowed_preset(int place, std::span<const Value> values);
    Function no_answer(const Question& question);
    Function after_adding(const Question& question, Function sets, const AnswerKind& kind);
    void enable();
    Function truth(const EnableWhen& condition, Function counts);
    Function truth_in_the_end(const EnableWhen& condition);
    template <typename Truth>
    Function together(const std::vector<EnableWhen>& conditions, Behavior behavior, Truth truth);

    const Questionnaire& questionnaire_;
    Outline outline_;
    DecisionDiagram diagram_;
    std::vector<Question> questions_;  ///< by place
    std::vector<Function> enabled_;
    std::vector<int> places_;
};

}  // namespace candor::screening
