#include <algorithm>

#include "screens/frame/clinic_facts.h"
#include "screens/frame/gone.h"
#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"
#include "screens/reader/blocks.h"
#include "screens/reader/options.h"
#include "screens/reader/player.h"

namespace candor::screens {
namespace {

struct ShownPage {
    const pack::Pack& pack;
    const std::vector<pack::Page>& pages;
    const pack::Page& page;
    int index = 0, steps = 0, step = 0;
};

TextPlace place_of_block(const ShownPage& shown, std::size_t block) {
    return {shown.pack, shown.pack.id + "/" + shown.page.id + "/" + std::to_string(block)};
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
                : at.tr("review.reviewed",
                        {{"name", review.name}, {"role", review.role}, {"date", review.date}});
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

void draw_blocks(const Drawing& at, ui::Flow& flow, const ShownPage& shown) {
    for (std::size_t i = 0; i < shown.page.blocks.size(); ++i) {
        const TextPlace place = place_of_block(shown, i);
        const ReadingPlace& wanted = at.visit().reading.place;
        if (static_cast<int>(i) == wanted.block && wanted.item < 0)
            at.ui.reveal_here(place.key, flow.y());
        draw_block(at, flow, place, shown.page.blocks[i]);
        flow.gap(36);
    }
}

/// `headed`: the heads of columns stand above it, and are its headline.
void draw_page(const Drawing& at, ui::Flow& flow, const ShownPage& shown, bool headed) {
    flow.gap(20);
    draw_preview_findings(at, flow);
    if (!headed) {
        ui::Type small = ui::type::kLabel;
        small.colour = ui::Colour::teal;
        flow.text(eyebrow(at, shown), small);
        flow.gap(10);
        flow.heading(shown.page.title, ui::type::kHeadline);
        flow.gap(32);
    }
    draw_blocks(at, flow, shown);
    if (shown.page.distress) draw_clinic_crisis(at, flow);
    flow.gap(-12);
    draw_review_line(at, flow, shown.pack);
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
    ui::Ui& ui = at.ui;
    const std::string back =
        at.tr(at.visit().reading.came_from.empty() ? "reader.topics" : "reader.back");
    ui::Flow head = content_flow(ui, draw_top_bar(at, {back, false, false, true}));
    const std::string progress =
        at.tr("reader.progress",
              {{"n", std::to_string(shown.index + 1)}, {"of", std::to_string(shown.pages.size())}});
    head.gap(28);
    ui::progress_segments(ui, head.take(ui.px(12)), shown.index + 1,
                          static_cast<int>(shown.pages.size()), progress);
    head.gap(4);
    return head.y();
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
    const pack::Options* headed = headed_options(at, shown);
    float top = draw_reader_head(at, shown);
    if (headed != nullptr) top = draw_option_heads(at, pack, *headed, top);
    const Footer buttons = footer_of(at, shown);
    const float foot = static_cast<float>(ui.theme().height()) - footer_height(ui, buttons);
    const float bottom = foot - player_height(at);
    const float turned = ui.transitions().share("page", pack.id + "/" + page->id);
    draw_body(ui, top, bottom,
              [&](ui::Flow& flow) { draw_page(at, flow, shown, headed != nullptr); });
    draw_page_turn(ui, top, bottom, turned);
    draw_player(at, foot);
    switch (draw_footer(ui, buttons)) {
        case FooterTap::next:
            at.emit(NextPage{});
            break;
        case FooterTap::back:
            at.emit(PreviousPage{});
            break;
        case FooterTap::none:
            break;
    }
}

}  // namespace candor::screens
