#include <algorithm>

#include "desk/shell/pages.h"

namespace candor::desk {
namespace {

using ui::Colour;
using ui::Ui;

class LockCard {
  public:
    explicit LockCard(const Drawing& at) : at_(at), ui_(at.ui) {}

    void draw() {
        const auto width = static_cast<float>(ui_.theme().width());
        const auto height = static_cast<float>(ui_.theme().height());
        const float pad = ui_.px(36), card_w = ui_.px(460), x = (width - card_w) / 2;
        ui::Flow measured(ui_, x + pad, 0, card_w - 2 * pad);
        ui_.measure([&] { body(measured); });
        const float card_h = measured.height() + 2 * pad;
        const base::Rect card{x, (height - card_h) / 2, card_w, card_h};
        ui_.canvas().shadow(card, ui_.px(24), ui_.px(48), ui_.px(12), Colour::shadow_lock);
        ui_.canvas().rounded(card, ui_.px(24), Colour::card);
        ui::Flow flow(ui_, x + pad, card.y + pad, card_w - 2 * pad);
        body(flow);
    }

  private:
    void body(ui::Flow& flow) {
        const base::Rect head = flow.take(ui_.px(28));
        ui_.icon("lock", {head.x, head.y, head.h, head.h}, Colour::teal);
        if (at_.state.demonstration) {
            const std::string label = ui_.tr("demonstration");
            badge(ui_, head.right() - badge_width(ui_, label), head.y, label, Tone::sun);
        }
        flow.gap(14);
        say(flow, ui_.tr("brand"), type::kHeadline, ui::Role::heading, 6);
        if (at_.state.vault == Vault::opening)
            opening(flow);
        else if (!at_.state.lock_screen.missing_key.empty())
            no_key(flow);
        else
            locked(flow);
    }

    static void say(ui::Flow& flow, const std::string& words, const ui::Type& type, ui::Role role,
                    float gap) {
        flow.text(words, type, role);
        flow.gap(gap);
    }

    /// Whether Enter was pressed in it.
    bool passphrase(ui::Flow& flow) {
        const LockScreen& lock = at_.state.lock_screen;
        const std::string label = ui_.tr("lock.passphrase");
        FieldSpec field{label, "passphrase", label, &lock.passphrase};
        field.masked = true;
        field.invalid = !lock.problem.empty();
        draw_field(at_, flow.take(ui_.px(44)), Field::passphrase, field);
        flow.gap(12);
        return ui_.focus().typing() && entered(ui_);
    }

    /// A fresh folder, or a desk that was started with the wrong file: what to do about it.
    void no_key(ui::Flow& flow) {
        const std::string file = ui_.strings().left_to_right(at_.state.lock_screen.missing_key);
        say(flow, ui_.tr("lock.no-key"), type::kLead, ui::Role::alert, 6);
        say(flow, file, type::kStrong, ui::Role::paragraph, 16);
        say(flow, ui_.tr("lock.no-key-trial"), type::kBody, ui::Role::paragraph, 10);
        say(flow, ui_.tr("lock.no-key-clinic"), type::kBody, ui::Role::paragraph, 20);
        const std::string label = ui_.tr("conflict.look");
        const bool pressed =
            button(ui_, flow.take(ui_.px(44)), {label, "look-for-key", ButtonLook::primary});
        if (pressed && !ui_.canvas().muted()) at_.emit(LookForKey{});
    }

    void locked(ui::Flow& flow) {
        const LockScreen& lock = at_.state.lock_screen;
        say(flow, ui_.tr(lock.needs_passphrase ? "lock.lead" : "lock.lead-open"), type::kLead,
            ui::Role::paragraph, 20);
        bool unlock = lock.needs_passphrase && passphrase(flow);
        if (!lock.problem.empty())
            say(flow, ui_.tr(lock.problem), in(type::kBody, Colour::brown), ui::Role::alert, 12);
        const std::string label = ui_.tr("lock.open");
        if (button(ui_, flow.take(ui_.px(44)), {label, "unlock", ButtonLook::primary}))
            unlock = true;
        if (unlock && !ui_.canvas().muted()) at_.emit(Unlock{});
    }

    void opening(ui::Flow& flow) {
        const Opening& so_far = at_.state.lock_screen.opening;
        if (so_far.of == 0)
            return say(flow, ui_.tr("lock.opening"), type::kLead, ui::Role::status, 0);
        const std::string done = std::to_string(so_far.done), of = std::to_string(so_far.of);
        say(flow, ui_.tr("lock.reading", {{"done", done}, {"of", of}}), type::kLead,
            ui::Role::status, 16);
        share_bar(flow, 10, static_cast<float>(so_far.done) / static_cast<float>(so_far.of));
    }

    const Drawing& at_;
    Ui& ui_;
};

}  // namespace

void draw_lock_screen(const Drawing& at) {
    at.ui.canvas().fill({0, 0, static_cast<float>(at.ui.theme().width()),
                         static_cast<float>(at.ui.theme().height())},
                        Colour::deep_teal);
    LockCard(at).draw();
}

}  // namespace candor::desk
