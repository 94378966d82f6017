#pragma once
#include <imgui.h>

#include <algorithm>

#include "base/geometry.h"
#include "ui/palette.h"

namespace candor::screens {

/// What the last frame drew in that colour wholly inside `place`, as one rectangle; empty: nothing.
inline base::Rect ink_in(const base::Rect& place, ui::Colour role) {
    const base::Rgba colour = ui::Palette::of(ui::Contrast::standard)[role];
    const ImU32 wanted = IM_COL32(colour.r, colour.g, colour.b, colour.a);
    base::Rect ink;
    const ImDrawData& drawn = *ImGui::GetDrawData();
    for (int l = 0; l < drawn.CmdListsCount; ++l) {
        const ImDrawList* list = drawn.CmdLists[l];
        for (int i = 0; i + 3 < list->VtxBuffer.Size; i += 4) {
            const ImDrawVert &from = list->VtxBuffer[i], &to = list->VtxBuffer[i + 2];
            const base::Rect quad{from.pos.x, from.pos.y, to.pos.x - from.pos.x,
                                  to.pos.y - from.pos.y};
            if (from.col != wanted || quad.x < place.x || quad.y < place.y ||
                quad.right() > place.right() || quad.bottom() > place.bottom())
                continue;
            if (ink.w == 0) ink = quad;
            const float x = std::min(ink.x, quad.x), y = std::min(ink.y, quad.y);
            ink = {x, y, std::max(ink.right(), quad.right()) - x,
                   std::max(ink.bottom(), quad.bottom()) - y};
        }
    }
    return ink;
}

}  // namespace candor::screens
