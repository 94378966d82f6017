#include "screening/proof/proof.h"

#include "screening/proof/claims.h"
#include "screening/proof/longest_path.h"
#include "screening/proof/path.h"

namespace candor::screening {
namespace {

void measure(AnswerSpace& space, Proof& proof) {
    for (int place = 0; place < static_cast<int>(space.outline().places().size()); ++place) {
        if (!is_question(*space.outline()[place].item) || space.hidden(place)) continue;
        const double classes = space.classes(place);
        ++proof.questions;
        proof.classes += classes;
        proof.combinations *= classes;
    }
}

/// As many questions answered as can be: that somebody who declines everything gets no finding is
/// no news.
Function talkative(AnswerSpace& space, Function f) {
    DecisionDiagram& diagram = space.diagram();
    for (int place = 0; place < static_cast<int>(space.outline().places().size()); ++place) {
        const auto& variables = space.variables_of(place);
        if (variables.empty() || space.hidden(place)) continue;
        const Function answered = diagram.either(diagram.negate(space.enabled(place)),
                                                 diagram.variable(variables.front()));
        const Function narrower = diagram.both(f, answered);
        if (space.possible(narrower) > DecisionDiagram::kFalse) f = narrower;
    }
    return space.possible(f);
}

void find_quiet_path(Claims& claims, Proof& proof) {
    Function quiet = DecisionDiagram::kTrue;
    for (const auto& finding : claims.guidance().findings)
        quiet =
            claims.diagram().both(quiet, claims.diagram().negate(claims.space().matched(finding)));
    if (claims.space().possible(quiet) <= DecisionDiagram::kFalse) return;
    quiet = talkative(claims.space(), quiet);
    if (quiet > DecisionDiagram::kFalse)
        proof.quiet = path_of(claims.space(), claims.diagram().some_case(quiet));
}

}  // namespace

Proof prove(const Questionnaire& questionnaire, const Guidance& guidance, HeadlineRule rule) {
    Proof proof;
    AnswerSpace space(questionnaire, guidance);
    Claims claims(space, guidance, proof);
    measure(space, proof);
    prove_items(claims);
    prove_findings(claims);
    prove_red_flags(claims, rule);
    find_quiet_path(claims, proof);
    claims.next_claim();
    proof.longest_path = longest_path(space);
    if (!proof.longest_path)
        claims.unproven(Claim::longest_path, {}, space.works_out() ? kWorkedOut : kLimitReached);
    return proof;
}

}  // namespace candor::screening
