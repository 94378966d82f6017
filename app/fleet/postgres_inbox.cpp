#include "fleet/postgres_inbox.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/instant.h"
#include "consult/request/reference.h"
#include "consult/store/queue_rows.h"
#include "fleet/inbox_sql.h"
#include "fleet/sql_state.h"

namespace candor::fleet {
namespace {

using base::FaultKind;
using consult::Change;
using consult::ChangeKind;
using consult::InboxRow;
using consult::Progress;

constexpr std::int64_t kLayout = 3;
// Each of them means that another desk has succeeded meanwhile.
constexpr int kMostTries = 100;

base::Result<void> check_instant(const std::string& at) {
    if (!base::is_utc_instant(at))
        return base::fail(FaultKind::wrong_format, at, "no instant in UTC");
    return {};
}

class PostgresInbox final : public consult::Inbox {
  public:
    PostgresInbox(Database database, std::shared_ptr<const base::StopSignal> stop)
        : database_(std::move(database)), stop_(std::move(stop)) {}

    base::Result<void> connect();

    base::Result<std::int64_t> version() override;
    base::Result<std::vector<InboxRow>> rows() override;
    base::Result<InboxRow> row(const std::string& reference) override;
    base::Result<InboxRow> set_progress(const std::string& id, std::int64_t seen, Progress to,
                                        const std::string& by, const std::string& at) override;
    base::Result<void> add_note(const std::string& id, const std::vector<std::uint8_t>& sealed_note,
                                const std::string& by, const std::string& at) override;
    base::Result<std::vector<Change>> changes(const std::string& id) override;
    base::Result<consult::ChainReport> verify() override;
    base::Result<void> enter(const std::vector<Change>& seen) override;
    base::Result<int> purge(const std::string& closed_before, const std::string& by,
                            const std::string& at) override;

  private:
    using Step = std::function<base::Result<void>()>;

    template <typename T>
    base::Result<T> read(const std::function<base::Result<T>()>& once);
    base::Result<void> write(const Step& step);
    base::Result<void> begin();
    base::Result<InboxRow> request(const std::string& id);
    base::Result<void> add(Change change, std::int64_t revision);
    base::Result<void> enter(const InboxRow& row, const std::string& by, const std::string& at);
    base::Result<consult::ChainReport> verify_at_once();
    base::Result<bool> purge_one(const std::string& id, const std::string& closed_before,
                                 const std::string& by, const std::string& at);

