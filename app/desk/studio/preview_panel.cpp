#include <imgui.h>

#include <algorithm>
#include <cmath>

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

ui::TextSize after(ui::TextSize size) {
    return size == ui::TextSize::normal  ? ui::TextSize::large
           : size == ui::TextSize::large ? ui::TextSize::largest
                                         : ui::TextSize::normal;
}

std::vector<Switch> switches(const Studio& studio, Ui& ui) {
    std::vector<Switch> out;
    const Preview& preview = studio.preview;
    for (const std::string& code : studio.opened->head.languages) {
        const std::string key = "language." + code;
        out.push_back({ui.strings().has(key) ? ui.tr(key) : code, "preview-" + code,
                       preview.language == code, PreviewLanguage{code}});
    }
    static constexpr const char* kSizes[] = {"preview.text", "preview.large", "preview.largest"};
    out.push_back({ui.tr(kSizes[static_cast<int>(preview.text_size)]), "preview-text",
                   preview.text_size != ui::TextSize::normal,
                   PreviewText{after(preview.text_size)}});
    out.push_back(
        {ui.tr("preview.landscape"), "preview-landscape", preview.landscape, TurnPreview{}});
    return out;
}

/// In rows in the middle; returns the y below them.
float bar(const Studio& studio, Ui& ui, Intents& intents, const base::Rect& area) {
    const float height = ui.px(32), gap = ui.px(8), room = area.w - ui.px(36);
    const auto all = switches(studio, ui);
    float y = area.y + ui.px(18);
    for (std::size_t from = 0; from < all.size();) {
        std::size_t to = from;
        float width = -gap;
        while (to < all.size()) {
            const float more = small_switch_width(ui, all[to].label) + gap;
            if (to > from && width + more > room) break;
            width += more;
            ++to;
        }
        float x = std::round(area.x + (area.w - width) / 2);
        for (; from < to; ++from) {
            const float wide = small_switch_width(ui, all[from].label);
            if (small_switch(ui, {x, y, wide, height}, all[from].label, all[from].key,
                             all[from].on))
                intents.emplace_back(all[from].intent);
            x += wide + gap;
        }
        y += height + gap;
    }
    return y + ui.px(4);
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

void draw_preview(const Studio& studio, Ui& ui, Intents& intents, const base::Rect& area) {
    ui.canvas().fill(area, ui::Colour::bench);
    if (!studio.opened) return;
    const float top = bar(studio, ui, intents, area);
    const float frame = ui.px(8);
    const base::Rect room{area.x + ui.px(28), top, area.w - ui.px(56),
                          area.bottom() - top - ui.px(30)};
    const base::Rect place = fitted(studio.preview, room.inset(frame));
    // In window pixels: the mouse knows nothing of mirrored pages.
    const base::Rect window = ui.canvas().reflect(place);
    if (!(studio.preview.place == window)) intents.emplace_back(PlacePreview{window});
    const base::Rect bezel = place.inset(-frame);
    ui.canvas().shadow(bezel, ui.px(18), ui.px(36), ui.px(12), ui::Colour::shadow_bezel);
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
