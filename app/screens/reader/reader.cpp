#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include "screens/frame/clinic_facts.h"
#include "screens/frame/gone.h"
#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"
#include "screens/reader/blocks.h"
#include "screens/reader/options.h"
#include "screens/reader/player.h"
#include "screens/self_check/wording.h"
#include "ui/segment.h"

namespace candor::screens {
namespace {

struct ShownPage {
    const pack::Pack& pack;
    const std::vector<pack::Page>& pages;
    const pack::Page& page;
    int index = 0, steps = 0, step = 0;
};

TextPlace place_of_block(const ShownPage& shown, std::size_t block) {
    return {shown.pack, shown.pack.id + "/" + shown.page.id + "/" + std::to_string(block),
            static_cast<int>(block)};
}

std::string eyebrow(const Drawing& at, const ShownPage& shown) {
    return at.tr("reader.position", {{"pack", shown.pack.title.in(at.language())},
                                     {"n", std::to_string(shown.index + 1)},
                                     {"of", std::to_string(shown.pages.size())}});
}

/// "Compare 2 choices", where the next page lays side by side what was picked on this one; else
/// empty.
std::string compare_label(const Drawing& at, const ShownPage& shown) {
    const auto* choices = options_of(shown.page, pack::OptionsFace::choices);
    const auto next = static_cast<std::size_t>(shown.index + 1);
    if (choices == nullptr || next >= shown.pages.size() ||
        options_of(shown.pages[next], pack::OptionsFace::side_by_side) == nullptr)
        return {};
    const int picked = static_cast<int>(picked_options(at, shown.pack, *choices).size());
    return picked < 2 ? "" : at.ui.strings().plural("options.compare", picked);
}

/// The last page, or its last step, of what patients read.
bool ends_topic(const Drawing& at, const ShownPage& shown) {
    return shown.index + 1 == static_cast<int>(shown.pages.size()) &&
           shown.step + 1 >= shown.steps && !at.catalog().preview;
}

/// What the end of a topic leads to; nullptr: to all topics, or it is not the end.
const pack::Pack* next_topic(const Drawing& drawing, const ShownPage& at) {
    return ends_topic(drawing, at) ? next_pack(drawing.state) : nullptr;
}

Footer footer_of(const Drawing& drawing, const ShownPage& at) {
    ui::Ui& ui = drawing.ui;
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
    } else if (const pack::Pack* topic = next_topic(drawing, at); topic != nullptr) {
        footer.next = ui.tr("reader.next-topic", {{"title", topic->title.in(drawing.language())}});
    } else if (last) {
        footer.next = ui.tr("reader.done");
        footer.next_icon = "check";
    } else if (footer.next = compare_label(drawing, at); footer.next.empty()) {
        footer.next =
            ui.tr("reader.next",
                  {{"title", at.pages[static_cast<std::size_t>(at.index + 1)].short_title}});
    }
    return footer;
}

/// "Sample content, not yet reviewed by a clinician", or who reviewed it; touch it for more.
void draw_review_line(const Drawing& at, ui::Flow& flow, const pack::Pack& pack) {
    ui::Ui& ui = at.ui;
    const pack::Review& review = pack.review;
    const bool overdue = review.due.time == pack::ReviewTime::passed;
    const bool draft = overdue || review.status == pack::ReviewStatus::draft;
    const std::string words =
        overdue ? at.tr("review.being-reviewed")
        : draft ? at.tr("review.draft")
                : at.tr("review.reviewed", {{"name", review.name},
                                            {"role", review.role},
                                            {"date", date_words(review.date, ui.strings())}});
    ui::Type type = ui::type::kSmall;
    type.colour = draft ? ui::Colour::brown : ui::Colour::soft_ink;
    const float icon = ui.px(36), indent = icon + ui.px(16), room = flow.width() - indent;
    const auto& text = ui.shape(words, type, room);
    const base::Rect row = flow.take(std::max(text.height(), ui.px(96)));
    ui::Node node{ui::Role::button, words, {}, ui::kNoState, ui::kPress, row};
    node.is_text = true;
    const ui::Touched touched = ui.touchable(std::move(node), "review");
    if (touched.tapped) at.emit(OpenSheet{{SheetKind::about_pack, pack.id, {}}});
    ui.icon("info", {row.x, row.y + (row.h - icon) / 2, icon, icon}, type.colour);
    ui.canvas().paragraph(text, row.x + indent, row.y + (row.h - text.height()) / 2, room);
}

/// At the end of a topic: whether it was clear, with two faces and words.
void draw_was_clear(const Drawing& at, ui::Flow& flow, const pack::Pack& pack) {
    ui::Ui& ui = at.ui;
    const auto& all = at.visit().reading.found_clear;
    const auto said = all.find(pack.id);
    const std::array labels{at.tr("reader.clear"), at.tr("reader.unclear")};
    const auto answer = [&](std::size_t i) {
        const bool clear = i == 0;
        return ui::Segment{labels[i], clear ? "clear" : "unclear",
                           said != all.end() && said->second == clear, clear ? "clear" : "unclear"};
    };
    flow.card({36, 32, 32}, [&](ui::Flow& inner) {
        inner.heading(at.tr("reader.was-clear"), ui::type::kTitle);
        inner.gap(20);
        const std::size_t columns = inner.width() > ui.px(700) * ui.theme().text_factor() ? 2 : 1;
        inner.grid(
            {labels.size(), columns, 24},
            [&](std::size_t i, float width) { return ui::segment_height(ui, width, answer(i)); },
            [&](std::size_t i, const base::Rect& rect) {
                if (ui::segment(ui, rect, answer(i))) at.emit(SayWhetherClear{i == 0});
            });
        if (said == all.end()) return;
        inner.gap(16);
        inner.text(at.tr("reader.clear-thanks"), ui::type::kSmall, ui::Role::status);
    });
}

/// Whether the next block says more of the same: a heading, or words that end in a colon.
bool leads_on(const pack::Block& block) {
    if (std::holds_alternative<pack::Heading>(block.body)) return true;
    const auto* prose = std::get_if<pack::Prose>(&block.body);
    return prose != nullptr && pack::plain_text(prose->text).ends_with(':');
}

/// What limits what a page says: nobody should go on without having seen that it is there.
bool is_limit(const pack::Block& block) {
    const auto* alert = std::get_if<pack::Alert>(&block.body);
    return alert != nullptr && alert->kind != pack::AlertKind::good_to_know;
}

/// The page's blocks as they are drawn. In columns a picture leaves the text for the other side;
/// one between a heading and what is said under it comes first, or the heading would go with it.
std::vector<std::size_t> drawing_order(const Drawing& at, const pack::Page& page) {
    const auto& blocks = page.blocks;
    std::vector<std::size_t> order(blocks.size());
    std::iota(order.begin(), order.end(), 0U);
    if (!at.ui.theme().landscape()) return order;
    for (std::size_t i = 0; i + 2 < blocks.size(); ++i)
        if (leads_on(blocks[i]) && std::holds_alternative<pack::Figure>(blocks[i + 1].body))
            std::swap(order[i], order[i + 1]);
    return order;
}

void draw_blocks(const Drawing& at, ui::Flow& flow, const ShownPage& shown) {
    for (const std::size_t i : drawing_order(at, shown.page)) {
        const TextPlace place = place_of_block(shown, i);
        const pack::Block& block = shown.page.blocks[i];
        const ReadingPlace& wanted = at.visit().reading.place;
        const int number = static_cast<int>(i);
        if (number == wanted.block && wanted.item < 0 && !at.visit().reading.looks_elsewhere())
            at.ui.reveal_here(place.key, flow.y());
        if (is_limit(block)) mark_limit(at, flow, place);
        draw_block(at, flow, place, block);
        if (leads_on(block))
            flow.gap(36);
        else
            flow.between(36);
    }
}

/// What is no block of the page, and has a landmark as blocks have, after theirs.
int crisis_of(const ShownPage& shown) { return static_cast<int>(shown.page.blocks.size()); }
int end_of(const ShownPage& shown) { return crisis_of(shown) + 1; }

/// Whom to call in distress, where the clinic says so.
void draw_crisis(const Drawing& at, ui::Flow& flow, const ShownPage& shown) {
    if (at.catalog().clinic.crisis.empty()) return;
    mark_limit(at, flow, {shown.pack, "crisis", crisis_of(shown)});
    draw_clinic_crisis(at, flow);
    flow.between(24);
}

/// `headed`: the heads of columns stand above it, and are its headline.
void draw_page(const Drawing& at, ui::Flow& flow, const ShownPage& shown, bool headed) {
    if (!headed) {
        ui::Type small = ui::type::kLabel;
        small.colour = ui::Colour::teal;
        flow.text(eyebrow(at, shown), small);
        flow.gap(10);
        flow.heading(shown.page.title, ui::type::kHeadline);
        flow.between(32);
    }
    draw_blocks(at, flow, shown);
    flow.between(24);
    if (shown.page.distress) draw_crisis(at, flow, shown);
    if (ends_topic(at, shown)) {
        flow.piece(ui::Stands::under,
                   [&](ui::Flow& card) { draw_was_clear(at, card, shown.pack); });
        flow.between(24);
    }
    draw_review_line(at, flow, shown.pack);
}

/// Whether the page says that it goes on below. On an upright screen the next lines peep in; one
/// that speaks of low mood says so there as well: whom to turn to stands at its end.
bool tells_of_its_end(const Drawing& at, const ShownPage& shown) {
    return at.ui.theme().landscape() || shown.page.distress;
}

/// The end is in sight when no more of it than that is not.
constexpr float kEndInSight = 24;

/// A wide screen shows the page in two columns; `seen` is the height of what is seen at once.
void draw_page_body(const Drawing& at, ui::Flow& flow, const ShownPage& shown, bool headed,
                    float seen) {
    flow.gap(20);
    draw_preview_findings(at, flow);
    const auto page = [&](ui::Flow& words) { draw_page(at, words, shown, headed); };
    if (at.ui.theme().landscape())
        flow.columns({kBetweenColumns, seen - at.ui.px(20 + 40), at.ui.px(40)}, page);
    else
        page(flow);
    if (tells_of_its_end(at, shown))
        at.ui.scrolls().landmark(end_of(shown), flow.y() - at.ui.px(kEndInSight));
    flow.gap(12);
}

/// The options whose heads stay above the page while it scrolls; nullptr: there are none.
const pack::Options* headed_options(const Drawing& at, const ShownPage& shown) {
    const auto* options = options_of(shown.page, pack::OptionsFace::side_by_side);
    const bool first = !shown.page.blocks.empty() &&
                       options == std::get_if<pack::Options>(&shown.page.blocks.front().body);
    return first && options != nullptr && fits_in_columns(at, place_of_block(shown, 0), *options)
               ? options
               : nullptr;
}

bool has_page(const State& state, const std::string& language) {
    const pack::Pack* pack = state.current_pack();
    return pack != nullptr && pack->page(language, state.visit.reading.place.page) != nullptr;
}

/// The page is there in other languages.
void draw_elsewhere(const Drawing& at) {
    const float top = draw_top_bar(at, {at.tr("reader.topics"), false, false});
    draw_body(at.ui, top, static_cast<float>(at.ui.theme().height()), [&](ui::Flow& flow) {
        flow.gap(80);
        flow.heading(at.tr("reader.other-language.title"), ui::type::kSubhead);
        flow.gap(24);
        flow.text(at.tr("reader.other-language.text"), ui::type::kBody);
        flow.gap(44);
        for (const auto& [code, name] : at.catalog().languages) {
            if (!has_page(at.state, code)) continue;
            const std::string label = at.tr("reader.other-language.choose", {{"language", name}});
            if (ui::button(flow, {label, ui::ButtonKind::outline, "globe", {}, code}))
                at.emit(SetLanguage{code});
            flow.gap(24);
        }
    });
}

void draw_missing(const Drawing& at) {
    const auto& languages = at.catalog().languages;
    const bool elsewhere = std::any_of(languages.begin(), languages.end(), [&](const auto& other) {
        return has_page(at.state, other.code);
    });
    if (elsewhere && !at.catalog().preview) return draw_elsewhere(at);
    draw_gone(at, {at.tr("reader.missing"), {}});
}

/// The bar on top and how far in the pack one is; returns the y below them.
float draw_reader_head(const Drawing& at, const ShownPage& shown) {
    const std::string back =
        at.tr(at.visit().reading.came_from.empty() ? "reader.topics" : "reader.back");
    const int n = shown.index + 1, of = static_cast<int>(shown.pages.size());
    const std::string progress =
        at.tr("reader.progress", {{"n", std::to_string(n)}, {"of", std::to_string(of)}});
    return draw_top_bar(at, {back, false, false, true, {n, of, progress}});
}

/// "2 more below: What is not known", where boxes that limit what is said are out of sight; "More
/// below", where something else is.
struct Below {
    int mark = -1;  ///< the first of them; -1: there is none
    std::string words = {};

