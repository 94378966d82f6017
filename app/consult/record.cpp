#include "consult/record.h"

namespace candor::consult {
namespace {

constexpr const char* kColumns =
    "SELECT number, request_id, at, who, kind, text, sealed_note, note_digest, hash FROM record ";

std::vector<std::uint8_t> copy_of(std::span<const std::uint8_t> bytes) {
    return {bytes.begin(), bytes.end()};
}

Change change_of(const Statement& statement) {
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
    for (const auto known : {ChangeKind::progress, ChangeKind::note, ChangeKind::purge})
        if (kind == name_of(known)) {
            change.kind = known;
            return change;
        }
    // Whatever kind it is shown as, an altered one must not pass.
    change.hash.clear();
    return change;
}

base::Result<std::optional<Change>> last_change(Database& database) {
    auto statement =
        Statement::prepare(database, std::string(kColumns) + "ORDER BY number DESC LIMIT 1");
    if (!statement) return tl::unexpected(statement.error());
    const auto there = statement->step();
    if (!there) return tl::unexpected(there.error());
    return *there ? std::optional(change_of(*statement)) : std::nullopt;
}

}  // namespace

base::Result<void> append_change(Database& database, Change change) {
    const auto last = last_change(database);
    if (!last) return tl::unexpected(last.error());
    const Change entry = next_in_chain(*last, std::move(change));
    auto statement = Statement::prepare(
        database,
        "INSERT INTO record (number, request_id, at, who, kind, text, sealed_note, note_digest,"
        " hash) VALUES (?, ?, ?, ?, ?, ?, nullif(?, x''), ?, ?)");
    if (!statement) return tl::unexpected(statement.error());
    statement->bind(entry.number).bind(entry.request_id).bind(entry.at).bind(entry.by);
    statement->bind(name_of(entry.kind)).bind(entry.text).bind(entry.sealed_note);
    const auto done = statement->bind(entry.note_digest).bind(entry.hash).step();
    if (!done) return tl::unexpected(done.error());
    return {};
}

base::Result<std::vector<Change>> select_changes(Database& database,
                                                 const std::string& request_id) {
    auto statement = Statement::prepare(
        database, std::string(kColumns) + (request_id.empty() ? "" : "WHERE request_id = ? ") +
                      "ORDER BY number");
    if (!statement) return tl::unexpected(statement.error());
    if (!request_id.empty()) statement->bind(request_id);
    std::vector<Change> changes;
    while (true) {
        const auto there = statement->step();
        if (!there) return tl::unexpected(there.error());
        if (!*there) return changes;
        changes.push_back(change_of(*statement));
    }
}

}  // namespace candor::consult
