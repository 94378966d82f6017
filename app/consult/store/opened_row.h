#pragma once
#include <string>

#include "base/result.h"
#include "base/secret_string.h"
#include "consult/keys/keys.h"
#include "consult/request/opened_request.h"
#include "consult/store/queue.h"

namespace candor::consult {

/// Why a row shows no words. It is listed all the same.
enum class RowProblem {
    none,
    damaged,       ///< fails its own digest, or its seal was altered
    other_key,     ///< sealed to a key that is not this one
    not_readable,  ///< opened, but no request that this program knows
    not_its_row    ///< a request, but another row's or of another time: see belongs_to()
};

/// A row with what was sealed in it. Move-only; zeroed on destruction.
struct OpenedRow {
    base::SecretString bundle;  ///< the FHIR Bundle
    OpenedRequest request;      ///< the same, read
};

/// Why there is none. `fault`: damaged, wrong_key, or that of read_bundle().
struct Unopened {
    RowProblem problem = RowProblem::none;
    base::Fault fault;
    std::string id_inside;  ///< of not_its_row
};

/// Opens a row with the key whose fingerprint is given (it takes time), and holds what is inside to
/// what the row says.
tl::expected<OpenedRow, Unopened> open_row(const QueuedRequest& row, const SecretKey& key,
                                           const std::string& fingerprint);

}  // namespace candor::consult
