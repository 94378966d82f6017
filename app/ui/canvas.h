#pragma once
#include <functional>
#include <memory>
#include <vector>

#include "base/geometry.h"
#include "paint/image_store.h"
#include "paint/masks.h"
#include "text/glyph_atlas.h"
#include "text/paragraph.h"
#include "ui/palette.h"

struct ImDrawList;
struct ImDrawListSplitter;

namespace candor::ui {

/// Puts quads into ImGui's draw list: rectangles, nine-slices, glyphs, images. Layout code thinks
/// left to right and from 0 down; with `mirrored` every rectangle is reflected at the canvas's
/// middle, and all of it may stand lower on the glass, once, here (pictures and text are moved,
/// never flipped). A role is given its colour here too. While muted, nothing is drawn (measuring).
class Canvas {
  public:
    Canvas(text::GlyphAtlas& atlas, paint::ImageStore& images);
    ~Canvas();

    /// `palette` outlives the frame.
    /// The window is `height` high, and layout starts `lowered` below its top.
    struct Extent {
        float width = 0, height = 0, lowered = 0;
    };
    void begin(ImDrawList* list, const Extent& extent, bool mirrored, const Palette& palette);
    bool mirrored() const { return mirrored_; }
    /// From here on; it stays alive while it is in force.
    void set_palette(const Palette& palette) { palette_ = &palette; }
    base::Rect to_window(const base::Rect& layout) const;
    base::Rect to_layout(const base::Rect& window) const;

    void push_clip(const base::Rect& rect);  ///< meets the clip in force
    void pop_clip();
    const base::Rect& clip() const { return clips_.back(); }  ///< window pixels
    bool visible(const base::Rect& rect) const { return to_window(rect).intersects(clip()); }

    void mute() { ++muted_; }
    void unmute() { --muted_; }
    bool muted() const { return muted_ > 0; }

    /// Draws `above` and then `below`, which is painted under it. Muted, both are run too.
    void over(const std::function<void()>& below, const std::function<void()>& above);

    /// `alpha` dims it.
    void fill(const base::Rect& rect, Colour colour, float alpha = 1.0F);
    void rounded(const base::Rect& rect, float radius, Colour colour);
    void ring(const base::Rect& rect, float radius, float thickness, Colour colour);
    void shadow(const base::Rect& rect, float radius, float blur, float dy, Colour colour);
    /// The filled squares of a grid of `side` × `side`, row by row, with `margin` squares of
    /// nothing around them: whole pixels each, in the middle of the rectangle, which is moved and
    /// never flipped.
    void squares(const base::Rect& rect, int side, int margin, const std::vector<bool>& filled,
                 Colour colour);
    void circle(const base::Rect& rect, Colour colour);
    /// From nothing to `colour` (or back) over the rectangle's height.
    void fade(const base::Rect& rect, Colour colour, paint::FadeTo empty_at);
    /// A paragraph whose box starts at x, y and is `box_width` wide; `alpha` dims it.
    void paragraph(const text::Paragraph& paragraph, float x, float y, float box_width,
                   float alpha = 1.0F);
    /// An icon's coverage in a colour. Nothing unless ready.
    void icon(int image, const base::Rect& rect, Colour colour);
    /// A picture as it is; `alpha` dims it. Nothing unless ready.
    void picture(int image, const base::Rect& rect, float alpha = 1.0F);

  private:
    void image(int image, const base::Rect& rect, base::Rgba tint);
    void quad(ImDrawList& list, const base::Rect& rect, const base::Rect& uv, base::Rgba colour,
              void* texture);
    void nine_slice(const base::Rect& rect, const paint::NineSlice& mask, base::Rgba colour);
    void glyph_line(const text::Paragraph& paragraph, const text::Line& line, float x, float y,
                    float alpha);
    void underlines(const text::Paragraph& paragraph, float x, float y, float alpha);

    text::GlyphAtlas& atlas_;
    paint::ImageStore& images_;
    const Palette* palette_ = nullptr;
    ImDrawList* list_ = nullptr;
    float width_ = 0, lowered_ = 0;
    bool mirrored_ = false;
    int muted_ = 0;
    std::vector<base::Rect> clips_;
    std::vector<std::unique_ptr<ImDrawListSplitter>> splitters_;  ///< one a depth of over()
    std::size_t depth_ = 0;
};

}  // namespace candor::ui
