#include "screens/staff/apply_staff.h"

namespace candor::screens {

void Staff::erase() {
    code.clear();
    *this = {};
}

void ApplyStaff::operator()(const OpenStaff&) const {
    show(Screen::staff);
    state.visit.staff.code.clear();
    ask(FocusField{Field::staff_code, 0});
}

void ApplyStaff::operator()(const EnterStaffCode&) const {
    services.check_staff_code(state.visit.staff.code.view());
    state.visit.staff.code.clear();
    state.visit.typing.caret = 0;
}

void ApplyStaff::operator()(const InstallPack& intent) const {
    if (state.visit.staff.news.stage == Staff::Stage::open) services.install_pack(intent.package);
}

void ApplyStaff::operator()(const RollBackPack& intent) const {
    if (state.visit.staff.news.stage == Staff::Stage::open) services.roll_back_pack(intent.pack);
}

void ApplyStaff::operator()(const CancelInstall&) const { services.cancel_install(); }

void ApplyStaff::operator()(const BelieveClock&) const {
    if (state.visit.staff.news.stage == Staff::Stage::open) services.believe_clock();
}

}  // namespace candor::screens
