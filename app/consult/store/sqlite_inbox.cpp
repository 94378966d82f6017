#include "consult/store/sqlite_inbox.h"

#include "base/instant.h"
#include "consult/request/reference.h"
#include "consult/store/database_file.h"
#include "consult/store/queue_rows.h"
#include "consult/store/record.h"
#include "consult/store/schema.h"

namespace candor::consult {
namespace {

using base::FaultKind;

InboxRow inbox_row_of(const sqlite::Statement& statement) {
    InboxRow row;
    row.request = row_of(statement);
    // Of a damaged row the state is still worth knowing; row_of() has put the damage in its place.
    const auto progress = progress_of(statement.text(3));
    row.progress = progress.value_or(Progress::fresh);
    row.revision = statement.number(7);
    row.changed = statement.text(8);
    row.entered = statement.number(9) != 0;
    if (!progress) row.request.state = kDamaged;
    if (row.request.state != kDamaged) row.request.state = name_of(row.progress);
    return row;
}

base::Result<std::vector<InboxRow>> select_inbox(sqlite::Database& database, const char* where,
                                                 const std::string& value) {
    auto statement = TRY(sqlite::Statement::prepare(
        database, std::string("SELECT ") + kRowColumns + ", revision, changed, " + kIsEntered +
                      " FROM request WHERE " + where + " ORDER BY sequence"));
    statement.bind(value);
    std::vector<InboxRow> rows;
    while (true) {
        const auto there = TRY(statement.step());
        if (!there) return rows;
        rows.push_back(inbox_row_of(statement));
    }
}

/// In one reading transaction, so that rows and record are of one moment.
base::Result<ChainReport> verify_at_once(sqlite::Database& database, Arrivals arrivals) {
    sqlite::Transaction one_moment(database);
    TRY(one_moment.begin_reading());
    const auto rows = TRY(select_inbox(database, "? = ''", ""));
    const auto record = TRY(select_changes(database, ""));
    return check_record(rows, record, arrivals);
}

class SqliteInbox final : public Inbox {
  public:
    SqliteInbox(std::filesystem::path file, int busy_ms)
        : file_(std::move(file)), busy_ms_(busy_ms) {}

    base::Result<void> ensure_open();
    base::Result<std::int64_t> version() override;
    base::Result<std::vector<InboxRow>> rows() override;
    base::Result<InboxRow> row(const std::string& reference) override;
    base::Result<InboxRow> set_progress(const std::string& id, std::int64_t seen, Progress to,
                                        const std::string& by, const std::string& at) override;
    base::Result<void> add_note(const std::string& id, const std::vector<std::uint8_t>& sealed_note,
                                const std::string& by, const std::string& at) override;
    base::Result<std::vector<Change>> changes(const std::string& id) override;
    base::Result<ChainReport> verify() override;
    base::Result<void> enter(const std::vector<Change>& seen) override;
    base::Result<int> purge(const std::string& closed_before, const std::string& by,
                            const std::string& at) override;

  private:
    base::Result<void> ready_to_write(const std::string& at);
    base::Result<InboxRow> row_with_id(const std::string& id);
    base::Result<void> write_progress(const InboxRow& row);
    base::Result<void> enter(const InboxRow& row, const std::string& by, const std::string& at);
    base::Result<int> erase_closed(const std::string& closed_before, const Change& entry);

