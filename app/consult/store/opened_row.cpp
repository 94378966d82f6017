#include "consult/store/opened_row.h"

#include "consult/keys/demonstration_keys.h"
#include "consult/keys/seal.h"
#include "consult/request/plain_text.h"
#include "consult/store/queue_rows.h"

namespace candor::consult {

using base::FaultKind;

tl::expected<OpenedRow, Unopened> open_row(const QueuedRequest& row, const SecretKey& key,
                                           const std::string& fingerprint) {
    const auto no = [&](RowProblem problem, FaultKind kind, std::string detail) {
        return tl::unexpected(Unopened{problem, {kind, row.reference, std::move(detail)}, {}});
    };
    if (row.state == kDamaged)
        return no(RowProblem::damaged, FaultKind::damaged, "the stored request fails its digest");
    if (!is_sealed_to(row, fingerprint))
        return no(RowProblem::other_key, FaultKind::wrong_key,
                  "this is key " + fingerprint + ", the request is sealed to " +
                      plain_text(row.key_fingerprint).substr(0, 2 * fingerprint.size()));
    auto bundle = open(row.sealed, key);
    if (!bundle && bundle.error().kind == FaultKind::wrong_key)
        return no(RowProblem::damaged, FaultKind::damaged, "it was altered after it was sealed");
    if (!bundle) return no(RowProblem::not_readable, bundle.error().kind, bundle.error().detail);
    auto request = read_bundle(bundle->view());
    if (!request) return no(RowProblem::not_readable, request.error().kind, request.error().detail);
    if (belongs_to(*request, row)) return OpenedRow{std::move(*bundle), std::move(*request)};
    auto unopened = no(RowProblem::not_its_row, FaultKind::damaged, "it is not what its row says");
    unopened.value().id_inside = request->id;
    return unopened;
}

}  // namespace candor::consult
