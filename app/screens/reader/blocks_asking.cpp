#include <algorithm>

#include "screens/reader/blocks.h"
#include "screens/self_check/advice.h"
#include "ui/widgets.h"

namespace candor::screens {
namespace {

int chosen(const Drawing& at, const TextPlace& place) {
    const auto found = at.visit().reading.quick_choice.find(place.key);
    return found == at.visit().reading.quick_choice.end() ? -1 : found->second;
}

void draw_feedback(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                   const pack::QuickChoice& choice) {
    ui::Type title = ui::type::kLabel;
    title.size = 34;
    flow.tinted(
        choice.right ? ui::Colour::mint : ui::Colour::sun, 32, {32, 32, 32}, [&](ui::Flow& inner) {
            const float icon = at.ui.px(44);
            at.ui.icon(choice.right ? "check" : "info", {inner.x(), inner.y(), icon, icon},
                       ui::Colour::deep_teal);
            inner.inset(icon + at.ui.px(24), 0, [&](ui::Flow& words) {
                words.text(at.tr(choice.right ? "quick.right" : "quick.not-quite"), title,
                           ui::Role::status);
                words.gap(6);
                draw_rich(at, words, place.part("feedback"), choice.feedback, ui::type::kCard);
            });
        });
}

}  // namespace

namespace {

/// What is said of a choice stands right under it, in sight, and with the question that starts at
/// `asked` where there is room for both.
void draw_quick_choices(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                        const pack::QuickCheck& block, float asked) {
    const int picked = chosen(at, place);
    for (int i = 0; i < static_cast<int>(block.choices.size()); ++i) {
        const pack::QuickChoice& choice = block.choices[static_cast<std::size_t>(i)];
        const std::string label = pack::plain_text(choice.text);
        const std::string key = place.key + " " + std::to_string(i);
        const float top = flow.y();
        ui::Choice spec{label, key, {}, {}, picked == i, false};
        spec.wrong = !choice.right;
        if (ui::choice(flow, spec)) at.emit(ChooseQuick{place.key, i});
        if (picked == i) {
            flow.gap(16);
            draw_feedback(at, flow, place, choice);
            if (at.visit().reading.told == place.key)
                at.ui.bring_into_sight("told " + key, asked, top, flow.y());
        }
        flow.between(24);
    }
}

}  // namespace

void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place,
          const pack::QuickCheck& block) {
    const float asked = flow.y();
    if (is_wide(flow))
        return flow.row(2, 72, [&](ui::Flow& side, std::size_t i) {
            i == 0 ? side.heading(block.question, ui::type::kSubhead)
                   : draw_quick_choices(at, side, place, block, asked);
        });
    flow.heading(block.question, ui::type::kSubhead);
    flow.gap(28);
    draw_quick_choices(at, flow, place, block, asked);
}

void draw_in_halves(ui::Flow& flow, std::size_t count,
                    const std::function<void(ui::Flow&, std::size_t, std::size_t)>& draw) {
    if (!is_wide(flow) || count < 2) return draw(flow, 0, count);
    const std::size_t half = (count + 1) / 2;
    flow.row(2, 72, [&](ui::Flow& side, std::size_t i) {
        i == 0 ? draw(side, 0, half) : draw(side, half, count);
    });
}

void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::AskList& block) {
    draw_in_halves(flow, block.items.size(),
                   [&](ui::Flow& half, std::size_t first, std::size_t end) {
                       half.card({36, 16, 16}, [&](ui::Flow& rows) {
                           for (std::size_t i = first; i < end; ++i) {
                               const pack::AskItem& item = block.items[i];
                               if (i > first) ui::divider(rows);
                               const std::string id = place.pack.id + "/" + item.id;
                               rows.gap(6);
                               if (ui::check_row(rows, pack::plain_text(item.text),
                                                 at.visit().reading.ticked.count(id) > 0, id))
                                   at.emit(ToggleTick{id});
                               rows.gap(6);
                           }
                       });
                   });
    flow.gap(20);
    const bool calls = offers_a_call(at.state);
    flow.inset(at.ui.px(4), -at.ui.px(4), [&](ui::Flow& words) {
        words.text(at.tr(calls ? "ask-list.hint" : "ask-list.hint-no-call"), ui::type::kSmall);
    });
}

namespace {

/// The question, touched to open its answer. On no ground of its own but while it is pressed.
void draw_faq_question(const Drawing& at, ui::Flow& flow, const pack::FaqItem& item,
                       const std::string& id) {
    ui::Ui& ui = at.ui;
    const bool open = at.visit().reading.open_answers.count(id) > 0;
    const float pad = ui.px(40), icon = ui.px(40), width = flow.width() - 3 * pad - icon;
    ui::Type type = ui::type::kTitle;
    type.size = 36;
    const auto& question = ui.shape(item.question, type, width);
    const base::Rect head = flow.take(std::max(ui.px(116), question.height() + 2 * ui.px(34)));
    ui::Node node{ui::Role::button, item.question, {}, open ? ui::kExpanded : ui::kNoState,
                  ui::kPress,       head};
    node.is_text = true;
    const ui::Touched touched = ui.touchable(std::move(node), id);
    if (touched.tapped) at.emit(ToggleAnswer{id});
    if (touched.pressed) ui.canvas().rounded(head, ui.px(36), ui::Colour::mint);
    ui.canvas().paragraph(question, head.x + pad, head.y + (head.h - question.height()) / 2, width);
    ui.icon(open ? "up" : "down",
            {head.right() - pad - icon, head.y + (head.h - icon) / 2, icon, icon},
            ui::Colour::teal);
}

/// Whether a search led to this question.
bool is_wanted(const Drawing& at, const TextPlace& place, std::size_t item) {
    const ReadingPlace& wanted = at.visit().reading.place;
    return at.visit().screen == Screen::reader && !at.visit().reading.looks_elsewhere() &&
           wanted.item == static_cast<int>(item) &&
           place.key == wanted.pack + "/" + wanted.page + "/" + std::to_string(wanted.block);
}

}  // namespace

void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Faq& block) {
    const auto one = [&](ui::Flow& column, std::size_t i) {
        const TextPlace item = place.part(i);
        if (is_wanted(at, place, i)) at.ui.reveal_here(item.key, column.y());
        column.card({0, 0, 0}, [&](ui::Flow& inner) {
            draw_faq_question(at, inner, block.items[i], item.key);
            if (at.visit().reading.open_answers.count(item.key) == 0) return;
            inner.inset(at.ui.px(40), at.ui.px(40), [&](ui::Flow& answer) {
                draw_rich(at, answer, item, block.items[i].answer, ui::type::kCard);
            });
            inner.gap(40);
        });
        column.between(24);
    };
    draw_in_halves(flow, block.items.size(),
                   [&](ui::Flow& half, std::size_t first, std::size_t end) {
                       for (std::size_t i = first; i < end; ++i) one(half, i);
                   });
}

}  // namespace candor::screens
