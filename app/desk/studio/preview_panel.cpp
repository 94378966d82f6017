#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "desk/shell/chips.h"
#include "desk/studio/packs_page.h"
#include "paint/texture.h"

namespace candor::desk {
namespace {

using ui::Colour;
using ui::Ui;

struct Switch {
    std::string label, key;
    bool on = false;
    StudioIntent intent;
};

ChipSpec chip_of(const Switch& it) { return {it.label, it.key, it.on}; }

ui::TextSize after(ui::TextSize size) {
    return size == ui::TextSize::largest ? ui::TextSize::normal
                                         : static_cast<ui::TextSize>(static_cast<int>(size) + 1);
}

std::vector<Switch> switches(const Studio& studio, Ui& ui) {
    std::vector<Switch> out;
    const Preview& preview = studio.preview;
    for (const std::string& code : studio.opened->head.languages) {
        const std::string key = "language." + code;
        out.push_back({ui.strings().has(key) ? ui.tr(key) : code, "preview-" + code,
                       preview.language == code, PreviewLanguage{code}});
    }
    static constexpr const char* kSizes[] = {"preview.text", "preview.large", "preview.larger",
                                             "preview.largest"};
    out.push_back({ui.tr(kSizes[static_cast<int>(preview.text_size)]), "preview-text",
                   preview.text_size != ui::TextSize::normal,
                   PreviewText{after(preview.text_size)}});
    out.push_back(
        {ui.tr("preview.landscape"), "preview-landscape", preview.landscape, TurnPreview{}});
    return out;
}

/// How many of the switches from `from` on stand in one row, and how wide they are together.
struct SwitchesInRow {
    std::size_t end = 0;
    float width = 0;
};
SwitchesInRow row_of(Ui& ui, const std::vector<Switch>& all, std::size_t from, float room) {
    const float gap = ui.px(8);
    SwitchesInRow row{from, -gap};
    while (row.end < all.size()) {
        const float more = chip_width(ui, chip_of(all[row.end])) + gap;
        if (row.end > from && row.width + more > room) break;
        row.width += more;
        ++row.end;
    }
    return row;
}

/// In rows in the middle.
void bar(const Drawing& at, ui::Flow& flow) {
    Ui& ui = at.ui;
    const auto all = switches(at.studio(), ui);
    for (std::size_t from = 0; from < all.size();) {
        const SwitchesInRow in_row = row_of(ui, all, from, flow.width() - ui.px(36));
        const base::Rect line = flow.take(ui.px(32));
        float x = std::round(line.x + (line.w - in_row.width) / 2);
        for (; from < in_row.end; ++from) {
            const ChipSpec spec = chip_of(all[from]);
            const float wide = chip_width(ui, spec);
            if (chip(ui, {x, line.y, wide, line.h}, spec)) at.emit(all[from].intent);
            x += wide + ui.px(8);
        }
        flow.gap(8);
    }
}

base::Rect fitted(const Preview& preview, const base::Rect& room) {
    const float scale = std::min({room.w / static_cast<float>(preview.width),
                                  room.h / static_cast<float>(preview.height), 1.0F});
    const float w = std::floor(static_cast<float>(preview.width) * scale);
    const float h = std::floor(static_cast<float>(preview.height) * scale);
    return {std::round(room.x + (room.w - w) / 2), std::round(room.y + (room.h - h) / 2), w, h};
}

/// The renderer's own picture, pixel for pixel.
void paint_picture(const base::Rect& rect) {
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list.PushTextureID(paint::painted_texture());
    list.PrimReserve(6, 4);
    list.PrimRectUV(ImVec2(rect.x, rect.y), ImVec2(rect.right(), rect.bottom()), ImVec2(0, 0),
                    ImVec2(1, 1), IM_COL32_WHITE);
    list.PopTextureID();
}

}  // namespace

void draw_preview(const Drawing& at, const base::Rect& area) {
    Ui& ui = at.ui;
    const Studio& studio = at.studio();
    ui.canvas().fill(area, Colour::bench);
    if (!studio.opened) return;
    ui::Flow head(ui, area.x, area.y, area.w);
    head.gap(18);
    bar(at, head);
    head.gap(4);
    const float top = head.y();
    const float frame = ui.px(8);
    const base::Rect room{area.x + ui.px(28), top, area.w - ui.px(56),
                          area.bottom() - top - ui.px(30)};
    const base::Rect place = fitted(studio.preview, room.inset(frame));
    // In window pixels: the mouse knows nothing of mirrored pages.
    const base::Rect window = ui.canvas().to_window(place);
    if (!(studio.preview.place == window)) at.emit(PlacePreview{window});
    const base::Rect bezel = place.inset(-frame);
    ui.canvas().shadow(bezel, ui.px(18), ui.px(36), ui.px(12), Colour::shadow_bezel);
    ui.canvas().rounded(bezel, ui.px(18), Colour::paper);
    ui.node({ui::Role::figure, ui.tr("preview.label"), studio.preview.language, ui::kNoState,
             ui::kNoAction, place});
    if (ui.canvas().muted() || !(studio.preview.drawn == window)) return;
    paint_picture(window);
    for (ui::Node node : studio.preview.nodes) {
        node.tab_stop = false;
        ui.tree().nodes.push_back(std::move(node));
    }
}

}  // namespace candor::desk
