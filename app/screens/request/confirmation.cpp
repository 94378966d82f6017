#include <algorithm>

#include "consult/request/reference.h"
#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"

namespace candor::screens {
namespace {

// The second tap of a double tap on "Send" lands where "Finish" is now, and must not take the
// reference away before it was read.
constexpr std::int64_t kDoubleTapMs = 600;

float reference_card(const State& state, ui::Ui& ui, const Column& column, float y) {
    const float pad = ui.px(48), inner = column.width - 2 * pad, x = column.x + pad;
    const std::string reference = consult::display_reference(state.visit.sending.reference);
    ui::Type label = ui::type::kLabel,
             code{104, text::Weight::bold, ui::colour::kDeepTeal, 1.2F, 10};
    label.colour = ui::colour::kSoftInk;
    const auto body = [&](float top) {
        float at = top + pad;
        at += ui.text(x, at, inner, ui.tr("confirm.reference"), label, ui::Role::paragraph,
                      text::Align::centre) +
              ui.px(8);
        at += ui.text(x, at, inner, reference, code, ui::Role::status, text::Align::centre) +
              ui.px(12);
        at += ui.text(x, at, inner, ui.tr("confirm.say-it"), ui::type::kSmall, ui::Role::paragraph,
                      text::Align::centre);
        return at + pad - top;
    };
    return card_around(ui, column, y, body);
}

float ticked_card(const State& state, ui::Ui& ui, const Column& column, float y) {
    const auto questions = ticked_questions(state);
    if (questions.empty()) return 0;
    const float pad = ui.px(48), inner = column.width - 2 * pad, x = column.x + pad;
    const auto body = [&](float top) {
        float at = top + pad;
        at += ui.text(x, at, inner, ui.tr("confirm.your-questions"), ui::type::kTitle,
                      ui::Role::heading) +
              ui.px(16);
        for (const std::string& question : questions)
            at += ui.text(x, at, inner, "\u2022 " + question, ui::type::kCard) + ui.px(10);
        return at + pad - ui.px(10) - top;
    };
    return card_around(ui, column, y, body) + ui.px(32);
}

}  // namespace

void draw_confirmation(const State& state, ui::Ui& ui, Intents& intents) {
    const Column column = content_column(ui);
    const auto screen_h = static_cast<float>(ui.theme().height());
    const bool second_tap = !ui.has_stood("sent", "confirmation", kDoubleTapMs);
    const Footer buttons{{}, ui.tr("finish.erase"), "back", "erase", second_tap};
    const float bottom = screen_h - footer_height(ui, buttons) - ui.px(64);
    scrolling_body(ui, 0, bottom, [&](float y) {
        y += ui.px(ui.theme().landscape() ? 56 : 140);
        const float size = ui.px(200), middle = column.x + column.width / 2;
        ui.canvas().circle({middle - size / 2, y, size, size}, ui::colour::kMint);
        const float tick = ui.px(100);
        ui.icon("check", {middle - tick / 2, y + (size - tick) / 2, tick, tick}, ui::colour::kTeal);
        y += size + ui.px(40);
        y += ui.text(column.x, y, column.width, ui.tr("confirm.title"), ui::type::kHeadline,
                     ui::Role::heading, text::Align::centre) +
             ui.px(16);
        y += ui.text(column.x, y, column.width, ui.tr("confirm.lead"), ui::type::kLead,
                     ui::Role::paragraph, text::Align::centre) +
             ui.px(40);
        if (state.catalog->demonstration) {
            const float wide = ui::badge_width(ui, ui.tr("demonstration"), "info");
            demonstration_badge(state, ui, middle - wide / 2, y);
            y += ui.px(56 + 32);
        }
        y += reference_card(state, ui, column, y) + ui.px(32);
        return y + ticked_card(state, ui, column, y);
    });
    const std::string closing = ui.strings().plural("confirm.closing", state.seconds_left);
    ui.text(column.x, bottom, column.width, closing, ui::type::kSmall, ui::Role::status,
            text::Align::centre);
    if (footer(ui, buttons) == FooterTap::next) intents.push_back(FinishVisit{});
}

}  // namespace candor::screens
