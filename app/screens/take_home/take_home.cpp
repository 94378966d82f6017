#include "screens/take_home/take_home.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/geometry.h"
#include "qr/code.h"
#include "screens/frame/notice.h"
#include "screens/take_home/leaflet_pages.h"
#include "screens/take_home/leaflet_text.h"
#include "ui/widgets.h"

namespace candor::screens {
namespace {

using printing::Printing;

constexpr float kCodeOnCard = 440, kCodeOnSheet = 756;
constexpr float kShareOfHeight = 0.55F;  // of the screen: a code is seen whole
constexpr float kLeastBeside = 380;      // for words beside the code

bool prints(const Drawing& at) { return !at.catalog().around.printer.empty(); }

void draw_code(const Drawing& at, const base::Rect& rect) {
    const std::size_t room = qr::room_in(ui::most_squares(at.ui, std::min(rect.w, rect.h)));
    const std::string text =
        leaflet_text(leaflet_of(at.state, at.language()), at.ui.strings(), room,
                     prints(at) ? Rest::on_the_page : Rest::on_the_screen);
    if (ui::qr_code(at.ui, rect, text, at.tr("take.code"))) return;
    at.ui.text(rect.x, rect.y, rect.w, at.tr("take.no-room"), ui::type::kCard);
}

/// nullptr: it goes well, and has words of its own.
const char* trouble_of(Printing printing) {
    switch (printing) {
        case Printing::no_program:
            return "take.print.no-program";
        case Printing::no_printer:
            return "take.print.no-printer";
        case Printing::printer_off:
            return "take.print.off";
        case Printing::paper_out:
            return "take.print.paper-out";
        case Printing::blocked:
            return "take.print.blocked";
        case Printing::failed:
            return "take.print.failed";
        case Printing::under_way:
        case Printing::done:
            break;
    }
    return nullptr;
}

void draw_printing(const Drawing& at, ui::Flow& flow) {
    const auto printing = at.visit().take_home.printing;
    if (!printing) return;
    if (const char* trouble = trouble_of(*printing); trouble != nullptr) {
        draw_notice(flow, {at.tr(trouble), "caution", ui::Colour::sun, ui::Colour::amber_icon,
                           ui::Role::alert});
    } else {
        const char* words = printing == Printing::done ? "take.print.done" : "take.print.under-way";
        draw_notice(flow,
                    {at.tr(words), "info", ui::Colour::mint, ui::Colour::teal, ui::Role::status});
    }
    flow.gap(20);
}

void draw_wishes(const Drawing& at, ui::Flow& flow) {
    const TakingHome& wanted = at.visit().take_home;
    if (!at.visit().request.sending.reference.empty() &&
        ui::check_row(flow, at.tr("take.with-reference"), wanted.reference, "reference"))
        at.emit(ToggleTakeReference{});
    if (!prints(at)) return;
    const std::string other = second_language(at.state);
    if (!other.empty() &&
        ui::check_row(flow,
                      at.tr("take.two-languages",
                            {{"language", at.state.strings_in(other)("language.name")}}),
                      wanted.two_languages, "two-languages"))
        at.emit(ToggleTwoLanguages{});
    if (ui::check_row(flow, at.tr("take.large-print"), wanted.large_print, "large-print"))
        at.emit(ToggleLargePrint{});
}

void draw_print_button(const Drawing& at, ui::Flow& flow) {
    if (!prints(at)) return;
    const std::string label = at.tr("take.print");
    const bool under_way = at.visit().take_home.printing == Printing::under_way;
    if (ui::button(flow, {label, ui::ButtonKind::primary, "print", {}, "print", under_way}))
        at.emit(PrintLeaflet{});
    flow.gap(24);
}

void draw_card_words(const Drawing& at, ui::Flow& flow) {
    ui::Type title = ui::type::kTitle;
    title.size = 36;
    ui::Type short_text = ui::type::kSmall;
    short_text.wrap = text::Wrap::balanced;
    flow.heading(at.tr("take.heading"), title);
    flow.gap(8);
    const int questions = static_cast<int>(ticked_questions(at.state).size());
    flow.text(questions == 0 ? at.tr("take.scan")
                             : at.ui.strings().plural("take.scan-questions", questions),
              short_text);
    flow.gap(18);
    const std::string more = at.tr(prints(at) ? "take.print-or-larger" : "take.larger");
    if (ui::button(flow, {more, ui::ButtonKind::outline, {}, {}, "take-home"}))
        at.emit(OpenSheet{{SheetKind::take_home, {}, {}}});
}

}  // namespace

void draw_take_home(const Drawing& at, ui::Flow& flow) {
    const float in_sight = static_cast<float>(at.ui.theme().height()) * kShareOfHeight;
    const float side = std::min({at.ui.px(kCodeOnSheet), flow.width(), in_sight});
    const auto draw_words = [&](ui::Flow& words) {
        words.text(at.tr("take.lead"), ui::type::kBody);
        words.gap(24);
    };
    const auto draw_rest = [&](ui::Flow& rest) {
        draw_printing(at, rest);
        draw_wishes(at, rest);
        rest.gap(28);
        draw_print_button(at, rest);
    };
    if (!at.ui.theme().landscape()) {
        draw_words(flow);
        const base::Rect row = flow.take(side);
        draw_code(at, {row.x + std::floor((row.w - side) / 2), row.y, side, side});
        flow.gap(24);
        return draw_rest(flow);
    }
    constexpr float kGap = 64;
    const std::array widths{side, flow.width() - side - at.ui.px(kGap)};
    flow.row(widths, kGap, [&](ui::Flow& cell, std::size_t column) {
        if (column == 0) return draw_code(at, cell.take(side));
        draw_words(cell);
        draw_rest(cell);
    });
}

void draw_take_home_card(const Drawing& at, ui::Flow& flow) {
    flow.card({40, 40, 40}, [&](ui::Flow& inner) {
        const float code = std::min(at.ui.px(kCodeOnCard), inner.width()), gap = 40;
        const float beside = inner.width() - code - at.ui.px(gap);
        if (beside < at.ui.theme().type(kLeastBeside)) {
            const base::Rect row = inner.take(code);
            draw_code(at, {row.x + std::floor((row.w - code) / 2), row.y, code, code});
            inner.gap(24);
            return draw_card_words(at, inner);
        }
        const std::array widths{code, beside};
        inner.row(widths, gap, [&](ui::Flow& cell, std::size_t column) {
            if (column == 0) return draw_code(at, cell.take(code));
            draw_card_words(at, cell);
        });
    });
}

}  // namespace candor::screens
