#pragma once
#include <cstdint>

#include <imgui.h>

namespace candor::paint {

/// What an ImTextureID means here. 0: no texture, a plain rectangle in the vertex colour. 1 + n:
/// page n of the glyph atlas (coverage pages are tinted by the vertex colour, colour pages are
/// drawn as they are). kFirstImage + id: an image of the ImageStore.
constexpr std::intptr_t kFirstImage = 0x10000;

inline ImTextureID solid_texture() { return nullptr; }
inline ImTextureID atlas_texture(int page) {
    return reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(page) + 1);
}
inline ImTextureID image_texture(int image) {
    return reinterpret_cast<ImTextureID>(kFirstImage + image);
}

}  // namespace candor::paint
