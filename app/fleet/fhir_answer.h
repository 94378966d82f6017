#pragma once
#include <string>
#include <string_view>

#include "fleet/fhir_client.h"

namespace candor::fleet {

struct HttpAnswer {
    long status = 0;
    std::string content_type;
    std::string location;  ///< of a redirect
    std::string_view body;
};

/// What a server's answer to a transaction means (R4 http.html#transaction-response): a Bundle
/// "transaction-response" with a success for each of the `sent` entries is accepted; an error
/// status, or an entry with one, is refused with the issues of its OperationOutcome, or, where it
/// is no FHIR, with the title of its page. Fault damaged: a success that is no such Bundle.
base::Result<FhirAnswer> read_answer(const HttpAnswer& answer, std::size_t sent,
                                     const std::string& where);

}  // namespace candor::fleet
