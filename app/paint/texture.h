#pragma once
#include <cstdint>

#include <imgui.h>

namespace candor::paint {

/// What an ImTextureID means here. 0: no texture, a plain rectangle in the vertex colour. 1 + n:
/// page n of the glyph atlas (coverage pages are tinted by the vertex colour, colour pages are
/// drawn as they are, faded by its alpha). kFirstImage + id: an image of the ImageStore.
/// kPainted: the picture that Renderer::show() was given.
constexpr std::intptr_t kFirstImage = 0x10000;
constexpr std::intptr_t kPainted = 0x8000;

// C casts, because ImTextureID is a pointer in Dear ImGui 1.86 and a number from 1.91 on.
// NOLINTBEGIN(performance-no-int-to-ptr)
inline ImTextureID solid_texture() { return ImTextureID{}; }
inline ImTextureID atlas_texture(int page) {
    return (ImTextureID)(static_cast<std::intptr_t>(page) + 1);
}
inline ImTextureID image_texture(int image) { return (ImTextureID)(kFirstImage + image); }
inline ImTextureID painted_texture() { return (ImTextureID)kPainted; }
// NOLINTEND(performance-no-int-to-ptr)
inline std::intptr_t number_of(ImTextureID texture) { return (std::intptr_t)texture; }

}  // namespace candor::paint
