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

struct Form {
    const State& state;
    ui::Ui& ui;
    Intents& intents;
    Column column;
    float top = 0;  ///< y of the content's start, for scrolling a field into sight
};

bool has(const Form& form, FormProblem problem) {
    const auto& all = form.state.visit.sending.problems;
    return std::find(all.begin(), all.end(), problem) != all.end();
}

struct FieldPlan {
    Field field;
    std::string_view key;
    const base::SecretString& text;
    bool invalid;
    int lines;
};

float one_field(const Form& form, const FieldPlan& plan, float y) {
    ui::Ui& ui = form.ui;
    const std::string label = ui.tr(std::string("request.") + std::string(plan.key));
    const bool focused = form.state.visit.field == plan.field;
    const ui::FieldTouched touched = ui::text_field(ui, form.column.x, y, form.column.width,
                                                    {label,
                                                     plan.key,
                                                     {},
                                                     &plan.text,
                                                     form.state.visit.caret,
                                                     focused,
                                                     plan.invalid,
                                                     plan.field == Field::first_name,
                                                     plan.lines});
    if (touched.tapped) form.intents.push_back(FocusField{plan.field, touched.caret});
    if (focused) ui.reveal("main", "field " + std::string(plan.key), y - form.top);
    return touched.height;
}

float fields(const Form& form, float y) {
    const consult::ContactForm& typed = form.state.visit.form;
    const bool contact = has(form, FormProblem::contact_missing);
    const std::array plans{FieldPlan{Field::first_name, "first-name", typed.first_name,
                                     has(form, FormProblem::first_name_missing), 1},
                           FieldPlan{Field::phone, "phone", typed.phone,
                                     contact || has(form, FormProblem::phone_odd), 1},
                           FieldPlan{Field::email, "email", typed.email,
                                     contact || has(form, FormProblem::email_odd), 1},
                           FieldPlan{Field::own_words, "own-words", typed.own_words, false, 3}};
    const float start = y;
    for (const FieldPlan& plan : plans) y += one_field(form, plan, y) + form.ui.px(32);
    return y - start;
}

float best_time(const Form& form, float y) {
    ui::Ui& ui = form.ui;
    constexpr std::array kTimes{consult::BestTime::morning, consult::BestTime::afternoon,
                                consult::BestTime::evening};
    constexpr std::array<std::string_view, 3> kWords{"request.morning", "request.afternoon",
                                                     "request.evening"};
    const float start = y, gap = ui.px(20);
    y +=
        ui.text(form.column.x, y, form.column.width, ui.tr("request.best-time"), ui::type::kLabel) +
        ui.px(12);
    const float width = std::floor((form.column.width - 2 * gap) / 3);
    for (std::size_t i = 0; i < kTimes.size(); ++i) {
        const std::string label = ui.tr(kWords[i]);
        const bool on = form.state.visit.form.best_time == kTimes[i];
        const base::Rect rect{form.column.x + static_cast<float>(i) * (width + gap), y, width,
                              ui.px(104)};
        const ui::Touched touched = ui.touchable(
            {ui::Role::radio, label, {}, on ? ui::kChecked : ui::kNoState, ui::kPress, rect},
            "time");
        if (touched.tapped) form.intents.push_back(SetBestTime{kTimes[i]});
        const bool lit = on || touched.pressed;
        ui.canvas().rounded(rect, ui.px(28), lit ? ui::colour::kMint : ui::colour::kCard);
        ui.canvas().ring(rect, ui.px(28), ui.px(on ? 5 : 2),
                         on ? ui::colour::kTeal : ui::colour::kSoftInk);
        const auto& words =
            ui.shape(label, ui::type::kLabel, width - ui.px(16), text::Align::centre);
        ui.canvas().paragraph(words, rect.x + ui.px(8), rect.y + (rect.h - words.height()) / 2,
                              width - ui.px(16));
    }
    return y + ui.px(104) - start;
}

