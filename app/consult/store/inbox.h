#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "consult/store/queue.h"

namespace candor::consult {

/// How far the front desk is with a request. Stored, and named on the command line, by name_of().
enum class Progress { fresh, called, booked, closed };

/// "new", "called", "booked", "closed".
const char* name_of(Progress progress);
/// The other way; FHIR's "requested", which older rows hold, is fresh. Empty for other text.
std::optional<Progress> progress_of(std::string_view name);
/// FHIR R4 Task.status of it: "requested", "in-progress", "accepted", "completed".
const char* task_status(Progress progress);

/// A request as the desk sees it without a key. A row whose stored state is no progress is damaged.
struct InboxRow {
    QueuedRequest request;  ///< `state` is name_of(progress), or "damaged"
    Progress progress = Progress::fresh;
    std::string kiosk;          ///< which kiosk delivered it; empty: this machine's own
    std::int64_t revision = 0;  ///< how often its progress changed; a change names the one it saw
    std::string changed;        ///< RFC 3339 instant of the last change of progress; empty: never
    bool entered = false;       ///< an entry of the record says what it was when it came
};

/// arrival: the kiosk entered the request as it stored it, in one transaction. seen: somebody else
/// entered it later, so that the record holds for it from then on: a desk that opened it, or the
/// update to the layout that knows arrivals.
enum class ChangeKind { progress, note, purge, arrival, seen };
/// "progress", "note", "purge", "arrival", "seen".
const char* name_of(ChangeKind kind);
/// The other way. Empty for other text.
std::optional<ChangeKind> change_kind_of(std::string_view name);

/// One entry of the append-only record. `hash` is BLAKE2b-256 over the hash before it, `number` (in
/// decimal digits), `request_id`, `at`, `by`, the kind, `text`, the digest (BLAKE2b-256) of
/// `sealed_note` and, where there is one, `login`, each with its length before it (8 bytes,
/// little-endian); so a note may be purged and the chain still holds. The hash before the first is
/// 32 zero bytes.
struct Change {
    std::int64_t number = 0;  ///< 1, 2, 3, … without a gap in one inbox
    std::string request_id;   ///< UUID
    std::string at;           ///< RFC 3339 instant
    std::string by;           ///< who: a name that the desk was started with
    ChangeKind kind = ChangeKind::progress;
    /// Of progress: "new called"; of arrival and seen: arrival_text(); of purge: "delivered" where
    /// a kiosk erased what a server has, "corrected" where a later try of the same person stands
    /// instead, "gone already" where an update found entries alone.
    std::string text;
    std::vector<std::uint8_t> sealed_note;  ///< sealed to the clinic's key; empty once purged
    std::vector<std::uint8_t> note_digest;  ///< 32 bytes; stays when the note is purged
    std::vector<std::uint8_t> hash;         ///< 32 bytes
    std::string login;  ///< who the database says it was; empty: consult.db, or an older entry
};

/// What the record keeps of a request that came: "REFERENCE HEX", HEX being row_digest(). It says
/// what was sealed, when and under which reference, and stays when the request is erased.
std::string arrival_text(const QueuedRequest& request);
/// The entry of a request that the kiosk stores now.
Change arrival_entry(const QueuedRequest& request);
/// The entry of one that is there already. A desk that stands open sees a request in the second in
/// which it came: of `at` the hour alone is kept.
Change seen_entry(const QueuedRequest& request, const std::string& by, const std::string& at);

/// Change::note_digest of a note; of no bytes for an entry that has none.
std::vector<std::uint8_t> note_digest(const std::vector<std::uint8_t>& sealed_note);
/// The hash that an entry must have after one with `before` (32 bytes; empty: it is the first).
/// Reads everything of `change` but its hash and its note, which its digest stands for.
std::vector<std::uint8_t> chain_hash(const std::vector<std::uint8_t>& before, const Change& change);
/// The entry that follows `last` (none: the first): `change` with number, note_digest and hash.
Change next_in_chain(const std::optional<Change>& last, Change change);

/// What is wrong with a request, or with what the record says of it.
enum class Wrong {
    damaged,      ///< its row fails its own digest
    altered,      ///< another request, instant or reference than the record says came
    doubled,      ///< another row holds the same sealed bytes
    not_entered,  ///< it came in past the kiosk: no entry says that it did
    unrecorded,   ///< its progress is not what the record says
    gone,         ///< the record knows it, it is not there, and no entry says that it was erased
    not_gone,     ///< an entry says that it was erased, and it is there
    loose_note    ///< a note that no entry speaks of
};

struct RecordFault {
    Wrong wrong = Wrong::damaged;
    std::string request;  ///< its reference; its id, or a note's number, where no more is known
    bool operator==(const RecordFault&) const = default;
};

/// The first entry that does not follow from the one before it.
struct BrokenChain {
    std::int64_t place = 0;   ///< which entry it is, from 1; 0: the chain holds
    std::int64_t number = 0;  ///< what it is numbered
    std::string by;           ///< its login, else its name
};

/// What verify() found. Whoever may write the whole store can make all of it anew, and it holds; a
/// head that was kept elsewhere tells.
struct ChainReport {
    std::int64_t entries = 0;
    BrokenChain broken;
    /// Hex of the last hash: written down elsewhere, it proves a cut-off end too.
    std::string head;
    std::vector<RecordFault> faults;
    std::vector<std::string> unseen;  ///< on a server: references that no desk has entered yet
    std::int64_t seen = 0;            ///< requests that were entered after they had come
    bool holds() const { return broken.place == 0 && faults.empty(); }
};

/// Who enters requests as they come.
enum class Arrivals {
    nobody_yet,  ///< a layout from before: only chain and progress can be checked
    kiosk,       ///< with the request itself
    desks        ///< as they first open them
};
/// What verify() gives for these rows and the whole record, oldest first.
ChainReport check_record(const std::vector<InboxRow>& rows, const std::vector<Change>& changes,
                         Arrivals arrivals);

/// The front desk's side of the requests: consult.db on one machine (consult/store/sqlite_inbox),
/// or PostgreSQL for many (fleet/postgres_inbox). Several desks may hold it; what one changes the
/// others see by version(). One thread an object. Faults: as Queue's, and unreachable.
class Inbox {
  public:
    virtual ~Inbox() = default;
    /// Grows with every request that arrives and every change: cheap, to be asked every second.
    /// (Another number at all means a change: a store that was put back from a copy may be lower.)
    virtual base::Result<std::int64_t> version() = 0;
    /// All rows, oldest first. Damaged ones come with the state "damaged".
    virtual base::Result<std::vector<InboxRow>> rows() = 0;
    /// By reference, in any case and grouping; faults as Queue::get().
    virtual base::Result<InboxRow> row(const std::string& reference) = 0;
    /// Changes the progress and records it, together or not at all. Fault `changed`
    /// when the row's revision is no longer `seen`: nothing is written.
    /// Nor is it when the row has that progress already. Fault not_found: no such request.
    virtual base::Result<InboxRow> set_progress(const std::string& id, std::int64_t seen,
                                                Progress to, const std::string& by,
                                                const std::string& at) = 0;
    /// Notes never overwrite one another, so they need no revision, and change none. Faults:
    /// not_found; refused when nothing is sealed.
    virtual base::Result<void> add_note(const std::string& id,
                                        const std::vector<std::uint8_t>& sealed_note,
                                        const std::string& by, const std::string& at) = 0;
    /// Of one request, oldest first; of all with an empty id.
    virtual base::Result<std::vector<Change>> changes(const std::string& id) = 0;
    virtual base::Result<ChainReport> verify() = 0;
    /// Adds those of these entries (seen_entry()) whose requests are there and have none yet. For a
    /// desk that has opened them; set_progress() and add_note() do it by themselves.
    virtual base::Result<void> enter(const std::vector<Change>& seen) = 0;
    /// Erases requests that were closed before `closed_before` (an instant of base::utc_now()'s
    /// form, else wrong_format), with their notes; the record keeps that it was done. Gives how
    /// many.
    virtual base::Result<int> purge(const std::string& closed_before, const std::string& by,
                                    const std::string& at) = 0;
};

}  // namespace candor::consult
