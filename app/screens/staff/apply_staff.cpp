#include "screens/frame/apply.h"

namespace candor::screens {

void Staff::erase() {
    code.clear();
    *this = {};
}

void Apply::operator()(const OpenStaff&) const {
    show(Screen::staff);
    state.visit.staff.code.clear();
    (*this)(FocusField{Field::staff_code, 0});
}

void Apply::operator()(const EnterStaffCode&) const {
    services.check_staff_code(state.visit.staff.code.view());
    state.visit.staff.code.clear();
    state.visit.typing.caret = 0;
}

void Apply::operator()(const InstallPack& intent) const {
    if (state.visit.staff.stage == Staff::Stage::open) services.install_pack(intent.package);
}

void Apply::operator()(const RollBackPack& intent) const {
    if (state.visit.staff.stage == Staff::Stage::open) services.roll_back_pack(intent.pack);
}

void Apply::operator()(const CancelInstall&) const { services.cancel_install(); }

void Apply::operator()(const BelieveClock&) const {
    if (state.visit.staff.stage == Staff::Stage::open) services.believe_clock();
}

}  // namespace candor::screens
