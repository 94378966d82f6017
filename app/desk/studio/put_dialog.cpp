#include <algorithm>

#include "desk/shell/dialog.h"
#include "desk/studio/packs_page.h"

namespace candor::desk {
namespace {

using ui::Ui;
namespace colour = ui::colour;
using Target = Putting::Target;

class PutBody {
  public:
    PutBody(const Studio& studio, Ui& ui, Intents& intents, float x, float y, float width)
        : studio_(studio),
          it_(studio.putting),
          ui_(ui),
          intents_(intents),
          x_(x),
          y_(y),
          width_(width) {}

    float draw() {
        const float start = y_;
        y_ += ui_.text(x_, y_, width_, ui_.tr("put.lead"), type::kSmall) + ui_.px(12);
        y_ += dialog_field(ui_, intents_, x_, y_, width_, Field::put_package, it_.package,
                           ui_.tr("put.package"), "put-package") +
              ui_.px(14);
        targets();
        if (it_.target == Target::stick) {
            sticks();
        } else {
            path(studio_.state.string());
        }
        y_ += work_part(ui_, x_, y_, width_, it_.work, ui_.tr("put.under-way"),
                        ui_.tr(it_.target == Target::stick ? "put.done-stick" : "put.done-kiosk")) +
              ui_.px(6);
        y_ += buttons();
        return y_ - start;
    }

  private:
    bool choice(float& x, const std::string& label, const std::string& key, bool on) {
        const float width = small_switch_width(ui_, label) + ui_.px(12), height = ui_.px(32);
        if (x > x_ && x + width > x_ + width_) {
            x = x_;
            y_ += height + ui_.px(8);
        }
        const base::Rect rect{x, y_, std::min(width, width_), height};
        x += width + ui_.px(8);
        const bool pressed = small_switch(ui_, rect, label, key, on);
        if (!on) ui_.canvas().ring(rect, ui_.px(10), std::max(1.0F, ui_.px(1)), colour::kLine);
        return pressed;
    }

    void targets() {
        float x = x_;
        if (choice(x, ui_.tr("put.kiosk"), "to-kiosk", it_.target == Target::kiosk))
            intents_.emplace_back(ChooseTarget{Target::kiosk});
        if (choice(x, ui_.tr("put.stick"), "to-stick", it_.target == Target::stick))
            intents_.emplace_back(ChooseTarget{Target::stick});
        y_ += ui_.px(32 + 12);
    }

    void path(const std::string& where) {
        const auto& words = shape_path(ui_, where, type::kFine, width_);
        ui_.canvas().paragraph(words, x_, y_, width_);
        ui_.node({ui::Role::paragraph,
                  where,
                  {},
                  ui::kNoState,
                  ui::kNoAction,
                  {x_, y_, width_, words.height()}});
        y_ += words.height() + ui_.px(12);
    }

    void sticks() {
        if (it_.sticks.empty())
            y_ +=
                ui_.text(x_, y_, width_, ui_.tr("put.no-sticks"), type::kSmall, ui::Role::status) +
                ui_.px(8);
        float x = x_;
        for (const auto& stick : it_.sticks)
            if (choice(x, stick.string(), stick.string(), it_.place.text.view() == stick.string()))
                intents_.emplace_back(ChooseStick{stick});
        if (!it_.sticks.empty()) y_ += ui_.px(32 + 10);
        y_ += dialog_field(ui_, intents_, x_, y_, width_, Field::put_place, it_.place,
                           ui_.tr("put.place"), "put-place") +
              ui_.px(14);
    }

    float buttons() {
        const bool done = it_.work.stage == Work::Stage::done;
        const std::string go = ui_.tr(it_.target == Target::stick ? "put.copy" : "put.install"),
                          replace = ui_.tr("work.replace"), stop = ui_.tr("work.stop"),
                          close = ui_.tr(done ? "work.close" : "work.cancel");
        std::vector<RowButton> row;
        if (it_.work.busy()) {
            row.push_back({{stop, "stop"}, [this] { intents_.emplace_back(StopWork{}); }});
            return button_row(ui_, x_, y_, width_, row);
        }
        if (it_.work.may_replace)
            row.push_back({{replace, "replace", ButtonLook::outline},
                           [this] { intents_.emplace_back(PutPack{true}); }});
        else if (!done)
            row.push_back({{go, "put-now", ButtonLook::primary},
                           [this] { intents_.emplace_back(PutPack{false}); }});
        row.push_back({{close, "close"}, [this] { intents_.emplace_back(CloseDialog{}); }});
        return button_row(ui_, x_, y_, width_, row);
    }

    const Studio& studio_;
    const Putting& it_;
    Ui& ui_;
    Intents& intents_;
    float x_, y_, width_;
};

}  // namespace

void draw_put_dialog(const Studio& studio, Ui& ui, Intents& intents) {
    dialog(ui, {"put", ui.tr("put.title"), 640}, [&](float x, float y, float width) {
        return PutBody(studio, ui, intents, x, y, width).draw();
    });
}

}  // namespace candor::desk
