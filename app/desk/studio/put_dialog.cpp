#include <algorithm>

#include "desk/shell/dialog.h"
#include "desk/studio/packs_page.h"

namespace candor::desk {
namespace {

using ui::Ui;
using Target = Putting::Target;

class PutBody {
  public:
    PutBody(const Studio& studio, Ui& ui, Intents& intents)
        : studio_(studio), it_(studio.putting), ui_(ui), intents_(intents) {}

    void draw(ui::Flow& flow) {
        flow.text(ui_.tr("put.lead"), type::kSmall);
        flow.gap(12);
        dialog_field(flow, intents_, Field::put_package, it_.package, ui_.tr("put.package"),
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
        SwitchRow row(flow);
        if (row.add(ui_.tr("put.kiosk"), "to-kiosk", it_.target == Target::kiosk))
            intents_.emplace_back(ChooseTarget{Target::kiosk});
        if (row.add(ui_.tr("put.stick"), "to-stick", it_.target == Target::stick))
            intents_.emplace_back(ChooseTarget{Target::stick});
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
        SwitchRow row(flow);
        for (const auto& stick : it_.sticks)
            if (row.add(stick.string(), stick.string(), it_.place.text.view() == stick.string()))
                intents_.emplace_back(ChooseStick{stick});
        if (!it_.sticks.empty()) flow.gap(10);
        dialog_field(flow, intents_, Field::put_place, it_.place, ui_.tr("put.place"), "put-place");
        flow.gap(14);
    }

    void buttons(ui::Flow& flow) {
        const bool done = it_.work.stage == Work::Stage::done;
        const std::string go = ui_.tr(it_.target == Target::stick ? "put.copy" : "put.install"),
                          replace = ui_.tr("work.replace"), stop = ui_.tr("work.stop"),
                          close = ui_.tr(done ? "work.close" : "work.cancel");
        std::vector<RowButton> row;
        if (it_.work.busy()) {
            row.push_back({{stop, "stop"}, [this] { intents_.emplace_back(StopWork{}); }});
            return button_row(flow, row);
        }
        if (it_.work.may_replace)
            row.push_back({{replace, "replace", ButtonLook::outline},
                           [this] { intents_.emplace_back(PutPack{true}); }});
        else if (!done)
            row.push_back({{go, "put-now", ButtonLook::primary},
                           [this] { intents_.emplace_back(PutPack{false}); }});
        row.push_back({{close, "close"}, [this] { intents_.emplace_back(CloseDialog{}); }});
        button_row(flow, row);
    }

    const Studio& studio_;
    const Putting& it_;
    Ui& ui_;
    Intents& intents_;
};

}  // namespace

void draw_put_dialog(const Studio& studio, Ui& ui, Intents& intents) {
    dialog(ui, {"put", ui.tr("put.title"), 640},
           [&](ui::Flow& flow) { PutBody(studio, ui, intents).draw(flow); });
}

}  // namespace candor::desk
