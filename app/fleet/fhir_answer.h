#pragma once
#include <string>
#include <string_view>

#include "fleet/fhir_client.h"

namespace candor::fleet {

/// What a server's answer to a transaction means (R4 §3.1.0.11, http.html#transaction): a Bundle
/// "transaction-response" in which every entry is a success is accepted; an error status is refused
/// with the issues of its OperationOutcome, or, where it is no FHIR, with its status alone. Fault
/// wrong_format: a success that is no such Bundle.
base::Result<FhirAnswer> read_answer(long status, std::string_view content_type,
                                     std::string_view body, const std::string& where);

}  // namespace candor::fleet
