#include "ui/canvas.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "paint/texture.h"

namespace candor::ui {
namespace {

ImU32 packed(base::Rgba c) { return IM_COL32(c.r, c.g, c.b, c.a); }

base::Rgba dimmed(base::Rgba colour, float alpha) {
    colour.a = static_cast<std::uint8_t>(std::lround(static_cast<float>(colour.a) * alpha));
    return colour;
}

base::Rect whole(const base::Rect& r) {
    const float x = std::round(r.x), y = std::round(r.y);
    return {x, y, std::round(r.right()) - x, std::round(r.bottom()) - y};
}

}  // namespace

Canvas::Canvas(text::GlyphAtlas& atlas, paint::ImageStore& images)
    : atlas_(atlas), images_(images) {}
Canvas::~Canvas() = default;

void Canvas::begin(ImDrawList* list, const Extent& extent, bool mirrored, const Palette& palette) {
    list_ = list;
    width_ = extent.width;
    lowered_ = extent.lowered;
    mirrored_ = mirrored;
    palette_ = &palette;
    muted_ = 0;
    depth_ = 0;
    clips_.assign(1, {0, 0, extent.width, extent.height});
}

base::Rect Canvas::to_window(const base::Rect& rect) const {
    const float x = mirrored_ ? width_ - rect.x - rect.w : rect.x;
    return {x, rect.y + lowered_, rect.w, rect.h};
}

base::Rect Canvas::to_layout(const base::Rect& rect) const {
    const float x = mirrored_ ? width_ - rect.x - rect.w : rect.x;
    return {x, rect.y - lowered_, rect.w, rect.h};
}

void Canvas::push_clip(const base::Rect& rect) {
    clips_.push_back(whole(clips_.back().intersection(to_window(rect))));
    const base::Rect& c = clips_.back();
    list_->PushClipRect(ImVec2(c.x, c.y), ImVec2(c.right(), c.bottom()), false);
}

void Canvas::pop_clip() {
    clips_.pop_back();
    list_->PopClipRect();
}

void Canvas::over(const std::function<void()>& below, const std::function<void()>& above) {
    if (muted()) {
        above();
        return below();
    }
    // One splitter knows one level alone.
    if (depth_ == splitters_.size()) splitters_.push_back(std::make_unique<ImDrawListSplitter>());
    ImDrawListSplitter& splitter = *splitters_[depth_++];
    splitter.Split(list_, 2);
    splitter.SetCurrentChannel(list_, 1);
    above();
    splitter.SetCurrentChannel(list_, 0);
    below();
    splitter.Merge(list_);
    --depth_;
}

void Canvas::quad(ImDrawList& list, const base::Rect& r, const base::Rect& uv, base::Rgba colour,
                  void* texture) {
    if (list._CmdHeader.TextureId != texture) {
        list.PopTextureID();
        list.PushTextureID(texture);
    }
    list.PrimReserve(6, 4);
    list.PrimRectUV(ImVec2(r.x, r.y), ImVec2(r.right(), r.bottom()), ImVec2(uv.x, uv.y),
                    ImVec2(uv.right(), uv.bottom()), packed(colour));
}

void Canvas::fill(const base::Rect& rect, Colour role, float alpha) {
    const base::Rect r = whole(to_window(rect));
    const base::Rgba colour = dimmed((*palette_)[role], alpha);
    if (muted() || colour.a == 0 || !r.intersects(clip())) return;
    quad(*list_, r, {}, colour, paint::solid_texture());
}

void Canvas::squares(const base::Rect& rect, int side, int margin, const std::vector<bool>& filled,
                     Colour role) {
    const base::Rect r = whole(to_window(rect));
    const base::Rgba colour = (*palette_)[role];
    if (muted() || side <= 0 || !r.intersects(clip())) return;
    const float size = std::floor(std::min(r.w, r.h) / static_cast<float>(side + 2 * margin));
    const float whole_side = size * static_cast<float>(side);
    const float left = r.x + std::floor((r.w - whole_side) / 2);
    const float top = r.y + std::floor((r.h - whole_side) / 2);
    const auto is_filled = [&](int x, int y) {
        return x < side && filled[static_cast<std::size_t>(y * side + x)];
    };
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            if (!is_filled(x, y)) continue;
            const int from = x;  // squares beside each other are one quad
            while (is_filled(x, y)) ++x;
            quad(*list_,
                 {left + size * static_cast<float>(from), top + size * static_cast<float>(y),
                  size * static_cast<float>(x - from), size},
                 {}, colour, paint::solid_texture());
        }
    }
}

