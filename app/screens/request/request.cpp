#include <algorithm>
#include <array>
#include <cmath>

#include "base/secret_string.h"
#include "screens/frame/notice.h"
#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"
#include "text/style.h"
#include "ui/fault_text.h"
#include "ui/segment.h"

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
    std::string problem;
    int lines = 1;
    std::string help = {};
};

/// How much of a focused field has to be in sight: what is said below its box only where there is
/// plenty of room.
float end_in_sight(ui::Ui& ui, const base::Rect& box, float top, float end) {
    constexpr float kPlenty = 0.6F;
    const base::Rect* view = ui.scrolls().viewport();
    return view != nullptr && end - top > view->h * kPlenty ? box.bottom() : end;
}

void draw_form_field(const Drawing& at, ui::Flow& flow, const FieldPlan& plan) {
    const std::string label = at.tr("request." + std::string(plan.key)), full = at.tr("field.full");
    ui::FieldSpec spec{label, plan.key, {}, &plan.text, at.visit().typing.caret};
    spec.focused = at.visit().typing.field == plan.field;
    spec.required = plan.field == Field::first_name;
    spec.lines = plan.lines;
    spec.problem = plan.problem;
    spec.invalid = plan.field == Field::email && has(at, FormProblem::contact_missing);
    spec.help = plan.help;
    spec.full = full;
    spec.phone = plan.field == Field::phone;
    spec.country = at.catalog().clinic.phone_country;
    if (spec.phone || plan.field == Field::email) spec.direction = text::Direction::left_to_right;
    const float top = flow.y();
    const ui::FieldTouched touched = ui::text_field(flow, spec);
    // Where it stands in sight it stays there, whatever comes above or below it.
    if (spec.focused)
        at.ui.bring_into_sight("field " + std::string(plan.key), top, touched.box.y,
                               end_in_sight(at.ui, touched.box, top, flow.y()));
    if (touched.tapped) at.emit(FocusField{plan.field, touched.caret});
    flow.gap(32);
}

/// Why a field is not right, as it was found when the form was sent.
std::string problem_of(const Drawing& at, FormProblem problem, std::string_view key) {
    return has(at, problem) ? at.tr("request.problem." + std::string(key)) : std::string();
}

std::string problem_of_phone(const Drawing& at) {
    const std::string odd = problem_of(at, FormProblem::phone_odd, "phone");
    return odd.empty() ? problem_of(at, FormProblem::contact_missing, "contact") : odd;
}

void draw_fields(const Drawing& at, ui::Flow& flow) {
    const consult::ContactForm& typed = at.visit().request.form;
    draw_form_field(at, flow,
                    {Field::first_name, "first-name", typed.first_name,
                     problem_of(at, FormProblem::first_name_missing, "first-name")});
    draw_form_field(at, flow, {Field::phone, "phone", typed.phone, problem_of_phone(at)});
    draw_form_field(
        at, flow,
        {Field::email, "email", typed.email, problem_of(at, FormProblem::email_odd, "email"), 1,
         at.tr("request.one-is-enough")});
    draw_form_field(at, flow, {Field::own_words, "own-words", typed.own_words, {}, 3});
}