    Database database_;
    std::shared_ptr<const base::StopSignal> stop_;
    std::unique_ptr<Connection> connection_;
    std::string clinic_, login_;
};

base::Result<void> PostgresInbox::connect() {
    if (connection_ && !connection_->is_broken()) return {};
    auto opened = TRY(Connection::open(database_, *stop_));
    const auto found =
        TRY(opened->run("SELECT split_part(current_user::TEXT, '.', 2), current_user::TEXT,"
                        " (SELECT max(version) FROM candor.layout)"));
    if (found.text(0, 0).empty())
        return base::fail(
            FaultKind::refused, database_.where,
            "the login " + found.text(0, 1) + " names no clinic; expected desk.CLINIC.NAME");
    if (found.number(0, 2) < kLayout)
        return base::fail(FaultKind::unsupported, database_.where,
                          "the database's layout is older than this program; run "
                          "packaging/fleet/schema.sql");
    clinic_ = found.text(0, 0);
    login_ = found.text(0, 1);
    connection_ = std::move(opened);
    return {};
}

/// A server that was started anew since the last call is asked a second time.
template <typename T>
base::Result<T> PostgresInbox::read(const std::function<base::Result<T>()>& once) {
    const bool is_old = connection_ != nullptr;
    TRY(connect());
    auto got = once();
    if (got || !is_old || !connection_->is_broken()) return got;
    TRY(connect());
    return once();
}

base::Result<void> PostgresInbox::begin() {
    return read<bool>([&] { return connection_->begin().map([] { return true; }); }).map([](bool) {
    });
}

/// One transaction, run again while another desk is faster.
base::Result<void> PostgresInbox::write(const Step& step) {
    base::Result<void> done;
    for (int i = 0; i < kMostTries; ++i) {
        if (done = begin(); !done) return done;
        done = step();
        if (done) done = connection_->commit();
        if (done) return done;
        const bool again = is_worth_another_try(connection_->sql_state());
        connection_->roll_back();
        if (!again) return done;
    }
    return base::fail(FaultKind::locked, database_.where, "too many desks write at once");
}

base::Result<std::int64_t> PostgresInbox::version() {
    // An erased request leaves one row less, and one entry more. The highest number tells nothing:
    // it may be one far ahead.
    return read<std::int64_t>([&]() -> base::Result<std::int64_t> {
        const auto found =
            TRY(connection_->run("SELECT (SELECT count(*) FROM candor.request WHERE clinic = $1) +"
                                 " 2 * (SELECT count(*) FROM candor.change WHERE clinic = $1)",
                                 Values().text(clinic_)));
        return found.number(0, 0);
    });
}

base::Result<std::vector<InboxRow>> PostgresInbox::rows() {
    return read<std::vector<InboxRow>>([&] { return select_rows(*connection_, clinic_, By::all); });
}

base::Result<InboxRow> PostgresInbox::row(const std::string& reference) {
    const auto slash = reference.rfind('/');
    const std::string kiosk = slash == std::string::npos ? "" : reference.substr(0, slash);
    const auto wanted = consult::normalise_reference(
        std::string_view(reference).substr(slash == std::string::npos ? 0 : slash + 1));
    if (!wanted)
        return base::fail(FaultKind::wrong_format, reference, "the check character does not fit");
    auto found = read<std::vector<InboxRow>>(
        [&] { return select_rows(*connection_, clinic_, By::reference, *wanted); });
    if (!found) return tl::unexpected(found.error());
    std::erase_if(*found, [&](const auto& row) { return !kiosk.empty() && row.kiosk != kiosk; });
    if (found->empty()) return base::fail(FaultKind::not_found, reference, "no such request");
    if (found->size() > 1) {
        std::string both;
        for (const auto& row : *found)
            both += (both.empty() ? "" : ", ") + row.kiosk + "/" +
                    consult::display_reference(row.request.reference);
        return base::fail(FaultKind::refused, reference,
                          "several kiosks gave this reference: " + both);
    }
    if (found->front().request.state == consult::kDamaged)
        return base::fail(FaultKind::damaged, reference, "the stored request fails its digest");
    return std::move(found->front());
}

base::Result<InboxRow> PostgresInbox::request(const std::string& id) {
    auto found = TRY(select_rows(*connection_, clinic_, By::id, id));
    if (found.empty()) return base::fail(FaultKind::not_found, id, "no such request");
    return std::move(found.front());
}

base::Result<InboxRow> PostgresInbox::set_progress(const std::string& id, std::int64_t seen,
                                                   Progress to, const std::string& by,
                                                   const std::string& at) {
    TRY(check_instant(at));
    InboxRow changed;
    auto done = write([&]() -> base::Result<void> {
        auto row = TRY(request(id));
        if (row.revision != seen)
            return base::fail(FaultKind::changed, id, "another desk was faster");
        const std::string text = std::string(name_of(row.progress)) + " " + name_of(to);
        const bool is_so = row.progress == to;
        changed = std::move(row);
        if (is_so) return {};
        TRY(enter(changed, by, at));
        changed.progress = to;
        if (changed.request.state != consult::kDamaged) changed.request.state = name_of(to);
        changed.revision = seen + 1;
        changed.changed = at;
        return add({0, id, at, by, ChangeKind::progress, text}, changed.revision);
    });
    if (!done) return tl::unexpected(done.error());
    return changed;
}

base::Result<void> PostgresInbox::add_note(const std::string& id,
                                           const std::vector<std::uint8_t>& sealed_note,
                                           const std::string& by, const std::string& at) {
    if (sealed_note.empty()) return base::fail(FaultKind::refused, id, "nothing is sealed");
    TRY(check_instant(at));
    return write([&]() -> base::Result<void> {
        const auto row = TRY(request(id));
        TRY(enter(row, by, at));
        return add({0, id, at, by, ChangeKind::note, "", sealed_note}, 0);
    });
}

base::Result<std::vector<Change>> PostgresInbox::changes(const std::string& id) {
    return read<std::vector<Change>>([&] { return select_changes(*connection_, clinic_, id); });
}

base::Result<void> PostgresInbox::add(Change change, std::int64_t revision) {
    change.login = login_;
    return insert_change(*connection_, clinic_, change, revision);
}

base::Result<void> PostgresInbox::enter(const InboxRow& row, const std::string& by,
                                        const std::string& at) {
    if (row.entered || row.request.state == consult::kDamaged) return {};
    return add(consult::seen_entry(row.request, by, at), 0);
}

base::Result<void> PostgresInbox::enter(const std::vector<Change>& seen) {
    return write([&]() -> base::Result<void> {
        // Looked up in each try: another desk may have been faster with some of them.
        const auto wanted = TRY(ids_without_entry(*connection_, clinic_));
        std::vector<Change> entries;
        for (const auto& entry : seen) {
            if (!wanted.contains(entry.request_id)) continue;
            entries.push_back(entry);
            entries.back().login = login_;
        }
        return insert_seen(*connection_, clinic_, std::move(entries));
    });
}

/// Rows and record of one moment: what a desk does meanwhile is neither missing nor too much.
base::Result<consult::ChainReport> PostgresInbox::verify_at_once() {
    TRY(connection_->run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"));
    const auto record = TRY(select_changes(*connection_, clinic_, {}));
    const auto requests = TRY(select_rows(*connection_, clinic_, By::all));
    const auto loose = TRY(loose_notes(*connection_, clinic_));
    auto report = consult::check_record(requests, record, consult::Arrivals::desks);
    for (const auto& number : loose) report.faults.push_back({consult::Wrong::loose_note, number});
    return report;
}

base::Result<consult::ChainReport> PostgresInbox::verify() {
    TRY(begin());
    auto report = verify_at_once();
    connection_->roll_back();
    return report;
}

base::Result<bool> PostgresInbox::purge_one(const std::string& id, const std::string& closed_before,
                                            const std::string& by, const std::string& at) {
    bool gone = false;
    auto done = write([&]() -> base::Result<void> {
        gone = false;
        const auto row = request(id);
        // Erased by another desk, or opened again: either way no more of ours.
        if (!row && row.error().kind == FaultKind::not_found) return {};
        if (!row) return tl::unexpected(row.error());
        if (row->progress != Progress::closed || row->changed >= closed_before) return {};
        // It takes a revision: a desk that opens the request again at this moment is told.
        auto added = add({0, id, at, by, ChangeKind::purge, ""}, row->revision + 1);
        if (!added) return added;
        gone = true;
        return erase_request(*connection_, clinic_, id);
    });
    if (!done) return tl::unexpected(done.error());
    return gone;
}

base::Result<int> PostgresInbox::purge(const std::string& closed_before, const std::string& by,
                                       const std::string& at) {
    for (const auto& instant : {closed_before, at}) TRY(check_instant(instant));
    const auto all = TRY(rows());
    int count = 0;
    for (const auto& row : all) {
        if (row.progress != Progress::closed || row.changed >= closed_before) continue;
        const auto gone = TRY(purge_one(row.request.id, closed_before, by, at));
        count += gone ? 1 : 0;
    }
    return count;
}

}  // namespace

base::Result<std::unique_ptr<consult::Inbox>> open_postgres_inbox(
    const std::string& url, std::shared_ptr<const base::StopSignal> stop) {
    auto database = TRY(read_database_url(url));
    auto inbox = std::make_unique<PostgresInbox>(std::move(database), std::move(stop));
    TRY(inbox->connect());
    return inbox;
}

}  // namespace candor::fleet
