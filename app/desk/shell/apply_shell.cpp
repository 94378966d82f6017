#include "desk/shell/apply.h"

namespace candor::desk {

void apply(State& state, Services& services, const Intent& intent) {
    std::visit(Apply{state, services}, intent);
}

void Apply::operator()(const ShowPage& intent) const {
    if (state.vault != Vault::open || state.page == intent.page) return;
    state.page = intent.page;
    if (state.picker) services.stop_reading_folders();
    state.picker.reset();
    if (intent.page == Page::kiosks) services.studio().look_at_kiosk();
    if (intent.page == Page::counts) services.studio().look_at_counts();
    if (!progress_of(intent.page)) return;
    (*this)(SelectRequest{});
    list_changed();
}

void Apply::operator()(const EditField& intent) const {
    ui::EditedText* edited = state.edited(intent.field);
    if (edited == nullptr) return;
    const ui::Lines lines = intent.field == Field::note ? ui::Lines::many : ui::Lines::one;
    if (!ui::apply(*edited, intent.edit, lines, services.clipboard())) return;
    if (intent.field == Field::passphrase) state.lock_screen.problem.clear();
    if (intent.field == Field::search) list_changed();
    if (intent.field > Field::note) state.studio.typed();
}

void Apply::operator()(const Unlock&) const {
    if (state.vault != Vault::locked || !state.lock_screen.missing_key.empty()) return;
    base::SecretString passphrase(state.lock_screen.passphrase.text.capacity());
    passphrase.assign(state.lock_screen.passphrase.text.view());
    state.vault = Vault::opening;
    state.lock_screen.problem.clear();
    state.lock_screen.opening = {};
    services.unlock(std::move(passphrase));
}

void Apply::operator()(const LookForKey&) const {
    if (state.vault == Vault::locked) services.look_for_key();
}

void Apply::operator()(const LockNow&) const {
    if (state.vault == Vault::locked) return;
    state.vault = Vault::locked;
    state.wipe();
    services.lock();
    services.focus(state.lock_screen.needs_passphrase ? "passphrase" : "unlock");
}

/// A call that could not be taken stays: nobody should wait in vain.
void Apply::operator()(const TakeHelpCall&) const {
    if (state.help && services.take_help_call(*state.help)) state.help.reset();
}

void Apply::operator()(const CloseHelpMissed&) const { state.help_missed.reset(); }

void Apply::operator()(const StudioIntent& intent) const {
    if (state.vault == Vault::open) desk::apply(state.studio, services.studio(), intent);
}

void Apply::operator()(const GoBack&) const {
    InboxView& inbox = state.inbox;
    if (state.picker) return (*this)(PickerIntent{ClosePicker{}});
    if (state.vault == Vault::open && state.page == Page::packs)
        return (*this)(StudioIntent{CloseDialog{}});
    if (state.vault != Vault::open || !progress_of(state.page)) return;
    if (inbox.menu != Menu::none) {
        inbox.menu = Menu::none;
    } else if (inbox.conflict) {
        (*this)(LookAgain{});
    } else if (!inbox.search.text.empty()) {
        inbox.search.clear();
        list_changed();
    } else {
        (*this)(SelectRequest{});
    }
}

}  // namespace candor::desk