    std::filesystem::path file_;
    int busy_ms_;
    std::optional<sqlite::Database> database_;
    std::optional<base::Fault> why_read_only_;
    std::string stamp_;  ///< of what was opened read-only
};

/// A consult.db that was moved, deleted or put back underneath is noticed. On a disk that refuses
/// writes, or is full, it can still be read.
base::Result<void> SqliteInbox::ensure_open() {
    if (database_ && !database_->has_moved() && (!why_read_only_ || stamp_of(file_) == stamp_))
        return {};
    database_.reset();
    why_read_only_.reset();
    stamp_ = stamp_of(file_);
    auto opened = open_to_write(file_, Missing::refuse, busy_ms_);
    if (!opened && (opened.error().kind == FaultKind::read_only ||
                    opened.error().kind == FaultKind::disk_full)) {
        why_read_only_ = opened.error();
        auto readable = open_to_read(file_, busy_ms_);
        const auto layout = readable ? schema_version(*readable) : base::Result<int>(0);
        if (readable && layout && *layout == kSchemaVersion) opened = std::move(readable);
    }
    if (!opened) return tl::unexpected(opened.error());
    database_ = std::move(*opened);
    return {};
}

base::Result<void> SqliteInbox::ready_to_write(const std::string& at) {
    // The disk may take it by now.
    if (why_read_only_) database_.reset();
    TRY(ensure_open());
    if (why_read_only_) return tl::unexpected(*why_read_only_);
    if (!base::is_utc_instant(at))
        return base::fail(FaultKind::wrong_format, at, "no instant in UTC");
    return {};
}

/// AUTOINCREMENT's counter and the record's end never go back, whatever is purged.
base::Result<std::int64_t> SqliteInbox::version() {
    TRY(ensure_open());
    return database_->number(
        "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'request'), 0) +"
        " coalesce((SELECT max(number) FROM record), 0)");
}

base::Result<std::vector<InboxRow>> SqliteInbox::rows() {
    TRY(ensure_open());
    return select_inbox(*database_, "? = ''", "");
}

base::Result<InboxRow> SqliteInbox::row(const std::string& reference) {
    const auto wanted = normalise_reference(reference);
    if (!wanted)
        return base::fail(FaultKind::wrong_format, reference, "the check character does not fit");
    TRY(ensure_open());
    auto rows = TRY(select_inbox(*database_, "reference = ?", *wanted));
    if (rows.empty()) return base::fail(FaultKind::not_found, *wanted, "no such request");
    if (rows.front().request.state == kDamaged)
        return base::fail(FaultKind::damaged, *wanted, "the stored request fails its digest");
    return std::move(rows.front());
}

base::Result<InboxRow> SqliteInbox::row_with_id(const std::string& id) {
    auto rows = TRY(select_inbox(*database_, "id = ?", id));
    if (rows.empty()) return base::fail(FaultKind::not_found, id, "no such request");
    return std::move(rows.front());
}

base::Result<void> SqliteInbox::write_progress(const InboxRow& row) {
    auto statement = TRY(sqlite::Statement::prepare(
        *database_, "UPDATE request SET state = ?, revision = ?, changed = ? WHERE id = ?"));
    statement.bind(name_of(row.progress)).bind(row.revision).bind(row.changed);
    TRY(statement.bind(row.request.id).step());
    return {};
}

base::Result<InboxRow> SqliteInbox::set_progress(const std::string& id, std::int64_t seen,
                                                 Progress to, const std::string& by,
                                                 const std::string& at) {
    TRY(ready_to_write(at));
    sqlite::Transaction transaction(*database_);
    TRY(transaction.begin());
    auto row = row_with_id(id);
    if (!row) return row;
    if (row->revision != seen)
        return base::fail(FaultKind::changed, row->request.reference, "another desk was faster");
    if (row->progress == to) return row;
    const std::string text = std::string(name_of(row->progress)) + " " + name_of(to);
    row->progress = to;
    row->changed = at;
    ++row->revision;
    if (row->request.state != kDamaged) row->request.state = name_of(to);
    auto done = enter(*row, by, at);
    if (done) done = write_progress(*row);
    if (done) done = append_change(*database_, {0, id, at, by, ChangeKind::progress, text});
    if (done) done = transaction.commit();
    if (!done) return tl::unexpected(done.error());
    empty_log(*database_, busy_ms_);
    return row;
}

base::Result<void> SqliteInbox::add_note(const std::string& id,
                                         const std::vector<std::uint8_t>& sealed_note,
                                         const std::string& by, const std::string& at) {
    if (sealed_note.empty()) return base::fail(FaultKind::refused, id, "nothing is sealed");
    TRY(ready_to_write(at));
    sqlite::Transaction transaction(*database_);
    TRY(transaction.begin());
    const auto row = TRY(row_with_id(id));
    auto done = enter(row, by, at);
    if (done) done = append_change(*database_, {0, id, at, by, ChangeKind::note, "", sealed_note});
    if (done) done = transaction.commit();
    if (done) empty_log(*database_, busy_ms_);
    return done;
}

base::Result<std::vector<Change>> SqliteInbox::changes(const std::string& id) {
    TRY(ensure_open());
    return select_changes(*database_, id);
}

base::Result<ChainReport> SqliteInbox::verify() {
    TRY(ensure_open());
    return verify_at_once(*database_, Arrivals::kiosk);
}

/// What an older program or another hand put there gets its entry from the first who works on it.
base::Result<void> SqliteInbox::enter(const InboxRow& row, const std::string& by,
                                      const std::string& at) {
    if (row.entered || row.request.state == kDamaged) return {};
    return append_change(*database_, seen_entry(row.request, by, at));
}

base::Result<void> SqliteInbox::enter(const std::vector<Change>& seen) {
    if (seen.empty()) return {};
    TRY(ready_to_write(seen.front().at));
    sqlite::Transaction transaction(*database_);
    TRY(transaction.begin());
    for (const auto& entry : seen) {
        const auto row = row_with_id(entry.request_id);
        if (!row && row.error().kind == FaultKind::not_found) continue;
        if (!row) return tl::unexpected(row.error());
        if (row->entered) continue;
        TRY(append_change(*database_, entry));
    }
    return transaction.commit();
}

base::Result<int> SqliteInbox::erase_closed(const std::string& closed_before, const Change& entry) {
    sqlite::Transaction transaction(*database_);
    TRY(transaction.begin());
    const auto closed =
        TRY(select_inbox(*database_, "state = 'closed' AND changed < ?", closed_before));
    for (const auto& row : closed) {
        Change change = entry;
        change.request_id = row.request.id;
        TRY(erase_request(*database_, std::move(change)));
    }
    TRY(transaction.commit());
    return static_cast<int>(closed.size());
}

base::Result<int> SqliteInbox::purge(const std::string& closed_before, const std::string& by,
                                     const std::string& at) {
    if (!base::is_utc_instant(closed_before))
        return base::fail(FaultKind::wrong_format, closed_before, "no instant in UTC");
    TRY(ready_to_write(at));
    auto erased = erase_closed(closed_before, {0, "", at, by, ChangeKind::purge, ""});
    if (!erased) return erased;
    TRY(empty_log_surely(*database_));
    return erased;
}

}  // namespace

base::Result<std::unique_ptr<Inbox>> open_sqlite_inbox(const std::filesystem::path& file,
                                                       int busy_ms) {
    auto inbox = std::make_unique<SqliteInbox>(file, busy_ms);
    TRY(inbox->ensure_open());
    return inbox;
}

base::Result<ChainReport> verify_sqlite_inbox(const std::filesystem::path& file, int busy_ms) {
    auto database = TRY(open_to_read(file, busy_ms));
    const auto layout = TRY(schema_version(database));
    if (layout < kRecordSince) return check_record({}, {}, Arrivals::nobody_yet);
    return verify_at_once(database,
                          layout < kArrivalsSince ? Arrivals::nobody_yet : Arrivals::kiosk);
}

}  // namespace candor::consult
