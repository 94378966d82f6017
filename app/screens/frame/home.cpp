#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "screens/frame/clinic_facts.h"
#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"
#include "screens/self_check/advice.h"
#include "text/style.h"

namespace candor::screens {
namespace {

bool all_read(const Drawing& at, const pack::Pack& pack) {
    const auto& pages = pack.pages_in(at.language());
    return !pages.empty() && std::all_of(pages.begin(), pages.end(), [&](const pack::Page& page) {
        return at.visit().reading.read.count(pack.id + "/" + page.id) > 0;
    });
}

std::string extent_of(const Drawing& at, const pack::Pack& pack) {
    const auto& pages = pack.pages_in(at.language());
    if (pages.empty()) return at.tr("reader.pack-other-language");
    int words = 0;
    for (const pack::Page& page : pages) words += page.words;
    const int minutes = std::max(1, (words + 149) / 150);
    const ui::Strings& strings = at.ui.strings();
    return strings.plural("home.pages", static_cast<int>(pages.size())) + " \u00B7 " +
           strings.plural("home.minutes", minutes);
}

/// The measures of a card, in design units.
struct CardShape {
    float above = 32, icon = 112, under_icon = 20, under_title = 10, under_summary = 18, below = 28;
    bool extent_in_head = false;  ///< beside the icon; else at the card's foot
    float title = ui::type::kTitle.size, between = 28;
    float air = 1;          ///< of what the page leaves between its parts
    bool with_call = true;  ///< a tile below them offers a call, which "Ask staff" does too
};

/// From the roomiest to the closest.
constexpr std::array<CardShape, 7> kCardShapes{{{},
                                                {28, 72, 16, 8, 0, 28, true},
                                                {26, 64, 14, 6, 0, 26, true, 38, 24},
                                                {22, 60, 10, 4, 0, 22, true, 36, 20, 0.9F},
                                                {20, 56, 8, 2, 0, 18, true, 36, 18, 0.8F},
                                                {18, 56, 6, 0, 0, 16, true, 36, 16, 0.6F},
                                                {16, 52, 4, 0, 0, 14, true, 34, 14, 0.5F}}};

/// The first with which all that stands on the page is seen at once; `height_with` says how high it
/// is. What has to be scrolled anyway is as roomy as it reads well.
CardShape roomiest_shape(float room, const std::function<float(const CardShape&)>& height_with) {
    for (const bool with_call : {true, false}) {
        for (CardShape shape : kCardShapes) {
            shape.with_call = with_call;
            if (height_with(shape) <= room) return shape;
        }
    }
    return kCardShapes[1];
}

/// A card's cover, which grows with the text around it, though less.
float cover_size(ui::Ui& ui, const CardShape& shape) {
    return ui.px(shape.icon * (1 + (ui.theme().text_factor() - 1) * 0.7F));
}

/// The cover, and what stands beside it.
float head_height(const Drawing& at, const CardShape& shape) {
    return std::max(cover_size(at.ui, shape), ui::badge_height(at.ui, at.tr("home.read")));
}

ui::Type title_type(const CardShape& shape) {
    ui::Type type = ui::type::kTitle;
    type.size = shape.title;
    return type;
}

ui::Type summary_type() {
    ui::Type type = ui::type::kSmall;
    type.wrap = text::Wrap::balanced;
    return type;
}

ui::Type extent_type() {
    ui::Type type = ui::type::kLabel;
    type.size = 30;
    type.colour = ui::Colour::teal;
    return type;
}

float card_height(const Drawing& at, const pack::Pack& pack, const CardShape& shape, float width) {
    ui::Ui& ui = at.ui;
    const float inner = width - 2 * ui.px(36);
    const float foot =
        shape.extent_in_head ? 0 : ui.shape(extent_of(at, pack), extent_type(), inner).height();
    return ui.px(shape.above) + head_height(at, shape) + ui.px(shape.under_icon) +
           ui.shape(pack.title.in(at.language()), title_type(shape), inner).height() +
           ui.px(shape.under_title) +
           ui.shape(pack.summary.in(at.language()), summary_type(), inner).height() +
           ui.px(shape.under_summary) + foot + ui.px(shape.below);
}

/// The cover on its ground, and whether all was read.
void draw_card_head(const Drawing& at, ui::Flow& flow, const pack::Pack& pack,
                    const CardShape& shape) {
    ui::Ui& ui = at.ui;
    const base::Rect row = flow.take(head_height(at, shape));
    const float side = cover_size(ui, shape);
    const base::Rect icon{row.x, row.y + std::round((row.h - side) / 2), side, side};
    ui.canvas().rounded(icon, std::round(side / 4), ui::tint_of(pack.tint));
    if (!pack.cover.empty())
        ui.picture(pack.cover, icon.inset(std::round(side / 12)), 0, paint::Fit::contain,
                   pack.cover_alt.in(at.language()), ui::Colour::none);
    if (all_read(at, pack)) {
        const float width = ui::badge_width(ui, at.tr("home.read"), "check");
        const float y = row.y + (row.h - ui::badge_height(ui, at.tr("home.read"))) / 2;
        ui::badge(ui, row.right() - width, y, at.tr("home.read"), "check", ui::Colour::mint,
                  ui::Colour::deep_teal);
    } else if (shape.extent_in_head) {
        const float start = icon.w + ui.px(20), room = row.w - start;
        const std::string words = extent_of(at, pack);
        const float height = ui.shape(words, extent_type(), room).height();
        ui.text(row.x + start, row.y + (row.h - height) / 2, room, words, extent_type());
    }
}

void draw_pack_card(const Drawing& at, const pack::Pack& pack, const CardShape& shape,
                    const base::Rect& rect) {
    ui::Ui& ui = at.ui;
    const std::string title = pack.title.in(at.language());
    const ui::Touched touched = ui.touchable(
        {ui::Role::button, title, all_read(at, pack) ? at.tr("home.read") : std::string(),
         ui::kNoState, ui::kPress, rect},
        pack.id);
    if (touched.tapped) at.emit(OpenPack{pack.id});
    ui::card(ui, rect, touched.pressed ? ui::Colour::mint : ui::Colour::card);
    const float pad = ui.px(36);
    ui::Flow flow(ui, rect.x + pad, rect.y + ui.px(shape.above), rect.w - 2 * pad);
    draw_card_head(at, flow, pack, shape);
    flow.gap(shape.under_icon);
    flow.words(ui.shape(title, title_type(shape), flow.width()));
    flow.gap(shape.under_title);
    flow.text(pack.summary.in(at.language()), summary_type());
    if (shape.extent_in_head) return;
    const std::string words = extent_of(at, pack);
    const float height = ui.shape(words, extent_type(), flow.width()).height();
    ui.text(flow.x(), rect.bottom() - ui.px(shape.below) - height, flow.width(), words,
            extent_type());
}

/// Of an odd number the first is as wide as two, so that none stands alone at the end.
void draw_pack_cards(const Drawing& at, ui::Flow& flow, const CardShape& shape) {
    const auto& packs = at.catalog().library->packs;
    const bool two = flow.width() > at.ui.px(700) * at.ui.theme().text_factor();
    const std::size_t wide = two && packs.size() % 2 == 1 && packs.size() > 1 ? 1 : 0;
    for (std::size_t i = 0; i < wide; ++i) {
        const float height = card_height(at, packs[i], shape, flow.width());
        draw_pack_card(at, packs[i], shape, flow.take(height));
        flow.gap(shape.between);
    }
    flow.grid(
        {packs.size() - wide, two ? 2U : 1U, shape.between},
        [&](std::size_t i, float width) { return card_height(at, packs[i + wide], shape, width); },
        [&](std::size_t i, const base::Rect& rect) {
            draw_pack_card(at, packs[i + wide], shape, rect);
        });
    flow.gap(packs.empty() ? 0 : shape.between);
}

struct SelfCheckWords {
    std::string title, summary;
    ui::Type title_type = ui::type::kTitle, summary_type = ui::type::kSmall;
};

SelfCheckWords self_check_words(const Drawing& at) {
    const pack::Pack& pack = *at.catalog().self_check->pack;
    SelfCheckWords words{pack.title.in(at.language()), pack.summary.in(at.language())};
    words.title_type.colour = ui::Colour::on_hero;
    words.title_type.weight = text::Weight::bold;
    words.summary_type.colour = ui::Colour::soft_on_hero;
    words.summary_type.size = 31;
    return words;
}

void draw_words(ui::Flow& flow, const SelfCheckWords& words) {
    flow.heading(words.title, words.title_type);
    flow.gap(10);
    flow.text(words.summary, words.summary_type);
}

std::string begin_label(const Drawing& at) {
    return at.tr(at.visit().check.response.empty() ? "home.begin" : "home.go-on");
}

ui::ButtonSpec begin_spec(std::string_view label) {
    return {label, ui::ButtonKind::on_dark, {}, {}, "self-check"};
}

/// All of the card is its button.
ui::Node begin_node(const std::string& label, const base::Rect& card) {
    return {ui::Role::button, label, {}, ui::kNoState, ui::kPress, card};
}

constexpr std::string_view kCardKey = "self-check";

/// Words above their button.
void draw_self_check_stacked(const Drawing& at, ui::Flow& flow) {
    if (!at.catalog().self_check) return;
    ui::Ui& ui = at.ui;
    const std::string label = begin_label(at);
    base::Rect face;
    const auto ground = [&](const base::Rect& card, const ui::Touched& touched) {
        ui::tinted(ui, card, ui.px(36), ui::Colour::hero_card);
        ui::button_face(ui, face, begin_spec(label), touched.pressed);
        if (touched.tapped) at.emit(BeginSelfCheck{});
    };
    static_cast<void>(
        flow.touchable(begin_node(label, {}), kCardKey, ground, {}, [&](ui::Flow& inner) {
            draw_words(inner, self_check_words(at));
            inner.gap(24);
            face = inner.take(ui::button_height(ui, inner.width(), begin_spec(label)));
        }));
}

/// Beside its words: what its label needs for one line, and no more than a good third.
float begin_width(ui::Ui& ui, std::string_view label, float all) {
    constexpr float kLeast = 250, kMostShare = 0.36F;
    const float line = ui::one_line_width(ui, begin_spec(label));
    return std::round(std::max(ui.px(kLeast), std::min(line, all * kMostShare)));
}

/// Words and their button beside each other, each in the middle.
void draw_self_check_beside(const Drawing& at, ui::Flow& flow) {
    if (!at.catalog().self_check) return;
    ui::Ui& ui = at.ui;
    const SelfCheckWords words = self_check_words(at);
    const std::string label = begin_label(at);
    const float pad = ui.px(36), button_w = begin_width(ui, label, flow.width());
    const float button_h = ui::button_height(ui, button_w, begin_spec(label));
    ui::Flow measured(ui, 0, 0, flow.width() - 3 * pad - button_w);
    ui.measure([&] { draw_words(measured, words); });
    const base::Rect box = flow.take(std::max(measured.height(), button_h) + 2 * pad);
    const ui::Touched touched = ui.touchable(begin_node(label, box), kCardKey);
    if (touched.tapped) at.emit(BeginSelfCheck{});
    ui::tinted(ui, box, ui.px(36), ui::Colour::hero);
    ui::Flow beside(ui, box.x + pad, box.y + (box.h - measured.height()) / 2, measured.width());
    draw_words(beside, words);
    const base::Rect face{box.right() - pad - button_w, box.y + (box.h - button_h) / 2, button_w,
                          button_h};
    ui::button_face(ui, face, begin_spec(label), touched.pressed);
}

struct Tile {
    std::string label;
    std::string_view icon;
    Intent intent;
};

/// With a self-check alone there is nothing to search, and no question to tick; a call is offered
/// where one can be had.
std::vector<Tile> tiles_of(const Drawing& at, bool with_call) {
    std::vector<Tile> tiles;
    if (!at.catalog().library->packs.empty()) {
        tiles.push_back({at.tr("home.search"), "search", OpenSearch{}});
        tiles.push_back(
            {at.tr("home.questions"), "questions", OpenSheet{{SheetKind::questions, {}, {}}}});
    }
    if (with_call && offers_a_call(at.state))
        tiles.push_back({at.tr("guidance.ask"), "phone", OpenRequest{}});
    return tiles;
}

void draw_tile(const Drawing& at, const Tile& tile, const base::Rect& rect) {
    ui::Ui& ui = at.ui;
    const ui::Touched touched =
        ui.touchable({ui::Role::button, tile.label, {}, ui::kNoState, ui::kPress, rect}, tile.icon);
    if (touched.tapped) at.emit(tile.intent);
    ui::card(ui, rect, touched.pressed ? ui::Colour::mint : ui::Colour::card);
    const float pad = ui.px(36), icon = ui.px(40), indent = pad + icon + ui.px(24);
    ui.icon(tile.icon, {rect.x + pad, rect.y + (rect.h - icon) / 2, icon, icon}, ui::Colour::teal);
    const float room = rect.w - indent - pad;
    const auto& words = ui.shape(tile.label, ui::type::kLabel, room);
    ui.canvas().paragraph(words, rect.x + indent, rect.y + (rect.h - words.height()) / 2, room);
}

void draw_tiles(const Drawing& at, ui::Flow& flow, const CardShape& shape) {
    ui::Ui& ui = at.ui;
    const auto tiles = tiles_of(at, shape.with_call);
    const std::size_t most = ui.theme().landscape() ? 3 : 2;
    for (std::size_t first = 0; first < tiles.size(); first += most) {
        const std::size_t count = std::min(most, tiles.size() - first);
        if (first > 0) flow.gap(20 * shape.air);
        flow.grid(
            {count, count, 32},
            [&](std::size_t i, float width) {
                const float room = width - 2 * ui.px(36) - ui.px(40) - ui.px(24);
                const auto& words = ui.shape(tiles[first + i].label, ui::type::kLabel, room);
                return std::max(ui.px(116), words.height() + ui.px(40));
            },
            [&](std::size_t i, const base::Rect& rect) { draw_tile(at, tiles[first + i], rect); });
    }
}

bool any_draft(const State& state) {
    const auto& packs = state.catalog->library->packs;
    return std::any_of(packs.begin(), packs.end(), [](const pack::Pack& pack) {
        return pack.review.status == pack::ReviewStatus::draft;
    });
}

/// What this screen is and is not: demonstration, sample content.
void draw_notes(const Drawing& at, ui::Flow& flow) {
    ui::Ui& ui = at.ui;
    const float badge = draw_demonstration_badge(at, flow.x(), flow.y());
    const float indent = badge > 0 ? badge + ui.px(20) : 0;
    float height = badge > 0 ? ui.px(60) : 0;
    if (any_draft(at.state)) {
        ui::Type type = ui::type::kSmall;
        type.size = 28;
        const float width = flow.width() - indent;
        const float words = ui.shape(at.tr("review.draft"), type, width).height();
        const float y = flow.y() + std::max(0.0F, (ui.px(56) - words) / 2);
        ui.text(flow.x() + indent, y, width, at.tr("review.draft"), type, ui::Role::status);
        height = std::max(height, words);
    }
    flow.take(height);
}

void draw_upright(const Drawing& at, ui::Flow& flow, const CardShape& shape) {
    flow.gap(16 * shape.air);
    flow.heading(at.tr("home.title"), ui::type::kHeadline);
    flow.gap(12 * shape.air);
    if (!at.catalog().library->packs.empty()) flow.text(at.tr("home.lead"), ui::type::kLead);
    flow.gap(28 * shape.air);
    draw_pack_cards(at, flow, shape);
    if (at.ui.theme().text_size() == ui::TextSize::largest)
        draw_self_check_stacked(at, flow);
    else
        draw_self_check_beside(at, flow);
    if (at.catalog().self_check) flow.gap(28 * shape.air);
    draw_tiles(at, flow, shape);
    flow.gap(20 * shape.air);
    draw_notes(at, flow);
}

void draw_portrait(const Drawing& at) {
    ui::Ui& ui = at.ui;
    TopBar bar{{}, false, true};
    bar.brand_may_go_below = true;
    const float top = draw_top_bar(at, bar) + ui.px(8);
    const float bottom = static_cast<float>(ui.theme().height());
    const CardShape shape =
        roomiest_shape(bottom - top - ui.px(kUnderPage), [&](const CardShape& tried) {
            ui::Flow measured = content_flow(ui, 0);
            ui.measure([&] { draw_upright(at, measured, tried); });
            return measured.height();
        });
    draw_body(ui, top, bottom, [&](ui::Flow& flow) { draw_upright(at, flow, shape); });
}

/// How much of what it says stands on the dark third of a wide screen.
enum class SideWords { all, title };

void draw_side_words(const Drawing& at, ui::Flow& flow, SideWords words) {
    ui::Type name = ui::type::kTitle, title = ui::type::kHeadline, lead = ui::type::kLead;
    name.colour = title.colour = ui::Colour::on_hero;
    lead.colour = ui::Colour::soft_on_hero;
    flow.words(at.ui.shape(brand_of(at), name, flow.width()));
    flow.gap(words == SideWords::all ? 56 : 28);
    flow.heading(at.tr("home.title"), title);
    if (words == SideWords::title || at.catalog().library->packs.empty()) return;
    flow.gap(20);
    flow.text(at.tr("home.lead"), lead);
}

/// The brand, what this is, and the self-check at its foot; where that is too much for the height,
/// it scrolls. Says whether the lead had to be left out.
SideWords draw_side(const Drawing& at, float panel_w) {
    ui::Ui& ui = at.ui;
    const auto screen_h = static_cast<float>(ui.theme().height());
    const float pad = ui.px(56), inner = panel_w - 2 * pad;
    ui.canvas().fill({0, 0, panel_w, screen_h}, ui::Colour::hero);
    const auto height_of = [&](const ui::Flow::Draw& draw) {
        ui::Flow measured(ui, pad, 0, inner);
        ui.measure([&] { draw(measured); });
        return measured.height();
    };
    const auto check = [&](ui::Flow& flow) { draw_self_check_stacked(at, flow); };
    const float foot = height_of(check) + ui.px(40);
    SideWords words = SideWords::all;
    const auto said = [&](ui::Flow& flow) { draw_side_words(at, flow, words); };
    const float room = screen_h - ui.px(64) - pad;
    if (height_of(said) + foot > room) words = SideWords::title;
    ui::scroll(ui, {"side", {0, 0, panel_w, screen_h}, pad, inner, 56}, [&](ui::Flow& flow) {
        flow.gap(64);
        said(flow);
        flow.take(std::max(ui.px(40), room - (height_of(said) + foot - ui.px(40))));
        check(flow);
    });
    return words;
}

void draw_landscape(const Drawing& at) {
    ui::Ui& ui = at.ui;
    const auto screen_w = static_cast<float>(ui.theme().width());
    const auto screen_h = static_cast<float>(ui.theme().height());
    const float panel = std::round(screen_w / 3), pad = ui.px(56);
    // The side panel covers the bar's brand with its own.
    TopBar bar{{}, false, true};
    bar.pills_from_px = panel + pad;
    const float top = draw_top_bar(at, bar) + ui.px(8);
    const SideWords words = draw_side(at, panel);
    const base::Rect view{panel, top, screen_w - panel, screen_h - top};
    const Column column{panel + pad, view.w - 2 * pad};
    const auto draw_page = [&](ui::Flow& flow, const CardShape& shape) {
        flow.gap(12);
        if (words == SideWords::title) {
            flow.text(at.tr("home.lead"), ui::type::kLead);
            flow.gap(20);
        }
        draw_pack_cards(at, flow, shape);
        draw_tiles(at, flow, shape);
        flow.gap(20 * shape.air);
        draw_notes(at, flow);
    };
    const CardShape shape = roomiest_shape(view.h - ui.px(kUnderPage), [&](const CardShape& tried) {
        ui::Flow measured(ui, column.x, 0, column.width);
        ui.measure([&] { draw_page(measured, tried); });
        return measured.height();
    });
    draw_pane(ui, {"main", view, column}, [&](ui::Flow& flow) { draw_page(flow, shape); });
}

}  // namespace

void draw_home(const Drawing& at) {
    if (at.ui.theme().landscape())
        draw_landscape(at);
    else
        draw_portrait(at);
}

}  // namespace candor::screens