void Canvas::nine_slice(const base::Rect& rect, const paint::NineSlice& mask, base::Rgba colour) {
    const auto& e = mask.entry;
    if (e.w == 0) return;
    const text::AtlasPage& page = atlas_.pages()[static_cast<std::size_t>(e.page)];
    const auto pw = static_cast<float>(page.width), ph = static_cast<float>(page.height);
    const base::Rect r = rect.inset(static_cast<float>(-mask.outset));
    const float xs[4] = {r.x, r.x + static_cast<float>(mask.left),
                         r.right() - static_cast<float>(mask.right), r.right()};
    const float ys[4] = {r.y, r.y + static_cast<float>(mask.top),
                         r.bottom() - static_cast<float>(mask.bottom), r.bottom()};
    const auto edge = [](int at, int near, int size, int far, int i) {
        const int steps[4] = {at, at + near, at + size - far, at + size};
        return static_cast<float>(steps[i]);
    };
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column) {
            const base::Rect part{xs[column], ys[row], xs[column + 1] - xs[column],
                                  ys[row + 1] - ys[row]};
            if (part.w <= 0 || part.h <= 0 || !part.intersects(clip())) continue;
            const float u0 = edge(e.x, mask.left, e.w, mask.right, column) / pw;
            const float u1 = edge(e.x, mask.left, e.w, mask.right, column + 1) / pw;
            const float v0 = edge(e.y, mask.top, e.h, mask.bottom, row) / ph;
            const float v1 = edge(e.y, mask.top, e.h, mask.bottom, row + 1) / ph;
            quad(*list_, part, {u0, v0, u1 - u0, v1 - v0}, colour, paint::atlas_texture(e.page));
        }
    }
}

void Canvas::rounded(const base::Rect& rect, float radius, Colour role) {
    const base::Rgba colour = (*palette_)[role];
    const base::Rect r = whole(to_window(rect));
    if (muted() || colour.a == 0 || !r.intersects(clip())) return;
    const int fit = static_cast<int>(std::min({radius, (r.w - 1) / 2, (r.h - 1) / 2}));
    if (fit < 1) return quad(*list_, r, {}, colour, paint::solid_texture());
    nine_slice(r, paint::rounded(atlas_, fit), colour);
    // The middle of an opaque shape is drawn as a plain rectangle by the nine-slice's own centre.
}

void Canvas::ring(const base::Rect& rect, float radius, float thickness, Colour role) {
    const base::Rgba colour = (*palette_)[role];
    const base::Rect r = whole(to_window(rect));
    if (muted() || colour.a == 0 || !r.intersects(clip())) return;
    const int fit = static_cast<int>(std::min({radius, (r.w - 1) / 2, (r.h - 1) / 2}));
    nine_slice(r, paint::ring(atlas_, std::max(1, fit), std::max(1, static_cast<int>(thickness))),
               colour);
}

void Canvas::shadow(const base::Rect& rect, float radius, float blur, float dy, Colour role) {
    const base::Rgba colour = (*palette_)[role];
    const base::Rect r = whole(to_window(rect.moved(0, dy)));
    if (muted() || colour.a == 0 || !r.inset(-blur).intersects(clip())) return;
    const float room = (std::min(r.w, r.h) - 1) / 2;
    const float soft = std::min(blur, room / 2);
    nine_slice(r,
               paint::shadow(atlas_, static_cast<int>(std::min(radius, room - soft)),
                             static_cast<int>(soft)),
               colour);
}

void Canvas::circle(const base::Rect& rect, Colour role) {
    const base::Rgba colour = (*palette_)[role];
    const base::Rect r = whole(to_window(rect));
    if (muted() || colour.a == 0 || !r.intersects(clip())) return;
    const auto e = paint::circle(atlas_, static_cast<int>(r.w));
    if (e.w == 0) return;
    const text::AtlasPage& page = atlas_.pages()[static_cast<std::size_t>(e.page)];
    const auto pw = static_cast<float>(page.width), ph = static_cast<float>(page.height);
    quad(*list_, {r.x, r.y, static_cast<float>(e.w), static_cast<float>(e.h)},
         {static_cast<float>(e.x) / pw, static_cast<float>(e.y) / ph, static_cast<float>(e.w) / pw,
          static_cast<float>(e.h) / ph},
         colour, paint::atlas_texture(e.page));
}

