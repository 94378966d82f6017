#include <algorithm>

#include "screens/reader/blocks.h"
#include "ui/widgets.h"

namespace candor::screens {
namespace {

int chosen(const BlockContext& at) {
    const auto found = at.state.visit.quick_choice.find(at.key);
    return found == at.state.visit.quick_choice.end() ? -1 : found->second;
}

float feedback(const BlockContext& at, const pack::QuickChoice& choice, float y) {
    ui::Ui& ui = at.ui;
    const float pad = ui.px(32), icon = ui.px(44), inner = at.x + pad + icon + ui.px(24);
    const float width = at.width - (inner - at.x) - pad;
    const auto words = [&](float top) {
        float end = top + pad;
        ui::Type title = ui::type::kLabel;
        title.size = 34;
        end += ui.text(inner, end, width, ui.tr(choice.right ? "quick.right" : "quick.not-quite"),
                       title, ui::Role::status) +
               ui.px(6);
        end += draw_rich(ui, at.intents, {at.pack, at.key + "/feedback"}, choice.feedback,
                         ui::type::kCard, inner, end, width);
        return end + pad - top;
    };
    float height = 0;
    ui.measure([&] { height = words(y); });
    ui.canvas().rounded({at.x, y, at.width, height}, ui.px(32),
                        choice.right ? ui::colour::kMint : ui::colour::kSun);
    ui.icon(choice.right ? "check" : "info", {at.x + pad, y + pad, icon, icon},
            ui::colour::kDeepTeal);
    return words(y);
}

}  // namespace

float draw(const BlockContext& at, const pack::QuickCheck& block, float y) {
    ui::Ui& ui = at.ui;
    const float start = y;
    y += ui.text(at.x, y, at.width, block.question, ui::type::kSubhead, ui::Role::heading) +
         ui.px(28);
    const int picked = chosen(at);
    for (std::size_t i = 0; i < block.choices.size(); ++i) {
        const std::string label = pack::plain_text(block.choices[i].text);
        const bool selected = picked == static_cast<int>(i);
        const ui::Choice choice{label, at.key, {}, {}, selected, false};
        const float height = ui::choice_height(ui, at.width, choice);
        if (ui::choice(ui, {at.x, y, at.width, height}, choice))
            at.intents.push_back(ChooseQuick{at.key, static_cast<int>(i)});
        y += height + ui.px(24);
    }
    if (picked >= 0 && picked < static_cast<int>(block.choices.size()))
        y +=
            feedback(at, block.choices[static_cast<std::size_t>(picked)], y + ui.px(8)) + ui.px(32);
    return y - start - ui.px(24);
}

float draw(const BlockContext& at, const pack::AskList& block, float y) {
    ui::Ui& ui = at.ui;
    const float pad = ui.px(36), inner = at.x + pad, width = at.width - 2 * pad;
    const auto body = [&](float top) {
        float end = top + ui.px(16);
        for (std::size_t i = 0; i < block.items.size(); ++i) {
            if (i > 0) ui::divider(ui, inner, end, width);
            const std::string id = at.pack.id + "/" + block.items[i].id;
            bool tapped = false;
            end += ui::check_row(ui, inner, end + ui.px(6), width,
                                 pack::plain_text(block.items[i].text),
                                 at.state.visit.ticked.count(id) > 0, id, tapped) +
                   ui.px(12);
            if (tapped) at.intents.push_back(ToggleTick{id});
        }
        return end + ui.px(16) - top;
    };
    float height = 0;
    ui.measure([&] { height = body(y); });
    ui::card(ui, {at.x, y, at.width, height});
    body(y);
    return height + ui.px(20) +
           ui.text(at.x + ui.px(4), y + height + ui.px(20), at.width,
                   ui.tr(at.state.kiosk.takes_requests ? "ask-list.hint" : "ask-list.hint-no-call"),
                   ui::type::kSmall);
}

namespace {

float faq_item(const BlockContext& at, const pack::FaqItem& item, const std::string& id, float y) {
    ui::Ui& ui = at.ui;
    const bool open = at.state.visit.open_answers.count(id) > 0;
    const float pad = ui.px(40), icon = ui.px(40), width = at.width - 3 * pad - icon;
    ui::Type type = ui::type::kTitle;
    type.size = 36;
    const auto& question = ui.shape(item.question, type, width);
    const float head = std::max(ui.px(116), question.height() + 2 * ui.px(34));
    const auto answer = [&](float top) {
        return draw_rich(ui, at.intents, {at.pack, id}, item.answer, ui::type::kCard, at.x + pad,
                         top, at.width - 2 * pad);
    };
    float height = head;
    if (open) ui.measure([&] { height += answer(y) + pad; });
    ui::card(ui, {at.x, y, at.width, height});
    const ui::Touched touched = ui.touchable({ui::Role::button,
                                              item.question,
                                              {},
                                              open ? ui::kExpanded : ui::kNoState,
                                              ui::kPress,
                                              {at.x, y, at.width, head}},
                                             id);
    if (touched.tapped) at.intents.push_back(ToggleAnswer{id});
    if (touched.pressed)
        ui.canvas().rounded({at.x, y, at.width, head}, ui.px(36), ui::colour::kMint);
    ui.canvas().paragraph(question, at.x + pad, y + (head - question.height()) / 2, width);
    ui.icon(open ? "up" : "down", {at.x + at.width - pad - icon, y + (head - icon) / 2, icon, icon},
            ui::colour::kTeal);
    if (open) answer(y + head);
    return height;
}

}  // namespace

float draw(const BlockContext& at, const pack::Faq& block, float y) {
    const float start = y;
    for (std::size_t i = 0; i < block.items.size(); ++i)
        y += faq_item(at, block.items[i], at.key + "/" + std::to_string(i), y) + at.ui.px(24);
    return y - start - at.ui.px(24);
}

}  // namespace candor::screens
