#include "desk/studio/packs_page.h"

#include <algorithm>
#include <cmath>

#include "desk/shell/pages.h"
#include "ui/fault_text.h"

namespace candor::desk {
namespace {

using ui::Ui;
namespace colour = ui::colour;

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
    ui.canvas().rounded(rect, radius, on ? colour::kTeal : lit ? colour::kMint : colour::kCard);
    const auto& words = ui.shape(label, in(type::kBadge, on ? colour::kOnTeal : colour::kInk));
    ui.canvas().paragraph(words, rect.x + (rect.w - words.width()) / 2,
                          rect.y + (rect.h - words.height()) / 2, words.width());
    return touched.tapped;
}

float dialog_label_height(Ui& ui, std::string_view label, float width) {
    return ui.shape(label, in(type::kSmall, colour::kInk), width).height();
}

float dialog_field(Ui& ui, Intents& intents, float x, float y, float width, Field field,
                   const ui::EditedText& text, std::string_view label, std::string_view key,
                   bool masked) {
    const ui::Type small = in(type::kSmall, colour::kInk);
    const auto& words = ui.shape(label, small, width);
    ui.canvas().paragraph(words, x, y, width);
    const float top = y + words.height() + ui.px(4);
    const base::Rect box{x, top, width, ui.px(40)};
    FieldSpec spec{label, key, {}, &text};
    spec.masked = masked;
    for (ui::Edit& edit : edit_field(ui, box, spec))
        intents.emplace_back(EditField{field, std::move(edit)});
    return box.bottom() - y;
}

float work_part(Ui& ui, float x, float y, float width, const Work& work, std::string_view under_way,
                std::string_view done) {
    const float start = y;
    const auto say = [&](const std::string& words, base::Rgba ink, ui::Role role) {
        y += ui.text(x, y, width, words, in(type::kBody, ink), role) + ui.px(4);
    };
    const auto say_path = [&](const std::string& path) {
        if (path.empty()) return;
        const auto& words = shape_path(ui, path, type::kFine, width);
        ui.canvas().paragraph(words, x, y, width);
        ui.node({ui::Role::paragraph,
                 path,
                 {},
                 ui::kNoState,
                 ui::kNoAction,
                 {x, y, width, words.height()}});
        y += words.height() + ui.px(4);
    };
    if (work.busy()) {
        const std::string label =
            std::string(under_way) + " " + std::to_string(work.percent) + " %";
        say(label, colour::kSoftInk, ui::Role::status);
        const base::Rect bar{x, y + ui.px(2), width, ui.px(8)};
        ui.canvas().rounded(bar, bar.h / 2, colour::kLine);
        const float share = static_cast<float>(work.percent) / 100.0F;
        ui.canvas().rounded({bar.x, bar.y, std::max(bar.h, bar.w * share), bar.h}, bar.h / 2,
                            colour::kTeal);
        ui.node({ui::Role::progressbar, std::string(under_way), std::to_string(work.percent),
                 ui::kBusy, ui::kNoAction, bar});
        y = bar.bottom() + ui.px(8);
    }
    if (work.stage == Work::Stage::done) {
        say(std::string(done), colour::kDeepTeal, ui::Role::status);
        say_path(work.place);
    }
    if (!work.problem.empty())
        say(ui.tr(work.problem), colour::kBrown, ui::Role::alert);
    else if (work.fault)
        say(ui::fault_text(*work.fault, ui.strings(), "trouble."), colour::kBrown, ui::Role::alert);
    if (work.fault) say_path(work.fault->where);
    return y - start;
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
