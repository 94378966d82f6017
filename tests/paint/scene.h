#pragma once
#include <imgui.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "base/geometry.h"
#include "paint/masks.h"
#include "text/glyph_atlas.h"

namespace candor::paint {

/// Draw data as `ui` writes it: quads in one ImDrawList, without a running ImGui frame.
class Scene {
  public:
    Scene(text::GlyphAtlas& atlas, int width, int height);
    ~Scene();
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    void clear();
    void clip(base::IntRect to) { clip_ = to; }
    void solid(base::IntRect box, ImU32 colour);
    void entry(const text::AtlasEntry& entry, base::IntRect box, ImU32 colour);
    void entry(const text::AtlasEntry& entry, int x, int y, ImU32 colour);
    void nine_slice(const NineSlice& slice, base::IntRect box, ImU32 colour);
    void image(int id, base::IntRect box, ImU32 colour = IM_COL32_WHITE);
    ImDrawList& list() { return *list_; }
    const ImDrawData& data();

  private:
    void quad(ImTextureID texture, base::IntRect box, ImVec2 uv0, ImVec2 uv1, ImU32 colour);
    void strip(const text::AtlasEntry& entry, base::IntRect texels, base::IntRect box,
               ImU32 colour);

    text::GlyphAtlas& atlas_;
    int width_, height_;
    base::IntRect clip_;
    std::vector<std::uint8_t> shared_;  ///< an ImDrawListSharedData
    std::unique_ptr<ImDrawList> list_;
    ImDrawList* lists_[1] = {};
    ImDrawData data_;
};

/// Pixels of their own.
struct Picture {
    Picture(int w, int h) : pixels(std::size_t(w * h), 0xFF00FF), width(w), height(h) {}
    std::vector<std::uint32_t> pixels;
    int width, height;
    base::PixelView view() { return {pixels.data(), width, height, width}; }
    std::uint32_t at(int x, int y) const { return pixels[std::size_t(y * width + x)] & 0xFFFFFFU; }
};

}  // namespace candor::paint
