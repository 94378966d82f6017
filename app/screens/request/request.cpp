#include <algorithm>
#include <array>
#include <cmath>

#include "base/secret_string.h"
#include "screens/frame/notice.h"
#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"
#include "text/style.h"
#include "ui/fault_text.h"

namespace candor::screens {
namespace {

using consult::FormProblem;

bool has(const Drawing& at, FormProblem problem) {
    const auto& all = at.visit().request.sending.problems;
    return std::find(all.begin(), all.end(), problem) != all.end();
}

struct FieldPlan {
    Field field;
    std::string_view key;
    const base::SecretString& text;
    bool invalid;
    int lines;
};

void draw_form_field(const Drawing& at, ui::Flow& flow, const FieldPlan& plan) {
    const std::string label = at.tr("request." + std::string(plan.key));
    ui::FieldSpec spec{label, plan.key, {}, &plan.text, at.visit().typing.caret};
    spec.focused = at.visit().typing.field == plan.field;
    spec.invalid = plan.invalid;
    spec.required = plan.field == Field::first_name;
    spec.lines = plan.lines;
    if (spec.focused) at.ui.reveal_here("field " + std::string(plan.key), flow.y());
    const ui::FieldTouched touched = ui::text_field(flow, spec);
    if (touched.tapped) at.emit(FocusField{plan.field, touched.caret});
    flow.gap(32);
}

void draw_fields(const Drawing& at, ui::Flow& flow) {
    const consult::ContactForm& typed = at.visit().request.form;
    const bool contact = has(at, FormProblem::contact_missing);
    draw_form_field(at, flow,
                    {Field::first_name, "first-name", typed.first_name,
                     has(at, FormProblem::first_name_missing), 1});
    draw_form_field(
        at, flow,
        {Field::phone, "phone", typed.phone, contact || has(at, FormProblem::phone_odd), 1});
    draw_form_field(
        at, flow,
        {Field::email, "email", typed.email, contact || has(at, FormProblem::email_odd), 1});
    draw_form_field(at, flow, {Field::own_words, "own-words", typed.own_words, false, 3});
}

void draw_time(const Drawing& at, const base::Rect& rect, consult::BestTime time,
               std::string_view key) {
    ui::Ui& ui = at.ui;
    const std::string label = at.tr(key);
    const bool on = at.visit().request.form.best_time == time;
    const ui::Touched touched = ui.touchable(
        {ui::Role::radio, label, {}, on ? ui::kChecked : ui::kNoState, ui::kPress, rect}, key);
    if (touched.tapped) at.emit(SetBestTime{time});
    const bool lit = on || touched.pressed;
    ui.canvas().rounded(rect, ui.px(28), lit ? ui::Colour::mint : ui::Colour::card);
    ui.canvas().ring(rect, ui.px(28), ui.px(on ? 5 : 2),
                     on ? ui::Colour::teal : ui::Colour::soft_ink);
    const float room = rect.w - ui.px(16);
    const auto& words = ui.shape(label, ui::type::kLabel, room, text::Align::centre);
    ui.canvas().paragraph(words, rect.x + ui.px(8), rect.y + (rect.h - words.height()) / 2, room);
}

void draw_best_time(const Drawing& at, ui::Flow& flow) {
    constexpr std::array kTimes{consult::BestTime::morning, consult::BestTime::afternoon,
                                consult::BestTime::evening};
    constexpr std::array<std::string_view, 3> kWords{"request.morning", "request.afternoon",
                                                     "request.evening"};
    flow.text(at.tr("request.best-time"), ui::type::kLabel);
    flow.gap(12);
    flow.row(kTimes.size(), 20, [&](ui::Flow& cell, std::size_t i) {
        draw_time(at, cell.take(at.ui.px(104)), kTimes[i], kWords[i]);
    });
}

void draw_ticks(const Drawing& at, ui::Flow& flow) {
    const consult::ContactForm& form = at.visit().request.form;
    const auto row = [&](const std::string& label, bool checked, const char* key,
                         const Intent& intent) {
        if (ui::check_row(flow, label, checked, key)) at.emit(intent);
    };
    if (!at.visit().check.response.empty() && at.state.self_check() != nullptr)
        row(at.tr("request.send-answers"), form.send_answers, "answers", ToggleSendAnswers{});
    const int ticked = static_cast<int>(ticked_questions(at.state).size());
    if (ticked > 0)
        row(at.ui.strings().plural("request.send-questions", ticked), form.send_questions,
            "questions", ToggleSendQuestions{});
    if (!topics_read(at.state).empty())
        row(at.tr("request.send-topics"), form.send_topics, "topics", ToggleSendTopics{});
    if (!matters(at.state).empty())
        row(at.tr("request.send-values"), form.send_values, "values", ToggleSendMatters{});
    row(at.tr("request.agree"), form.agreed, "agree", ToggleAgreed{});
}

std::string problem_words(const Drawing& at) {
    const Sending& sending = at.visit().request.sending;
    std::string words;
    if (sending.fault) words = ui::fault_text(*sending.fault, at.ui.strings());
    const auto add = [&](FormProblem problem, std::string_view key) {
        if (has(at, problem)) words += (words.empty() ? "" : " ") + at.tr(key);
    };
    add(FormProblem::first_name_missing, "request.problem.first-name");
    add(FormProblem::contact_missing, "request.problem.contact");
    add(FormProblem::phone_odd, "request.problem.phone");
    add(FormProblem::email_odd, "request.problem.email");
    add(FormProblem::agreement_missing, "request.problem.agree");
    return words;
}

/// What is missing or went wrong, in one box on top of the form.
void draw_form_problems(const Drawing& at, ui::Flow& flow) {
    const std::string words = problem_words(at);
    if (words.empty()) return;
    flow.tinted(ui::Colour::peach, 32, {36, 30, 30}, [&](ui::Flow& inner) {
        const float icon = at.ui.px(44);
        at.ui.icon("caution", {inner.x(), inner.y() + at.ui.px(2), icon, icon}, ui::Colour::coral);
        inner.inset(icon + at.ui.px(24), 0,
                    [&](ui::Flow& text) { text.text(words, ui::type::kCard, ui::Role::alert); });
    });
    flow.gap(28);
}

/// What stands instead of the form: nobody types what cannot be stored.
void draw_instead_of_form(const Drawing& at) {
    const float top = draw_top_bar(at, {at.tr("reader.back"), false, false});
    draw_body(at.ui, top, static_cast<float>(at.ui.theme().height()), [&](ui::Flow& flow) {
        flow.gap(24);
        flow.heading(at.tr("out-of-order.title"), ui::type::kHeadline);
        flow.gap(28);
        draw_no_requests(flow);
    });
}

void draw_form(const Drawing& at, ui::Flow& flow) {
    flow.gap(24);
    flow.heading(at.tr("request.title"), ui::type::kHeadline);
    flow.gap(12);
    flow.text(at.tr("request.lead"), ui::type::kLead);
    flow.gap(28);
    if (at.catalog().demonstration) {
        const base::Rect row = flow.take(at.ui.px(56 + 24));
        draw_demonstration_badge(at, row.x, row.y);
    }
    draw_form_problems(at, flow);
    draw_fields(at, flow);
    draw_best_time(at, flow);
    flow.gap(28);
    draw_ticks(at, flow);
    flow.gap(8);
}

}  // namespace

void draw_request(const Drawing& at) {
    if (at.state.asks_in_vain()) return draw_instead_of_form(at);
    ui::Ui& ui = at.ui;
    const float top = draw_top_bar(at, {at.tr("reader.back"), false, false});
    const bool typing = at.visit().typing.field != Field::none;
    const bool again = at.visit().request.sending.fault.has_value();
    ui.transitions().has_stood("sent", "form", 0);
    const Footer buttons{
        {}, at.tr(again ? "request.try-again" : "request.send"), "back", "send", false};
    const auto screen_h = static_cast<float>(ui.theme().height());
    const float bottom = screen_h - (typing ? ui::keyboard_height(ui) : footer_height(ui, buttons));
    draw_body(ui, top, bottom, [&](ui::Flow& flow) { draw_form(at, flow); });
    if (typing) return;
    if (draw_footer(ui, buttons) == FooterTap::next) at.emit(SendRequest{});
}

}  // namespace candor::screens
