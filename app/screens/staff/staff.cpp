#include "screens/staff/staff.h"

#include <algorithm>

#include "pack/page/pack.h"
#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"
#include "screens/self_check/wording.h"
#include "screens/staff/staff_delivery.h"
#include "screens/staff/staff_kiosk.h"

namespace candor::screens {
namespace {

std::string title_of(const Drawing& at, const StaffPack& pack) {
    return pack.title.empty() ? pack.id : pack.title.in(at.language());
}

/// The title of a pack by its id, as it stands in the lists.
std::string title_of(const Drawing& at, const std::string& id) {
    for (const auto* list : {&at.visit().staff.news.here, &at.visit().staff.news.on_stick})
        for (const StaffPack& pack : *list)
            if (pack.id == id) return title_of(at, pack);
    return id;
}

std::string languages_of(const Drawing& at, const StaffPack& pack) {
    std::string names;
    for (const std::string& code : pack.languages) {
        const auto& known = at.catalog().languages;
        const auto found = std::find_if(known.begin(), known.end(),
                                        [&](const Language& other) { return other.code == code; });
        names += (names.empty() ? "" : ", ") + (found == known.end() ? code : found->name);
    }
    return names;
}

/// What staff must know of the review, and whether it is bad.
struct ReviewWords {
    std::string words;
    bool bad = false;
};

ReviewWords review_of(const Drawing& at, const StaffPack& staff_pack) {
    const ui::Strings& strings = at.ui.strings();
    const pack::Review& review = staff_pack.review;
    const std::string by =
        review.review_by.empty() ? std::string() : date_words(review.review_by, strings);
    switch (review.due.time) {
        case pack::ReviewTime::current:
            if (by.empty()) return {};
            return {strings("staff.pack.review-by", {{"date", by}}), false};
        case pack::ReviewTime::coming:
            return {strings.plural("staff.pack.review-soon", review.due.days), true};
        case pack::ReviewTime::passed:
            return {strings("staff.pack.review-over", {{"date", by}}), true};
        case pack::ReviewTime::withdrawn:
            return {strings("staff.pack.withdrawn", {{"date", by}}), true};
    }
    return {};
}

void draw_line(ui::Flow& flow, const std::string& words, ui::Colour colour = ui::Colour::soft_ink) {
    if (words.empty()) return;
    ui::Type type = ui::type::kSmall;
    type.colour = colour;
    flow.text(words, type);
    flow.gap(6);
}

void draw_pack_heading(const Drawing& at, ui::Flow& flow, const StaffPack& pack) {
    flow.heading(title_of(at, pack), ui::type::kTitle);
    flow.gap(6);
    const std::string version =
        at.tr("staff.pack.version", {{"version", std::to_string(pack.version)}});
    draw_line(flow, pack.shipped ? version + " · " + at.tr("staff.pack.shipped") : version);
    const std::string languages = languages_of(at, pack);
    if (!languages.empty())
        draw_line(flow, at.tr("staff.pack.languages", {{"languages", languages}}));
}

void draw_reviewer(const Drawing& at, ui::Flow& flow, const StaffPack& pack) {
    const pack::Review& review = pack.review;
    const bool reviewed = review.status == pack::ReviewStatus::reviewed;
    draw_line(flow, reviewed ? at.tr("staff.pack.reviewed",
                                     {{"name", review.name},
                                      {"role", review.role},
                                      {"date", date_words(review.date, at.ui.strings())}})
                             : at.tr("staff.pack.draft"));
    if (pack.by_one_key) draw_line(flow, at.tr("staff.pack.one-key"), ui::Colour::brown);
    const ReviewWords due = review_of(at, pack);
    draw_line(flow, due.words, due.bad ? ui::Colour::brown : ui::Colour::soft_ink);
}

void draw_pack_problems(const Drawing& at, ui::Flow& flow, const StaffPack& pack) {
    if (pack.damaged_version)
        draw_line(flow,
                  at.tr("staff.pack.damaged", {{"version", std::to_string(*pack.damaged_version)},
                                               {"good", std::to_string(pack.version)}}),
                  ui::Colour::brown);
    if (pack.findings > 0)
        draw_line(flow, at.ui.strings().plural("staff.pack.findings", pack.findings),
                  ui::Colour::brown);
    if (pack.live) draw_line(flow, at.tr("staff.pack.is-live"), ui::Colour::teal);
    if (pack.problem.empty()) return;
    if (!pack.package.empty()) draw_line(flow, at.tr("staff.pack.refused"), ui::Colour::brown);
    draw_line(flow, at.tr(pack.problem), ui::Colour::brown);
}

void draw_pack_buttons(const Drawing& at, ui::Flow& flow, const StaffPack& pack) {
    if (!at.visit().staff.news.installing.empty()) return;
    const std::string of = pack.id + pack.package;
    const auto button = [&](const std::string& label, ui::ButtonKind kind, const Intent& intent) {
        const std::string key = of + (kind == ui::ButtonKind::primary ? " install" : " roll back");
        flow.gap(16);
        if (ui::button(flow, {label, kind, {}, {}, key})) at.emit(intent);
    };
    if (!pack.package.empty() && pack.problem.empty() && !pack.live)
        button(at.tr("staff.install",
                     {{"title", title_of(at, pack)}, {"version", std::to_string(pack.version)}}),
               ui::ButtonKind::primary, InstallPack{pack.package});
    if (pack.package.empty() && pack.previous_version)
        button(at.tr("staff.roll-back", {{"version", std::to_string(*pack.previous_version)}}),
               ui::ButtonKind::outline, RollBackPack{pack.id});
}

void draw_packs_of(const Drawing& at, ui::Flow& flow, const std::vector<StaffPack>& packs) {
    for (const StaffPack& pack : packs) {
        flow.card({40, 36, 36}, [&](ui::Flow& inner) {
            draw_pack_heading(at, inner, pack);
            draw_reviewer(at, inner, pack);
            draw_pack_problems(at, inner, pack);
            draw_pack_buttons(at, inner, pack);
        });
        flow.gap(24);
    }
}

void draw_packs_heading(const Drawing& at, ui::Flow& flow, std::string_view key) {
    flow.heading(at.tr(key), ui::type::kSubhead);
    flow.gap(20);
}

void draw_packs_note(ui::Flow& flow, const std::string& words) {
    flow.text(words, ui::type::kLead, ui::Role::status);
    flow.gap(24);
}

/// Each stick by its name, with its packs, or why there are none.
void draw_sticks(const Drawing& at, ui::Flow& flow) {
    const StaffNews& news = at.visit().staff.news;
    if (news.sticks.empty()) {
        draw_packs_heading(at, flow, "staff.packs.on-stick");
        if (!news.looking) draw_packs_note(flow, at.tr("staff.packs.no-stick"));
    }
    for (const StaffStick& stick : news.sticks) {
        flow.heading(at.tr("staff.packs.on-stick-named", {{"name", stick.name}}),
                     ui::type::kSubhead);
        flow.gap(20);
        if (!stick.problem.empty()) draw_packs_note(flow, at.tr(stick.problem));
        std::vector<StaffPack> packs;
        for (const StaffPack& pack : news.on_stick)
            if (pack.stick == stick.folder) packs.push_back(pack);
        draw_packs_of(at, flow, packs);
    }
}

void draw_installing(const Drawing& at, ui::Flow& flow) {
    const StaffNews& news = at.visit().staff.news;
    if (news.installing.empty()) return;
    const std::string words = at.tr(
        "staff.installing",
        {{"title", title_of(at, news.installing)}, {"percent", std::to_string(news.percent)}});
    draw_packs_note(flow, words);
    ui::progress_bar(at.ui, flow.take(at.ui.px(16)), static_cast<float>(news.percent) / 100, words);
    flow.gap(28);
    const std::string cancel = at.tr("staff.cancel");
    if (ui::button(flow, {cancel, ui::ButtonKind::outline, "close", {}, "cancel"}))
        at.emit(CancelInstall{});
    flow.gap(36);
}

void draw_staff_message(const Drawing& at, ui::Flow& flow) {
    const StaffNews& news = at.visit().staff.news;
    if (news.message.empty()) return;
    flow.tinted(news.problem ? ui::Colour::peach : ui::Colour::mint, 32, {32, 32, 32},
                [&](ui::Flow& inner) {
                    inner.text(at.tr(news.message, {{"title", title_of(at, news.message_pack)},
                                                    {"version", news.message_version}}),
                               ui::type::kCard, ui::Role::alert);
                });
    flow.gap(36);
}

void draw_open_staff(const Drawing& at, ui::Flow& flow) {
    const Staff& staff = at.visit().staff;
    flow.gap(20);
    draw_kiosk_part(at, flow);
    flow.gap(60);
    if (staff.delivery) {
        draw_delivery_part(flow, *staff.delivery);
        flow.gap(60);
    }
    flow.heading(at.tr("staff.packs.title"), ui::type::kHeadline);
    flow.gap(28);
    draw_installing(at, flow);
    draw_staff_message(at, flow);
    draw_sticks(at, flow);
    if (staff.news.looking) draw_packs_note(flow, at.tr("staff.pack.checking"));
    flow.gap(24);
    draw_packs_heading(at, flow, "staff.packs.here");
    draw_packs_of(at, flow, staff.news.here);
}

/// A dot for each digit: nobody reads the code over a shoulder.
void draw_code_dots(const Drawing& at, ui::Flow& flow) {
    ui::Ui& ui = at.ui;
    const std::size_t count = at.visit().staff.code.size();
    const base::Rect rect = flow.take(ui.px(120));
    ui.canvas().rounded(rect, ui.px(28), ui::Colour::card);
    ui.canvas().ring(rect, ui.px(28), ui.px(3), ui::Colour::teal);
    const float dot = ui.px(28), gap = ui.px(20);
    const float all = static_cast<float>(count) * (dot + gap) - gap;
    float x = rect.x + (rect.w - all) / 2;
    for (std::size_t i = 0; i < count; ++i, x += dot + gap)
        ui.canvas().circle({x, rect.y + (rect.h - dot) / 2, dot, dot}, ui::Colour::ink);
    const bool focused = at.visit().typing.field == Field::staff_code;
    const ui::Touched touched =
        ui.touchable({ui::Role::textbox, at.tr("staff.code.label"), std::string(count, '*'),
                      focused ? ui::kFocused : ui::kNoState, ui::kPress, rect},
                     "code");
    if (touched.tapped) at.emit(FocusField{Field::staff_code, count});
    flow.gap(24);
}

std::string about_the_code(const Drawing& at) {
    const Staff& staff = at.visit().staff;
    if (staff.news.no_code) return at.tr("staff.code.none");
    if (staff.news.stage == Staff::Stage::checking) return at.tr("staff.pack.checking");
    if (staff.wait_s > 0) return at.ui.strings().plural("staff.code.wait", staff.wait_s);
    if (staff.news.wrong) return at.tr("staff.code.wrong");
    return {};
}

void draw_staff_code(const Drawing& at, ui::Flow& flow) {
    flow.gap(60);
    flow.heading(at.tr("staff.code.title"), ui::type::kHeadline);
    flow.gap(12);
    flow.text(at.tr("staff.code.lead"), ui::type::kLead);
    flow.gap(36);
    draw_code_dots(at, flow);
    const std::string words = about_the_code(at);
    if (words.empty()) return;
    ui::Type type = ui::type::kCard;
    type.colour = ui::Colour::brown;
    flow.text(words, type, ui::Role::alert);
}

}  // namespace

void draw_staff(const Drawing& at) {
    const bool open = at.visit().staff.news.stage == Staff::Stage::open;
    TopBar bar;
    if (at.visit().staff.news.installing.empty()) bar.back_label = at.tr("staff.leave");
    const float top = draw_top_bar(at, bar);
    float bottom = static_cast<float>(at.ui.theme().height());
    if (!open) bottom -= ui::keyboard_height(at.ui);
    draw_body(at.ui, top, bottom, [&](ui::Flow& flow) {
        open ? draw_open_staff(at, flow) : draw_staff_code(at, flow);
    });
}

}  // namespace candor::screens
