#pragma once
#include <imgui.h>

#include <algorithm>
#include <unordered_map>

#include "base/contrast.h"
#include "complaint.h"
#include "layout_check.h"
#include "paint/texture.h"
#include "stage.h"

// What is measured on the ink of a frame itself, whatever the screens meant to draw.

namespace candor::screens {

/// The first text at that height.
inline std::string words_at(const ui::Tree& tree, float y) {
    for (const ui::Node& node : tree.nodes)
        if (node.rect.y <= y && y < node.rect.bottom()) return described(node);
    return "nothing that has a name";
}

/// What is longer than its field goes on beyond the field's edge, by its caret.
inline bool in_field(const ui::Tree& tree, const ImDrawVert& letter) {
    return std::any_of(tree.nodes.begin(), tree.nodes.end(), [&](const ui::Node& node) {
        return node.role == ui::Role::textbox && node.rect.contains({letter.pos.x, letter.pos.y});
    });
}

/// Letters and marks of which their clip takes a part away at a side.
inline Complaints cut_letters(const Stage& stage) {
    Complaints complaints;
    const ImDrawData& drawn = stage.drawn();
    const auto width = static_cast<float>(stage.tree().width);
    for (int l = 0; l < drawn.CmdListsCount; ++l) {
        const ImDrawList& list = *drawn.CmdLists[l];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const auto texture = paint::number_of(command.TextureId);
            if (texture <= 0 || texture >= paint::kFirstImage) continue;
            const float left = std::max(0.0F, command.ClipRect.x) - 1;
            const float right = std::min(width, command.ClipRect.z) + 1;
            for (unsigned i = 0; i + 5 < command.ElemCount; i += 6) {
                const auto vertex = [&](unsigned of) -> const ImDrawVert& {
                    const auto at = static_cast<int>(command.IdxOffset + i + of);
                    return list.VtxBuffer[static_cast<int>(command.VtxOffset) + list.IdxBuffer[at]];
                };
                const ImDrawVert &from = vertex(0), &to = vertex(2);
                const bool opaque = (from.col >> IM_COL32_A_SHIFT) == 0xFF;
                const bool seen = from.pos.y < command.ClipRect.w && to.pos.y > command.ClipRect.y;
                if (!opaque || !seen || (from.pos.x >= left && to.pos.x <= right)) continue;
                if (in_field(stage.tree(), from.pos.x < left ? to : from)) continue;
                complaints.push_back(
                    {Criterion::uncut, "something from " + std::to_string(from.pos.x) + " to " +
                                           std::to_string(to.pos.x) + " is cut at " +
                                           std::to_string(from.pos.x < left ? left : right) +
                                           " in " + words_at(stage.tree(), from.pos.y)});
            }
        }
    }
    return complaints;
}

/// Whether a node's words stand in its rectangle as ink: an icon may have a name without any.
inline bool is_written(const ui::Node& node) {
    if (node.name.empty() || (node.states & ui::kDisabled) != 0) return false;
    switch (node.role) {
        case ui::Role::paragraph:
        case ui::Role::heading:
        case ui::Role::alert:
        case ui::Role::radio:
        case ui::Role::checkbox:
            return true;
        default:
            return false;
    }
}

/// The best contrast that a colour of that place has with the one that most of it is.
inline double contrast_in(const base::PixelView& pixels, const base::Rect& place) {
    std::unordered_map<std::uint32_t, int> counts;
    const auto left = static_cast<int>(place.x), right = static_cast<int>(place.right());
    for (int y = static_cast<int>(place.y); y < static_cast<int>(place.bottom()); ++y) {
        const std::uint32_t* row = pixels.pixels + y * pixels.stride_px;
        // Most of it are runs of one colour.
        for (int x = left, end = left; x < right; x = end) {
            while (end < right && row[end] == row[x]) ++end;
            counts[row[x] & 0xFFFFFFU] += end - x;
        }
    }
    const auto rgba = [](std::uint32_t pixel) {
        return base::Rgba{static_cast<std::uint8_t>(pixel >> 16U),
                          static_cast<std::uint8_t>(pixel >> 8U), static_cast<std::uint8_t>(pixel),
                          255};
    };
    const auto ground =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    double best = 1;
    if (ground == counts.end()) return best;
    constexpr int kEnough = 3;  // pixels that no edge of another thing explains
    for (const auto& [colour, count] : counts)
        if (count >= kEnough)
            best = std::max(best, base::contrast(rgba(colour), rgba(ground->first)));
    return best;
}

/// What of a node's place is seen as it is: not what fades at the edge of its scroll region.
inline base::Rect clear_part(const ui::Node& node, Stage& stage, const State& state) {
    const ui::Tree& tree = stage.tree();
    const base::Rect place = node.rect.intersection(
        {0, 0, static_cast<float>(tree.width), static_cast<float>(tree.height)});
    const float fade = stage.ui.px(48);
    if (node.region == 0) return place;
    for (const std::string& key :
         {std::string("main"), std::string("sheet"), "asking " + state.visit.check.question}) {
        if (ui::ScrollRegions::id_of(key) != node.region) continue;
        const auto extent = stage.ui.scrolls().extent(key);
        const base::Rect view = stage.ui.canvas().to_window(extent.viewport);
        return place.intersection(
            {view.x, view.y + extent.covered + fade, view.w, view.h - extent.covered - 2 * fade});
    }
    return {};
}

/// Texts whose ink has less contrast with its ground than that.
inline Complaints faint_texts(Stage& stage, const State& state, double least) {
    Complaints complaints;
    const base::PixelView pixels = stage.pixels();
    for (const ui::Node& node : stage.tree().nodes) {
        if (!is_written(node)) continue;
        const base::Rect place = clear_part(node, stage, state);
        // Of an answer with a picture, what is seen may be the picture alone.
        const bool answer = node.role == ui::Role::radio || node.role == ui::Role::checkbox;
        if (answer && place != node.rect) continue;
        // Less than a line of it tells nothing of its ink.
        const float line = stage.ui.px(60) * stage.ui.theme().text_factor();
        if (place.w < 1 || place.h < line) continue;
        if (const double measured = contrast_in(pixels, place); measured < least)
            complaints.push_back(
                {Criterion::contrast, described(node) + "has " + std::to_string(measured) + ":1"});
    }
    return complaints;
}

}  // namespace candor::screens
