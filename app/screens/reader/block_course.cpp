#include <algorithm>

#include "screens/frame/clinic_facts.h"
#include "screens/reader/blocks.h"
#include "ui/widgets.h"

namespace candor::screens {
namespace {

std::string days_of(const Drawing& at, const pack::CourseDay& day) {
    if (day.first == day.last) return at.tr("course.day", {{"n", std::to_string(day.first)}});
    return at.tr("course.days",
                 {{"from", std::to_string(day.first)}, {"to", std::to_string(day.last)}});
}

/// Words behind an icon that stands beside their first line.
void draw_behind_icon(ui::Flow& flow, std::string_view icon, ui::Colour colour,
                      const ui::Type& type, const ui::Flow::Draw& words) {
    ui::Ui& ui = flow.ui();
    const float size = ui.px(34), line = ui.theme().type(type.size) * type.line_height;
    ui.icon(icon, {flow.x(), flow.y() + (line - size) / 2, size, size}, colour);
    flow.inset(size + ui.px(14), 0, words);
}

/// How often it is, or that nobody has counted.
void draw_rate(const Drawing& at, ui::Flow& flow, const TextPlace& place,
               const pack::CourseDay& day) {
    if (day.rate.empty() && !day.not_counted) return;
    flow.gap(10);
    if (!day.not_counted) return draw_rich(at, flow, place, day.rate, ui::type::kSmall);
    draw_behind_icon(
        flow, "unknown", ui::Colour::violet_icon, ui::type::kSmall,
        [&](ui::Flow& words) { words.text(at.tr("course.not-counted"), ui::type::kSmall); });
}

void draw_care(const Drawing& at, ui::Flow& flow, const TextPlace& place,
               const pack::CourseDay& day) {
    if (day.care.empty()) return;
    if (!day.usual.empty()) flow.gap(14);
    draw_behind_icon(flow, "check", ui::Colour::teal, ui::type::kCard, [&](ui::Flow& words) {
        draw_rich(at, words, place, day.care, ui::type::kCard);
    });
}

constexpr float kBetweenDays = 36;

/// Its days on the line that leads from one to the next.
void draw_day(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::CourseDay& day,
              bool last) {
    ui::Ui& ui = at.ui;
    const float dot = ui.px(28), bar = ui.px(6), indent = ui.px(64);
    const std::string when = days_of(at, day);
    const auto& title = ui.shape(when, ui::type::kTitle, flow.width() - indent);
    const float line = title.lines().empty() ? ui.px(40) : title.lines().front().bottom;
    const auto mark = [&](const base::Rect& all) {
        const float middle = all.y + line / 2;
        if (!last)
            ui.canvas().fill(
                {all.x + (dot - bar) / 2, middle, bar, line_on(flow, all, line, kBetweenDays)},
                ui::Colour::timeline);
        ui.canvas().circle({all.x, middle - dot / 2, dot, dot}, ui::Colour::teal);
    };
    flow.on(mark, {0, 0, 0}, [&](ui::Flow& whole) {
        whole.inset(indent, 0, [&](ui::Flow& words) {
            words.heading(when, ui::type::kTitle);
            words.gap(6);
            if (!day.usual.empty())
                draw_rich(at, words, place.part("usual"), day.usual, ui::type::kCard);
            draw_rate(at, words, place.part("rate"), day);
            draw_care(at, words, place.part("care"), day);
        });
    });
}

/// The clinic's number, large enough to be read from where the phone is.
void draw_phone(const Drawing& at, ui::Flow& flow) {
    const std::string phone = clinic_phone(at);
    if (phone.empty()) return;
    ui::Ui& ui = at.ui;
    flow.gap(24);
    const float icon = ui.px(44), indent = icon + ui.px(20), room = flow.width() - indent;
    const auto& number = ui.shape(phone, ui::type::kSubhead, room);
    const base::Rect row = flow.take(std::max(icon, number.height()));
    ui.icon("phone", {row.x, row.y + (row.h - icon) / 2, icon, icon}, ui::Colour::coral_icon);
    ui.canvas().paragraph(number, row.x + indent, row.y + (row.h - number.height()) / 2, room);
    ui.node({ui::Role::paragraph,
             at.tr("clinic.phone") + ": " + phone,
             {},
             ui::kNoState,
             ui::kNoAction,
             row});
}

void draw_sign(const Drawing& at, ui::Flow& flow, const TextPlace& place,
               const pack::RichText& sign) {
    ui::Ui& ui = at.ui;
    const float dot = ui.px(12), indent = ui.px(36);
    const float line = ui.theme().type(ui::type::kCard.size) * ui::type::kCard.line_height;
    ui.canvas().circle({flow.x(), flow.y() + (line - dot) / 2, dot, dot}, ui::Colour::coral);
    flow.inset(indent, 0,
               [&](ui::Flow& words) { draw_rich(at, words, place, sign, ui::type::kCard); });
}

/// What means to call, edged in coral so that it is found at a glance.
void draw_call_now(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                   const pack::Course& course) {
    ui::Ui& ui = at.ui;
    const auto ground = [&](const base::Rect& box) {
        ui::tinted(ui, box, ui.px(36), ui::Colour::peach);
        ui.canvas().ring(box, ui.px(36), ui.px(5), ui::Colour::coral);
    };
    flow.on(ground, {40, 36, 36}, [&](ui::Flow& inner) {
        const float icon = ui.px(48);
        ui.icon("caution", {inner.x(), inner.y(), icon, icon}, ui::Colour::coral_icon);
        inner.inset(icon + ui.px(20), 0, [&](ui::Flow& words) {
            words.heading(at.tr("course.call-now"), ui::type::kTitle);
        });
        inner.gap(16);
        for (std::size_t i = 0; i < course.call_now.size(); ++i) {
            draw_sign(at, inner, place.part(i), course.call_now[i]);
            inner.between(10);
        }
        draw_phone(at, inner);
        if (course.call_note.empty()) return;
        inner.gap(20);
        draw_rich(at, inner, place.part("note"), course.call_note, ui::type::kSmall);
    });
}

}  // namespace

void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Course& block) {
    for (std::size_t i = 0; i < block.days.size(); ++i) {
        draw_day(at, flow, place.part(i), block.days[i], i + 1 == block.days.size());
        flow.between(kBetweenDays);
    }
    flow.gap(8);
    mark_limit(at, flow, place);
    draw_call_now(at, flow, place.part("call"), block);
}

}  // namespace candor::screens
