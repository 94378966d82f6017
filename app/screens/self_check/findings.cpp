#include "screens/self_check/findings.h"

#include <algorithm>
#include <set>

#include "screens/frame/clinic_facts.h"
#include "screens/frame/screens.h"
#include "screens/reader/rich_text.h"
#include "screens/self_check/advice.h"
#include "screens/self_check/entry.h"
#include "screens/self_check/wording.h"

namespace candor::screens {
namespace {

ui::Colour mark_of(screening::Level level) {
    switch (level) {
        case screening::Level::urgent:
            return ui::Colour::coral;
        case screening::Level::tell_the_doctor:
            return ui::Colour::amber_icon;
        case screening::Level::less_likely:
            return ui::Colour::soft_ink;
        case screening::Level::worth_a_talk:
            return ui::Colour::teal;
    }
    return ui::Colour::teal;
}

/// `careful`: no tick, since something else stands there that a doctor should see.
std::string_view icon_of(screening::Level level, bool careful) {
    switch (level) {
        case screening::Level::urgent:
            return "caution";
        case screening::Level::tell_the_doctor:
            return "info";
        case screening::Level::less_likely:
            return "unknown";
        case screening::Level::worth_a_talk:
            return careful ? "info" : "check";
    }
    return "info";
}

/// "Because you chose …", for each answer that led here; and the same as it is said aloud.
struct Because {
    std::string shown, aloud;
};

Because because(const Drawing& at, const screening::Matched& matched) {
    Because all;
    std::set<std::string> told;  // two questions may have been skipped in the same words
    const auto add = [&](std::string& answers, const std::string& answer) {
        answers += (answers.empty() ? "" : at.tr("guidance.and")) +
                   at.tr("guidance.quote", {{"answer", answer}});
    };
    for (const screening::Cause& cause : matched.causes) {
        const auto* item = at.catalog().self_check->questionnaire.find(cause.link_id);
        if (item == nullptr) continue;
        const std::string answer = cause_text(*item, cause, at.state.strings());
        if (!told.insert(answer).second) continue;
        add(all.shown, answer);
        add(all.aloud, is_entered(*item) ? at.tr("spoken.not-aloud") : answer);
    }
    for (std::string* answers : {&all.shown, &all.aloud})
        if (!answers->empty()) *answers = at.tr("guidance.because", {{"answers", *answers}});
    return all;
}

void draw_because(const Drawing& at, ui::Flow& flow, const Because& reason) {
    if (reason.shown.empty()) return;
    at.ui.said_aloud(reason.aloud == reason.shown ? "" : reason.aloud,
                     [&] { flow.text(reason.shown, ui::type::kSmall); });
}

/// Words with the pills of their sources behind them, as on the pages.
void draw_cited(const Drawing& at, ui::Flow& flow, const std::string& words,
                const screening::GuidanceFinding& finding, const ui::Type& type) {
    const pack::Pack& pack = *at.catalog().self_check->pack;
    pack::RichText text{{words, false, false, pack::LinkKind::none, {}}};
    for (const std::string& id : finding.sources) {
        if (pack.source(id) == nullptr) continue;
        text.push_back({" ", false, false, pack::LinkKind::none, {}});
        text.push_back({{}, false, false, pack::LinkKind::source, id});
    }
    draw_rich(at, flow, {pack, finding.id}, text, type);
}

void draw_finding(const Drawing& at, ui::Flow& flow, const screening::Matched& matched,
                  bool careful) {
    const auto& finding = *matched.finding;
    const float icon = at.ui.px(40);
    ui::Type title = ui::type::kTitle;
    title.size = 34;
    const float line = at.ui.theme().type(title.size) * title.line_height;
    at.ui.icon(icon_of(finding.level, careful),
               {flow.x(), flow.y() + std::max(0.0F, (line - icon) / 2), icon, icon},
               mark_of(finding.level));
    flow.inset(icon + at.ui.px(20), 0, [&](ui::Flow& words) {
        words.heading(finding.title.in(at.language()), title);
        words.gap(4);
        draw_cited(at, words, finding.text.in(at.language()), finding, ui::type::kSmall);
        const Because reason = because(at, matched);
        if (!reason.shown.empty()) words.gap(4);
        draw_because(at, words, reason);
        if (finding.distress) {
            words.gap(16);
            draw_clinic_crisis(at, words);
        }
    });
}

}  // namespace

void draw_findings(const Drawing& at, ui::Flow& flow, const screening::Outcome& outcome) {
    const bool careful = needs_care(outcome);
    for (const screening::Matched& matched : outcome.findings) {
        ui::divider(flow);
        flow.gap(18);
        draw_finding(at, flow, matched, careful);
        flow.gap(20);
    }
}

void draw_finding_cards(const Drawing& at, ui::Flow& flow, const screening::Outcome& outcome) {
    const bool careful = needs_care(outcome);
    for (const screening::Matched& matched : outcome.findings) {
        flow.card({36, 28, 28}, [&](ui::Flow& card) { draw_finding(at, card, matched, careful); });
        flow.between(24);
    }
}

void draw_what_to_tell(const Drawing& at, ui::Flow& flow) {
    const SelfCheck* check = at.state.self_check();
    if (check == nullptr) return;
    const screening::Outcome outcome =
        screening::evaluate(check->outline, check->guidance, at.visit().check.response);
    flow.text(at.tr("doctor.lead"), ui::type::kBody);
    flow.gap(24);
    ui::Type title = ui::type::kTitle;
    title.size = 36;
    for (const screening::Matched& matched : outcome.findings) {
        if (matched.finding->level != screening::Level::urgent &&
            matched.finding->level != screening::Level::tell_the_doctor)
            continue;
        ui::divider(flow);
        flow.gap(20);
        flow.heading(matched.finding->title.in(at.language()), title);
        flow.gap(6);
        draw_because(at, flow, because(at, matched));
        flow.gap(20);
        if (matched.finding->distress) draw_clinic_crisis(at, flow);
    }
    flow.text(at.tr("doctor.not-kept"), ui::type::kSmall);
}

}  // namespace candor::screens
