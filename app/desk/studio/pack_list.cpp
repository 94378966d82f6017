#include <algorithm>

#include "desk/studio/packs_page.h"
#include "text/style.h"

namespace candor::desk {
namespace {

using ui::Colour;
using ui::Ui;

/// "2 errors, 1 warning", in the tone of the gravest; nothing while it is not checked.
float findings_badge(const Studio& studio, Ui& ui, const PackHead& head, float x, float y) {
    const auto found = studio.counts.find(head.folder);
    if (found == studio.counts.end()) return 0;
    const FindingCounts& counts = found->second;
    std::string words;
    const auto add = [&](const char* key, int count) {
        if (count == 0) return;
        if (!words.empty()) words += " · ";
        words += ui.strings().plural(key, count);
    };
    add("packs.errors", counts.errors);
    add("packs.warnings", counts.warnings);
    if (words.empty()) words = ui.tr("packs.all-well");
    paint_badge(ui, x, y, words,
                counts.errors > 0     ? Tone::peach
                : counts.warnings > 0 ? Tone::sun
                                      : Tone::mint);
    return badge_width(ui, words);
}

float row(const Studio& studio, Ui& ui, Intents& intents, const PackHead& head, float x, float y,
          float width) {
    const std::string& language = ui.strings().language();
    const std::string title = head.title.empty() ? head.id : head.title.in(language);
    const base::Rect rect{x, y, width, ui.px(84)};
    const float pad = ui.px(20);
    const ui::Touched touched = ui.touchable(
        {ui::Role::button, title, about_words(ui.strings(), head), ui::kNoState, ui::kPress, rect},
        head.folder.string());
    if (touched.tapped) intents.emplace_back(OpenPackFolder{head.folder});
    ui.canvas().rounded(rect, ui.px(14),
                        touched.hovered || touched.pressed ? Colour::mint : Colour::card);
    ui.canvas().ring(rect, ui.px(14), std::max(1.0F, ui.px(1)), Colour::line);
    const float right = rect.right() - pad;
    const float badge = version_badge(ui, right, y + ui.px(16), head);
    const float room = right - badge - ui.px(16) - (x + pad);
    const auto& name = ui.shape(title, type::kName, room, text::Align::start, 1);
    ui.canvas().paragraph(name, x + pad, y + ui.px(16), room);
    const auto& about =
        ui.shape(about_words(ui.strings(), head), type::kSmall, room, text::Align::start, 1);
    ui.canvas().paragraph(about, x + pad, y + ui.px(16) + name.height() + ui.px(4), room);
    float wide = 0;
    ui.measure([&] { wide = findings_badge(studio, ui, head, 0, 0); });
    findings_badge(studio, ui, head, right - wide, y + ui.px(46));
    return rect.h;
}

float path_part(const Studio& studio, Ui& ui, Intents& intents, float x, float y, float width) {
    const float start = y;
    const std::string open = ui.tr("packs.open-path"), label = ui.tr("packs.path");
    const ButtonSpec spec{open, "open-path", ButtonLook::outline};
    const float button_w = button_width(ui, spec), gap = ui.px(10);
    FieldSpec field{label, "pack-path", label, &studio.path};
    field.invalid = !studio.problem.empty();
    const base::Rect box{x, y, width - button_w - gap, button_height(ui)};
    for (ui::Edit& edit : edit_field(ui, box, field))
        intents.emplace_back(EditField{Field::pack_path, std::move(edit)});
    bool wanted = ui.focus().typing() && entered(ui) && !studio.path.text.empty();
    if (button(ui, {box.right() + gap, y, button_w, box.h}, spec)) wanted = true;
    if (wanted) intents.emplace_back(OpenTypedFolder{});
    y = box.bottom() + ui.px(10);
    if (!studio.problem.empty())
        y += ui.text(x, y, width, ui.tr(studio.problem), in(type::kBody, Colour::brown),
                     ui::Role::alert) +
             ui.px(6);
    return y - start;
}

}  // namespace

void draw_pack_list(const Studio& studio, Ui& ui, Intents& intents, const base::Rect& area) {
    ui.canvas().fill(area, Colour::list);
    const float width = std::min(area.w - ui.px(64), ui.px(820)), x = area.x + ui.px(32);
    float y = area.y + ui.px(28);
    y += ui.text(x, y, width, ui.tr("navigation.packs"), type::kHeadline, ui::Role::heading) +
         ui.px(6);
    y += ui.text(x, y, width, ui.tr("packs.lead"), type::kLead) + ui.px(18);
    y += path_part(studio, ui, intents, x, y, width) + ui.px(8);
    const auto& where = shape_path(ui, studio.root.string(), type::kFine, width);
    ui.canvas().paragraph(where, x, y, width);
    ui.node({ui::Role::paragraph,
             studio.root.string(),
             {},
             ui::kNoState,
             ui::kNoAction,
             {x, y, width, where.height()}});
    y += where.height() + ui.px(10);
    const base::Rect view{area.x, y, area.w, area.bottom() - y};
    float at = ui.begin_scroll("packs", view);
    const float start = at;
    for (const PackHead& head : studio.packs)
        at += row(studio, ui, intents, head, x, at, width) + ui.px(12);
    if (studio.packs.empty())
        at += ui.text(x, at, width, ui.tr("packs.none"), type::kBody, ui::Role::status);
    ui.end_scroll(at - start + ui.px(20));
}

}  // namespace candor::desk
