#include "desk/inbox/tries.h"

#include "base/instant.h"
#include "consult/keys/seal.h"
#include "consult/request/note.h"
#include "desk/inbox/history.h"

namespace candor::desk {
namespace {

constexpr int kMostNotes = 100;

/// What a note says, without its words; of one that is sealed to another key, words.
consult::NoteKind kind_of(const consult::Change& note, const consult::SecretKey& key) {
    if (note.sealed_note.empty()) return consult::NoteKind::words;
    const auto opened = consult::open(note.sealed_note, key);
    return opened ? consult::note_of(opened->view()).kind : consult::NoteKind::words;
}

bool is_reached(const consult::Change& change) {
    return change.kind == consult::ChangeKind::progress &&
           step_of(change) != consult::Progress::fresh;
}

}  // namespace

Tries tries_of(const std::vector<consult::Change>& changes, const consult::SecretKey& key) {
    Tries tries;
    int notes = 0;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        if (is_reached(*change)) break;
        if (change->kind != consult::ChangeKind::note) continue;
        if (++notes > kMostNotes) break;
        const consult::NoteKind kind = kind_of(*change, key);
        if (kind == consult::NoteKind::appointment) break;
        if (kind != consult::NoteKind::no_answer) continue;
        if (tries.times++ == 0) tries.last_s = base::seconds_of(change->at).value_or(0);
    }
    return tries;
}

Tries KnownTries::of(const std::string& id) const {
    const auto known = known_.find(id);
    return known == known_.end() ? Tries{} : known->second;
}

void KnownTries::take(const std::string& id, const Tries& tries) {
    current_.insert(id);
    if (tries.times > 0)
        known_[id] = tries;
    else
        known_.erase(id);
}

void KnownTries::outdate() {
    current_.clear();
    asked_.clear();
}

}  // namespace candor::desk
