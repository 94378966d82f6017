#include "fleet/inbox_sql.h"

#include <algorithm>

#include "consult/request/reference.h"
#include "consult/store/queue_rows.h"

namespace candor::fleet {
namespace {

// A request stands where its last change of progress has put it: the last of those that follow one
// another from revision 1, so that a revision far ahead, which any desk may write, moves nothing.
constexpr const char* kSelectRows =
    "SELECT r.id, r.reference, r.created, r.key_fingerprint, r.sealed, r.digest, r.kiosk,"
    " p.revision, p.words, p.at, e.number FROM candor.request r"
    " LEFT JOIN candor.change e"
    "   ON e.clinic = r.clinic AND e.request_id = r.id AND e.revision = 0"
    " LEFT JOIN (SELECT DISTINCT ON (request_id) request_id, revision, words, at"
    "   FROM (SELECT request_id, revision, words, at,"
    "     row_number() OVER (PARTITION BY request_id ORDER BY revision) AS place"
    "     FROM candor.change WHERE clinic = $1 AND revision > 0) AS changes"
    "   WHERE revision = place ORDER BY request_id, revision DESC) p ON p.request_id = r.id"
    " WHERE r.clinic = $1";

/// The second word of "new called".
consult::Progress progress_in(const std::string& words) {
    const auto space = words.find(' ');
    if (space == std::string::npos) return consult::Progress::fresh;
    return consult::progress_of(words.substr(space + 1)).value_or(consult::Progress::fresh);
}

consult::InboxRow row_of(const Rows& rows, int i) {
    consult::InboxRow row;
    row.request.id = rows.text(i, 0);
    row.request.reference = rows.text(i, 1);
    row.request.created = rows.text(i, 2);
    row.request.key_fingerprint = rows.text(i, 3);
    row.request.sealed = rows.bytes(i, 4);
    row.kiosk = rows.text(i, 6);
    row.revision = rows.number(i, 7);
    row.progress = progress_in(rows.text(i, 8));
    row.changed = rows.text(i, 9);
    row.entered = rows.number(i, 10) > 0;
    const bool whole = rows.bytes(i, 5) == consult::row_digest(row.request) &&
                       consult::normalise_reference(row.request.reference) == row.request.reference;
    row.request.state = whole ? consult::name_of(row.progress) : consult::kDamaged;
    return row;
}

consult::Change change_of(const Rows& rows, int i) {
    consult::Change change;
    change.number = rows.number(i, 0);
    change.request_id = rows.text(i, 1);
    change.at = rows.text(i, 2);
    change.by = rows.text(i, 3);
    const auto kind = consult::change_kind_of(rows.text(i, 4));
    change.kind = kind.value_or(consult::ChangeKind::progress);
    change.text = rows.text(i, 5);
    change.note_digest = rows.bytes(i, 6);
    // Whatever kind it is shown as, one that we do not know must not pass.
    if (kind) change.hash = rows.bytes(i, 7);
    change.sealed_note = rows.bytes(i, 8);
    change.login = rows.text(i, 9);
    return change;
}

/// The end of the chain, number and hash alone: the last of those that are numbered 1, 2, 3, … An
/// entry far ahead, which any desk may write, leaves the others their numbers.
base::Result<std::optional<consult::Change>> last_change(Connection& connection,
                                                         const std::string& clinic) {
    const auto found = TRY(connection.run(
        "SELECT number, hash FROM (SELECT number, hash, row_number() OVER (ORDER BY number) AS "
        "place"
        "  FROM candor.change WHERE clinic = $1) AS entries"
        " WHERE number = place ORDER BY number DESC LIMIT 1",
        Values().text(clinic)));
    if (found.count() == 0) return std::nullopt;
    consult::Change last;
    last.number = found.number(0, 0);
    last.hash = found.bytes(0, 1);
    return last;
}

constexpr std::size_t kRowsAStatement = 200;

constexpr std::size_t kChangeColumns = 11;
constexpr const char* kInsertChange =
    "INSERT INTO candor.change (clinic, number, request_id, revision, at, by_whom, kind, words,"
    " note_digest, hash, login) VALUES ";

void add(Values& values, const std::string& clinic, const consult::Change& change,
         std::int64_t revision) {
    values.text(clinic).number(change.number).text(change.request_id);
    change.kind == consult::ChangeKind::note ? values.nothing() : values.number(revision);
    values.text(change.at).text(change.by).text(consult::name_of(change.kind)).text(change.text);
    values.bytes(change.note_digest).bytes(change.hash).text(change.login);
}

}  // namespace

base::Result<std::vector<consult::InboxRow>> select_rows(Connection& connection,
                                                         const std::string& clinic, By by,
                                                         const std::string& key) {
    std::string sql = kSelectRows;
    Values values;
    values.text(clinic);
    if (by != By::all) {
        sql += by == By::id ? " AND r.id = $2" : " AND r.reference = $2";
        values.text(key);
    }
    const auto found = TRY(connection.run(sql + " ORDER BY r.created, r.id", values));
    std::vector<consult::InboxRow> rows;
    for (int i = 0; i < found.count(); ++i) rows.push_back(row_of(found, i));
    return rows;
}

base::Result<std::vector<consult::Change>> select_changes(Connection& connection,
                                                          const std::string& clinic,
                                                          const std::string& id) {
    const auto found = TRY(connection.run(
        "SELECT c.number, c.request_id, c.at, c.by_whom, c.kind, c.words, c.note_digest, c.hash,"
        " n.sealed, c.login FROM candor.change c LEFT JOIN candor.note n"
        " ON n.clinic = c.clinic AND n.number = c.number"
        " WHERE c.clinic = $1 AND ($2 = '' OR c.request_id = $2) ORDER BY c.number",
        Values().text(clinic).text(id)));
    std::vector<consult::Change> changes;
    for (int i = 0; i < found.count(); ++i) changes.push_back(change_of(found, i));
    return changes;
}

base::Result<void> insert_change(Connection& connection, const std::string& clinic,
                                 const consult::Change& entry, std::int64_t revision) {
    const auto last = TRY(last_change(connection, clinic));
    const consult::Change change = consult::next_in_chain(last, entry);
    Values values;
    add(values, clinic, change, revision);
    auto done = connection.run(kInsertChange + places(1, kChangeColumns), values);
    if (done && !change.sealed_note.empty())
        done =
            connection.run("INSERT INTO candor.note (clinic, number, sealed) VALUES ($1, $2, $3)",
                           Values().text(clinic).number(change.number).bytes(change.sealed_note));
    return done.map([](const Rows&) {});
}

base::Result<std::set<std::string>> ids_without_entry(Connection& connection,
                                                      const std::string& clinic) {
    const auto found =
        TRY(connection.run("SELECT r.id FROM candor.request r LEFT JOIN candor.change e"
                           " ON e.clinic = r.clinic AND e.request_id = r.id AND e.revision = 0"
                           " WHERE r.clinic = $1 AND e.number IS NULL",
                           Values().text(clinic)));
    std::set<std::string> ids;
    for (int i = 0; i < found.count(); ++i) ids.insert(found.text(i, 0));
    return ids;
}

base::Result<void> insert_seen(Connection& connection, const std::string& clinic,
                               std::vector<consult::Change> entries) {
    auto last = TRY(last_change(connection, clinic));
    for (std::size_t from = 0; from < entries.size(); from += kRowsAStatement) {
        const auto end = std::min(entries.size(), from + kRowsAStatement);
        Values values;
        for (std::size_t i = from; i < end; ++i) {
            last = consult::next_in_chain(last, std::move(entries[i]));
            add(values, clinic, *last, 0);
        }
        if (auto done = connection.run(kInsertChange + places(end - from, kChangeColumns), values);
            !done)
            return tl::unexpected(done.error());
    }
    return {};
}

base::Result<std::vector<std::string>> loose_notes(Connection& connection,
                                                   const std::string& clinic) {
    const auto found =
        TRY(connection.run("SELECT n.number FROM candor.note n LEFT JOIN candor.change c"
                           " ON c.clinic = n.clinic AND c.number = n.number AND c.kind = 'note'"
                           " WHERE n.clinic = $1 AND c.number IS NULL ORDER BY n.number",
                           Values().text(clinic)));
    std::vector<std::string> numbers;
    for (int i = 0; i < found.count(); ++i) numbers.push_back(std::to_string(found.number(i, 0)));
    return numbers;
}

base::Result<void> erase_request(Connection& connection, const std::string& clinic,
                                 const std::string& id) {
    const Values which = Values().text(clinic).text(id);
    auto done = connection.run(
        "DELETE FROM candor.note WHERE clinic = $1 AND number IN"
        " (SELECT number FROM candor.change WHERE clinic = $1 AND request_id = $2)",
        which);
    if (done)
        done = connection.run("DELETE FROM candor.request WHERE clinic = $1 AND id = $2", which);
    if (!done) return tl::unexpected(done.error());
    if (done->touched() != 1)
        return base::fail(base::FaultKind::refused, id, "this login may not erase it");
    return {};
}

}  // namespace candor::fleet
