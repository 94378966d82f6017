#include "consult/store/inbox.h"

#include <sodium.h>

#include <array>

#include "base/instant.h"
#include "consult/store/digest.h"
#include "consult/store/queue_rows.h"

namespace candor::consult {
namespace {

constexpr std::array<const char*, 4> kProgressNames = {"new", "called", "booked", "closed"};
constexpr std::array<const char*, 4> kTaskStatuses = {"requested", "in-progress", "accepted",
                                                      "completed"};

constexpr std::array<const char*, 5> kKindNames = {"progress", "note", "purge", "arrival", "seen"};

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

const char* name_of(ChangeKind kind) { return kKindNames.at(static_cast<std::size_t>(kind)); }

std::optional<ChangeKind> change_kind_of(std::string_view name) {
    for (std::size_t i = 0; i < kKindNames.size(); ++i)
        if (name == kKindNames[i]) return static_cast<ChangeKind>(i);
    return std::nullopt;
}

std::string arrival_text(const QueuedRequest& request) {
    return request.reference + " " + hex(row_digest(request));
}

Change arrival_entry(const QueuedRequest& request) {
    return {0, request.id, request.created, "kiosk", ChangeKind::arrival, arrival_text(request)};
}

Change seen_entry(const QueuedRequest& request, const std::string& by, const std::string& at) {
    return {0, request.id, base::hour_of(at), by, ChangeKind::seen, arrival_text(request)};
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
    Digest digest;
    digest.add(before.empty() ? kBeforeTheFirst : before)
        .add(std::to_string(change.number))
        .add(change.request_id)
        .add(change.at)
        .add(change.by)
        .add(name_of(change.kind))
        .add(change.text)
        .add(change.note_digest);
    if (!change.login.empty()) digest.add(change.login);
    return digest.finish();
}

Change next_in_chain(const std::optional<Change>& last, Change change) {
    change.number = last ? last->number + 1 : 1;
    change.note_digest = note_digest(change.sealed_note);
    change.hash = chain_hash(last ? last->hash : std::vector<std::uint8_t>(), change);
    return change;
}

}  // namespace candor::consult
