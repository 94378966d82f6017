#pragma once
#include <string_view>

#include "base/secret_string.h"

namespace candor::consult {

/// What a note says: words, that a call was not answered, or when somebody is to come.
enum class NoteKind { words, no_answer, appointment };

/// What staff note at a request. It is sealed into the request's record, so its kind is, too.
struct Note {
    NoteKind kind = NoteKind::words;
    base::SecretString words{};
};

/// The text that is sealed. Words alone are themselves; a note of another kind is a JSON object,
/// {"kind": "no-answer", "words": "…"} (or "appointment"), and so are words that look like one.
/// UTF-8; zeroed by whoever gets it.
base::SecretString sealable(const Note& note);

/// A note as it was opened. Whoever has the public key can seal anything: what is no such object is
/// words.
Note note_of(std::string_view opened);

}  // namespace candor::consult
