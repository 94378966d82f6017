#include <algorithm>

#include "screens/frame/page_frame.h"
#include "screens/self_check/self_check.h"
#include "screens/self_check/wording.h"

namespace candor::screens {
namespace {

using screening::AnswerState;
using screening::Item;

/// What stands beside a button that changes it.
struct Row {
    std::string words, answer, key;  ///< of the question, or the id of the step to go to
    bool given = true;
    const Item* item = nullptr;  ///< that the answer is to; none: it is no answer
    bool fixed = false;          ///< worked out: there is nothing to change
};

void draw_review_row(const Drawing& at, ui::Flow& flow, const Row& spec) {
    ui::Ui& ui = at.ui;
    const std::string change = at.tr("check.change");
    const std::string name = at.tr("check.change-question", {{"question", spec.words}});
    const ui::Pill pill{change, "pencil", spec.key, false, name};
    const float pad = ui.px(36), pill_w = spec.fixed ? 0 : ui::pill_width(ui, pill);
    ui::Type answer = ui::type::kLabel;
    if (!spec.given) answer.colour = ui::Colour::soft_ink;
    const float inner = flow.width() - pad - pill_w;
    const float words_h = ui.shape(spec.words, ui::type::kSmall, inner).height() +
                          ui.shape(spec.answer, answer, inner).height();
    const base::Rect row = flow.take(std::max(ui.px(96 + 40), words_h + ui.px(56)));
    ui::Flow words(ui, row.x, row.y + (row.h - words_h - ui.px(6)) / 2, inner);
    words.text(spec.words, ui::type::kSmall);
    words.gap(6);
    const auto draw_answer = [&] { words.text(spec.answer, answer); };
    if (spec.item == nullptr)
        draw_answer();
    else if (spec.fixed)
        ui.said_aloud(at.tr("spoken.not-aloud"), draw_answer);
    else
        with_answer(at, *spec.item, draw_answer);
    if (!spec.fixed && ui::pill(ui, row.right() - pill_w, row.y + (row.h - ui.px(96)) / 2, pill))
        at.emit(ChangeAnswer{spec.key});
}

/// What stands together, under the titles of the groups around it.
struct Section {
    std::vector<Title> titles;
    std::vector<Row> rows;
};

Row question_row(const Drawing& at, const Asked& asked) {
    const bool given = at.visit().check.response.state(asked.key) == AnswerState::answered;
    return {item_text(*asked.item, at.language()), answer_of(at.state, asked), asked.key, given,
            asked.item};
}

/// Repetitions are changed one by one, and added or removed on their own step.
Row more_row(const Drawing& at, const FormStep& step, const Piece& more) {
    const std::string title = title_text({more.title.item}, at.ui.strings());
    return {title.empty() ? at.tr("check.more-to-add") : title, at.tr("check.add-or-remove"),
            step.id};
}

std::vector<Section> sections(const Drawing& at, const std::vector<FormStep>& all) {
    std::vector<Section> out;
    const auto put = [&](const Piece& piece, Row row) {
        if (out.empty() || out.back().titles != piece.around) out.push_back({piece.around, {}});
        out.back().rows.push_back(std::move(row));
    };
    for (const FormStep& step : all) {
        for (const Piece& piece : step.pieces) {
            if (piece.kind == Piece::Kind::question)
                put(piece, question_row(at, {piece.title.item, piece.key}));
            if (piece.kind == Piece::Kind::worked_out)
                put(piece, {item_text(piece.item(), at.language()),
                            answer_text(piece.item(), piece.values, at.ui.strings()), piece.key,
                            true, &piece.item(), true});
            if (piece.kind == Piece::Kind::more) put(piece, more_row(at, step, piece));
        }
    }
    return out;
}

/// The innermost as a label, those around it smaller above it.
void draw_section_titles(const Drawing& at, ui::Flow& flow, const std::vector<Title>& titles) {
    if (titles.empty()) return;
    flow.gap(28);
    for (const Title& title : titles) {
        const bool innermost = &title == &titles.back();
        ui::Type type = innermost ? ui::type::kLabel : ui::type::kSmall;
        type.line_height = ui::type::kLabel.line_height;
        if (innermost) type.colour = ui::Colour::teal;
        flow.heading(title_text(title, at.ui.strings()), type);
        if (!innermost) flow.gap(6);
    }
}

/// A card a section, so that no question seems to belong to the title above the ones before it.
void draw_section(const Drawing& at, ui::Flow& flow, const Section& section) {
    flow.card({36, 0, 0}, [&](ui::Flow& rows) {
        draw_section_titles(at, rows, section.titles);
        for (const Row& each : section.rows) {
            if (&each != &section.rows.front()) ui::divider(rows);
            draw_review_row(at, rows, each);
        }
    });
    flow.gap(28);
}

}  // namespace

void draw_review(const Drawing& at, const std::vector<FormStep>& all) {
    ui::Ui& ui = at.ui;
    const bool wide = ui.theme().landscape();
    const bool open =
        open_question(all, at.visit().check.response, at.visit().check.asked, {}).item != nullptr;
    const auto title = [&](ui::Flow& flow) {
        flow.heading(at.tr("check.summary"), ui::type::kHeadline);
        flow.gap(12);
        flow.text(at.tr(open ? "check.summary-open" : "check.summary-lead"), ui::type::kLead);
    };
    const base::Rect side = sides(ui, wide ? kShareOfAsking : 0).end;
    if (wide) draw_asking_side(ui, "asking summary", {{0, 0, side.x, side.h}}, title);
    const float top = draw_top_bar(at, {at.tr("check.stop"), true, false});
    const Column column = wide ? column_of(ui, side) : content_column(ui);
    const Footer buttons{at.tr("reader.back"), at.tr(open ? "check.next" : "check.show-guidance")};
    const float bottom = side.h - footer_height(ui, buttons, column);
    draw_pane(ui, {"main", {side.x, top, side.w, bottom - top}, column}, [&](ui::Flow& flow) {
        flow.gap(28);
        if (!wide) {
            title(flow);
            flow.gap(28);
        }
        for (const Section& section : sections(at, all)) draw_section(at, flow, section);
    });
    const FooterTap tap = draw_footer(ui, buttons, column);
    if (tap == FooterTap::next) at.emit(NextQuestion{});
    if (tap == FooterTap::back) at.emit(PreviousQuestion{});
}

}  // namespace candor::screens
