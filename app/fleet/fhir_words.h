#pragma once
#include <string>
#include <string_view>

#include "fleet/fhir_client.h"

namespace candor::fleet {

/// Why a server does not have a request, as far as the next step differs. `ctl` and the desk have
/// the sentences.
enum class FhirTrouble {
    unreachable,  ///< nothing is lost; later
    untrusted,    ///< its certificate; nothing was sent
    settings,     ///< the URL, the token's file or the authorities; nothing was sent
    not_fhir,     ///< an answer that is none; whether the request arrived is not known
    token,        ///< it does not let us in
    moved,        ///< a redirect
    no_base,      ///< there is no FHIR base at that path
    ambiguous,    ///< it knows something of this request already, but not just once
    busy,         ///< it cannot now; later
    refused,      ///< for the reasons that it gives
    other
};
/// Its own name, with hyphens: "not-fhir".
const char* name_of(FhirTrouble trouble);
FhirTrouble trouble_of(const base::Fault& fault);
FhirTrouble trouble_of(const FhirRefused& refused);

/// What OperationOutcome.issue.code says, as far as it helps who reads it (R4 value set
/// issue-type).
enum class FhirReason {
    form,         ///< what was sent is not as the server wants it
    rights,       ///< we may not
    unsupported,  ///< it does not do that
    known,        ///< it has it already
    gone,         ///< something that is named is not there
    rule,         ///< a rule of its own
    conflict,     ///< somebody else changes the same
    busy,         ///< it cannot now
    other         ///< it could not, and does not say why
};
/// Its own name: "unsupported".
const char* name_of(FhirReason reason);
FhirReason reason_of(const FhirIssue& issue);

/// Words of a server, on one line and without control characters.
std::string in_one_line(std::string_view words);

}  // namespace candor::fleet
