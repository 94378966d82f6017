#include "desk/apply.h"

namespace candor::desk {

void apply(State& state, Services& services, const Intent& intent) {
    std::visit(Apply{state, services}, intent);
}

void Apply::operator()(const ShowPage& intent) const {
    if (state.vault != Vault::open) return;
    state.page = intent.page;
}

void Apply::operator()(const EditField& intent) const {
    ui::EditedText* edited = state.edited(intent.field);
    if (edited == nullptr) return;
    const ui::Lines lines = intent.field == Field::note ? ui::Lines::many : ui::Lines::one;
    if (!ui::apply(*edited, intent.edit, lines, services.clipboard())) return;
    if (intent.field == Field::passphrase) state.lock_screen.problem.clear();
}

void Apply::operator()(const Unlock&) const {
    if (state.vault != Vault::locked) return;
    base::SecretString passphrase(state.lock_screen.passphrase.text.capacity());
    passphrase.assign(state.lock_screen.passphrase.text.view());
    state.vault = Vault::opening;
    state.lock_screen.problem.clear();
    services.unlock(std::move(passphrase));
}

void Apply::operator()(const LockNow&) const {
    if (state.vault == Vault::locked) return;
    state.vault = Vault::locked;
    state.wipe();
    services.lock();
    services.focus(state.lock_screen.needs_passphrase ? "passphrase" : "unlock");
}

void Apply::operator()(const GoBack&) const {}

}  // namespace candor::desk
