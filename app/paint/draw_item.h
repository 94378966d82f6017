#pragma once
#include <cstdint>
#include <vector>

#include "base/geometry.h"

namespace candor::paint {

enum class Kind : std::uint8_t {
    solid,     ///< one colour
    coverage,  ///< a coverage texture 1:1, tinted
    colour,    ///< a colour texture 1:1, faded by the alpha
    scaled,    ///< any texture, resampled
    mesh       ///< triangles in one colour
};

/// One thing to composite: the visible `box` in target pixels, and where its top left corner lies
/// in the source (u, v: texels; for scaled and mesh: px from the whole thing's top left). A
/// stretched axis repeats its one texel. Cutting a part out of the box moves u and v with it, so
/// `content` (everything but box, u and v) with those describes its pixels wherever it stands.
struct DrawItem {
    base::IntRect box;
    int u = 0, v = 0;
    std::uint64_t content = 0;
    std::uint32_t colour = 0;  ///< IM_COL32, not premultiplied
    int texture = 0;           ///< index into DrawFrame::textures
    int detail = 0;            ///< index into DrawFrame::scaled or ::meshes
    Kind kind = Kind::solid;
    bool stretch_x = false, stretch_y = false;
    bool opaque = false;  ///< hides whatever lies under its box
};

struct Texture {
    std::intptr_t number = 0;
    int width = 0, height = 0, stride_bytes = 0;
    const std::uint8_t* coverage = nullptr;
    const std::uint32_t* argb = nullptr;
    bool opaque = false;
    std::uint32_t version = 0;  ///< of pixels that change in place
};

/// The texels u0, v0 … u1, v1 over width × height px; mirrored where an end comes first.
struct Scaled {
    int width = 0, height = 0;
    float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
};

struct Triangle {
    base::Point a, b, c;  ///< px from the mesh's top left
};

struct DrawFrame {
    std::vector<DrawItem> items;  ///< back to front
    std::vector<Texture> textures;
    std::vector<Scaled> scaled;
    std::vector<std::vector<Triangle>> meshes;
    void clear() {
        items.clear();
        textures.clear();
        scaled.clear();
        meshes.clear();
    }
};

}  // namespace candor::paint
