#include "fleet/fhir_words.h"

#include <algorithm>
#include <array>

#include "consult/plain_text.h"

namespace candor::fleet {

using base::FaultKind;

const char* name_of(FhirTrouble trouble) {
    static constexpr std::array<const char*, 11> kNames{
        "unreachable", "untrusted", "settings", "not-fhir", "token", "moved",
        "no-base",     "ambiguous", "busy",     "refused",  "other"};
    return kNames[static_cast<std::size_t>(trouble)];
}

FhirTrouble trouble_of(const base::Fault& fault) {
    switch (fault.kind) {
        case FaultKind::unreachable:
            return FhirTrouble::unreachable;
        case FaultKind::wrong_key:
            return FhirTrouble::untrusted;
        case FaultKind::damaged:
        case FaultKind::too_large:
            return FhirTrouble::not_fhir;
        case FaultKind::refused:
        case FaultKind::wrong_format:
        case FaultKind::not_found:
        case FaultKind::unreadable:
            return FhirTrouble::settings;
        default:
            return FhirTrouble::other;
    }
}

FhirTrouble trouble_of(const FhirRefused& refused) {
    const long status = refused.status;
    if (status == 401 || status == 403) return FhirTrouble::token;
    if (status >= 300 && status < 400) return FhirTrouble::moved;
    if (status == 404 || status == 405) return FhirTrouble::no_base;
    if (status == 409 || status == 412) return FhirTrouble::ambiguous;
    if (status == 429 || status >= 500) return FhirTrouble::busy;
    return FhirTrouble::refused;
}

std::string in_one_line(std::string_view words) {
    std::string text = consult::plain_text(words);
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

}  // namespace candor::fleet
