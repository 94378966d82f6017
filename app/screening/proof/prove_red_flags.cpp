#include <algorithm>

#include "screening/proof/claims.h"

namespace candor::screening {
namespace {

bool is_red_flag(const GuidanceFinding& finding) { return finding.level == Level::urgent; }

bool same_kind(const GuidanceFinding& a, const GuidanceFinding& b) {
    return a.level == b.level && a.ending == b.ending;
}

/// One finding of each level and ending that occurs, first levels first.
std::vector<Matched> kinds_of(const Guidance& guidance) {
    std::vector<Matched> kinds;
    for (const auto& finding : guidance.findings)
        if (std::none_of(kinds.begin(), kinds.end(),
                         [&](const Matched& kind) { return same_kind(*kind.finding, finding); }))
            kinds.push_back({&finding, {}});
    std::stable_sort(kinds.begin(), kinds.end(), [](const Matched& a, const Matched& b) {
        return a.finding->level < b.finding->level;
    });
    return kinds;
}

bool is_outweighed(const std::vector<Matched>& matched, HeadlineRule rule) {
    if (!is_red_flag(*matched.front().finding)) return false;
    const Headline headline = rule(matched);
    return headline.level != Level::urgent ||
           (headline.ending != nullptr && !is_red_flag(*headline.ending));
}

/// Findings of exactly these kinds match together.
Function together(Claims& claims, const std::vector<Matched>& kinds,
                  const std::vector<bool>& chosen) {
    Function f = DecisionDiagram::kTrue;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        Function any = DecisionDiagram::kFalse;
        for (const auto& finding : claims.guidance().findings)
            if (same_kind(*kinds[i].finding, finding))
                any = claims.diagram().either(any, claims.space().matched(finding));
        f = claims.diagram().both(f, chosen[i] ? any : claims.diagram().negate(any));
    }
    return f;
}

// The rule sees levels and endings alone, so it is tried on every set of them (at most 255); a set
// that it gets wrong matters if some answers lead to it.
void prove_never_outweighed(Claims& claims, HeadlineRule rule) {
    const auto kinds = kinds_of(claims.guidance());
    for (unsigned set = 1; set < 1U << kinds.size(); ++set) {
        std::vector<bool> chosen;
        std::vector<Matched> matched;
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            chosen.push_back((set >> i & 1U) != 0);
            if (chosen.back()) matched.push_back(kinds[i]);
        }
        if (!is_outweighed(matched, rule)) continue;
        const Function f = together(claims, kinds, chosen);
        claims.must_be_impossible(Claim::red_flag_kept, matched.front().finding->id, f, f);
        claims.next_claim();
    }
}

/// Somebody is asked, raises the flag, and a later answer switches that question off again.
Function taken_back(Claims& claims, const GuidanceFinding& finding) {
    AnswerSpace& space = claims.space();
    DecisionDiagram& diagram = claims.diagram();
    Function lost = DecisionDiagram::kFalse;
    for (const auto& condition : finding.enable_when) {
        const int place = space.outline().find(condition.question);
        if (place < 0) continue;
        const Function dropped =
            diagram.both(space.enabled_when_asked(place), diagram.negate(space.enabled(place)));
        lost = diagram.either(lost, diagram.both(dropped, space.matched_counting(finding, place)));
    }
    for (const auto& other : claims.guidance().findings)
        if (is_red_flag(other) && lost != DecisionDiagram::kFalse)
            lost = diagram.both(lost, diagram.negate(space.matched(other)));
    return lost;
}

}  // namespace

void prove_red_flags(Claims& claims, HeadlineRule rule) {
    for (const auto& finding : claims.guidance().findings) {
        if (is_red_flag(finding))
            claims.must_be_impossible(Claim::red_flag_kept, finding.id, taken_back(claims, finding),
                                      claims.space().matched(finding));
        claims.next_claim();
    }
    prove_never_outweighed(claims, rule);
}

}  // namespace candor::screening
