#include <algorithm>

#include "screens/page_frame.h"
#include "screens/self_check.h"
#include "screens/wording.h"

namespace candor::screens {
namespace {

using screening::AnswerState;
using screening::Item;

struct Review {
    const State& state;
    ui::Ui& ui;
    Intents& intents;
    const std::vector<Step>& all;
    Column column;
};

std::string answer_of(const Review& at, const Item& item) {
    const AnswerState status = at.state.visit.response.state(item.link_id);
    if (status == AnswerState::declined) return at.ui.tr("check.rather-not-say");
    if (status == AnswerState::none) return at.ui.tr("check.not-answered");
    return answer_text(item, at.state.visit.response, at.ui.strings());
}

/// One question and its answer, with a button to change it.
float row(const Review& at, const Item& item, float y) {
    ui::Ui& ui = at.ui;
    const std::string question = item_text(item, at.state.visit.language);
    const std::string change = ui.tr("check.change");
    const std::string name = ui.tr("check.change-question", {{"question", question}});
    const ui::Pill pill{change, "pencil", item.link_id, false, name};
    const float pad = ui.px(36), pill_w = ui::pill_width(ui, pill), x = at.column.x + pad;
    const float inner = at.column.width - 3 * pad - pill_w;
    const std::string answer = answer_of(at, item);
    const bool given = at.state.visit.response.state(item.link_id) == AnswerState::answered;
    ui::Type answer_type = ui::type::kLabel;
    if (!given) answer_type.colour = ui::colour::kSoftInk;
    const float question_h = ui.shape(question, ui::type::kSmall, inner).height();
    const float answer_h = ui.shape(answer, answer_type, inner).height();
    const float height = std::max(ui.px(96 + 40), question_h + answer_h + ui.px(56));
    float text_y = y + (height - question_h - answer_h - ui.px(6)) / 2;
    text_y += ui.text(x, text_y, inner, question, ui::type::kSmall) + ui.px(6);
    ui.text(x, text_y, inner, answer, answer_type);
    if (ui::pill(ui, at.column.x + at.column.width - pad - pill_w, y + (height - ui.px(96)) / 2,
                 pill))
        at.intents.push_back(ChangeAnswer{item.link_id});
    return height;
}

/// The title over the questions of one group.
const Item* title_of(const Step& step) {
    if (step.page != nullptr && !step.page->text.empty()) return step.page;
    return step.around.empty() ? nullptr : step.around.back();
}

/// Questions that stand together, under the title of their group if they have one.
struct Section {
    const Item* title = nullptr;
    std::vector<const Item*> questions;
};

std::vector<Section> sections(const std::vector<Step>& all) {
    std::vector<Section> out;
    for (const Step& step : all) {
        const Item* title = title_of(step);
        if (out.empty() || out.back().title != title) out.push_back({title, {}});
        for (const Item* item : step.questions()) out.back().questions.push_back(item);
    }
    return out;
}

float title_row(const Review& at, const Item& title, float y) {
    ui::Type type = ui::type::kLabel;
    type.colour = ui::colour::kTeal;
    const float pad = at.ui.px(36);
    return at.ui.text(at.column.x + pad, y + at.ui.px(28), at.column.width - 2 * pad,
                      item_text(title, at.state.visit.language), type, ui::Role::heading) +
           at.ui.px(28);
}

float rows(const Review& at, const Section& section, float y) {
    const float start = y, inset = at.ui.px(36);
    if (section.title != nullptr) y += title_row(at, *section.title, y);
    for (const Item* item : section.questions) {
        if (item != section.questions.front())
            ui::divider(at.ui, at.column.x + inset, y, at.column.width - 2 * inset);
        y += row(at, *item, y);
    }
    return y - start;
}

/// A card a section, so that no question seems to belong to the title above the ones before it.
float section_card(const Review& at, const Section& section, float y) {
    float height = 0;
    at.ui.measure([&] { height = rows(at, section, y); });
    ui::card(at.ui, {at.column.x, y, at.column.width, height});
    rows(at, section, y);
    return height;
}

}  // namespace

void draw_review(const State& state, ui::Ui& ui, Intents& intents, const std::vector<Step>& all) {
    const Review at{state, ui, intents, all, content_column(ui)};
    const float top = top_bar(state, ui, intents, {ui.tr("check.stop"), true, false});
    const bool open = open_question(all, state.visit.response, state.visit.asked, {}) != nullptr;
    const Footer buttons{ui.tr("reader.back"), ui.tr(open ? "check.next" : "check.show-guidance")};
    const float bottom = static_cast<float>(ui.theme().height()) - footer_height(ui, buttons);
    scrolling_body(ui, top, bottom, [&](float y) {
        const Column& column = at.column;
        y += ui.px(28);
        y += ui.text(column.x, y, column.width, ui.tr("check.summary"), ui::type::kHeadline,
                     ui::Role::heading) +
             ui.px(12);
        y += ui.text(column.x, y, column.width,
                     ui.tr(open ? "check.summary-open" : "check.summary-lead"), ui::type::kLead) +
             ui.px(28);
        for (const Section& section : sections(at.all))
            y += section_card(at, section, y) + ui.px(28);
        return y;
    });
    const FooterTap tap = footer(ui, buttons);
    if (tap == FooterTap::next && open) intents.push_back(NextQuestion{});
    if (tap == FooterTap::next && !open) intents.push_back(ShowGuidance{});
    if (tap == FooterTap::back) intents.push_back(PreviousQuestion{});
}

}  // namespace candor::screens