    ui::Pill pill(float room) const { return {words, "down", "limits below", false, words, room}; }
};

/// What a landmark is called, at length and shortly.
std::array<std::string, 2> names_of(const Drawing& at, const ShownPage& shown, int mark) {
    if (mark == crisis_of(shown)) return {at.tr("clinic.crisis"), at.tr("alert.caution")};
    const pack::Block& block = shown.page.blocks[static_cast<std::size_t>(mark)];
    if (const auto* alert = std::get_if<pack::Alert>(&block.body))
        return {heading_of(at, *alert), usual_heading(at, alert->kind)};
    // Else it is the "call now" of a course.
    return {at.tr("course.when-to-call"), at.tr("alert.caution")};
}

/// What may be said of these, the first choice first.
std::vector<std::string> words_for(const Drawing& at, const ShownPage& shown,
                                   const std::vector<int>& limits) {
    std::vector<std::string> words;
    const std::string n = std::to_string(limits.size());
    if (!limits.empty())
        for (const std::string& heading : names_of(at, shown, limits.front()))
            words.push_back(at.tr(limits.size() == 1 ? "reader.below" : "reader.more-below",
                                  {{"n", n}, {"heading", heading}}));
    if (limits.size() > 1) words.push_back(at.tr("reader.more-below-count", {{"n", n}}));
    words.push_back(at.tr("reader.goes-on"));
    return words;
}

/// Its words are the first that fit into `room`.
Below what_is_below(const Drawing& at, const ShownPage& shown, float room) {
    const std::vector<int> all = at.ui.scrolls().landmarks_below("main");
    if (all.empty()) return {};
    std::vector<int> limits;
    for (const int mark : all)
        if (mark < end_of(shown)) limits.push_back(mark);
    Below below{limits.empty() ? all.front() : limits.front()};
    for (std::string& words : words_for(at, shown, limits)) {
        below.words = std::move(words);
        if (ui::pill_width(at.ui, below.pill(0)) <= room) break;
    }
    return below;
}

constexpr float kPillHeight = 96, kAbovePill = 12;

/// The column beside that of a wide screen's buttons.
Column column_beside(ui::Ui& ui, const Column& all, const Column& footer) {
    return {all.x, footer.x - ui.px(kBetweenColumns) - all.x};
}

/// Its button, in the middle of that column.
void draw_below(const Drawing& at, const ShownPage& shown, const Below& below, const Column& column,
                float y) {
    if (below.mark < 0) return;
    const ui::Pill pill = below.pill(column.width);
    const float width = ui::pill_width(at.ui, pill);
    if (!ui::pill(at.ui, column.x + (column.width - width) / 2, y, pill)) return;
    if (below.mark == end_of(shown))
        at.ui.scrolls().go_on("main");
    else
        at.emit(LookAtBlock{below.mark});
}

/// What stands around the page, as far as it stays while the page is scrolled.
struct Frame {
    float top = 0, foot = 0;  ///< the page is seen from here to there
    bool headed = false;      ///< by the names of what is compared
    bool buttons_stay = true;
};

struct FrameParts {
    float head = 0;               ///< y of its end
    float buttons = 0;            ///< their height
    float player = 0;             ///< height of what stands above them while somebody listens
    bool buttons_beside = false;  ///< beside the page, of which they take no height
};

/// Where the page would be seen line by line (the largest text, low on a small screen), heads and
/// buttons are scrolled with it.
Frame frame_around(const Drawing& at, const ShownPage& shown, const FrameParts& parts) {
    ui::Ui& ui = at.ui;
    const auto height = static_cast<float>(ui.theme().height());
    // The pill is counted whether it is there or not: else what it depends on would depend on it.
    const float pill = parts.buttons_beside ? 0 : ui.px(kAbovePill + kPillHeight);
    const auto seen = [&](const Frame& frame) {
        return frame.foot - parts.player - pill - frame.top;
    };
    Frame frame{parts.head, height - parts.buttons};
    const pack::Options* headed = headed_options(at, shown);
    if (headed != nullptr)
        ui.measure([&] { frame.top = draw_option_heads(at, shown.pack, *headed, parts.head); });
    frame.headed = headed != nullptr;
    if (frame.headed && seen(frame) < ui.px(kLeastView)) frame = {parts.head, frame.foot};
    if (!parts.buttons_beside && seen(frame) < ui.px(kLeastView))
        frame = {frame.top, height - ui.px(20), frame.headed, false};
    if (frame.headed) draw_option_heads(at, shown.pack, *headed, parts.head);
    return frame;
}

}  // namespace

