#pragma once
#include <string>

#include "screening/proof/answer_space.h"
#include "screening/proof/proof.h"

namespace candor::screening {

inline constexpr const char* kLimitReached = "a hard limit was reached before the end";
inline constexpr const char* kWorkedOut = "it depends on what the form works out";
inline constexpr const char* kValuesUnknown = "not all values that can be answered are known";

/// Decides claims over an answer space, and writes what does not hold into a proof.
class Claims {
  public:
    Claims(AnswerSpace& space, const Guidance& guidance, Proof& proof)
        : space_(space), guidance_(guidance), proof_(proof), base_(space.diagram().mark()) {
        next_claim();
    }

    AnswerSpace& space() { return space_; }
    DecisionDiagram& diagram() { return space_.diagram(); }
    const Guidance& guidance() const { return guidance_; }
    /// Forgets what a claim has built, so that each has all the room, and work enough is left for
    /// those that follow.
    void next_claim() {
        diagram().rewind(base_);
        diagram().allow(kStepsAClaim);
    }

    /// `f` has to hold for somebody. False: it is known to hold for nobody.
    bool must_be_possible(Claim claim, const std::string& subject, Function f);
    /// `f` has to hold for nobody; else its path is the counterexample. What it is `about` must be
    /// known for all answers.
    void must_be_impossible(Claim claim, const std::string& subject, Function f, Function about);
    void unproven(Claim claim, const std::string& subject, const char* why);
    void violated(Claim claim, const std::string& subject, Function shown_by);

  private:
    static constexpr std::size_t kStepsAClaim = 300'000;
    const char* unsure(Function f);
    /// Why a function is unknown.
    const char* unknown() const { return space_.works_out() ? kWorkedOut : kLimitReached; }

    AnswerSpace& space_;
    const Guidance& guidance_;
    Proof& proof_;
    std::size_t base_;
};

void prove_items(Claims& claims);
void prove_findings(Claims& claims);
void prove_red_flags(Claims& claims, HeadlineRule rule);

}  // namespace candor::screening
