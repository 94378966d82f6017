#include <algorithm>

#include "pack/checks/check_table.h"
#include "pack/checks/promise.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {
namespace {

constexpr const char* kRemedy =
    "Say what was found, in how many people, and with which source; or deny it in the same "
    "sentence.";

bool may_hold_promise(const Piece& piece) {
    if (piece.role == PieceRole::question || piece.role == PieceRole::ask || piece.wrong_choice)
        return true;
    const auto* alert = piece.block == nullptr ? nullptr : std::get_if<Alert>(&piece.block->body);
    return alert != nullptr && alert->kind == AlertKind::caution;
}

bool rests_on_guideline(const Piece& piece, const Pack& pack) {
    return std::any_of(piece.citations.begin(), piece.citations.end(), [&](const auto& citation) {
        const Source* source = pack.source(citation.source);
        return source != nullptr &&
               (source->kind == SourceKind::guideline || source->kind == SourceKind::regulator);
    });
}

void report(const std::string& file, int line, const std::string& words, FindingList& list) {
    list.warning(file, line, "over-promise", in_quotes(words) + " promises too much.", kRemedy);
}

}  // namespace

/// Words that promise more than anyone can keep.
void check_promises(const Subject& subject, base::Findings& findings) {
    FindingList list(findings);
    for (const auto& piece : subject.pieces) {
        if (may_hold_promise(piece)) continue;
        const bool guideline = rests_on_guideline(piece, subject.pack);
        for (const auto& words : promises_in(piece.words, piece.page->language, guideline))
            report(Subject::file_of(piece), subject.line_of(piece, words), words, list);
    }
    for (const auto& text : subject.texts)
        for (const auto& words : promises_in(text.words, text.language))
            report(text.file, text.line, words, list);
}

}  // namespace candor::pack
