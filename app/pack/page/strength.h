#pragma once
#include <string_view>

namespace candor::pack {

/// With what a source compared what it counted, as far as was read.
enum class Proof {
    unsaid,
    pooled_against_dummy,  ///< trials added up, each against a dummy
    pooled,                ///< studies added up, against groups of any kind
    gathered,              ///< a review of what others found
    against_dummy,         ///< one trial
    against_other,         ///< one trial, against another treatment or none
    no_comparison,         ///< people before and after, or counted alone
    not_in_people          ///< laboratory work, animals
};
enum class PaidBy { unsaid, maker, firm, public_money, nobody };

/// How strong the proof of a source is; sources.yaml has the same names ("no-comparison").
struct Strength {
    Proof proof = Proof::unsaid;
    bool one_team = false;  ///< all of it comes from one team, and no other has repeated it
    PaidBy paid_by = PaidBy::unsaid;
};

/// As in sources.yaml; empty for `unsaid`.
std::string_view name_of(Proof proof);
std::string_view name_of(PaidBy payer);

}  // namespace candor::pack
