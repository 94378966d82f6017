#include <algorithm>

#include "desk/shell/pages.h"
#include "desk/shell/widgets.h"

namespace candor::desk {
namespace {

using ui::Ui;
namespace colour = ui::colour;

class LockCard {
  public:
    LockCard(const State& state, Ui& ui, Intents& intents)
        : state_(state), ui_(ui), intents_(intents) {}

    void draw() {
        const auto width = static_cast<float>(ui_.theme().width());
        const auto height = static_cast<float>(ui_.theme().height());
        const float pad = ui_.px(36), card_w = ui_.px(460);
        x_ = (width - card_w) / 2 + pad;
        width_ = card_w - 2 * pad;
        float content = 0;
        ui_.measure([&] { content = body(0); });
        const float card_h = content + 2 * pad, top = (height - card_h) / 2;
        const base::Rect card{x_ - pad, top, card_w, card_h};
        ui_.canvas().shadow(card, ui_.px(24), ui_.px(48), ui_.px(12), {0, 20, 20, 70});
        ui_.canvas().rounded(card, ui_.px(24), colour::kCard);
        body(top + pad);
    }

  private:
    float body(float top) {
        y_ = top;
        const float icon = ui_.px(28);
        ui_.icon("lock", {x_, y_, icon, icon}, colour::kTeal);
        if (state_.demonstration) {
            const std::string label = ui_.tr("demonstration");
            badge(ui_, x_ + width_ - badge_width(ui_, label), y_, label, Tone::sun);
        }
        y_ += icon + ui_.px(14);
        say(ui_.tr("brand"), type::kHeadline, ui::Role::heading, 6);
        if (state_.vault == Vault::opening) {
            opening();
        } else {
            locked();
        }
        return y_ - top;
    }

    void say(const std::string& words, const ui::Type& type, ui::Role role, float gap) {
        y_ += ui_.text(x_, y_, width_, words, type, role) + ui_.px(gap);
    }

    void locked() {
        const LockScreen& lock = state_.lock_screen;
        say(ui_.tr(lock.needs_passphrase ? "lock.lead" : "lock.lead-open"), type::kLead,
            ui::Role::paragraph, 20);
        bool unlock = false;
        if (lock.needs_passphrase) {
            const base::Rect box{x_, y_, width_, ui_.px(44)};
            const std::string label = ui_.tr("lock.passphrase");
            FieldSpec field{label, "passphrase", label, &lock.passphrase};
            field.masked = true;
            field.invalid = !lock.problem.empty();
            for (ui::Edit& edit : edit_field(ui_, box, field))
                intents_.emplace_back(EditField{Field::passphrase, std::move(edit)});
            unlock = ui_.typing() && entered(ui_);
            y_ = box.bottom() + ui_.px(12);
        }
        if (!lock.problem.empty())
            say(ui_.tr(lock.problem), in(type::kBody, colour::kBrown), ui::Role::alert, 12);
        const std::string label = ui_.tr("lock.open");
        const base::Rect rect{x_, y_, width_, ui_.px(44)};
        if (button(ui_, rect, {label, "unlock", ButtonLook::primary})) unlock = true;
        if (unlock && !ui_.canvas().muted()) intents_.emplace_back(Unlock{});
        y_ = rect.bottom();
    }

    void opening() {
        const Opening& so_far = state_.lock_screen.opening;
        if (so_far.of == 0) return say(ui_.tr("lock.opening"), type::kLead, ui::Role::status, 0);
        const std::string done = std::to_string(so_far.done), of = std::to_string(so_far.of);
        say(ui_.tr("lock.reading", {{"done", done}, {"of", of}}), type::kLead, ui::Role::status,
            16);
        const float share = static_cast<float>(so_far.done) / static_cast<float>(so_far.of);
        const base::Rect bar{x_, y_, width_, ui_.px(10)};
        ui_.canvas().rounded(bar, bar.h / 2, colour::kLine);
        ui_.canvas().rounded({bar.x, bar.y, std::max(bar.h, bar.w * share), bar.h}, bar.h / 2,
                             colour::kTeal);
        y_ += bar.h;
    }

    const State& state_;
    Ui& ui_;
    Intents& intents_;
    float x_ = 0, y_ = 0, width_ = 0;
};

}  // namespace

void draw_lock_screen(const State& state, Ui& ui, Intents& intents) {
    ui.canvas().fill(
        {0, 0, static_cast<float>(ui.theme().width()), static_cast<float>(ui.theme().height())},
        colour::kDeepTeal);
    LockCard(state, ui, intents).draw();
}

}  // namespace candor::desk