float ticks(const Form& form, float y) {
    ui::Ui& ui = form.ui;
    const Visit& visit = form.state.visit;
    const float start = y;
    const auto row = [&](const std::string& label, bool checked, const char* key,
                         const Intent& intent) {
        bool tapped = false;
        y += ui::check_row(ui, form.column.x, y, form.column.width, label, checked, key, tapped);
        if (tapped) form.intents.push_back(intent);
    };
    if (!visit.response.empty() && form.state.self_check() != nullptr)
        row(ui.tr("request.send-answers"), visit.form.send_answers, "answers", ToggleSendAnswers{});
    const int ticked = static_cast<int>(ticked_questions(form.state).size());
    if (ticked > 0)
        row(ui.strings().plural("request.send-questions", ticked), visit.form.send_questions,
            "questions", ToggleSendQuestions{});
    if (!topics_read(form.state).empty())
        row(ui.tr("request.send-topics"), visit.form.send_topics, "topics", ToggleSendTopics{});
    row(ui.tr("request.agree"), visit.form.agreed, "agree", ToggleAgreed{});
    return y - start;
}

/// What is missing or went wrong, in one box on top of the form.
float problems(const Form& form, float y) {
    ui::Ui& ui = form.ui;
    const Sending& sending = form.state.visit.sending;
    std::string words;
    if (sending.fault) words = ui::fault_text(*sending.fault, ui.strings());
    const auto add = [&](FormProblem problem, std::string_view key) {
        if (has(form, problem)) words += (words.empty() ? "" : " ") + ui.tr(key);
    };
    add(FormProblem::first_name_missing, "request.problem.first-name");
    add(FormProblem::contact_missing, "request.problem.contact");
    add(FormProblem::phone_odd, "request.problem.phone");
    add(FormProblem::email_odd, "request.problem.email");
    add(FormProblem::agreement_missing, "request.problem.agree");
    if (words.empty()) return 0;
    const float pad = ui.px(36), icon = ui.px(44), inner = form.column.x + pad + icon + ui.px(24);
    const float width = form.column.width - (inner - form.column.x) - pad;
    const float height = ui.shape(words, ui::type::kCard, width).height() + 2 * ui.px(30);
    ui.canvas().rounded({form.column.x, y, form.column.width, height}, ui.px(32),
                        ui::colour::kPeach);
    ui.icon("caution", {form.column.x + pad, y + ui.px(32), icon, icon}, ui::colour::kCoral);
    ui.text(inner, y + ui.px(30), width, words, ui::type::kCard, ui::Role::alert);
    return height + ui.px(28);
}

/// What stands instead of the form: nobody types what cannot be stored.
void draw_no_requests(const State& state, ui::Ui& ui, Intents& intents) {
    const Column column = content_column(ui);
    const float top = top_bar(state, ui, intents, {ui.tr("reader.back"), false, false});
    scrolling_body(ui, top, static_cast<float>(ui.theme().height()), [&](float y) {
        y += ui.px(24);
        y += ui.text(column.x, y, column.width, ui.tr("out-of-order.title"), ui::type::kHeadline,
                     ui::Role::heading) +
             ui.px(28);
        return y + no_requests(ui, column, y);
    });
}

}  // namespace

void draw_request(const State& state, ui::Ui& ui, Intents& intents) {
    if (state.asks_in_vain()) return draw_no_requests(state, ui, intents);
    Form form{state, ui, intents, content_column(ui)};
    const float top = top_bar(state, ui, intents, {ui.tr("reader.back"), false, false});
    const bool typing = state.visit.field != Field::none;
    const bool again = state.visit.sending.fault.has_value();
    ui.has_stood("sent", "form", 0);
    const Footer buttons{
        {}, ui.tr(again ? "request.try-again" : "request.send"), "back", "send", false};
    const auto screen_h = static_cast<float>(ui.theme().height());
    const float bottom = screen_h - (typing ? ui::keyboard_height(ui) : footer_height(ui, buttons));
    scrolling_body(ui, top, bottom, [&](float y) {
        const Column& column = form.column;
        form.top = y;
        y += ui.px(24);
        y += ui.text(column.x, y, column.width, ui.tr("request.title"), ui::type::kHeadline,
                     ui::Role::heading) +
             ui.px(12);
        y += ui.text(column.x, y, column.width, ui.tr("request.lead"), ui::type::kLead) + ui.px(28);
        if (state.catalog->demonstration) {
            demonstration_badge(state, ui, column.x, y);
            y += ui.px(56 + 24);
        }
        y += problems(form, y);
        y += fields(form, y);
        y += best_time(form, y) + ui.px(28);
        return y + ticks(form, y) + ui.px(8);
    });
    if (typing) return;
    if (footer(ui, buttons) == FooterTap::next) intents.push_back(SendRequest{});
}

}  // namespace candor::screens
