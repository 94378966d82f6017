#include "screens/staff/staff.h"

#include <algorithm>

#include "pack/page/pack.h"
#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"
#include "screens/staff/staff_delivery.h"
#include "screens/staff/staff_kiosk.h"

namespace candor::screens {
namespace {

struct Desk {
    const State& state;
    ui::Ui& ui;
    Intents& intents;
    Column column;

    const Staff& staff() const { return state.visit.staff; }
};

std::string title_of(const Desk& at, const StaffPack& pack) {
    return pack.title.empty() ? pack.id : pack.title.in(at.state.visit.language);
}

/// The title of a pack by its id, as it stands in the lists.
std::string title_of(const Desk& at, const std::string& id) {
    for (const auto* list : {&at.staff().here, &at.staff().on_stick})
        for (const StaffPack& pack : *list)
            if (pack.id == id) return title_of(at, pack);
    return id;
}

std::string languages_of(const Desk& at, const StaffPack& pack) {
    std::string names;
    for (const std::string& code : pack.languages) {
        const auto& known = at.state.catalog->languages;
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

ReviewWords review_of(const Desk& at, const StaffPack& staff_pack) {
    const ui::Strings& strings = at.ui.strings();
    const pack::Review& review = staff_pack.review;
    const std::string& by = review.review_by;
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

class PackCard {
  public:
    PackCard(const Desk& at, const StaffPack& pack) : at_(at), ui_(at.ui), pack_(pack) {}

    float draw(float y) {
        float height = 0;
        ui_.measure([&] { height = body(y); });
        ui::card(ui_, {at_.column.x, y, at_.column.width, height});
        return body(y);
    }

  private:
    float body(float top) {
        y_ = top + ui_.px(36);
        heading();
        line(languages_of(at_, pack_).empty()
                 ? std::string{}
                 : ui_.tr("staff.pack.languages", {{"languages", languages_of(at_, pack_)}}));
        reviewer();
        problems();
        buttons();
        return y_ + ui_.px(36) - top;
    }

    void heading() {
        const std::string version =
            ui_.tr("staff.pack.version", {{"version", std::to_string(pack_.version)}});
        y_ +=
            ui_.text(x(), y_, width(), title_of(at_, pack_), ui::type::kTitle, ui::Role::heading) +
            ui_.px(6);
        line(pack_.shipped ? version + " · " + ui_.tr("staff.pack.shipped") : version);
    }

    void reviewer() {
        const pack::Review& review = pack_.review;
        const bool reviewed = review.status == pack::ReviewStatus::reviewed;
        line(reviewed
                 ? ui_.tr("staff.pack.reviewed",
                          {{"name", review.name}, {"role", review.role}, {"date", review.date}})
                 : ui_.tr("staff.pack.draft"));
        if (pack_.by_one_key) line(ui_.tr("staff.pack.one-key"), ui::colour::kBrown);
        const ReviewWords due = review_of(at_, pack_);
        line(due.words, due.bad ? ui::colour::kBrown : ui::colour::kSoftInk);
    }

    void problems() {
        if (pack_.damaged_version)
            line(ui_.tr("staff.pack.damaged", {{"version", std::to_string(*pack_.damaged_version)},
                                               {"good", std::to_string(pack_.version)}}),
                 ui::colour::kBrown);
        if (pack_.findings > 0)
            line(ui_.strings().plural("staff.pack.findings", pack_.findings), ui::colour::kBrown);
        if (pack_.live) line(ui_.tr("staff.pack.is-live"), ui::colour::kTeal);
        if (pack_.problem.empty()) return;
        if (!pack_.package.empty()) line(ui_.tr("staff.pack.refused"), ui::colour::kBrown);
        line(ui_.tr(pack_.problem), ui::colour::kBrown);
    }

    void buttons() {
        if (!at_.staff().installing.empty()) return;
        if (!pack_.package.empty() && pack_.problem.empty() && !pack_.live)
            button(ui_.tr("staff.install", {{"title", title_of(at_, pack_)},
                                            {"version", std::to_string(pack_.version)}}),
                   ui::ButtonKind::primary, InstallPack{pack_.package});
        if (pack_.package.empty() && pack_.previous_version)
            button(
                ui_.tr("staff.roll-back", {{"version", std::to_string(*pack_.previous_version)}}),
                ui::ButtonKind::outline, RollBackPack{pack_.id});
    }

    void button(const std::string& label, ui::ButtonKind kind, const Intent& intent) {
        y_ += ui_.px(16);
        const std::string key = pack_.id + pack_.package;
        const ui::ButtonSpec spec{label, kind, {}, {}, key};
        const float height = ui::button_height(ui_, width(), spec);
        if (ui::button(ui_, {x(), y_, width(), height}, spec)) at_.intents.push_back(intent);
        y_ += height;
    }

    void line(const std::string& words, base::Rgba colour = ui::colour::kSoftInk) {
        if (words.empty()) return;
        ui::Type type = ui::type::kSmall;
        type.colour = colour;
        y_ += ui_.text(x(), y_, width(), words, type) + ui_.px(6);
    }

    float x() const { return at_.column.x + ui_.px(40); }
    float width() const { return at_.column.width - ui_.px(80); }

    const Desk& at_;
    ui::Ui& ui_;
    const StaffPack& pack_;
    float y_ = 0;
};

float heading(const Desk& at, float y, std::string_view key) {
    return at.ui.text(at.column.x, y, at.column.width, at.ui.tr(key), ui::type::kSubhead,
                      ui::Role::heading) +
           at.ui.px(20);
}

float note(const Desk& at, float y, const std::string& words) {
    return at.ui.text(at.column.x, y, at.column.width, words, ui::type::kLead, ui::Role::status) +
           at.ui.px(24);
}

float installing(const Desk& at, float y) {
    const Staff& staff = at.staff();
    const float start = y;
    const std::string words = at.ui.tr(
        "staff.installing",
        {{"title", title_of(at, staff.installing)}, {"percent", std::to_string(staff.percent)}});
    y += note(at, y, words);
    ui::progress_bar(at.ui, {at.column.x, y, at.column.width, at.ui.px(16)},
                     static_cast<float>(staff.percent) / 100, words);
    y += at.ui.px(16 + 28);
    const std::string cancel = at.ui.tr("staff.cancel");
    const ui::ButtonSpec spec{cancel, ui::ButtonKind::outline, "close", {}, "cancel"};
    const float height = ui::button_height(at.ui, at.column.width, spec);
    if (ui::button(at.ui, {at.column.x, y, at.column.width, height}, spec))
        at.intents.push_back(CancelInstall{});
    return y + height + at.ui.px(36) - start;
}

float message(const Desk& at, float y) {
    const Staff& staff = at.staff();
    const std::string words = at.ui.tr(staff.message, {{"title", title_of(at, staff.message_pack)},
                                                       {"version", staff.message_version}});
    ui::Type type = ui::type::kCard;
    type.colour = ui::colour::kInk;
    const float pad = at.ui.px(32), inner = at.column.width - 2 * pad;
    const float height = at.ui.shape(words, type, inner).height() + 2 * pad;
    at.ui.canvas().rounded({at.column.x, y, at.column.width, height}, at.ui.px(32),
                           staff.problem ? ui::colour::kPeach : ui::colour::kMint);
    at.ui.text(at.column.x + pad, y + pad, inner, words, type, ui::Role::alert);
    return height + at.ui.px(36);
}

float cards(const Desk& at, const std::vector<StaffPack>& packs, float y) {
    const float start = y;
    for (const StaffPack& pack : packs) y += PackCard(at, pack).draw(y) + at.ui.px(24);
    return y - start;
}

float packs(const Desk& at, float y) {
    const Staff& staff = at.staff();
    y += at.ui.px(20);
    y += kiosk_part(at.state, at.ui, at.intents, at.column, y) + at.ui.px(60);
    if (staff.delivery) y += delivery_part(at.ui, at.column, *staff.delivery, y) + at.ui.px(60);
    y += at.ui.text(at.column.x, y, at.column.width, at.ui.tr("staff.packs.title"),
                    ui::type::kHeadline, ui::Role::heading) +
         at.ui.px(28);
    if (!staff.installing.empty()) y += installing(at, y);
    if (!staff.message.empty()) y += message(at, y);
    y += heading(at, y, "staff.packs.on-stick");
    if (!staff.looking && staff.on_stick.empty())
        y += note(at, y, at.ui.tr("staff.packs.no-stick"));
    y += cards(at, staff.on_stick, y);
    if (staff.looking) y += note(at, y, at.ui.tr("staff.pack.checking"));
    y += at.ui.px(24);
    y += heading(at, y, "staff.packs.here");
    return y + cards(at, staff.here, y);
}

/// A dot for each digit: nobody reads the code over a shoulder.
float dots(const Desk& at, float y) {
    ui::Ui& ui = at.ui;
    const std::size_t count = at.staff().code.size();
    const base::Rect rect{at.column.x, y, at.column.width, ui.px(120)};
    ui.canvas().rounded(rect, ui.px(28), ui::colour::kCard);
    ui.canvas().ring(rect, ui.px(28), ui.px(3), ui::colour::kTeal);
    const float dot = ui.px(28), gap = ui.px(20);
    const float all = static_cast<float>(count) * (dot + gap) - gap;
    float x = rect.x + (rect.w - all) / 2;
    for (std::size_t i = 0; i < count; ++i, x += dot + gap)
        ui.canvas().circle({x, y + (rect.h - dot) / 2, dot, dot}, ui::colour::kInk);
    const bool focused = at.state.visit.field == Field::staff_code;
    const ui::Touched touched =
        ui.touchable({ui::Role::textbox, ui.tr("staff.code.label"), std::string(count, '*'),
                      focused ? ui::kFocused : ui::kNoState, ui::kPress, rect},
                     "code");
    if (touched.tapped) at.intents.push_back(FocusField{Field::staff_code, count});
    return rect.h + ui.px(24);
}

std::string about_the_code(const Desk& at) {
    const Staff& staff = at.staff();
    if (staff.no_code) return at.ui.tr("staff.code.none");
    if (staff.stage == Staff::Stage::checking) return at.ui.tr("staff.pack.checking");
    if (staff.wait_s > 0) return at.ui.strings().plural("staff.code.wait", staff.wait_s);
    if (staff.wrong) return at.ui.tr("staff.code.wrong");
    return {};
}

float code(const Desk& at, float y) {
    y += at.ui.px(60);
    y += at.ui.text(at.column.x, y, at.column.width, at.ui.tr("staff.code.title"),
                    ui::type::kHeadline, ui::Role::heading) +
         at.ui.px(12);
    y += at.ui.text(at.column.x, y, at.column.width, at.ui.tr("staff.code.lead"), ui::type::kLead) +
         at.ui.px(36);
    y += dots(at, y);
    const std::string words = about_the_code(at);
    if (words.empty()) return y;
    ui::Type type = ui::type::kCard;
    type.colour = ui::colour::kBrown;
    return y + at.ui.text(at.column.x, y, at.column.width, words, type, ui::Role::alert);
}

}  // namespace

void draw_staff(const State& state, ui::Ui& ui, Intents& intents) {
    const Desk at{state, ui, intents, content_column(ui)};
    const bool open = state.visit.staff.stage == Staff::Stage::open;
    TopBar bar;
    if (state.visit.staff.installing.empty()) bar.back_label = ui.tr("staff.leave");
    const float top = top_bar(state, ui, intents, bar);
    float bottom = static_cast<float>(ui.theme().height());
    if (!open) bottom -= ui::keyboard_height(ui);
    scrolling_body(ui, top, bottom, [&](float y) { return open ? packs(at, y) : code(at, y); });
}

}  // namespace candor::screens