void Canvas::fade(const base::Rect& rect, Colour role, paint::FadeTo empty_at) {
    const base::Rgba colour = (*palette_)[role];
    const base::Rect r = whole(to_window(rect));
    if (muted() || r.h < 1 || !r.intersects(clip())) return;
    const auto e = paint::fade(atlas_, static_cast<int>(r.h), empty_at);
    if (e.w == 0) return;
    const text::AtlasPage& page = atlas_.pages()[static_cast<std::size_t>(e.page)];
    const auto pw = static_cast<float>(page.width), ph = static_cast<float>(page.height);
    quad(*list_, {r.x, r.y, r.w, static_cast<float>(e.h)},
         {static_cast<float>(e.x) / pw, static_cast<float>(e.y) / ph, static_cast<float>(e.w) / pw,
          static_cast<float>(e.h) / ph},
         colour, paint::atlas_texture(e.page));
}

void Canvas::paragraph(const text::Paragraph& paragraph, float x, float y, float box_width,
                       float alpha) {
    if (muted()) return;
    const base::Rect box = to_window({x, y, box_width, paragraph.height()});
    const float left = std::round(box.x), top = std::round(box.y);
    for (const text::Line& line : paragraph.lines()) {
        if (top + line.bottom < clip().y - 40 || top + line.top > clip().bottom() + 40) continue;
        glyph_line(paragraph, line, left, top, alpha);
    }
    underlines(paragraph, left, top, alpha);
}

void Canvas::glyph_line(const text::Paragraph& paragraph, const text::Line& line, float x, float y,
                        float alpha) {
    for (std::size_t i = 0; i < line.glyph_count; ++i) {
        const text::Glyph& glyph = paragraph.glyphs()[line.first_glyph + i];
        const text::SnappedX pen = text::snap_x(x + glyph.x);
        const text::AtlasEntry* e = atlas_.glyph(glyph.font, glyph.index, pen.quarter);
        if (e == nullptr) continue;
        const base::Rect r{static_cast<float>(pen.px + e->left),
                           std::round(y + glyph.y) + static_cast<float>(e->top),
                           static_cast<float>(e->w), static_cast<float>(e->h)};
        if (!r.intersects(clip())) continue;
        const text::AtlasPage& page = atlas_.pages()[static_cast<std::size_t>(e->page)];
        const auto pw = static_cast<float>(page.width), ph = static_cast<float>(page.height);
        quad(*list_, r,
             {static_cast<float>(e->x) / pw, static_cast<float>(e->y) / ph, r.w / pw, r.h / ph},
             dimmed(glyph.colour, alpha), paint::atlas_texture(e->page));
    }
}

void Canvas::underlines(const text::Paragraph& paragraph, float x, float y, float alpha) {
    for (const text::UnderlineRun& run : paragraph.underlines()) {
        const base::Rect r = run.rect.moved(x, y);
        if (!r.intersects(clip())) continue;
        const base::Rgba colour = dimmed(run.colour, alpha);
        if (run.kind == text::Underline::solid) {
            quad(*list_, whole(r), {}, colour, paint::solid_texture());
            continue;
        }
        const float dot = std::max(2.0F, std::round(r.h));
        const int count = static_cast<int>(r.w / (2 * dot));
        for (int i = 0; i <= count; ++i) {
            const float at = std::round(r.x + 2 * dot * static_cast<float>(i));
            if (at + dot > r.right() + dot) break;
            quad(*list_, {at, std::round(r.y), dot, dot}, {}, colour, paint::solid_texture());
        }
    }
}

void Canvas::icon(int image, const base::Rect& rect, Colour colour) {
    this->image(image, rect, (*palette_)[colour]);
}

void Canvas::picture(int image, const base::Rect& rect, float alpha) {
    constexpr std::uint8_t kAll = 255;
    this->image(image, rect, dimmed({kAll, kAll, kAll, kAll}, alpha));
}

void Canvas::image(int image, const base::Rect& rect, base::Rgba tint) {
    const base::Rect r = whole(to_window(rect));
    if (muted() || !r.intersects(clip()) || images_.state(image) != paint::ImageState::ready)
        return;
    quad(*list_, r, {0, 0, 1, 1}, tint, paint::image_texture(image));
}

}  // namespace candor::ui
