#include <algorithm>
#include <array>
#include <tuple>
#include <utility>
#include <vector>

#include "screens/frame/clinic_facts.h"
#include "screens/frame/notice.h"
#include "screens/frame/screens.h"
#include "screens/reader/rich_text.h"
#include "screens/reader/source_words.h"
#include "screens/self_check/advice.h"
#include "screens/self_check/findings.h"
#include "screens/self_check/wording.h"
#include "screens/take_home/take_home.h"

namespace candor::screens {
namespace {

/// Reads the sheet aloud, or stops it.
void draw_sheet_listen(const Drawing& at, ui::Flow& flow) {
    const bool reads = at.visit().hearing.is_reading();
    const std::string label = at.tr(reads ? "listen.stop" : "listen.start");
    const ui::Pill pill{label, reads ? "pause" : "listen", "listen", true};
    const base::Rect place = flow.take(at.ui.px(96));
    if (ui::pill(at.ui, place.x, place.y, pill))
        at.emit(reads ? Intent{StopListening{}} : Intent{Listen{}});
}

void draw_sheet_title(const Drawing& at, ui::Flow& flow, const std::string& words) {
    const float pill = at.ui.px(116), gap = 24;
    const float widths[] = {flow.width() - pill - at.ui.px(gap), pill};
    const auto beside_the_pill = [&](ui::Flow& cell, std::size_t i) {
        if (i > 0) return draw_sheet_listen(at, cell);
        const auto& title = at.ui.shape(words, ui::type::kSubhead, cell.width());
        cell.take(std::max(0.0F, (at.ui.px(96) - title.height()) / 2));
        cell.heading(words, ui::type::kSubhead);
    };
    if (at.state.can_listen())
        flow.row(widths, gap, beside_the_pill);
    else
        flow.heading(words, ui::type::kSubhead);
    flow.gap(20);
}

void draw_sheet_button(const Drawing& at, ui::Flow& flow, std::string_view label,
                       ui::ButtonKind kind, const Intent& intent, std::string_view icon = {}) {
    const std::string words = at.tr(label);
    if (ui::button(flow, {words, kind, icon, {}, label, false})) at.emit(intent);
    flow.between(24);
}

/// What stays in sight below a sheet.
struct FootButton {
    std::string_view label;
    ui::ButtonKind kind = ui::ButtonKind::primary;
    Intent intent;
    std::string_view icon = {};
};
using Foot = std::vector<FootButton>;

Foot close_foot(const Drawing&) { return {{"sheet.ok", ui::ButtonKind::primary, CloseSheet{}}}; }

FootButton take_home_button() {
    return {"take.heading", ui::ButtonKind::outline, OpenSheet{{SheetKind::take_home, {}, {}}},
            "take-home"};
}

/// What the sheet was opened for is not there any more.
void draw_nothing(const Drawing& at, ui::Flow& flow) {
    flow.text(at.tr("gone.sheet"), ui::type::kBody);
}

void draw_term(const Drawing& at, ui::Flow& flow) {
    const Sheet& sheet = at.visit().sheet;
    const pack::Pack* pack = at.catalog().library->find(sheet.pack);
    const pack::Term* term = pack == nullptr ? nullptr : pack->term(sheet.id);
    if (term == nullptr) return draw_nothing(at, flow);
    draw_sheet_title(at, flow, term->term.in(at.language()));
    flow.text(term->meaning.in(at.language()), ui::type::kBody);
}

void draw_source(const Drawing& at, ui::Flow& flow) {
    const Sheet& sheet = at.visit().sheet;
    const pack::Pack* pack = at.catalog().library->find(sheet.pack);
    const pack::Source* source = pack == nullptr ? nullptr : pack->source(sheet.id);
    if (source == nullptr) return draw_nothing(at, flow);
    draw_sheet_title(at, flow,
                     at.tr("reader.source-number", {{"n", std::to_string(source->number)}}));
    if (const char* words = key_of(source->kind); words != nullptr) {
        const base::Rect kind = flow.take(at.ui.px(56 + 24));
        ui::badge(at.ui, kind.x, kind.y, at.tr(words), {}, ui::Colour::sky, ui::Colour::blue);
    }
    flow.text(source->note.in(at.language()), ui::type::kBody);
    flow.gap(28);
    draw_strength(at, flow, *source);
    ui::divider(flow);
    flow.gap(24);
    ui::Type label = ui::type::kLabel, link = ui::type::kSmall;
    label.size = 28;
    label.colour = ui::Colour::soft_ink;
    link.colour = ui::Colour::blue;
    flow.text(at.tr("source.where"), label);
    flow.gap(6);
    flow.text(at.ui.strings().isolated(source->citation), ui::type::kSmall);
    flow.gap(6);
    if (!source->link.empty()) flow.text(source->link, link);
}

/// A silent word to the desk, where the clinic takes them, and what came of it.
void draw_help(const Drawing& at, ui::Flow& flow) {
    if (at.catalog().around.help_from.empty()) return;
    const auto say = [&](const char* key, ui::Colour ground) {
        draw_notice(flow, {at.tr(key), "staff", ground, ui::Colour::teal, ui::Role::status});
        flow.gap(12);
    };
    switch (at.visit().help) {
        case Help::none:
            return draw_sheet_button(at, flow, "help.call", ui::ButtonKind::primary, CallForHelp{},
                                     "staff");
        case Help::asking:
            return say("help.asking", ui::Colour::mint);
        case Help::asked:
            return say("help.asked", ui::Colour::mint);
        case Help::coming:
            return say("help.coming", ui::Colour::mint);
        case Help::not_asked:
            return say("help.not-asked", ui::Colour::sun);
    }
}

void draw_ask_staff(const Drawing& at, ui::Flow& flow) {
    draw_sheet_title(at, flow, at.tr("staff.title"));
    const bool takes_requests = offers_a_call(at.state);
    flow.text(at.tr(takes_requests ? "staff.text" : "staff.text-no-call"), ui::type::kBody);
    flow.gap(32);
    draw_clinic_contact(at, flow);
    draw_clinic_practice(at, flow);
    draw_help(at, flow);
    flow.gap(12);
    if (takes_requests)
        draw_sheet_button(at, flow, "guidance.ask", ui::ButtonKind::outline, OpenRequest{},
                          "phone");
    draw_sheet_button(at, flow, "staff.open", ui::ButtonKind::quiet, OpenStaff{}, "lock");
}

/// The ask-list questions of a pack, to tick, under its title.
void draw_questions_of(const Drawing& at, ui::Flow& flow, const pack::Pack& pack) {
    ui::Type small = ui::type::kLabel;
    small.colour = ui::Colour::teal;
    bool named = false;
    for (const pack::Page& page : pack.pages_in(at.language())) {
        for (const pack::Block& block : page.blocks) {
            const auto* list = std::get_if<pack::AskList>(&block.body);
            if (list == nullptr) continue;
            if (!std::exchange(named, true)) {
                flow.gap(16);
                flow.heading(pack.title.in(at.language()), small);
                flow.gap(8);
            }
            for (const pack::AskItem& item : list->items) {
                const std::string id = pack.id + "/" + item.id;
                if (ui::check_row(flow, pack::plain_text(item.text),
                                  at.visit().reading.ticked.count(id) > 0, id))
                    at.emit(ToggleTick{id});
                ui::divider(flow);
            }
        }
    }
}

void draw_questions(const Drawing& at, ui::Flow& flow) {
    draw_sheet_title(at, flow, at.tr("questions.title"));
    flow.text(at.tr("questions.lead"), ui::type::kCard);
    flow.gap(24);
    for (const pack::Pack& pack : at.catalog().library->packs) draw_questions_of(at, flow, pack);
}

void draw_sheet_choice(const Drawing& at, ui::Flow& flow, const ui::Choice& choice,
                       const Intent& intent) {
    if (ui::choice(flow, choice)) at.emit(intent);
    flow.gap(20);
}

/// One of a few ways, as it is chosen.
struct Way {
    std::string_view name;  ///< its string, and its key
    bool chosen = false;
    Intent intent;
};

/// As many beside each other as fit in equal rows.
void draw_ways(const Drawing& at, ui::Flow& flow, const std::vector<Way>& ways) {
    const float least = at.ui.px(330) * at.ui.theme().text_factor();
    auto columns = static_cast<std::size_t>(std::max(1.0F, flow.width() / least));
    while (columns > 1 && ways.size() % columns != 0) --columns;
    const auto spec = [&](const Way& way, const std::string& label) {
        return ui::Choice{label, way.name, {}, {}, way.chosen, false};
    };
    flow.grid(
        {ways.size(), columns, 20},
        [&](std::size_t i, float width) {
            return ui::choice_height(at.ui, width, spec(ways[i], at.tr(ways[i].name)));
        },
        [&](std::size_t i, const base::Rect& rect) {
            if (ui::choice(at.ui, rect, spec(ways[i], at.tr(ways[i].name))))
                at.emit(ways[i].intent);
        });
    flow.gap(28);
}

void draw_text_size(const Drawing& at, ui::Flow& flow) {
    flow.text(at.tr("text-size.title"), ui::type::kLabel);
    flow.gap(16);
    const auto way = [&](std::string_view name, ui::TextSize size) {
        return Way{name, at.visit().text_size == size, SetTextSize{size}};
    };
    draw_ways(
        at, flow,
        {way("text-size.normal", ui::TextSize::normal), way("text-size.large", ui::TextSize::large),
         way("text-size.larger", ui::TextSize::larger),
         way("text-size.largest", ui::TextSize::largest)});
}

void draw_contrast(const Drawing& at, ui::Flow& flow) {
    flow.text(at.tr("contrast.title"), ui::type::kLabel);
    flow.gap(16);
    const auto way = [&](std::string_view name, ui::Contrast contrast) {
        return Way{name, at.visit().contrast == contrast, SetContrast{contrast}};
    };
    draw_ways(
        at, flow,
        {way("contrast.standard", ui::Contrast::standard), way("contrast.dark", ui::Contrast::dark),
         way("contrast.light", ui::Contrast::light)});
}

/// For who needs longer, before any warning comes.
void draw_time(const Drawing& at, ui::Flow& flow) {
    const bool more = at.visit().more_time;
    flow.gap(28);
    flow.text(at.tr("time.title"), ui::type::kLabel);
    flow.gap(16);
    draw_sheet_choice(at, flow, {at.tr("time.more"), "time.more", {}, {}, more, true},
                      TakeMoreTime{!more});
    flow.text(at.tr("time.more-help"), ui::type::kSmall);
}

/// What makes touching easier, for who sits and for whose hands shake.
void draw_reach(const Drawing& at, ui::Flow& flow) {
    const bool lowered = at.visit().lowered, steady = at.visit().steady_touch;
    flow.text(at.tr("reach.title"), ui::type::kLabel);
    flow.gap(16);
    const std::string label = at.tr(lowered ? "reach.up" : "reach.down");
    if (ui::button(flow, {label, ui::ButtonKind::outline, lowered ? "up" : "reach", {}, "reach"}))
        at.emit(BringDown{!lowered});
    flow.gap(20);
    const std::string touch = at.tr("touch.steady");
    draw_sheet_choice(at, flow, {touch, "steady", {}, {}, steady, true}, SetSteadyTouch{!steady});
    flow.text(at.tr("touch.steady-help"), ui::type::kSmall);
}

void draw_volume(const Drawing& at, ui::Flow& flow) {
    const int volume = at.visit().hearing.volume;
    const std::string now =
        at.tr("listen.volume", {{"n", std::to_string(volume)}, {"of", std::to_string(kLoudest)}});
    flow.text(now, ui::type::kCard, ui::Role::status);
    flow.gap(16);
    ui::PillRow row(flow, 20, 20);
    for (const auto& [label, icon, by] :
         {std::tuple{"listen.softer", "softer", -1}, {"listen.louder", "louder", 1}})
        if (row.add({at.tr(label), icon, label})) at.emit(SetVolume{volume + by});
}

void draw_hearing(const Drawing& at, ui::Flow& flow) {
    if (!at.state.can_listen()) return;
    const Hearing& hearing = at.visit().hearing;
    flow.gap(16);
    flow.text(at.tr("hearing.title"), ui::type::kLabel);
    flow.gap(16);
    if (ui::check_row(flow, at.tr("hearing.speak-screen"), hearing.speaks_screen, "speak-screen"))
        at.emit(SpeakScreen{!hearing.speaks_screen});
    if (hearing.speaks_screen &&
        ui::check_row(flow, at.tr("hearing.dark"), hearing.dark, "dark-screen"))
        at.emit(DarkScreen{!hearing.dark});
    flow.gap(16);
    draw_volume(at, flow);
    flow.gap(20);
}

void draw_text_and_contrast(const Drawing& at, ui::Flow& flow) {
    draw_sheet_title(at, flow, at.tr("top.text-size"));
    draw_text_size(at, flow);
    draw_contrast(at, flow);
    draw_hearing(at, flow);
    draw_reach(at, flow);
    draw_time(at, flow);
}

void draw_languages(const Drawing& at, ui::Flow& flow) {
    draw_sheet_title(at, flow, at.tr("language.title"));
    for (const auto& [code, name] : at.catalog().languages)
        draw_sheet_choice(at, flow, {name, code, {}, {}, at.language() == code, false},
                          SetLanguage{code});
}

void draw_finish(const Drawing& at, ui::Flow& flow) {
    draw_sheet_title(at, flow, at.tr("finish.title"));
    flow.text(at.tr("finish.text"), ui::type::kBody);
}

Foot finish_foot(const Drawing&) {
    return {{"finish.erase", ui::ButtonKind::primary, FinishVisit{}, "erase"},
            {"finish.stay", ui::ButtonKind::outline, CloseSheet{}}};
}

void draw_stop_check(const Drawing& at, ui::Flow& flow) {
    draw_sheet_title(at, flow, at.tr("stop-check.title"));
    flow.text(at.tr("stop-check.text"), ui::type::kBody);
}

Foot stop_check_foot(const Drawing&) {
    return {{"stop-check.go-on", ui::ButtonKind::primary, CloseSheet{}},
            {"check.stop", ui::ButtonKind::outline, StopSelfCheck{}, "erase"}};
}

void draw_take_home_sheet(const Drawing& at, ui::Flow& flow) {
    draw_sheet_title(at, flow, at.tr("take.heading"));
    draw_take_home(at, flow);
}

void draw_still_here(const Drawing& at, ui::Flow& flow) {
    draw_sheet_title(at, flow, at.tr("idle.title"));
    flow.text(at.ui.strings().plural("idle.text", at.state.seconds_left), ui::type::kBody,
              ui::Role::alert);
}

Foot still_here_foot(const Drawing& at) {
    Foot foot{{"idle.here", ui::ButtonKind::primary, StillHere{}}};
    if (!at.visit().more_time)
        foot.push_back({"idle.longer", ui::ButtonKind::outline, TakeMoreTime{true}});
    foot.push_back({"finish.erase", ui::ButtonKind::outline, FinishVisit{}, "erase"});
    return foot;
}

void draw_about_pack(const Drawing& at, ui::Flow& flow) {
    const pack::Pack* pack = at.catalog().library->find(at.visit().sheet.pack);
    if (pack == nullptr) return draw_nothing(at, flow);
    const pack::Review& review = pack->review;
    draw_sheet_title(at, flow, at.tr("about.title"));
    const auto line = [&](const std::string& words) {
        if (words.empty()) return;
        flow.text(words, ui::type::kCard);
        flow.gap(16);
    };
    line(review.status == pack::ReviewStatus::draft
             ? at.tr("about.draft")
             : at.tr("review.reviewed", {{"name", review.name},
                                         {"role", review.role},
                                         {"date", date_words(review.date, at.ui.strings())}}));
    if (review.due.time == pack::ReviewTime::passed)
        line(at.tr("about.being-reviewed",
                   {{"date", date_words(review.review_by, at.ui.strings())}}));
    line(at.tr("about.published", {{"date", date_words(pack->published, at.ui.strings())}}));
    line(pack->updates.in(at.language()));
    line(pack->funding.in(at.language()));
}

/// What was ticked can go along with a request.
Foot questions_foot(const Drawing& at) {
    Foot foot;
    const bool any = !at.visit().reading.ticked.empty();
    if (any && offers_a_call(at.state))
        foot.push_back({"guidance.ask", ui::ButtonKind::outline, OpenRequest{}, "phone"});
    if (any) foot.push_back(take_home_button());
    foot.push_back(close_foot(at).front());
    return foot;
}

Foot for_the_doctor_foot(const Drawing& at) { return {take_home_button(), close_foot(at).front()}; }

void draw_for_the_doctor(const Drawing& at, ui::Flow& flow) {
    draw_sheet_title(at, flow, at.tr("sheet.name.for-the-doctor"));
    draw_what_to_tell(at, flow);
}

using SheetDraw = void (*)(const Drawing&, ui::Flow&);

SheetDraw draw_of(SheetKind kind) {
    switch (kind) {
        case SheetKind::term:
            return draw_term;
        case SheetKind::source:
            return draw_source;
        case SheetKind::ask_staff:
            return draw_ask_staff;
        case SheetKind::questions:
            return draw_questions;
        case SheetKind::language:
            return draw_languages;
        case SheetKind::text_size:
            return draw_text_and_contrast;
        case SheetKind::finish:
            return draw_finish;
        case SheetKind::still_here:
            return draw_still_here;
        case SheetKind::about_pack:
            return draw_about_pack;
        case SheetKind::for_the_doctor:
            return draw_for_the_doctor;
        case SheetKind::take_home:
            return draw_take_home_sheet;
        case SheetKind::stop_check:
            return draw_stop_check;
        case SheetKind::none:
            break;
    }
    return nullptr;
}

Foot foot_of(const Drawing& at, SheetKind kind) {
    switch (kind) {
        case SheetKind::finish:
            return finish_foot(at);
        case SheetKind::still_here:
            return still_here_foot(at);
        case SheetKind::questions:
            return questions_foot(at);
        case SheetKind::for_the_doctor:
            return for_the_doctor_foot(at);
        case SheetKind::stop_check:
            return stop_check_foot(at);
        default:
            return close_foot(at);
    }
}

/// Below each other; a low screen has two beside each other, the next step at the end.
void draw_foot(const Drawing& at, ui::Flow& flow, Foot foot) {
    constexpr float kBetweenFoot = 24;
    ui::Ui& ui = at.ui;
    std::size_t beside = 0;
    if (ui.theme().landscape() && foot.size() > 1) {
        std::stable_partition(foot.begin(), foot.end(), [](const FootButton& button) {
            return button.kind != ui::ButtonKind::primary;
        });
        beside = foot.size() / 2 * 2;
    }
    std::vector<std::string> words;
    for (const FootButton& button : foot) words.push_back(at.tr(button.label));
    float size = ui::type::kButton.size;  // of all of them
    const auto spec = [&](std::size_t i) {
        return ui::ButtonSpec{words[i], foot[i].kind, foot[i].icon, {}, foot[i].label, false, size};
    };
    for (std::size_t i = 0; i < foot.size(); ++i) {
        const float width = i < beside ? flow.column_width(2, kBetweenFoot) : flow.width();
        size = std::min(size, ui::label_size(ui, width, spec(i)));
    }
    flow.grid(
        {beside, 2, kBetweenFoot},
        [&](std::size_t i, float width) { return ui::button_height(ui, width, spec(i)); },
        [&](std::size_t i, const base::Rect& rect) {
            if (ui::button(ui, rect, spec(i))) at.emit(foot[i].intent);
        });
    for (std::size_t i = beside; i < foot.size(); ++i) {
        if (i > 0) flow.gap(kBetweenFoot);
        if (ui::button(flow, spec(i))) at.emit(foot[i].intent);
    }
}

/// A low screen shows a code and its words beside each other.
float width_of_sheet(SheetKind kind) {
    constexpr float kUsual = 1180, kWide = 1640;
    return kind == SheetKind::take_home ? kWide : kUsual;
}

}  // namespace

void draw_sheet(const Drawing& at) {
    const SheetKind kind = at.visit().sheet.kind;
    const SheetDraw body = draw_of(kind);
    if (body == nullptr) {
        at.ui.transitions().share("sheet", "");
        return;
    }
    const std::string name = name_of(kind);
    const bool dismissed = ui::sheet(
        at.ui,
        {name, at.tr("sheet.name." + name), kind != SheetKind::still_here, width_of_sheet(kind)},
        [&](ui::Flow& flow) { body(at, flow); },
        [&](ui::Flow& flow) { draw_foot(at, flow, foot_of(at, kind)); });
    if (dismissed) at.emit(CloseSheet{});
}

}  // namespace candor::screens
