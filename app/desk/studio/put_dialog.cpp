#include <algorithm>

#include "desk/shell/chips.h"
#include "desk/shell/dialog.h"
#include "desk/studio/dialog_parts.h"
#include "desk/studio/packs_page.h"

namespace candor::desk {
namespace {

using ui::Ui;
using Target = Putting::Target;

constexpr ChipLook kSwitch = ChipLook::outlined;

class PutBody {
  public:
    explicit PutBody(const Drawing& at)
        : at_(at), studio_(at.studio()), it_(at.studio().putting), ui_(at.ui) {}

    void draw(ui::Flow& flow) {
        flow.text(ui_.tr("put.lead"), type::kSmall);
        flow.gap(12);
        dialog_path_field(flow, at_, Field::put_package, it_.package, ui_.tr("put.package"),
                          "put-package");
        flow.gap(14);
        targets(flow);
        const bool stick = it_.target == Target::stick;
        if (stick)
            sticks(flow);
        else
            path(flow, studio_.state.string());
        work_part(flow, it_.work, ui_.tr("put.under-way"),
                  ui_.tr(stick ? "put.done-stick" : "put.done-kiosk"));
        flow.gap(6);
        buttons(flow);
    }

  private:
    void targets(ui::Flow& flow) {
        ChipRow row(flow);
        if (row.add({ui_.tr("put.kiosk"), "to-kiosk", it_.target == Target::kiosk, kSwitch}))
            at_.emit(ChooseTarget{Target::kiosk});
        if (row.add({ui_.tr("put.stick"), "to-stick", it_.target == Target::stick, kSwitch}))
            at_.emit(ChooseTarget{Target::stick});
        flow.gap(12);
    }

    void path(ui::Flow& flow, const std::string& where) {
        registered(flow, shape_path(ui_, where, type::kFine, flow.width()), where);
        flow.gap(12);
    }

    void sticks(ui::Flow& flow) {
        if (it_.sticks.empty()) {
            flow.text(ui_.tr("put.no-sticks"), type::kSmall, ui::Role::status);
            flow.gap(8);
        }
        ChipRow row(flow);
        for (const auto& stick : it_.sticks)
            if (row.add({stick.string(), stick.string(), it_.place.text.view() == stick.string(),
                         kSwitch}))
                at_.emit(ChooseStick{stick});
        if (!it_.sticks.empty()) flow.gap(10);
        dialog_path_field(flow, at_, Field::put_place, it_.place, ui_.tr("put.place"), "put-place");
        flow.gap(14);
    }

    void buttons(ui::Flow& flow) {
        const std::string go = ui_.tr(it_.target == Target::stick ? "put.copy" : "put.install");
        work_buttons(flow, at_, it_.work, {{go, "put-now", PutPack{false}}, PutPack{true}, {}});
    }

    const Drawing& at_;
    const Studio& studio_;
    const Putting& it_;
    Ui& ui_;
};

}  // namespace

void draw_put_dialog(const Drawing& at) {
    dialog(at.ui, {"put", at.tr("put.title"), 640},
           [&at](ui::Flow& flow) { PutBody(at).draw(flow); });
}

}  // namespace candor::desk
