#include "desk/studio/packs_page.h"

#include <algorithm>
#include <cmath>

#include "desk/shell/pages.h"
#include "ui/fault_text.h"

namespace candor::desk {
namespace {

using ui::Colour;
using ui::Ui;

constexpr float kFindingsWidth = 520;

}  // namespace

std::string about_words(const ui::Strings& strings, const PackHead& head) {
    const auto count = static_cast<int>(head.languages.size());
    const std::string languages = strings.plural("packs.languages", count);
    if (head.review.status != pack::ReviewStatus::reviewed)
        return languages + " · " + strings("packs.not-reviewed");
    return languages + " · " +
           strings("packs.reviewed-by", {{"name", head.review.name},
                                         {"role", head.review.role},
                                         {"date", head.review.date}});
}

float version_badge(Ui& ui, float right, float y, const PackHead& head) {
    const bool reviewed = head.review.status == pack::ReviewStatus::reviewed;
    const std::string label = head.version == 0
                                  ? ui.tr("packs.unreadable")
                                  : ui.tr(reviewed ? "packs.reviewed" : "packs.draft",
                                          {{"version", std::to_string(head.version)}});
    const float width = badge_width(ui, label);
    badge(ui, right - width, y, label,
          head.version == 0 ? Tone::peach
          : reviewed        ? Tone::mint
                            : Tone::sun);
    return width;
}

float small_switch_width(Ui& ui, std::string_view label) {
    return std::ceil(ui.shape(label, type::kBadge).width()) + ui.px(22);
}

bool small_switch(Ui& ui, const base::Rect& rect, std::string_view label, std::string_view key,
                  bool on) {
    const ui::Touched touched = ui.touchable({ui::Role::button,
                                              std::string(label),
                                              {},
                                              on ? ui::kSelected : ui::kNoState,
                                              ui::kPress,
                                              rect},
                                             key);
    const bool lit = touched.hovered || touched.pressed;
    const float radius = ui.px(10);
    ui.canvas().rounded(rect, radius, on ? Colour::teal : lit ? Colour::mint : Colour::card);
    const auto& words = ui.shape(label, in(type::kBadge, on ? Colour::on_teal : Colour::ink));
    ui.canvas().paragraph(words, rect.x + (rect.w - words.width()) / 2,
                          rect.y + (rect.h - words.height()) / 2, words.width());
    return touched.tapped;
}

float dialog_label_height(Ui& ui, std::string_view label, float width) {
    return ui.shape(label, in(type::kSmall, Colour::ink), width).height();
}

void dialog_field(ui::Flow& flow, Intents& intents, Field field, const ui::EditedText& text,
                  std::string_view label, std::string_view key, bool masked) {
    Ui& ui = flow.ui();
    flow.words(ui.shape(label, in(type::kSmall, Colour::ink), flow.width()));
    flow.gap(4);
    FieldSpec spec{label, key, {}, &text};
    spec.masked = masked;
    for (ui::Edit& edit : edit_field(ui, flow.take(ui.px(40)), spec))
        intents.emplace_back(EditField{field, std::move(edit)});
}

bool SwitchRow::add(std::string_view label, std::string_view key, bool on) {
    Ui& ui = flow_.ui();
    const float width = std::min(small_switch_width(ui, label) + ui.px(12), flow_.width());
    if (row_.h > 0 && x_ + width > row_.right()) {
        flow_.gap(8);
        row_ = {};
    }
    if (row_.h <= 0) {
        row_ = flow_.take(ui.px(32));
        x_ = row_.x;
    }
    const base::Rect rect{x_, row_.y, width, row_.h};
    x_ += width + ui.px(8);
    const bool pressed = small_switch(ui, rect, label, key, on);
    if (!on) ui.canvas().ring(rect, ui.px(10), std::max(1.0F, ui.px(1)), Colour::line);
    return pressed;
}

void work_part(ui::Flow& flow, const Work& work, std::string_view under_way,
               std::string_view done) {
    Ui& ui = flow.ui();
    const auto say = [&](const std::string& words, ui::Colour ink, ui::Role role) {
        flow.text(words, in(type::kBody, ink), role);
        flow.gap(4);
    };
    const auto say_path = [&](const std::string& path) {
        if (path.empty()) return;
        registered(flow, shape_path(ui, path, type::kFine, flow.width()), path);
        flow.gap(4);
    };
    if (work.busy()) {
        say(std::string(under_way) + " " + std::to_string(work.percent) + " %", Colour::soft_ink,
            ui::Role::status);
        flow.gap(2);
        const base::Rect bar{flow.x(), flow.y(), flow.width(), ui.px(8)};
        share_bar(flow, 8, static_cast<float>(work.percent) / 100.0F);
        ui.node({ui::Role::progressbar, std::string(under_way), std::to_string(work.percent),
                 ui::kBusy, ui::kNoAction, bar});
        flow.gap(8);
    }
    if (work.stage == Work::Stage::done) {
        say(std::string(done), Colour::deep_teal, ui::Role::status);
        say_path(work.place);
    }
    if (!work.problem.empty())
        say(ui.tr(work.problem), Colour::brown, ui::Role::alert);
    else if (work.fault)
        say(ui::fault_text(*work.fault, ui.strings(), "trouble."), Colour::brown, ui::Role::alert);
    if (work.fault) say_path(work.fault->where);
}

void draw_packs(const State& state, Ui& ui, Intents& intents, const base::Rect& area) {
    const Studio& studio = state.studio;
    if (!studio.looked) intents.emplace_back(LookAtPacks{});
    if (studio.folder.empty()) return draw_pack_list(studio, ui, intents, area);
    const float width = std::min(ui.px(kFindingsWidth), area.w * 0.55F);
    const base::Rect left{area.x, area.y, width, area.h};
    draw_findings(studio, ui, intents, left);
    draw_preview(studio, ui, intents, {left.right(), area.y, area.w - width, area.h});
    if (studio.dialog == Dialog::sign) draw_sign_dialog(studio, ui, intents);
    if (studio.dialog == Dialog::put) draw_put_dialog(studio, ui, intents);
}

}  // namespace candor::desk
