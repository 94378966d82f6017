#include "consult/inbox.h"

#include <sodium.h>

#include <array>
#include <map>

#include "consult/digest.h"
#include "consult/queue_rows.h"

namespace candor::consult {
namespace {

constexpr std::array<const char*, 4> kProgressNames = {"new", "called", "booked", "closed"};
constexpr std::array<const char*, 4> kTaskStatuses = {"requested", "in-progress", "accepted",
                                                      "completed"};

std::string hex(const std::vector<std::uint8_t>& bytes) {
    std::string text(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

bool follows(const Change& change, std::int64_t number, const std::vector<std::uint8_t>& before) {
    return change.number == number && change.hash == chain_hash(before, change) &&
           (change.sealed_note.empty() || note_digest(change.sealed_note) == change.note_digest);
}

void check_chain(const std::vector<Change>& changes, ChainReport& report) {
    std::vector<std::uint8_t> before;
    for (const auto& change : changes) {
        const std::int64_t number = ++report.entries;
        if (report.broken_at == 0 && !follows(change, number, before)) report.broken_at = number;
        before = change.hash;
    }
    report.head = hex(before.empty() ? std::vector<std::uint8_t>(Digest::kSize) : before);
}

/// What the record says of one request.
struct Recorded {
    std::int64_t revision = 0;
    std::string progress = name_of(Progress::fresh);
};

std::map<std::string, Recorded> recorded_progress(const std::vector<Change>& changes) {
    std::map<std::string, Recorded> recorded;
    for (const auto& change : changes) {
        if (change.kind != ChangeKind::progress) continue;
        auto& last = recorded[change.request_id];
        ++last.revision;
        last.progress = change.text.substr(change.text.find(' ') + 1);
    }
    return recorded;
}

}  // namespace

const char* name_of(Progress progress) {
    return kProgressNames.at(static_cast<std::size_t>(progress));
}

std::optional<Progress> progress_of(std::string_view name) {
    if (name == task_status(Progress::fresh)) return Progress::fresh;
    for (std::size_t i = 0; i < kProgressNames.size(); ++i)
        if (name == kProgressNames[i]) return static_cast<Progress>(i);
    return std::nullopt;
}

const char* task_status(Progress progress) {
    return kTaskStatuses.at(static_cast<std::size_t>(progress));
}

const char* name_of(ChangeKind kind) {
    constexpr std::array<const char*, 3> kNames = {"progress", "note", "purge"};
    return kNames.at(static_cast<std::size_t>(kind));
}

std::vector<std::uint8_t> note_digest(const std::vector<std::uint8_t>& sealed_note) {
    std::vector<std::uint8_t> digest(Digest::kSize);
    crypto_generichash(digest.data(), digest.size(), sealed_note.data(), sealed_note.size(),
                       nullptr, 0);
    return digest;
}

std::vector<std::uint8_t> chain_hash(const std::vector<std::uint8_t>& before,
                                     const Change& change) {
    static const std::vector<std::uint8_t> kBeforeTheFirst(Digest::kSize);
    return Digest()
        .add(before.empty() ? kBeforeTheFirst : before)
        .add(std::to_string(change.number))
        .add(change.request_id)
        .add(change.at)
        .add(change.by)
        .add(name_of(change.kind))
        .add(change.text)
        .add(change.note_digest)
        .finish();
}

Change next_in_chain(const std::optional<Change>& last, Change change) {
    change.number = last ? last->number + 1 : 1;
    change.note_digest = note_digest(change.sealed_note);
    change.hash = chain_hash(last ? last->hash : std::vector<std::uint8_t>(), change);
    return change;
}

ChainReport check_record(const std::vector<InboxRow>& rows, const std::vector<Change>& changes) {
    ChainReport report;
    check_chain(changes, report);
    const auto recorded = recorded_progress(changes);
    for (const auto& row : rows) {
        const auto found = recorded.find(row.request.id);
        const Recorded expected = found == recorded.end() ? Recorded() : found->second;
        if (row.request.state == kDamaged)
            report.damaged_requests.push_back(row.request.reference);
        else if (name_of(row.progress) != expected.progress || row.revision != expected.revision)
            report.unrecorded.push_back(row.request.reference);
    }
    return report;
}

}  // namespace candor::consult