void draw_best_time(const Drawing& at, ui::Flow& flow) {
    constexpr std::array kTimes{consult::BestTime::morning, consult::BestTime::afternoon,
                                consult::BestTime::evening};
    constexpr std::array<std::string_view, 3> kWords{"request.morning", "request.afternoon",
                                                     "request.evening"};
    flow.text(at.tr("request.best-time"), ui::type::kLabel);
    flow.gap(12);
    flow.row(kTimes.size(), 20, [&](ui::Flow& cell, std::size_t i) {
        const std::string label = at.tr(kWords[i]);
        const ui::Segment time{label, kWords[i], at.visit().request.form.best_time == kTimes[i]};
        if (ui::segment(at.ui, cell.take(at.ui.px(104)), time)) at.emit(SetBestTime{kTimes[i]});
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
}

/// The consent, beside Send.
void draw_consent(const Drawing& at, ui::Flow& flow) {
    const std::string missing = problem_of(at, FormProblem::agreement_missing, "agree");
    if (ui::check_row(flow, at.tr("request.agree"), at.visit().request.form.agreed, "agree",
                      missing))
        at.emit(ToggleAgreed{});
    if (!missing.empty()) flow.gap(8);
}

/// What went wrong when it was sent, in one box on top of the form.
void draw_fault(const Drawing& at, ui::Flow& flow) {
    const Sending& sending = at.visit().request.sending;
    if (!sending.fault) return;
    const std::string words = ui::fault_text(*sending.fault, at.ui.strings());
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

void draw_form_title(const Drawing& at, ui::Flow& flow) {
    flow.heading(at.tr("request.title"), ui::type::kHeadline);
    flow.gap(12);
    flow.text(at.tr("request.lead"), ui::type::kLead);
    flow.gap(28);
    if (!at.catalog().demonstration) return;
    const base::Rect row = flow.take(at.ui.px(56 + 24));
    draw_demonstration_badge(at, row.x, row.y);
}

void draw_form(const Drawing& at, ui::Flow& flow) {
    flow.gap(24);
    if (!at.ui.theme().landscape()) draw_form_title(at, flow);
    draw_fault(at, flow);
    draw_fields(at, flow);
    draw_best_time(at, flow);
    flow.gap(28);
    draw_ticks(at, flow);
    flow.gap(8);
}

/// Where the form stands; the consent and Send are below it in the same column.
struct FormPlace {
    base::Rect view;
    Column column;
};

FormPlace place_of_form(ui::Ui& ui) {
    const auto width = static_cast<float>(ui.theme().width());
    const auto height = static_cast<float>(ui.theme().height());
    if (!ui.theme().landscape()) return {{0, 0, width, height}, content_column(ui)};
    const base::Rect end = sides(ui, kShareOfKeys).end;
    return {end, column_of(ui, end)};
}

Footer send_button(const Drawing& at) {
    const bool again = at.visit().request.sending.fault.has_value();
    return {{}, at.tr(again ? "request.try-again" : "request.send"), "back", "send", false};
}

/// Where the consent starts, above Send.
float top_of_sending(const Drawing& at, const Column& column) {
    ui::Ui& ui = at.ui;
    ui::Flow measured(ui, column.x, 0, column.width);
    ui.measure([&] { draw_consent(at, measured); });
    return static_cast<float>(ui.theme().height()) - footer_height(ui, send_button(at), column) -
           measured.height();
}

/// Parted from the form above it, which may go on beyond the line.
void draw_sending(const Drawing& at, const Column& column, float top) {
    at.ui.canvas().fill({column.x, top, column.width, std::max(1.0F, at.ui.px(2))},
                        ui::Colour::line);
    ui::Flow consent(at.ui, column.x, top, column.width);
    draw_consent(at, consent);
    if (draw_footer(at.ui, send_button(at), column) == FooterTap::next) at.emit(SendRequest{});
}

/// The same at the form's end, where it would leave the form a few lines alone.
void draw_sending(const Drawing& at, ui::Flow& flow) {
    flow.gap(28);
    draw_consent(at, flow);
    if (draw_footer(flow, send_button(at)) == FooterTap::next) at.emit(SendRequest{});
}

}  // namespace

void draw_request(const Drawing& at) {
    if (at.state.asks_in_vain()) return draw_instead_of_form(at);
    ui::Ui& ui = at.ui;
    const bool wide = ui.theme().landscape();
    const bool typing = at.visit().typing.field != Field::none;
    const float keyboard = ui::keyboard_height(ui);
    FormPlace place = place_of_form(ui);
    if (wide)
        draw_asking_side(ui, "asking", {{0, 0, place.view.x, place.view.h}, typing ? keyboard : 0},
                         [&](ui::Flow& flow) { draw_form_title(at, flow); });
    const float top = draw_top_bar(at, {at.tr("reader.back"), false, false});
    ui.transitions().has_stood("sent", "form", 0);
    const bool covered = typing && !wide;  // by keys
    const auto height = static_cast<float>(ui.theme().height());
    float bottom = covered ? height - keyboard : top_of_sending(at, place.column);
    const bool stays = wide || bottom - top >= ui.px(kLeastView);
    if (!covered && !stays) bottom = height;
    place.view.y = top;
    place.view.h = bottom - top;
    draw_pane(ui, {"main", place.view, place.column}, [&](ui::Flow& flow) {
        // No field is: the next one that is touched is brought into sight, also the same again.
        const float in_sight = top + ui.px(60);
        if (!typing) ui.bring_into_sight("no field", in_sight, in_sight, in_sight);
        draw_form(at, flow);
        if (!covered && !stays) draw_sending(at, flow);
    });
    if (!covered && stays) draw_sending(at, place.column, bottom);
}

}  // namespace candor::screens
