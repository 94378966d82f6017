#include <algorithm>

#include "pack/page/pack.h"
#include "screens/frame/gone.h"
#include "screens/frame/notice.h"
#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"
#include "screens/self_check/wording.h"
#include "text/style.h"

namespace candor::screens {
namespace {

base::Rgba mark_of(screening::Level level) {
    switch (level) {
        case screening::Level::urgent:
            return ui::colour::kCoral;
        case screening::Level::tell_the_doctor:
            return ui::mix(ui::colour::kAmber, ui::colour::kInk, 0.35F);
        case screening::Level::less_likely:
            return ui::colour::kSoftInk;
        case screening::Level::worth_a_talk:
            return ui::colour::kTeal;
    }
    return ui::colour::kTeal;
}

std::string_view icon_of(screening::Level level) {
    switch (level) {
        case screening::Level::urgent:
            return "caution";
        case screening::Level::tell_the_doctor:
            return "info";
        case screening::Level::less_likely:
            return "unknown";
        case screening::Level::worth_a_talk:
            return "check";
    }
    return "info";
}

/// "Because you chose …", for each answer that led here.
std::string because(const State& state, ui::Ui& ui, const screening::Matched& matched) {
    std::string answers;
    for (const screening::Cause& cause : matched.causes) {
        const auto* item = state.catalog->self_check->questionnaire.find(cause.link_id);
        if (item == nullptr) continue;
        const std::string answer = cause_text(*item, cause, state.strings());
        answers += (answers.empty() ? "" : ui.tr("guidance.and")) +
                   ui.tr("guidance.quote", {{"answer", answer}});
    }
    return answers.empty() ? std::string() : ui.tr("guidance.because", {{"answers", answers}});
}

float finding_row(const State& state, ui::Ui& ui, Intents& intents,
                  const screening::Matched& matched, float x, float y, float width) {
    const auto& finding = *matched.finding;
    const std::string& language = state.visit.language;
    const float icon = ui.px(48), inner_x = x + icon + ui.px(28), inner = width - icon - ui.px(28);
    const float start = y;
    y += ui.px(28);
    ui.icon(icon_of(finding.level), {x, y, icon, icon}, mark_of(finding.level));
    ui::Type title = ui::type::kTitle;
    title.size = 36;
    y +=
        ui.text(inner_x, y, inner, finding.title.in(language), title, ui::Role::heading) + ui.px(6);
    y += ui.text(inner_x, y, inner, finding.text.in(language), ui::type::kCard) + ui.px(10);
    const std::string reason = because(state, ui, matched);
    if (!reason.empty()) y += ui.text(inner_x, y, inner, reason, ui::type::kSmall) + ui.px(10);
    float at = inner_x;
    const pack::Pack& pack = *state.catalog->self_check->pack;
    for (const std::string& id : finding.sources) {
        const pack::Source* source = pack.source(id);
        if (source == nullptr) continue;
        const std::string label =
            ui.tr("reader.source-number", {{"n", std::to_string(source->number)}});
        const ui::Pill pill{label, {}, finding.id, false};
        const float wide = ui::pill_width(ui, pill);
        if (at > inner_x && at + wide > x + width) {
            at = inner_x;
            y += ui.px(96 + 12);
        }
        if (ui::pill(ui, at, y, pill))
            intents.push_back(OpenSheet{{SheetKind::source, pack.id, id}});
        at += wide + ui.px(16);
    }
    if (!finding.sources.empty()) y += ui.px(96);
    return y + ui.px(28) - start;
}

float reasons(const State& state, ui::Ui& ui, Intents& intents, const screening::Outcome& outcome,
              const Column& column, float y) {
    const float pad = ui.px(44), inner = column.width - 2 * pad;
    const auto body = [&](float top) {
        float at = top + ui.px(36);
        ui::Type title = ui::type::kTitle;
        title.size = 36;
        at += ui.text(column.x + pad, at, inner, ui.tr("guidance.why"), title, ui::Role::heading) +
              ui.px(20);
        for (const screening::Matched& matched : outcome.findings) {
            ui::divider(ui, column.x + pad, at, inner);
            at += finding_row(state, ui, intents, matched, column.x + pad, at, inner);
        }
        return at + ui.px(12) - top;
    };
    float height = 0;
    ui.measure([&] { height = body(y); });
    ui::card(ui, {column.x, y, column.width, height});
    return body(y);
}

float not_a_diagnosis(ui::Ui& ui, const Column& column, float y) {
    const float pad = ui.px(40), inner = column.width - 2 * pad;
    text::ParagraphSpec spec;
    spec.width_px = inner;
    spec.line_height = ui::type::kCard.line_height;
    spec.language = ui.strings().language();
    text::Style strong = ui.style(ui::type::kCard);
    strong.weight = text::Weight::bold;
    const std::string first = ui.tr("guidance.not-a-diagnosis"), rest = ui.tr("guidance.limits");
    spec.spans = {{first + " ", strong, -1, {}}, {rest, ui.style(ui::type::kCard), -1, {}}};
    const auto& words = ui.shape(spec);
    const float height = words.height() + 2 * ui.px(36);
    ui.canvas().rounded({column.x, y, column.width, height}, ui.px(36), ui::colour::kSky);
    ui.canvas().paragraph(words, column.x + pad, y + ui.px(36), inner);
    ui.node({ui::Role::paragraph,
             first + " " + rest,
             {},
             ui::kNoState,
             ui::kNoAction,
             {column.x, y, column.width, height}});
    return height;
}

}  // namespace

void draw_guidance(const State& state, ui::Ui& ui, Intents& intents) {
    const SelfCheck* check = state.self_check();
    if (check == nullptr) return draw_gone_questions(state, ui, intents);
    const screening::Outcome outcome =
        screening::evaluate(check->outline, check->guidance, state.visit.response);
    const std::string& language = state.visit.language;
    const Column column = content_column(ui);
    const float top = top_bar(state, ui, intents, {ui.tr("guidance.answers"), false, false});
    const bool takes_requests = state.kiosk.takes_requests;
    const Footer buttons{ui.tr("guidance.finish"),
                         takes_requests ? ui.tr("guidance.ask") : std::string(), "erase", "next",
                         false};
    const float bottom = static_cast<float>(ui.theme().height()) - footer_height(ui, buttons);
    const float shown = ui.transition("page", "guidance");
    scrolling_body(ui, top, bottom, [&](float y) {
        y += ui.px(24);
        ui::Type small = ui::type::kLabel;
        small.colour = ui::colour::kTeal;
        y += ui.text(column.x, y, column.width, ui.tr("guidance.eyebrow"), small) + ui.px(10);
        y += ui.text(column.x, y, column.width, outcome.title.in(language), ui::type::kHeadline,
                     ui::Role::heading) +
             ui.px(20);
        y += ui.text(column.x, y, column.width, outcome.text.in(language), ui::type::kBody) +
             ui.px(32);
        if (!takes_requests) y += no_requests(ui, column, y) + ui.px(32);
        if (!outcome.findings.empty())
            y += reasons(state, ui, intents, outcome, column, y) + ui.px(32);
        y += not_a_diagnosis(ui, column, y) + ui.px(24);
        return y + ui.text(column.x, y, column.width, ui.tr("guidance.erased"), ui::type::kSmall,
                           ui::Role::paragraph, text::Align::centre);
    });
    page_turn(ui, top, bottom, shown);
    switch (footer(ui, buttons)) {
        case FooterTap::next:
            intents.push_back(OpenRequest{});
            break;
        case FooterTap::back:
            intents.push_back(OpenSheet{{SheetKind::finish, {}, {}}});
            break;
        case FooterTap::none:
            break;
    }
}

}  // namespace candor::screens
