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
    strong.colour = ui.colour(ui::Colour::deep_teal);
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

void draw_hit(const Drawing& at, ui::Flow& flow, const pack::SearchHit& hit) {
    ui::Ui& ui = at.ui;
    const pack::Pack* pack = at.catalog().library->find(hit.pack);
    ui::Type eyebrow = ui::type::kLabel;
    eyebrow.size = 28;
    eyebrow.colour = ui::Colour::teal;
    const auto ground = [&](const base::Rect& rect, const ui::Touched& touched) {
        ui::card(ui, rect, touched.pressed ? ui::Colour::mint : ui::Colour::card);
    };
    const std::string key = hit.pack + "/" + hit.page + "/" + std::to_string(hit.block);
    const ui::Touched touched = flow.touchable(
        {ui::Role::link, hit.title, hit.snippet, ui::kNoState, ui::kPress, {}}, key, ground, {},
        [&](ui::Flow& inner) {
            const std::string where = pack == nullptr ? "" : pack->title.in(at.language());
            inner.words(ui.shape(where, eyebrow, inner.width()));
            inner.gap(6);
            inner.words(ui.shape(hit.title, ui::type::kTitle, inner.width()));
            inner.gap(10);
            inner.words(ui.shape_editable(highlighted(ui, hit, inner.width())));
        });
    if (touched.tapped) at.emit(OpenPlace{{hit.pack, hit.page, 0, hit.block, hit.item}});
}

/// With nothing typed: the questions that people ask, open at a touch.
void draw_asked_questions(const Drawing& at, ui::Flow& flow) {
    flow.heading(at.tr("search.people-ask"), ui::type::kSubhead);
    flow.gap(24);
    for (const pack::Pack& pack : at.catalog().library->packs) {
        for (const pack::Page& page : pack.pages_in(at.language())) {
            for (std::size_t i = 0; i < page.blocks.size(); ++i) {
                if (std::get_if<pack::Faq>(&page.blocks[i].body) == nullptr) continue;
                draw_block(at, flow, {pack, pack.id + "/" + page.id + "/" + std::to_string(i)},
                           page.blocks[i]);
                flow.gap(24);
            }
        }
    }
}

/// Words that the packs have, where what was typed finds nothing.
void draw_nearest(const Drawing& at, ui::Flow& flow) {
    const auto& words = at.visit().search.nearest;
    if (words.empty()) return;
    flow.heading(at.tr("search.nearest"), ui::type::kSubhead);
    flow.gap(20);
    ui::PillRow row(flow, 20, 20);
    for (const std::string& word : words)
        if (row.add({word, "search", word})) at.emit(SearchFor{word});
    flow.gap(40);
}

/// Between a keyboard and the words that are typed there may be room for a line alone.
enum class Room { little, much };

void draw_results(const Drawing& at, ui::Flow& flow, Room room) {
    flow.gap(16);
    if (at.visit().search.words.empty()) return draw_asked_questions(at, flow);
    const auto& hits = at.visit().search.hits;
    const int count = static_cast<int>(hits.size());
    flow.text(hits.empty() ? at.tr("search.none") : at.ui.strings().plural("search.results", count),
              ui::type::kSmall, ui::Role::status);
    flow.gap(20);
    if (hits.empty() && room == Room::much) {
        draw_nearest(at, flow);
        draw_asked_questions(at, flow);
    }
    for (const pack::SearchHit& hit : hits) {
        draw_hit(at, flow, hit);
        flow.gap(24);
    }
}

void draw_search_field(const Drawing& at, ui::Flow& flow) {
    const std::string label = at.tr("search.label"), hint = at.tr("search.hint");
    const std::string full = at.tr("field.full");
    ui::FieldSpec spec{label, "search", hint, &at.visit().search.words, at.visit().typing.caret};
    spec.focused = at.visit().typing.field == Field::search;
    spec.full = full;
    const ui::FieldTouched field = ui::text_field(flow, spec);
    if (field.tapped) at.emit(FocusField{Field::search, field.caret});
    flow.gap(16);
}

/// On a wide screen the keys come up beside what is found.
base::Rect search_side(ui::Ui& ui) {
    if (ui.theme().landscape()) return sides(ui, kShareOfKeys).end;
    return {0, 0, static_cast<float>(ui.theme().width()), static_cast<float>(ui.theme().height())};
}

}  // namespace

void draw_search(const Drawing& at) {
    ui::Ui& ui = at.ui;
    const bool wide = ui.theme().landscape();
    const base::Rect side = search_side(ui);
    if (wide)
        draw_asking_side(ui, "asking", {{0, 0, side.x, side.h}}, [&](ui::Flow& flow) {
            flow.heading(at.tr("home.search"), ui::type::kHeadline);
        });
    const Column column = wide ? column_of(ui, side) : content_column(ui);
    const auto draw_bar = [&] { return draw_top_bar(at, {at.tr("reader.topics"), false, false}); };
    // Gives the y of its end.
    const auto draw_head = [&](float top) {
        ui::Flow head(ui, column.x, top, column.width);
        head.gap(32);
        draw_search_field(at, head);
        return head.y();
    };
    const bool typing = at.visit().typing.field == Field::search && !wide;
    const float bottom = side.h - (typing ? ui::keyboard_height(ui) : 0);
    // Where both have no room above the keys, what is typed goes first.
    bool has_bar = true;
    if (typing) ui.measure([&] { has_bar = draw_head(draw_bar()) <= bottom; });
    const float end = draw_head(has_bar ? draw_bar() : 0);
    const Room room = bottom - end > ui.px(260) ? Room::much : Room::little;
    const base::Rect view{side.x, end, side.w, bottom - end};
    // Not a slit in which nothing can be read or touched: what was found is there without the keys.
    if (view.h < ui.px(80)) return;
    draw_pane(ui, {"main", view, column}, [&](ui::Flow& flow) { draw_results(at, flow, room); });
}

}  // namespace candor::screens
