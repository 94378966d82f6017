#include <algorithm>
#include <array>

#include "consult/request/reference.h"
#include "pack/package/clinic.h"
#include "screens/frame/clinic_facts.h"
#include "screens/frame/list_mark.h"
#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"
#include "screens/take_home/take_home.h"

namespace candor::screens {
namespace {

// The second tap of a double tap on "Send" lands where "Finish" is now, and must not take the
// reference away before it was read.
constexpr std::int64_t kDoubleTapMs = 600;
constexpr float kCode = 84, kBetweenCards = 28;

std::string lead_of(const Drawing& at) {
    const std::string& when = at.catalog().clinic.calls_within.in(at.language());
    return when.empty() ? at.tr("confirm.lead") : at.tr("confirm.lead-within", {{"when", when}});
}

void draw_head(const Drawing& at, ui::Flow& flow) {
    const float emblem = at.ui.px(140), gap = 36;
    const std::array widths{emblem, flow.width() - emblem - at.ui.px(gap)};
    flow.row(widths, gap, [&](ui::Flow& cell, std::size_t column) {
        if (column == 0) return draw_emblem(at.ui, cell.take(emblem), "check");
        ui::Type title = ui::type::kHeadline;
        title.size = 60;
        cell.heading(at.tr("confirm.title"), title);
        cell.gap(6);
        cell.text(lead_of(at), ui::type::kCard);
    });
    flow.gap(kBetweenCards);
    if (!at.catalog().demonstration) return;
    const base::Rect row = flow.take(at.ui.px(56 + kBetweenCards));
    draw_demonstration_badge(at, row.x, row.y);
}

/// Where the request can be changed: by phone, or else at the desk.
void draw_change(const Drawing& at, ui::Flow& flow) {
    const pack::Clinic& clinic = at.catalog().clinic;
    if (clinic.phone.empty()) {
        ui::Type change = ui::type::kSmall;
        change.wrap = text::Wrap::balanced;
        return flow.text(at.tr("confirm.say-it"), change);
    }
    ui::Type number = ui::type::kLabel;
    flow.text(at.tr("confirm.to-change"), ui::type::kSmall);
    flow.text(at.ui.strings().left_to_right(clinic.phone), number);
    if (!clinic.hours.empty()) flow.text(clinic.hours.in(at.language()), ui::type::kSmall);
}

void draw_reference(const Drawing& at, ui::Flow& flow) {
    const std::string reference = consult::display_reference(at.visit().request.sending.reference);
    ui::Type label = ui::type::kLabel;
    const ui::Type code{kCode, text::Weight::bold, ui::Colour::deep_teal, 1.2F, 6};
    label.colour = ui::Colour::soft_ink;
    const auto draw_reference_code = [&](ui::Flow& cell) {
        cell.text(at.tr("confirm.reference"), label);
        cell.text(reference, code, ui::Role::status);
    };
    flow.card({44, 36, 36}, [&](ui::Flow& inner) {
        constexpr float kGap = 40;
        const float wide = at.ui.shape(reference, code).width() + at.ui.px(24);
        const float rest = inner.width() - wide - at.ui.px(kGap);
        if (rest < at.ui.theme().type(260)) {
            draw_reference_code(inner);
            inner.gap(12);
            return draw_change(at, inner);
        }
        const std::array widths{wide, rest};
        inner.row(widths, kGap, [&](ui::Flow& cell, std::size_t column) {
            if (column == 0) return draw_reference_code(cell);
            draw_change(at, cell);
        });
    });
    flow.gap(kBetweenCards);
}

void draw_next(const Drawing& at, ui::Flow& flow) {
    ui::Type title = ui::type::kTitle;
    title.size = 36;
    flow.card({44, 32, 32}, [&](ui::Flow& inner) {
        inner.heading(at.tr("confirm.next"), title);
        inner.gap(10);
        int number = 0;
        for (const char* step : {"confirm.next.1", "confirm.next.2", "confirm.next.3"}) {
            draw_list_item(inner, ++number, at.tr(step), ui::type::kOption);
            inner.between(6);
        }
    });
    flow.gap(kBetweenCards);
}

void draw_ticked(const Drawing& at, ui::Flow& flow) {
    const auto questions = ticked_questions(at.state);
    if (questions.empty()) return;
    ui::Type title = ui::type::kTitle;
    title.size = 36;
    flow.card({44, 32, 32}, [&](ui::Flow& inner) {
        inner.heading(at.tr("confirm.your-questions"), title);
        inner.gap(10);
        for (const consult::StaffText& question : questions) {
            draw_list_item(inner, 0, question.read(), ui::type::kOption);
            inner.between(8);
        }
    });
    flow.gap(kBetweenCards);
}

void draw_waits(const Drawing& at, ui::Flow& flow) {
    flow.text(at.tr("confirm.waits"), ui::type::kSmall, ui::Role::paragraph, text::Align::centre);
}

/// On a wide screen: what was done and comes next on one side, what is taken along on the other.
void draw_sent_wide(const Drawing& at, ui::Flow& flow) {
    flow.gap(48);
    flow.row(2, kBetweenColumns, [&](ui::Flow& column, std::size_t place) {
        if (place == 0) {
            draw_head(at, column);
            draw_reference(at, column);
            return draw_next(at, column);
        }
        draw_take_home_card(at, column);
        column.gap(kBetweenCards);
        draw_ticked(at, column);
        draw_waits(at, column);
    });
}

void draw_sent(const Drawing& at, ui::Flow& flow) {
    flow.gap(56);
    draw_head(at, flow);
    draw_reference(at, flow);
    draw_take_home_card(at, flow);
    flow.gap(kBetweenCards);
    draw_next(at, flow);
    draw_ticked(at, flow);
    draw_waits(at, flow);
}

}  // namespace

void draw_confirmation(const Drawing& at) {
    ui::Ui& ui = at.ui;
    const bool second_tap = !ui.transitions().has_stood("sent", "confirmation", kDoubleTapMs);
    const bool wide = ui.theme().landscape();
    const Footer buttons{
        at.tr("confirm.keep-reading"), at.tr("finish.erase"), "list", "erase", second_tap, !wide};
    const Column column = reading_column(ui);
    const auto height = static_cast<float>(ui.theme().height());
    const base::Rect view{0, 0, static_cast<float>(ui.theme().width()),
                          height - footer_height(ui, buttons, column)};
    draw_pane(ui, {"main", view, column}, [&](ui::Flow& flow) {
        if (wide)
            draw_sent_wide(at, flow);
        else
            draw_sent(at, flow);
    });
    switch (draw_footer(ui, buttons, column)) {
        case FooterTap::next:
            return at.emit(FinishVisit{});
        case FooterTap::back:
            return at.emit(GoHome{});
        case FooterTap::none:
            return;
    }
}

}  // namespace candor::screens
