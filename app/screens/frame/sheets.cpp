#include <algorithm>
#include <array>

#include "screens/frame/screens.h"
#include "screens/reader/rich_text.h"
#include "screens/self_check/answer_inputs.h"
#include "screens/self_check/wording.h"

namespace candor::screens {
namespace {

struct SheetContext {
    const State& state;
    ui::Ui& ui;
    Intents& intents;
    const Sheet& sheet;
};

struct At {
    float x, y, width;
};

std::string string_of(ui::Ui& ui, const char* key) { return ui.tr(key); }

float title(ui::Ui& ui, const At& at, const std::string& words) {
    return ui.text(at.x, at.y, at.width, words, ui::type::kSubhead, ui::Role::heading) + ui.px(20);
}

float sheet_button(const SheetContext& c, const At& at, const std::string& label,
                   ui::ButtonKind kind, const Intent& intent, std::string_view icon = {}) {
    const ui::ButtonSpec spec{label, kind, icon, {}, "sheet", false};
    const float height = ui::button_height(c.ui, at.width, spec);
    if (ui::button(c.ui, {at.x, at.y, at.width, height}, spec)) c.intents.push_back(intent);
    return height + c.ui.px(24);
}

float close_button(const SheetContext& c, const At& at) {
    return sheet_button(c, at, string_of(c.ui, "sheet.ok"), ui::ButtonKind::primary, CloseSheet{});
}

/// What the sheet was opened for is not there any more.
float gone(const SheetContext& c, At at) {
    const float start = at.y;
    at.y += c.ui.text(at.x, at.y, at.width, c.ui.tr("gone.sheet"), ui::type::kBody) + c.ui.px(44);
    return at.y + close_button(c, at) - start;
}

float term(const SheetContext& c, At at) {
    const pack::Pack* pack = c.state.catalog->library->find(c.sheet.pack);
    const pack::Term* term = pack == nullptr ? nullptr : pack->term(c.sheet.id);
    if (term == nullptr) return gone(c, at);
    const float start = at.y;
    const std::string& language = c.state.visit.language;
    at.y += title(c.ui, at, term->term.in(language));
    at.y +=
        c.ui.text(at.x, at.y, at.width, term->meaning.in(language), ui::type::kBody) + c.ui.px(44);
    return at.y + close_button(c, at) - start;
}

/// nullptr: there is no word for it.
const char* kind_key(pack::SourceKind kind) {
    switch (kind) {
        case pack::SourceKind::clinic:
            return "source.clinic";
        case pack::SourceKind::maker:
            return "source.maker";
        case pack::SourceKind::register_:
            return "source.register";
        case pack::SourceKind::trial:
            return "source.trial";
        case pack::SourceKind::review:
            return "source.review";
        case pack::SourceKind::guideline:
            return "source.guideline";
        case pack::SourceKind::regulator:
            return "source.regulator";
        case pack::SourceKind::health_service:
            return "source.health-service";
        case pack::SourceKind::prize:
            return "source.prize";
        case pack::SourceKind::study:
            return "source.study";
        case pack::SourceKind::law:
            return "source.law";
        case pack::SourceKind::unnamed:
            break;
    }
    return nullptr;
}

/// Citations are Latin script: in a line from right to left they keep their own order (UAX #9).
std::string cited(ui::Ui& ui, const pack::Source& source) {
    return ui.right_to_left() ? "\u2068" + source.citation + "\u2069" : source.citation;
}

float source(const SheetContext& c, At at) {
    const pack::Pack* pack = c.state.catalog->library->find(c.sheet.pack);
    const pack::Source* source = pack == nullptr ? nullptr : pack->source(c.sheet.id);
    if (source == nullptr) return gone(c, at);
    ui::Ui& ui = c.ui;
    const float start = at.y;
    at.y += title(ui, at, ui.tr("reader.source-number", {{"n", std::to_string(source->number)}}));
    if (const char* kind = kind_key(source->kind); kind != nullptr) {
        ui::badge(ui, at.x, at.y, ui.tr(kind), {}, ui::colour::kSky, ui::colour::kBlue);
        at.y += ui.px(56 + 24);
    }
    at.y +=
        ui.text(at.x, at.y, at.width, source->note.in(c.state.visit.language), ui::type::kBody) +
        ui.px(28);
    ui::divider(ui, at.x, at.y, at.width);
    at.y += ui.px(24);
    ui::Type label = ui::type::kLabel;
    label.size = 28;
    label.colour = ui::colour::kSoftInk;
    at.y += ui.text(at.x, at.y, at.width, ui.tr("source.where"), label) + ui.px(6);
    at.y += ui.text(at.x, at.y, at.width, cited(ui, *source), ui::type::kSmall) + ui.px(6);
    if (!source->link.empty()) {
        ui::Type link = ui::type::kSmall;
        link.colour = ui::colour::kBlue;
        at.y += ui.text(at.x, at.y, at.width, source->link, link);
    }
    at.y += ui.px(44);
    return at.y + close_button(c, at) - start;
}

float ask_staff(const SheetContext& c, At at) {
    const float start = at.y;
    at.y += title(c.ui, at, string_of(c.ui, "staff.title"));
    const bool takes_requests = c.state.kiosk.takes_requests;
    at.y +=
        c.ui.text(at.x, at.y, at.width,
                  c.ui.tr(takes_requests ? "staff.text" : "staff.text-no-call"), ui::type::kBody) +
        c.ui.px(44);
    if (takes_requests)
        at.y += sheet_button(c, at, string_of(c.ui, "guidance.ask"), ui::ButtonKind::outline,
                             OpenRequest{}, "phone");
    at.y += sheet_button(c, at, string_of(c.ui, "staff.open"), ui::ButtonKind::quiet, OpenStaff{},
                         "lock");
    return at.y + close_button(c, at) - start;
}

/// Every ask-list question of every pack, to tick.
float questions(const SheetContext& c, At at) {
    ui::Ui& ui = c.ui;
    const float start = at.y;
    const std::string& language = c.state.visit.language;
    at.y += title(ui, at, string_of(ui, "questions.title"));
    at.y += ui.text(at.x, at.y, at.width, ui.tr("questions.lead"), ui::type::kCard) + ui.px(24);
    for (const pack::Pack& pack : c.state.catalog->library->packs) {
        bool named = false;
        for (const pack::Page& page : pack.pages_in(language)) {
            for (const pack::Block& block : page.blocks) {
                const auto* list = std::get_if<pack::AskList>(&block.body);
                if (list == nullptr) continue;
                if (!named) {
                    ui::Type small = ui::type::kLabel;
                    small.colour = ui::colour::kTeal;
                    at.y += ui.text(at.x, at.y + ui.px(16), at.width, pack.title.in(language),
                                    small, ui::Role::heading) +
                            ui.px(24);
                    named = true;
                }
                for (const pack::AskItem& item : list->items) {
                    const std::string id = pack.id + "/" + item.id;
                    bool tapped = false;
                    at.y += ui::check_row(ui, at.x, at.y, at.width, pack::plain_text(item.text),
                                          c.state.visit.ticked.count(id) > 0, id, tapped);
                    if (tapped) c.intents.push_back(ToggleTick{id});
                    ui::divider(ui, at.x, at.y, at.width);
                }
            }
        }
    }
    at.y += ui.px(36);
    if (!c.state.visit.ticked.empty() && c.state.kiosk.takes_requests)
        at.y += sheet_button(c, at, string_of(ui, "guidance.ask"), ui::ButtonKind::outline,
                             OpenRequest{}, "phone");
    return at.y + close_button(c, at) - start;
}

float text_size(const SheetContext& c, At at) {
    ui::Ui& ui = c.ui;
    constexpr std::array kSizes{ui::TextSize::normal, ui::TextSize::large, ui::TextSize::largest};
    constexpr std::array<std::string_view, 3> kNames{"text-size.normal", "text-size.large",
                                                     "text-size.largest"};
    const float start = at.y;
    at.y += title(ui, at, string_of(ui, "top.text-size"));
    for (std::size_t i = 0; i < kSizes.size(); ++i) {
        const std::string label = ui.tr(kNames[i]);
        const ui::Choice choice{label, "text-size", {}, {}, c.state.visit.text_size == kSizes[i],
                                false};
        const float height = ui::choice_height(ui, at.width, choice);
        if (ui::choice(ui, {at.x, at.y, at.width, height}, choice))
            c.intents.push_back(SetTextSize{kSizes[i]});
        at.y += height + ui.px(20);
    }
    at.y += ui.px(20);
    return at.y + close_button(c, at) - start;
}

float languages(const SheetContext& c, At at) {
    ui::Ui& ui = c.ui;
    const float start = at.y;
    at.y += title(ui, at, string_of(ui, "language.title"));
    for (const auto& [code, name] : c.state.catalog->languages) {
        const ui::Choice choice{name, code, {}, {}, c.state.visit.language == code, false};
        const float height = ui::choice_height(ui, at.width, choice);
        if (ui::choice(ui, {at.x, at.y, at.width, height}, choice))
            c.intents.push_back(SetLanguage{code});
        at.y += height + ui.px(20);
    }
    at.y += ui.px(20);
    return at.y + close_button(c, at) - start;
}

float finish(const SheetContext& c, At at) {
    const float start = at.y;
    at.y += title(c.ui, at, string_of(c.ui, "finish.title"));
    at.y += c.ui.text(at.x, at.y, at.width, c.ui.tr("finish.text"), ui::type::kBody) + c.ui.px(44);
    at.y += sheet_button(c, at, string_of(c.ui, "finish.erase"), ui::ButtonKind::primary,
                         FinishVisit{}, "erase");
    at.y +=
        sheet_button(c, at, string_of(c.ui, "finish.stay"), ui::ButtonKind::outline, CloseSheet{});
    return at.y - start;
}

float still_here(const SheetContext& c, At at) {
    const float start = at.y;
    at.y += title(c.ui, at, string_of(c.ui, "idle.title"));
    const std::string left = c.ui.strings().plural("idle.text", c.state.seconds_left);
    at.y += c.ui.text(at.x, at.y, at.width, left, ui::type::kBody, ui::Role::alert) + c.ui.px(44);
    at.y += sheet_button(c, at, string_of(c.ui, "idle.here"), ui::ButtonKind::primary, StillHere{});
    at.y += sheet_button(c, at, string_of(c.ui, "finish.erase"), ui::ButtonKind::outline,
                         FinishVisit{}, "erase");
    return at.y - start;
}

float about_pack(const SheetContext& c, At at) {
    const pack::Pack* pack = c.state.catalog->library->find(c.sheet.pack);
    if (pack == nullptr) return gone(c, at);
    ui::Ui& ui = c.ui;
    const float start = at.y;
    const std::string& language = c.state.visit.language;
    const bool draft = pack->review.status == pack::ReviewStatus::draft;
    const bool overdue = pack->review.due.time == pack::ReviewTime::passed;
    at.y += title(ui, at, ui.tr("about.title"));
    const auto line = [&](const std::string& words) {
        if (!words.empty())
            at.y += ui.text(at.x, at.y, at.width, words, ui::type::kCard) + ui.px(16);
    };
    line(draft ? ui.tr("about.draft")
               : ui.tr("review.reviewed", {{"name", pack->review.name},
                                           {"role", pack->review.role},
                                           {"date", pack->review.date}}));
    if (overdue) line(ui.tr("about.being-reviewed", {{"date", pack->review.review_by}}));
    line(ui.tr("about.published", {{"date", pack->published}}));
    line(pack->updates.in(language));
    line(pack->funding.in(language));
    at.y += ui.px(28);
    return at.y + close_button(c, at) - start;
}

/// The long list of a drop-down; where one answer is wanted, choosing it closes the list.
float options(const SheetContext& c, At at) {
    const auto& check = c.state.catalog->self_check;
    const screening::Item* item =
        check ? check->questionnaire.find(screening::link_id_of(c.sheet.id)) : nullptr;
    if (item == nullptr) return gone(c, at);
    const float start = at.y;
    at.y += title(c.ui, at, item_text(*item, c.state.visit.language));
    const std::size_t before = c.intents.size();
    // Its rows are made for a card: their marks stand under the title so.
    const Column column{at.x - c.ui.px(kRowInset), at.width + 2 * c.ui.px(kRowInset)};
    at.y += option_list({c.state, c.ui, c.intents, *item, c.sheet.id, column}, at.y) + c.ui.px(44);
    if (c.intents.size() > before && !item->repeats) c.intents.push_back(CloseSheet{});
    return at.y + close_button(c, at) - start;
}

using SheetDraw = float (*)(const SheetContext&, At);

SheetDraw draw_of(SheetKind kind) {
    switch (kind) {
        case SheetKind::term:
            return term;
        case SheetKind::source:
            return source;
        case SheetKind::ask_staff:
            return ask_staff;
        case SheetKind::questions:
            return questions;
        case SheetKind::language:
            return languages;
        case SheetKind::text_size:
            return text_size;
        case SheetKind::finish:
            return finish;
        case SheetKind::still_here:
            return still_here;
        case SheetKind::about_pack:
            return about_pack;
        case SheetKind::options:
            return options;
        case SheetKind::none:
            break;
    }
    return nullptr;
}

}  // namespace

void draw_sheet(const State& state, ui::Ui& ui, Intents& intents) {
    const Sheet& sheet = state.visit.sheet;
    const SheetDraw body = draw_of(sheet.kind);
    if (body == nullptr) {
        ui.transition("sheet", "");
        return;
    }
    const SheetContext context{state, ui, intents, sheet};
    const std::string name = name_of(sheet.kind);
    const bool dismissed =
        ui::sheet(ui, {name, ui.tr("sheet.name." + name), sheet.kind != SheetKind::still_here},
                  [&](float x, float y, float width) {
                      return body(context, {x, y, width});
                  });
    if (dismissed) intents.push_back(CloseSheet{});
}

}  // namespace candor::screens
