#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "base/stop_signal.h"

namespace candor::fleet {

/// A FHIR R4 server (https://hl7.org/fhir/R4/http.html).
struct FhirServer {
    std::string url;                   ///< its base: "https://fhir.example.org/r4"
    std::filesystem::path token_file;  ///< a bearer token, alone in its file; empty: none
    std::filesystem::path ca_file;     ///< PEM; empty: the system's authorities
    long connect_ms = 10'000, answer_ms = 30'000;
};

/// OperationOutcome.issue, in the server's words.
struct FhirIssue {
    std::string severity, code, text;
    std::string where;  ///< expression or location; may be empty
};
/// The server has it: created now, or found there by its identifier (conditional create).
struct FhirAccepted {
    struct Resource {
        std::string location;  ///< "Patient/17/_history/1"
        bool created = false;
    };
    std::vector<Resource> resources;
};
/// The server answered, and does not take it.
struct FhirRefused {
    long status = 0;  ///< of HTTP
    std::vector<FhirIssue> issues;
    std::string page;      ///< title of a page that came instead of FHIR ("502 Bad Gateway"), or ""
    std::string location;  ///< where a redirect, which is not followed, points to
};
using FhirAnswer = std::variant<FhirAccepted, FhirRefused>;

/// Posts a transaction Bundle. TLS and the server's certificate are always checked; plain HTTP is
/// for this machine alone. No redirect is followed. Blocks for at most `answer_ms`. `bundle` is not
/// copied by us, and what came back is wiped; libcurl's own buffers are the wiping heap's (see
/// base/heap). Faults: wrong_format (the URL or the token), damaged (a success that does not
/// account for every entry), refused (plain HTTP to another machine), unreadable or not_found
/// (token, authorities), wrong_key (the certificate), unreachable (name, connection, time, TLS: the
/// detail says which), too_large (the answer), cancelled (`stop` was raised; nullptr: it never is).
/// After any fault it is safe to send the same Bundle again.
base::Result<FhirAnswer> send_bundle(const FhirServer& server, std::string_view bundle,
                                     const base::StopSignal* stop = nullptr);

/// Whether the address, the token and the authorities are such as could be used. Asks no server.
/// Faults: wrong_format, refused, unreadable or not_found, as above.
base::Result<void> check(const FhirServer& server);

}  // namespace candor::fleet
