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

/// Words of a server, on one line and without control characters.
std::string in_one_line(std::string_view words);

}  // namespace candor::fleet