void draw_reader(const Drawing& at) {
    const pack::Page* page = at.state.current_page();
    if (page == nullptr) return draw_missing(at);
    ui::Ui& ui = at.ui;
    const pack::Pack& pack = *at.state.current_pack();
    const auto& pages = pack.pages_in(at.language());
    ShownPage shown{pack, pages, *page, static_cast<int>(page - pages.data()), step_count(*page),
                    0};
    shown.step = std::clamp(at.visit().reading.place.step, 0, std::max(0, shown.steps - 1));
    const float head = draw_reader_head(at, shown);
    const Footer buttons = footer_of(at, shown);
    const Column column = reading_column(ui), footer = footer_column(ui);
    // On a wide screen there is room for it beside the buttons.
    const bool beside = footer.x != column.x || footer.width != column.width;
    const Column place = beside ? column_beside(ui, column, footer) : column;
    const Below further = what_is_below(at, shown, place.width);
    const float player = player_height(at);
    float above = 0;
    if (further.mark >= 0 && !beside)
        above = ui.px(kAbovePill + kPillHeight + (player > 0 ? kAbovePill : 0));
    const Frame frame =
        frame_around(at, shown, {head, footer_height(ui, buttons, footer), player, beside});
    const float top = frame.top, foot = frame.foot, bottom = foot - player - above;
    const auto turn = ui.transitions().turn("page", pack.id + "/" + page->id, shown.index);
    const base::Rect view{0, top, static_cast<float>(ui.theme().width()), bottom - top};
    FooterTap tap = FooterTap::none;
    draw_pane(ui, {"main", view, column, turn}, [&](ui::Flow& flow) {
        draw_page_body(at, flow, shown, frame.headed, view.h);
        if (!frame.buttons_stay) tap = std::max(tap, draw_footer(flow, buttons));
    });
    draw_below(at, shown, further, place,
               beside ? foot + ui.px(20 + (120 - kPillHeight) / 2) : bottom + ui.px(kAbovePill));
    draw_player(at, foot);
    if (frame.buttons_stay) tap = draw_footer(ui, buttons, footer);
    switch (tap) {
        case FooterTap::next:
            at.emit(next_topic(at, shown) == nullptr ? Intent{NextPage{}} : Intent{NextTopic{}});
            break;
        case FooterTap::back:
            at.emit(PreviousPage{});
            break;
        case FooterTap::none:
            break;
    }
}

}  // namespace candor::screens
