#include <algorithm>

#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"
#include "screens/reader/blocks.h"
#include "text/style.h"

namespace candor::screens {
namespace {

/// A line of text with the found words in bold.
text::ParagraphSpec highlighted(ui::Ui& ui, const pack::SearchHit& hit, float width) {
    text::ParagraphSpec spec;
    spec.width_px = width;
    spec.line_height = ui::type::kSmall.line_height;
    spec.language = ui.strings().language();
    spec.max_lines = 3;
    text::Style plain = ui.style(ui::type::kSmall), strong = plain;
    strong.weight = text::Weight::bold;
    strong.colour = ui::colour::kDeepTeal;
    std::size_t at = 0;
    for (const auto& [begin, end] : hit.matches) {
        if (begin < at || end > hit.snippet.size()) continue;
        spec.spans.push_back({hit.snippet.substr(at, begin - at), plain, -1, {}});
        spec.spans.push_back({hit.snippet.substr(begin, end - begin), strong, -1, {}});
        at = end;
    }
    spec.spans.push_back({hit.snippet.substr(at), plain, -1, {}});
    return spec;
}

float hit_card(const State& state, ui::Ui& ui, Intents& intents, const pack::SearchHit& hit,
               const Column& column, float y) {
    const float pad = ui.px(36), inner = column.width - 2 * pad;
    const pack::Pack* pack = state.catalog->library->find(hit.pack);
    const std::string where = pack == nullptr ? "" : pack->title.in(state.visit.language);
    ui::Type eyebrow = ui::type::kLabel;
    eyebrow.size = 28;
    eyebrow.colour = ui::colour::kTeal;
    const auto& top = ui.shape(where, eyebrow, inner);
    const auto& title = ui.shape(hit.title, ui::type::kTitle, inner);
    const text::Paragraph line = ui.shape_editable(highlighted(ui, hit, inner));
    const float height =
        pad + top.height() + ui.px(6) + title.height() + ui.px(10) + line.height() + pad;
    const base::Rect rect{column.x, y, column.width, height};
    const std::string key = hit.pack + "/" + hit.page + "/" + std::to_string(hit.block);
    const ui::Touched touched =
        ui.touchable({ui::Role::link, hit.title, hit.snippet, ui::kNoState, ui::kPress, rect}, key);
    if (touched.tapped) intents.push_back(OpenPlace{{hit.pack, hit.page, 0, hit.block}});
    ui::card(ui, rect, touched.pressed ? ui::colour::kMint : ui::colour::kCard);
    float at = y + pad;
    ui.canvas().paragraph(top, column.x + pad, at, inner);
    at += top.height() + ui.px(6);
    ui.canvas().paragraph(title, column.x + pad, at, inner);
    at += title.height() + ui.px(10);
    ui.canvas().paragraph(line, column.x + pad, at, inner);
    return height;
}

/// With nothing typed: the questions that people ask, open at a touch.
float asked_questions(const State& state, ui::Ui& ui, Intents& intents, const Column& column,
                      float y) {
    y += ui.text(column.x, y, column.width, ui.tr("search.people-ask"), ui::type::kSubhead,
                 ui::Role::heading) +
         ui.px(24);
    for (const pack::Pack& pack : state.catalog->library->packs) {
        for (const pack::Page& page : pack.pages_in(state.visit.language)) {
            for (std::size_t i = 0; i < page.blocks.size(); ++i) {
                if (std::get_if<pack::Faq>(&page.blocks[i].body) == nullptr) continue;
                const std::string key = pack.id + "/" + page.id + "/" + std::to_string(i);
                const BlockContext at{state, ui, intents, pack, key, column.x, column.width};
                y += draw_block(at, page.blocks[i], y) + ui.px(24);
            }
        }
    }
    return y;
}

float results(const State& state, ui::Ui& ui, Intents& intents, const Column& column, float y) {
    const auto& hits = state.visit.hits;
    if (state.visit.search_words.empty()) return asked_questions(state, ui, intents, column, y);
    const std::string count = ui.strings().plural("search.results", static_cast<int>(hits.size()));
    const std::string words = hits.empty() ? ui.tr("search.none") : count;
    y += ui.text(column.x, y, column.width, words, ui::type::kSmall, ui::Role::status) + ui.px(20);
    for (const pack::SearchHit& hit : hits)
        y += hit_card(state, ui, intents, hit, column, y) + ui.px(24);
    return y;
}

}  // namespace

void draw_search(const State& state, ui::Ui& ui, Intents& intents) {
    const Column column = content_column(ui);
    float y = top_bar(state, ui, intents, {ui.tr("reader.topics"), false, false}) + ui.px(32);
    const std::string label = ui.tr("search.label"), hint = ui.tr("search.hint");
    const bool focused = state.visit.field == Field::search;
    const ui::FieldTouched field = ui::text_field(
        ui, column.x, y, column.width,
        {label, "search", hint, &state.visit.search_words, state.visit.caret, focused});
    if (field.tapped) intents.push_back(FocusField{Field::search, field.caret});
    y += field.height + ui.px(16);
    float bottom = static_cast<float>(ui.theme().height());
    if (focused) bottom -= ui::keyboard_height(ui);
    scrolling_body(ui, y, bottom,
                   [&](float top) { return results(state, ui, intents, column, top + ui.px(16)); });
}

}  // namespace candor::screens
