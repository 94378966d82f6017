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

/// Title and reviewer at the start, version and findings at the end.
void row_words(const Drawing& at, const PackHead& head, const base::Rect& rect,
               const std::string& title) {
    Ui& ui = at.ui;
    const float x = rect.x + ui.px(20), right = rect.right() - ui.px(20);
    const float badge = version_badge(ui, right, rect.y + ui.px(16), head);
    ui::Flow words(ui, x, rect.y + ui.px(16), right - badge - ui.px(16) - x);
    words.words(ui.shape(title, type::kName, words.width(), text::Align::start, 1));
    words.gap(4);
    words.words(ui.shape(about_words(ui.strings(), head), type::kSmall, words.width(),
                         text::Align::start, 1));
    float wide = 0;
    ui.measure([&] { wide = findings_badge(at.studio(), ui, head, 0, 0); });
    findings_badge(at.studio(), ui, head, right - wide, rect.y + ui.px(46));
}

void row(const Drawing& at, const PackHead& head, const base::Rect& rect) {
    Ui& ui = at.ui;
    const std::string title = head.title.empty() ? head.id : head.title.in(ui.strings().language());
    const ui::Touched touched = ui.touchable(
        {ui::Role::button, title, about_words(ui.strings(), head), ui::kNoState, ui::kPress, rect},
        head.folder.string());
    if (touched.tapped) at.emit(OpenPackFolder{head.folder});
    panel(ui, rect, touched.hovered || touched.pressed ? Colour::mint : Colour::card);
    row_words(at, head, rect, title);
}

void path_part(const Drawing& at, ui::Flow& flow) {
    Ui& ui = at.ui;
    const Studio& studio = at.studio();
    const std::string open = ui.tr("packs.open-path"), label = ui.tr("packs.path");
    const ButtonSpec spec{open, "open-path", ButtonLook::outline};
    const float button_w = button_width(ui, spec);
    const base::Rect line = flow.take(button_height(ui));
    FieldSpec field{label, "pack-path", label, &studio.path};
    field.invalid = !studio.problem.empty();
    draw_path_field(at, {line.x, line.y, line.w - button_w - ui.px(10), line.h}, Field::pack_path,
                    field);
    const bool entered_it = ui.focus().typing() && entered(ui) && !studio.path.text.empty();
    const bool pressed = button(ui, {line.right() - button_w, line.y, button_w, line.h}, spec);
    if (entered_it || pressed) at.emit(OpenTypedFolder{});
    flow.gap(10);
    if (studio.problem.empty()) return;
    flow.text(ui.tr(studio.problem), in(type::kBody, Colour::brown), ui::Role::alert);
    flow.gap(6);
}

void head_part(const Drawing& at, ui::Flow& flow) {
    flow.gap(28);
    flow.heading(at.tr("navigation.packs"), type::kHeadline);
    flow.gap(6);
    flow.text(at.tr("packs.lead"), type::kLead);
    flow.gap(18);
    path_part(at, flow);
    flow.gap(8);
    const std::string root = at.studio().root.string();
    registered(flow, shape_path(at.ui, root, type::kFine, flow.width()), root);
    flow.gap(10);
}

}  // namespace

void draw_pack_list(const Drawing& at, const base::Rect& area) {
    Ui& ui = at.ui;
    ui.canvas().fill(area, Colour::list);
    const float width = std::min(area.w - ui.px(64), ui.px(820)), x = area.x + ui.px(32);
    ui::Flow head(ui, x, area.y, width);
    head_part(at, head);
    const float top = head.y();
    ui::scroll(ui, {"packs", {area.x, top, area.w, area.bottom() - top}, x, width, 20},
               [&](ui::Flow& flow) {
                   for (const PackHead& pack : at.studio().packs) {
                       row(at, pack, flow.take(ui.px(84)));
                       flow.gap(12);
                   }
                   if (at.studio().packs.empty())
                       flow.text(ui.tr("packs.none"), type::kBody, ui::Role::status);
               });
}

}  // namespace candor::desk
