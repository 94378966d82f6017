#include <algorithm>
#include <cmath>

#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"
#include "text/style.h"

namespace candor::screens {
namespace {

struct Box {
    float x = 0, y = 0, w = 0;
};

bool all_read(const State& state, const pack::Pack& pack) {
    const auto& pages = pack.pages_in(state.visit.language);
    return !pages.empty() && std::all_of(pages.begin(), pages.end(), [&](const pack::Page& page) {
        return state.visit.read.count(pack.id + "/" + page.id) > 0;
    });
}

std::string extent_of(const State& state, ui::Ui& ui, const pack::Pack& pack) {
    const auto& pages = pack.pages_in(state.visit.language);
    if (pages.empty()) return ui.tr("reader.pack-other-language");
    int words = 0;
    for (const pack::Page& page : pages) words += pack::word_count(page);
    const int minutes = std::max(1, (words + 149) / 150);
    return ui.strings().plural("home.pages", static_cast<int>(pages.size())) + " \u00B7 " +
           ui.strings().plural("home.minutes", minutes);
}

float card_height(const State& state, ui::Ui& ui, const pack::Pack& pack, float width) {
    const float inner = width - 2 * ui.px(36);
    const std::string& language = state.visit.language;
    return ui.px(32 + 112 + 20) +
           ui.shape(pack.title.in(language), ui::type::kTitle, inner).height() + ui.px(10) +
           ui.shape(pack.summary.in(language), ui::type::kSmall, inner).height() + ui.px(18) +
           ui.shape(extent_of(state, ui, pack), ui::type::kLabel, inner).height() + ui.px(28);
}

void pack_card(const State& state, ui::Ui& ui, Intents& intents, const pack::Pack& pack,
               const base::Rect& rect) {
    const std::string& language = state.visit.language;
    const std::string title = pack.title.in(language);
    const bool read = all_read(state, pack);
    const ui::Touched touched =
        ui.touchable({ui::Role::button, title, read ? ui.tr("home.read") : std::string(),
                      ui::kNoState, ui::kPress, rect},
                     pack.id);
    if (touched.tapped) intents.push_back(OpenPack{pack.id});
    ui::card(ui, rect, touched.pressed ? ui::colour::kMint : ui::colour::kCard);
    const float pad = ui.px(36), icon = ui.px(112), x = rect.x + pad, inner = rect.w - 2 * pad;
    float y = rect.y + ui.px(32);
    ui.canvas().rounded({x, y, icon, icon}, ui.px(28), ui::tint_of(pack.tint));
    const base::Rect art = base::Rect{x, y, icon, icon}.inset(ui.px(10));
    if (!pack.cover.empty())
        ui.picture(pack.cover, art, 0, paint::Fit::contain, pack.cover_alt.in(language),
                   {0, 0, 0, 0});
    if (read) {
        const float width = ui::badge_width(ui, ui.tr("home.read"), "check");
        ui::badge(ui, rect.right() - pad - width, y, ui.tr("home.read"), "check", ui::colour::kMint,
                  ui::colour::kDeepTeal);
    }
    y += icon + ui.px(20);
    const auto& name = ui.shape(title, ui::type::kTitle, inner);
    ui.canvas().paragraph(name, x, y, inner);
    y += name.height() + ui.px(10);
    y += ui.text(x, y, inner, pack.summary.in(language), ui::type::kSmall);
    ui::Type extent = ui::type::kLabel;
    extent.size = 30;
    extent.colour = ui::colour::kTeal;
    const std::string words = extent_of(state, ui, pack);
    const float height = ui.shape(words, extent, inner).height();
    ui.text(x, rect.bottom() - ui.px(28) - height, inner, words, extent);
}

float pack_cards(const State& state, ui::Ui& ui, Intents& intents, const Box& at) {
    const auto& packs = state.catalog->library->packs;
    const float gap = ui.px(28);
    const bool two = at.w > ui.px(700) * ui.theme().text_factor();
    const float width = two ? std::floor((at.w - gap) / 2) : at.w;
    float y = at.y;
    for (std::size_t i = 0; i < packs.size(); i += two ? 2 : 1) {
        float height = card_height(state, ui, packs[i], width);
        const bool pair = two && i + 1 < packs.size();
        if (pair) height = std::max(height, card_height(state, ui, packs[i + 1], width));
        pack_card(state, ui, intents, packs[i], {at.x, y, width, height});
        if (pair)
            pack_card(state, ui, intents, packs[i + 1], {at.x + width + gap, y, width, height});
        y += height + gap;
    }
    return y - at.y;
}

float self_check_card(const State& state, ui::Ui& ui, Intents& intents, const Box& at,
                      bool stacked) {
    if (!state.catalog->self_check) return 0;
    const pack::Pack& pack = *state.catalog->self_check->pack;
    const std::string& language = state.visit.language;
    const float pad = ui.px(36), begin_w = stacked ? at.w - 2 * pad : ui.px(250);
    const float inner = stacked ? at.w - 2 * pad : at.w - 3 * pad - begin_w;
    ui::Type title = ui::type::kTitle, summary = ui::type::kSmall;
    title.colour = ui::colour::kOnTeal;
    title.weight = text::Weight::bold;
    summary.colour = ui::colour::kSoftOnTeal;
    summary.size = 31;
    const float title_h = ui.shape(pack.title.in(language), title, inner).height();
    const float words_h = ui.shape(pack.summary.in(language), summary, inner).height();
    const float button_h = ui.px(112);
    float height = pad + title_h + ui.px(10) + words_h + pad;
    if (stacked) height += ui.px(24) + button_h;
    height = std::max(height, button_h + 2 * pad);
    ui.canvas().rounded({at.x, at.y, at.w, height}, ui.px(36),
                        stacked ? base::Rgba{34, 88, 87, 255} : ui::colour::kDeepTeal);
    float y = at.y + (stacked ? pad : (height - title_h - ui.px(10) - words_h) / 2);
    y += ui.text(at.x + pad, y, inner, pack.title.in(language), title, ui::Role::heading) +
         ui.px(10);
    y += ui.text(at.x + pad, y, inner, pack.summary.in(language), summary);
    const base::Rect button = stacked
                                  ? base::Rect{at.x + pad, y + ui.px(24), begin_w, button_h}
                                  : base::Rect{at.x + at.w - pad - begin_w,
                                               at.y + (height - button_h) / 2, begin_w, button_h};
    const bool begun = !state.visit.response.empty();
    const std::string label = ui.tr(begun ? "home.go-on" : "home.begin");
    if (ui::button(ui, button, {label, ui::ButtonKind::on_dark, {}, {}, "self-check"}))
        intents.push_back(BeginSelfCheck{});
    return height;
}

struct Tile {
    std::string label;
    std::string_view icon;
    Intent intent;
};

float tiles(ui::Ui& ui, Intents& intents, const Box& at, const std::vector<Tile>& all) {
    if (all.empty()) return 0;
    const float gap = ui.px(32), count = static_cast<float>(all.size());
    const float width = std::floor((at.w - gap * (count - 1)) / count);
    ui::Type type = ui::type::kLabel;
    const float pad = ui.px(36), icon = ui.px(40), words_w = width - 2 * pad - icon - ui.px(24);
    float height = ui.px(116);
    for (const Tile& tile : all)
        height = std::max(height, ui.shape(tile.label, type, words_w).height() + ui.px(40));
    float x = at.x;
    for (const Tile& tile : all) {
        const base::Rect rect{x, at.y, width, height};
        const ui::Touched touched = ui.touchable(
            {ui::Role::button, tile.label, {}, ui::kNoState, ui::kPress, rect}, "tile");
        if (touched.tapped) intents.push_back(tile.intent);
        ui::card(ui, rect, touched.pressed ? ui::colour::kMint : ui::colour::kCard);
        ui.icon(tile.icon, {x + pad, at.y + (height - icon) / 2, icon, icon}, ui::colour::kTeal);
        const auto& words = ui.shape(tile.label, type, words_w);
        ui.canvas().paragraph(words, x + pad + icon + ui.px(24),
                              at.y + (height - words.height()) / 2, words_w);
        x += width + gap;
    }
    return height;
}

/// With a self-check alone there is nothing to search, and no question to tick.
std::vector<Tile> tiles_of(const State& state, ui::Ui& ui) {
    if (state.catalog->library->packs.empty()) return {};
    return {{ui.tr("home.search"), "search", OpenSearch{}},
            {ui.tr("home.questions"), "questions", OpenSheet{{SheetKind::questions, {}, {}}}}};
}

bool any_draft(const State& state) {
    const auto& packs = state.catalog->library->packs;
    return std::any_of(packs.begin(), packs.end(), [](const pack::Pack& pack) {
        return pack.review.status == pack::ReviewStatus::draft;
    });
}

/// What this screen is and is not: demonstration, sample content.
float notes(const State& state, ui::Ui& ui, const Box& at) {
    float height = 0, x = at.x;
    const float badge = demonstration_badge(state, ui, x, at.y);
    if (badge > 0) {
        x += badge + ui.px(20);
        height = ui.px(60);
    }
    if (!any_draft(state)) return height;
    ui::Type type = ui::type::kSmall;
    type.size = 28;
    const float width = at.x + at.w - x;
    const auto& words = ui.shape(ui.tr("review.draft"), type, width);
    const float y = at.y + std::max(0.0F, (ui.px(56) - words.height()) / 2);
    ui.text(x, y, width, ui.tr("review.draft"), type, ui::Role::status);
    return std::max(height, words.height());
}

void draw_portrait(const State& state, ui::Ui& ui, Intents& intents) {
    const Column column = content_column(ui);
    const float top = top_bar(state, ui, intents, {{}, false, true}) + ui.px(8);
    scrolling_body(ui, top, static_cast<float>(ui.theme().height()), [&](float y) {
        y += ui.px(16);
        y += ui.text(column.x, y, column.width, ui.tr("home.title"), ui::type::kHeadline,
                     ui::Role::heading) +
             ui.px(12);
        if (!state.catalog->library->packs.empty())
            y += ui.text(column.x, y, column.width, ui.tr("home.lead"), ui::type::kLead);
        y += ui.px(28);
        y += pack_cards(state, ui, intents, {column.x, y, column.width});
        const float check = self_check_card(state, ui, intents, {column.x, y, column.width},
                                            ui.theme().text_size() == ui::TextSize::largest);
        y += check > 0 ? check + ui.px(28) : 0;
        y += tiles(ui, intents, {column.x, y, column.width}, tiles_of(state, ui)) + ui.px(24);
        return y + notes(state, ui, {column.x, y, column.width});
    });
}

void draw_landscape(const State& state, ui::Ui& ui, Intents& intents) {
    const auto screen_w = static_cast<float>(ui.theme().width());
    const auto screen_h = static_cast<float>(ui.theme().height());
    const float panel = std::round(screen_w / 3), pad = ui.px(56);
    // The side panel covers the bar's brand with its own.
    const float top = top_bar(state, ui, intents, {{}, false, true}) + ui.px(8);
    ui.canvas().fill({0, 0, panel, screen_h}, ui::colour::kDeepTeal);
    ui::Type name = ui::type::kTitle, title = ui::type::kHeadline, lead = ui::type::kLead;
    name.colour = title.colour = ui::colour::kOnTeal;
    lead.colour = ui::colour::kSoftOnTeal;
    float y = ui.px(64);
    const auto& brand = ui.shape(ui.tr("brand"), name);
    ui.canvas().paragraph(brand, pad, y, brand.width());
    y += brand.height() + ui.px(56);
    const float inner = panel - 2 * pad;
    y += ui.text(pad, y, inner, ui.tr("home.title"), title, ui::Role::heading) + ui.px(20);
    if (!state.catalog->library->packs.empty()) ui.text(pad, y, inner, ui.tr("home.lead"), lead);
    float check = 0;
    ui.measure([&] { check = self_check_card(state, ui, intents, {pad, 0, inner}, true); });
    self_check_card(state, ui, intents, {pad, screen_h - pad - check, inner}, true);

    const float x = panel + pad, width = screen_w - panel - 2 * pad;
    const base::Rect view{panel, top, screen_w - panel, screen_h - top};
    float at = ui.begin_scroll("main", view) + ui.px(20);
    const float start = at;
    at += pack_cards(state, ui, intents, {x, at, width});
    at += tiles(ui, intents, {x, at, width}, tiles_of(state, ui)) + ui.px(28);
    at += notes(state, ui, {x, at, width});
    ui.end_scroll(at - start + ui.px(60));
}

}  // namespace

void draw_home(const State& state, ui::Ui& ui, Intents& intents) {
    if (ui.theme().landscape())
        draw_landscape(state, ui, intents);
    else
        draw_portrait(state, ui, intents);
}

}  // namespace candor::screens
