#include "screening/proof/claims.h"

namespace candor::screening {
namespace {

void prove_answerable(Claims& claims, int place) {
    AnswerSpace& space = claims.space();
    const Item& item = *space.outline()[place].item;
    const AnswerKinds& kinds = space.kinds(place);
    if (!is_question(item) || !kinds.kinds.empty()) return;
    if (kinds.complete)
        claims.must_be_impossible(Claim::question_answered, item.link_id, space.enabled(place),
                                  space.enabled(place));
    else
        claims.unproven(Claim::question_answered, item.link_id, kValuesUnknown);
}

}  // namespace

// Of what lies in an item that nobody reaches, that item alone is told.
void prove_items(Claims& claims) {
    const auto& places = claims.space().outline().places();
    for (int place = 0; place < static_cast<int>(places.size()); ++place) {
        if (claims.space().hidden(place)) continue;
        const Place& here = places[static_cast<std::size_t>(place)];
        const Function enabled = claims.space().enabled(place);
        const bool reached =
            claims.must_be_possible(Claim::question_reached, here.item->link_id, enabled);
        if (reached) prove_answerable(claims, place);
        if (!reached) place = here.end - 1;
        claims.next_claim();
    }
}

}  // namespace candor::screening
