#include "consult/store/record.h"

#include <limits>

#include "consult/store/queue_rows.h"

namespace candor::consult {
namespace {

constexpr const char* kUpdate = "update of Candor";
constexpr const char* kColumns =
    "SELECT number, request_id, at, who, kind, text, sealed_note, note_digest, hash FROM record ";

std::vector<std::uint8_t> copy_of(std::span<const std::uint8_t> bytes) {
    return {bytes.begin(), bytes.end()};
}

Change change_of(const sqlite::Statement& statement) {
    Change change;
    change.number = statement.number(0);
    change.request_id = statement.text(1);
    change.at = statement.text(2);
    change.by = statement.text(3);
    const std::string kind = statement.text(4);
    change.text = statement.text(5);
    change.sealed_note = copy_of(statement.bytes(6));
    change.note_digest = copy_of(statement.bytes(7));
    change.hash = copy_of(statement.bytes(8));
    const auto known = change_kind_of(kind);
    change.kind = known.value_or(ChangeKind::progress);
    // Whatever kind it is shown as, an altered one must not pass.
    if (!known) change.hash.clear();
    return change;
}

base::Result<std::optional<Change>> last_change(sqlite::Database& database) {
    auto statement = TRY(sqlite::Statement::prepare(
        database, std::string(kColumns) + "ORDER BY number DESC LIMIT 1"));
    const auto there = TRY(statement.step());
    return there ? std::optional(change_of(statement)) : std::nullopt;
}

/// Their ids: no request is there, and no entry says that it was erased.
base::Result<std::vector<std::string>> gone_without_a_word(sqlite::Database& database) {
    auto statement = TRY(sqlite::Statement::prepare(
        database,
        "SELECT DISTINCT request_id FROM record WHERE request_id NOT IN (SELECT id FROM request)"
        " AND request_id NOT IN (SELECT request_id FROM record WHERE kind = 'purge')"
        " ORDER BY request_id"));
    return statement.texts();
}

base::Result<void> enter_rows(sqlite::Database& database, const std::string& at) {
    auto statement = TRY(sqlite::Statement::prepare(
        database, std::string("SELECT ") + kRowColumns + " FROM request ORDER BY sequence"));
    while (true) {
        const auto there = TRY(statement.step());
        if (!there) return {};
        const QueuedRequest request = row_of(statement);
        // What it was when it came nobody can say of a damaged one.
        if (request.state == kDamaged) continue;
        TRY(append_change(database, seen_entry(request, kUpdate, at)));
    }
}

}  // namespace

base::Result<void> enter_what_is_there(sqlite::Database& database, const std::string& at) {
    TRY(enter_rows(database, at));
    const auto gone = gone_without_a_word(database);
    if (!gone) return tl::unexpected(gone.error());
    for (const auto& id : *gone)
        if (auto done =
                append_change(database, {0, id, at, kUpdate, ChangeKind::purge, "gone already"});
            !done)
            return done;
    return {};
}

base::Result<void> append_change(sqlite::Database& database, Change change) {
    const auto last = last_change(database);
    if (!last) return tl::unexpected(last.error());
    if (*last && (*last)->number == std::numeric_limits<std::int64_t>::max())
        return base::fail(base::FaultKind::damaged, database.where(),
                          "the record's last number leaves none for another entry");
    const Change entry = next_in_chain(*last, std::move(change));
    auto statement = TRY(sqlite::Statement::prepare(
        database,
        "INSERT INTO record (number, request_id, at, who, kind, text, sealed_note, note_digest,"
        " hash) VALUES (?, ?, ?, ?, ?, ?, nullif(?, x''), ?, ?)"));
    statement.bind(entry.number).bind(entry.request_id).bind(entry.at).bind(entry.by);
    statement.bind(name_of(entry.kind)).bind(entry.text).bind(entry.sealed_note);
    TRY(statement.bind(entry.note_digest).bind(entry.hash).step());
    return {};
}

base::Result<void> erase_request(sqlite::Database& database, Change entry) {
    for (const char* sql :
         {"UPDATE record SET sealed_note = NULL WHERE request_id = ? AND sealed_note IS NOT NULL",
          "DELETE FROM request WHERE id = ?"}) {
        auto statement = TRY(sqlite::Statement::prepare(database, sql));
        TRY(statement.bind(entry.request_id).step());
    }
    return append_change(database, std::move(entry));
}

base::Result<std::vector<Change>> select_changes(sqlite::Database& database,
                                                 const std::string& request_id) {
    auto statement = TRY(sqlite::Statement::prepare(
        database, std::string(kColumns) + (request_id.empty() ? "" : "WHERE request_id = ? ") +
                      "ORDER BY number"));
    if (!request_id.empty()) statement.bind(request_id);
    std::vector<Change> changes;
    while (true) {
        const auto there = TRY(statement.step());
        if (!there) return changes;
        changes.push_back(change_of(statement));
    }
}

}  // namespace candor::consult
