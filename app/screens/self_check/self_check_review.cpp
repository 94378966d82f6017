#include <algorithm>

#include "screens/frame/page_frame.h"
#include "screens/self_check/self_check.h"
#include "screens/self_check/wording.h"

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

/// What stands beside a button that changes it.
struct Row {
    std::string words, answer, key;  ///< of the question, or the id of the step to go to
    bool given = true;
};

float row(const Review& at, const Row& spec, float y) {
    ui::Ui& ui = at.ui;
    const std::string change = ui.tr("check.change");
    const std::string name = ui.tr("check.change-question", {{"question", spec.words}});
    const ui::Pill pill{change, "pencil", spec.key, false, name};
    const float pad = ui.px(36), pill_w = ui::pill_width(ui, pill), x = at.column.x + pad;
    const float inner = at.column.width - 3 * pad - pill_w;
    ui::Type answer_type = ui::type::kLabel;
    if (!spec.given) answer_type.colour = ui::colour::kSoftInk;
    const float question_h = ui.shape(spec.words, ui::type::kSmall, inner).height();
    const float answer_h = ui.shape(spec.answer, answer_type, inner).height();
    const float height = std::max(ui.px(96 + 40), question_h + answer_h + ui.px(56));
    float text_y = y + (height - question_h - answer_h - ui.px(6)) / 2;
    text_y += ui.text(x, text_y, inner, spec.words, ui::type::kSmall) + ui.px(6);
    ui.text(x, text_y, inner, spec.answer, answer_type);
    if (ui::pill(ui, at.column.x + at.column.width - pad - pill_w, y + (height - ui.px(96)) / 2,
                 pill))
        at.intents.push_back(ChangeAnswer{spec.key});
    return height;
}

/// What stands together, under the titles of the groups around it.
struct Section {
    std::vector<Title> titles;
    std::vector<Row> rows;
};

Row question_row(const Review& at, const Asked& asked) {
    const bool given = at.state.visit.response.state(asked.key) == AnswerState::answered;
    return {item_text(*asked.item, at.state.visit.language), answer_of(at.state, asked), asked.key,
            given};
}

/// Repetitions are changed one by one, and added or removed on their own step.
Row more_row(const Review& at, const Step& step, const Piece& more) {
    const std::string title = title_text({more.title.item}, at.ui.strings());
    return {title.empty() ? at.ui.tr("check.more-to-add") : title, at.ui.tr("check.add-or-remove"),
            step.id};
}

std::vector<Section> sections(const Review& at) {
    std::vector<Section> out;
    const auto put = [&](const Piece& piece, Row row) {
        if (out.empty() || out.back().titles != piece.around) out.push_back({piece.around, {}});
        out.back().rows.push_back(std::move(row));
    };
    for (const Step& step : at.all) {
        for (const Piece& piece : step.pieces) {
            if (piece.kind == Piece::Kind::question)
                put(piece, question_row(at, {piece.title.item, piece.key}));
            if (piece.kind == Piece::Kind::more) put(piece, more_row(at, step, piece));
        }
    }
    return out;
}

/// The innermost as a label, those around it smaller above it.
float title_rows(const Review& at, const std::vector<Title>& titles, float y) {
    if (titles.empty()) return 0;
    const float pad = at.ui.px(36), start = y;
    y += at.ui.px(28);
    for (const Title& title : titles) {
        const bool innermost = &title == &titles.back();
        ui::Type type = innermost ? ui::type::kLabel : ui::type::kSmall;
        type.line_height = ui::type::kLabel.line_height;
        if (innermost) type.colour = ui::colour::kTeal;
        y += at.ui.text(at.column.x + pad, y, at.column.width - 2 * pad,
                        title_text(title, at.ui.strings()), type, ui::Role::heading);
        if (!innermost) y += at.ui.px(6);
    }
    return y - start;
}

float rows(const Review& at, const Section& section, float y) {
    const float start = y, inset = at.ui.px(36);
    y += title_rows(at, section.titles, y);
    for (const Row& each : section.rows) {
        if (&each != &section.rows.front())
            ui::divider(at.ui, at.column.x + inset, y, at.column.width - 2 * inset);
        y += row(at, each, y);
    }
    return y - start;
}

/// A card a section, so that no question seems to belong to the title above the ones before it.
float section_card(const Review& at, const Section& section, float y) {
    return card_around(at.ui, at.column, y, [&](float top) { return rows(at, section, top); });
}

}  // namespace

void draw_review(const State& state, ui::Ui& ui, Intents& intents, const std::vector<Step>& all) {
    const Review at{state, ui, intents, all, content_column(ui)};
    const float top = top_bar(state, ui, intents, {ui.tr("check.stop"), true, false});
    const bool open =
        open_question(all, state.visit.response, state.visit.asked, {}).item != nullptr;
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
        for (const Section& section : sections(at)) y += section_card(at, section, y) + ui.px(28);
        return y;
    });
    const FooterTap tap = footer(ui, buttons);
    if (tap == FooterTap::next && open) intents.push_back(NextQuestion{});
    if (tap == FooterTap::next && !open) intents.push_back(ShowGuidance{});
    if (tap == FooterTap::back) intents.push_back(PreviousQuestion{});
}

}  // namespace candor::screens
