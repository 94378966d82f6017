#include "screening/proof/claims.h"

namespace candor::screening {

void prove_findings(Claims& claims) {
    for (const auto& finding : claims.guidance().findings) {
        const Function matched = claims.space().matched(finding);
        const Function uncaused =
            claims.diagram().both(matched, claims.diagram().negate(claims.space().caused(finding)));
        if (claims.must_be_possible(Claim::finding_reached, finding.id, matched))
            claims.must_be_impossible(Claim::finding_caused, finding.id, uncaused, matched);
        claims.next_claim();
    }
}

}  // namespace candor::screening
