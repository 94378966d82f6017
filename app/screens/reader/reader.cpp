#include <algorithm>

#include "screens/frame/gone.h"
#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"
#include "screens/reader/blocks.h"

namespace candor::screens {
namespace {

struct Reading {
    const pack::Pack& pack;
    const std::vector<pack::Page>& pages;
    const pack::Page& page;
    int index = 0, steps = 0, step = 0;
};

std::string eyebrow(const State& state, ui::Ui& ui, const Reading& at) {
    return ui.tr("reader.position", {{"pack", at.pack.title.in(state.visit.language)},
                                     {"n", std::to_string(at.index + 1)},
                                     {"of", std::to_string(at.pages.size())}});
}

Footer footer_of(ui::Ui& ui, const Reading& at) {
    Footer footer;
    const bool last = at.index + 1 == static_cast<int>(at.pages.size());
    if (at.step > 0)
        footer.back = ui.tr("reader.step-back", {{"n", std::to_string(at.step)}});
    else
        footer.back = at.index == 0 ? ui.tr("reader.topics") : ui.tr("reader.back");
    if (at.step + 1 < at.steps) {
        const pack::Step& next = steps_of(at.page)->steps[static_cast<std::size_t>(at.step + 1)];
        footer.next =
            ui.tr("reader.step-next", {{"n", std::to_string(at.step + 2)}, {"title", next.title}});
    } else if (last) {
        footer.next = ui.tr("reader.done");
        footer.next_icon = "check";
    } else {
        footer.next =
            ui.tr("reader.next",
                  {{"title", at.pages[static_cast<std::size_t>(at.index + 1)].short_title}});
    }
    return footer;
}

/// "Sample content, not yet reviewed by a clinician", or who reviewed it; touch it for more.
float review_line(ui::Ui& ui, Intents& intents, const Reading& at, float x, float y, float width) {
    const auto& review = at.pack.review;
    const bool overdue = review.due.time == pack::ReviewTime::passed;
    const bool draft = overdue || review.status == pack::ReviewStatus::draft;
    const std::string words =
        overdue ? ui.tr("review.being-reviewed")
        : draft ? ui.tr("review.draft")
                : ui.tr("review.reviewed",
                        {{"name", review.name}, {"role", review.role}, {"date", review.date}});
    ui::Type type = ui::type::kSmall;
    type.colour = draft ? ui::colour::kBrown : ui::colour::kSoftInk;
    const float icon = ui.px(36), gap = ui.px(16);
    const auto& text = ui.shape(words, type, width - icon - gap);
    const float height = std::max(text.height(), ui.px(96));
    const ui::Touched touched = ui.touchable(
        {ui::Role::button, words, {}, ui::kNoState, ui::kPress, {x, y, width, height}}, "review");
    if (touched.tapped) intents.push_back(OpenSheet{{SheetKind::about_pack, at.pack.id, {}}});
    ui.icon("info", {x, y + (height - icon) / 2, icon, icon}, type.colour);
    ui.canvas().paragraph(text, x + icon + gap, y + (height - text.height()) / 2,
                          width - icon - gap);
    return height;
}

float draw_page(const State& state, ui::Ui& ui, Intents& intents, const Reading& at, float top) {
    const Column column = content_column(ui);
    float y = top + ui.px(20);
    y += preview_findings(state, ui, column, y);
    ui::Type small = ui::type::kLabel;
    small.colour = ui::colour::kTeal;
    y += ui.text(column.x, y, column.width, eyebrow(state, ui, at), small) + ui.px(10);
    y += ui.text(column.x, y, column.width, at.page.title, ui::type::kHeadline, ui::Role::heading) +
         ui.px(32);
    for (std::size_t i = 0; i < at.page.blocks.size(); ++i) {
        const std::string key = at.pack.id + "/" + at.page.id + "/" + std::to_string(i);
        const BlockContext context{state, ui, intents, at.pack, key, column.x, column.width};
        if (static_cast<int>(i) == state.visit.place.block) ui.reveal("main", key, y - top);
        y += draw_block(context, at.page.blocks[i], y) + ui.px(36);
    }
    return y + review_line(ui, intents, at, column.x, y - ui.px(12), column.width);
}

bool has_page(const State& state, const std::string& language) {
    const pack::Pack* pack = state.current_pack();
    return pack != nullptr && pack->page(language, state.visit.place.page) != nullptr;
}

/// The page is there in other languages.
void draw_elsewhere(const State& state, ui::Ui& ui, Intents& intents) {
    const float top = top_bar(state, ui, intents, {ui.tr("reader.topics"), false, false});
    const Column column = content_column(ui);
    scrolling_body(ui, top, static_cast<float>(ui.theme().height()), [&](float y) {
        y += ui.px(80);
        y += ui.text(column.x, y, column.width, ui.tr("reader.other-language.title"),
                     ui::type::kSubhead, ui::Role::heading) +
             ui.px(24);
        y += ui.text(column.x, y, column.width, ui.tr("reader.other-language.text"),
                     ui::type::kBody) +
             ui.px(44);
        for (const auto& [code, name] : state.catalog->languages) {
            if (!has_page(state, code)) continue;
            const std::string label = ui.tr("reader.other-language.choose", {{"language", name}});
            const ui::ButtonSpec button{label, ui::ButtonKind::outline, "globe", {}, code};
            const float height = ui::button_height(ui, column.width, button);
            if (ui::button(ui, {column.x, y, column.width, height}, button))
                intents.push_back(SetLanguage{code});
            y += height + ui.px(24);
        }
        return y;
    });
}

void draw_missing(const State& state, ui::Ui& ui, Intents& intents) {
    const auto& languages = state.catalog->languages;
    const bool elsewhere = std::any_of(languages.begin(), languages.end(), [&](const auto& other) {
        return has_page(state, other.code);
    });
    if (elsewhere && !state.catalog->preview) return draw_elsewhere(state, ui, intents);
    draw_gone(state, ui, intents, {ui.tr("reader.missing"), {}});
}

}  // namespace

void draw_reader(const State& state, ui::Ui& ui, Intents& intents) {
    const pack::Page* page = state.current_page();
    if (page == nullptr) return draw_missing(state, ui, intents);
    const pack::Pack& pack = *state.current_pack();
    const auto& pages = pack.pages_in(state.visit.language);
    Reading at{pack, pages, *page, static_cast<int>(page - pages.data()), step_count(*page), 0};
    at.step = std::clamp(state.visit.place.step, 0, std::max(0, at.steps - 1));

    const std::string back = ui.tr(state.visit.came_from.empty() ? "reader.topics" : "reader.back");
    float top = top_bar(state, ui, intents, {back, false, false}) + ui.px(28);
    const Column column = content_column(ui);
    const std::string progress = ui.tr("reader.progress", {{"n", std::to_string(at.index + 1)},
                                                           {"of", std::to_string(pages.size())}});
    ui::progress_segments(ui, {column.x, top, column.width, ui.px(12)}, at.index + 1,
                          static_cast<int>(pages.size()), progress);
    top += ui.px(16);

    const Footer buttons = footer_of(ui, at);
    const float bottom = static_cast<float>(ui.theme().height()) - footer_height(ui, buttons);
    const std::string place = pack.id + "/" + page->id;
    const float shown = ui.transition("page", place);
    scrolling_body(ui, top, bottom, [&](float y) { return draw_page(state, ui, intents, at, y); });
    page_turn(ui, top, bottom, shown);
    switch (footer(ui, buttons)) {
        case FooterTap::next:
            intents.push_back(NextPage{});
            break;
        case FooterTap::back:
            intents.push_back(PreviousPage{});
            break;
        case FooterTap::none:
            break;
    }
}

}  // namespace candor::screens
