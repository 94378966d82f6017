#include "desk/shell/apply.h"

namespace candor::desk {

void Apply::operator()(const SetProgress& intent) const {
    InboxView& inbox = state.inbox;
    const EntryPtr entry = inbox.opened();
    if (!entry || inbox.saving || inbox.conflict || entry->row.progress == intent.to) return;
    inbox.saving = true;
    inbox.problem.clear();
    services.set_progress(entry->row.request.id, entry->row.revision, intent.to);
}

void Apply::operator()(const SaveNote& intent) const {
    InboxView& inbox = state.inbox;
    const EntryPtr entry = inbox.opened();
    if (!entry || inbox.saving) return;
    const std::string_view written = inbox.note.text.view();
    if (written.empty() && intent.kind != consult::NoteKind::no_answer) return;
    consult::Note note{intent.kind, base::SecretString(written.size())};
    note.words.assign(written);
    inbox.saving = true;
    inbox.problem.clear();
    services.add_note(entry->row.request.id, note);
}

/// The clipboard is everybody's until the desk is locked, which takes it back.
void Apply::operator()(const CopyPhone&) const {
    const EntryPtr entry = state.inbox.opened();
    if (!entry || entry->opened.phone.empty()) return;
    services.clipboard().set(entry->opened.phone);
    state.inbox.copied = entry->row.request.id;
}

void Apply::operator()(const LookAgain&) const { state.inbox.conflict.reset(); }

void Apply::operator()(const PrintRequest&) const {
    InboxView& inbox = state.inbox;
    EntryPtr entry = inbox.opened();
    if (!entry || entry->problem != Problem::none) return;
    const std::string& id = entry->row.request.id;
    if (inbox.is_being_printed(id)) return;
    inbox.printings[id] = Printing::under_way;
    services.print(std::move(entry));
}

void Apply::operator()(const SendToRecord&) const {
    InboxView& inbox = state.inbox;
    const EntryPtr entry = inbox.opened();
    if (!entry || entry->problem != Problem::none || state.record.empty()) return;
    const std::string& id = entry->row.request.id;
    if (inbox.is_being_sent(id)) return;
    inbox.sendings[id] = std::make_shared<Sending>();
    services.send_to_record(id);
}

}  // namespace candor::desk
