#include "consult/store/queue_rows.h"

#include <algorithm>

#include "consult/request/reference.h"
#include "consult/store/digest.h"
#include "consult/store/record.h"

namespace candor::consult {
namespace {

// 148 million references: eight taken ones in a row mean that something else is wrong.
constexpr int kMaxReferenceTries = 8;

}  // namespace

std::vector<std::uint8_t> row_digest(const QueuedRequest& row) {
    return Digest().add(row.id).add(row.created).add(row.key_fingerprint).add(row.sealed).finish();
}

QueuedRequest row_of(const sqlite::Statement& statement) {
    QueuedRequest row;
    row.id = statement.text(0);
    row.reference = statement.text(1);
    row.created = statement.text(2);
    row.state = statement.text(3);
    row.key_fingerprint = statement.text(4);
    const auto sealed = statement.bytes(5);
    row.sealed.assign(sealed.begin(), sealed.end());
    const auto digest = statement.bytes(6);
    const auto expected = row_digest(row);
    if (!std::equal(digest.begin(), digest.end(), expected.begin(), expected.end()) ||
        normalise_reference(row.reference) != row.reference)
        row.state = kDamaged;
    return row;
}

base::Result<std::optional<std::string>> reference_of(sqlite::Database& database,
                                                      const std::string& id) {
    auto statement =
        TRY(sqlite::Statement::prepare(database, "SELECT reference FROM request WHERE id = ?"));
    const auto found = TRY(statement.bind(id).step());
    return found ? std::optional(statement.text(0)) : std::nullopt;
}

base::Result<std::string> insert_row(sqlite::Database& database, const QueuedRequest& row,
                                     const std::function<std::string()>& make_reference) {
    const auto digest = row_digest(row);
    base::Fault fault;
    for (int i = 0; i < kMaxReferenceTries; ++i) {
        const std::string reference = make_reference();
        auto statement = TRY(sqlite::Statement::prepare(
            database,
            "INSERT INTO request (id, reference, created, key_fingerprint, sealed, digest)"
            " VALUES (?, ?, ?, ?, ?, ?)"));
        statement.bind(row.id).bind(reference).bind(row.created).bind(row.key_fingerprint);
        const auto done = statement.bind(row.sealed).bind(digest).step();
        if (done) return reference;
        fault = done.error();
        if (!statement.broke_constraint()) break;
    }
    return tl::unexpected(fault);
}

base::Result<void> take_back(sqlite::Database& database, const std::string& id,
                             const std::string& at) {
    auto statement = TRY(sqlite::Statement::prepare(
        database, "SELECT 1 FROM request WHERE id = ? AND delivered IS NULL AND revision = 0"));
    const auto is_there = TRY(statement.bind(id).step());
    if (!is_there) return {};
    return erase_request(database, {0, id, at, "kiosk", ChangeKind::purge, "corrected"});
}

base::Result<std::vector<QueuedRequest>> select_rows(sqlite::Database& database,
                                                     const std::string& reference) {
    auto statement = TRY(sqlite::Statement::prepare(
        database, std::string("SELECT ") + kRowColumns +
                      " FROM request WHERE ?1 = '' OR reference = ?1 ORDER BY sequence"));
    statement.bind(reference);
    std::vector<QueuedRequest> rows;
    while (true) {
        const auto row = TRY(statement.step());
        if (!row) return rows;
        rows.push_back(row_of(statement));
    }
}

}  // namespace candor::consult
