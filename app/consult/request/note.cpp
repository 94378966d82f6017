#include "consult/request/note.h"

#include <array>
#include <string>
#include <utility>

#include "consult/request/foreign_json.h"

namespace candor::consult {
namespace {

constexpr std::array<std::pair<NoteKind, std::string_view>, 3> kNames{
    {{NoteKind::words, "words"},
     {NoteKind::no_answer, "no-answer"},
     {NoteKind::appointment, "appointment"}}};

std::string_view name_of(NoteKind kind) {
    for (const auto& [known, name] : kNames)
        if (known == kind) return name;
    return {};
}

base::SecretString secret(std::string_view text) {
    base::SecretString copy(text.size());
    copy.assign(text);
    return copy;
}

}  // namespace

base::SecretString sealable(const Note& note) {
    if (note.kind == NoteKind::words && !note.words.view().starts_with('{'))
        return secret(note.words.view());
    fhir::WipedJson json(fhir::Json{{"kind", name_of(note.kind)}, {"words", note.words.view()}});
    // Words that are no UTF-8 must not throw, and lose no more than the bytes that are wrong.
    std::string text = json->dump(-1, ' ', false, fhir::Json::error_handler_t::replace);
    base::SecretString sealed = secret(text);
    base::wipe(text);
    return sealed;
}

Note note_of(std::string_view opened) {
    if (opened.starts_with('{')) {
        if (const auto json = fhir::parse(opened, "note")) {
            const std::string_view kind = fhir::text_of(**json, "kind");
            for (const auto& [known, name] : kNames)
                if (name == kind) return {known, secret(fhir::text_of(**json, "words"))};
        }
    }
    return {NoteKind::words, secret(opened)};
}

}  // namespace candor::consult
