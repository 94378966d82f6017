#include "fleet/fhir_words.h"

#include <algorithm>
#include <array>
#include <map>

#include "consult/request/plain_text.h"

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

const char* name_of(FhirReason reason) {
    static constexpr std::array<const char*, 9> kNames{
        "form", "rights", "unsupported", "known", "gone", "rule", "conflict", "busy", "other"};
    return kNames[static_cast<std::size_t>(reason)];
}

FhirReason reason_of(const FhirIssue& issue) {
    static const std::map<std::string_view, FhirReason> kReasons{
        {"invalid", FhirReason::form},
        {"structure", FhirReason::form},
        {"required", FhirReason::form},
        {"value", FhirReason::form},
        {"invariant", FhirReason::form},
        {"code-invalid", FhirReason::form},
        {"extension", FhirReason::form},
        {"too-long", FhirReason::form},
        {"security", FhirReason::rights},
        {"login", FhirReason::rights},
        {"unknown", FhirReason::rights},
        {"expired", FhirReason::rights},
        {"forbidden", FhirReason::rights},
        {"suppressed", FhirReason::rights},
        {"not-supported", FhirReason::unsupported},
        {"duplicate", FhirReason::known},
        {"multiple-matches", FhirReason::known},
        {"not-found", FhirReason::gone},
        {"deleted", FhirReason::gone},
        {"business-rule", FhirReason::rule},
        {"conflict", FhirReason::conflict},
        {"too-costly", FhirReason::busy},
        {"transient", FhirReason::busy},
        {"lock-error", FhirReason::busy},
        {"no-store", FhirReason::busy},
        {"timeout", FhirReason::busy},
        {"throttled", FhirReason::busy}};
    const auto found = kReasons.find(issue.code);
    return found == kReasons.end() ? FhirReason::other : found->second;
}

std::string in_one_line(std::string_view words) {
    std::string text = consult::plain_text(words);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return text;
}

}  // namespace candor::fleet
