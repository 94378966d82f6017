#include "scene.h"

#include <imgui_internal.h>

#include <new>

#include "paint/texture.h"

namespace candor::paint {

Scene::Scene(text::GlyphAtlas& atlas, int width, int height)
    : atlas_(atlas), width_(width), height_(height), shared_(sizeof(ImDrawListSharedData)) {
    auto* shared = new (shared_.data()) ImDrawListSharedData;
    list_ = std::make_unique<ImDrawList>(shared);
    clear();
}

Scene::~Scene() = default;

void Scene::clear() {
    list_->_ResetForNewFrame();
    list_->Flags = ImDrawListFlags_AllowVtxOffset;
    clip_ = {0, 0, width_, height_};
}

void Scene::quad(ImTextureID texture, base::IntRect box, ImVec2 uv0, ImVec2 uv1, ImU32 colour) {
    const auto number = [](int value) { return static_cast<float>(value); };
    list_->PushClipRect({number(clip_.x), number(clip_.y)},
                        {number(clip_.x + clip_.w), number(clip_.y + clip_.h)});
    list_->PushTextureID(texture);
    list_->PrimReserve(6, 4);
    list_->PrimRectUV({number(box.x), number(box.y)},
                      {number(box.x + box.w), number(box.y + box.h)}, uv0, uv1, colour);
    list_->PopTextureID();
    list_->PopClipRect();
}

void Scene::solid(base::IntRect box, ImU32 colour) { quad(solid_texture(), box, {}, {}, colour); }

void Scene::strip(const text::AtlasEntry& entry, base::IntRect texels, base::IntRect box,
                  ImU32 colour) {
    if (texels.w <= 0 || texels.h <= 0 || box.w <= 0 || box.h <= 0) return;
    const auto& page = atlas_.pages()[std::size_t(entry.page)];
    const auto u = [&](int x) { return float(entry.x + x) / float(page.width); };
    const auto v = [&](int y) { return float(entry.y + y) / float(page.height); };
    quad(atlas_texture(entry.page), box, {u(texels.x), v(texels.y)},
         {u(texels.x + texels.w), v(texels.y + texels.h)}, colour);
}

void Scene::entry(const text::AtlasEntry& entry, base::IntRect box, ImU32 colour) {
    strip(entry, {0, 0, entry.w, entry.h}, box, colour);
}

void Scene::entry(const text::AtlasEntry& e, int x, int y, ImU32 colour) {
    entry(e, {x, y, e.w, e.h}, colour);
}

void Scene::nine_slice(const NineSlice& s, base::IntRect box, ImU32 colour) {
    const int o = s.outset;
    const base::IntRect b{box.x - o, box.y - o, box.w + 2 * o, box.h + 2 * o};
    const int tx[4] = {0, s.left, s.entry.w - s.right, s.entry.w};
    const int ty[4] = {0, s.top, s.entry.h - s.bottom, s.entry.h};
    const int bx[4] = {b.x, b.x + s.left, b.x + b.w - s.right, b.x + b.w};
    const int by[4] = {b.y, b.y + s.top, b.y + b.h - s.bottom, b.y + b.h};
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            strip(
                s.entry, {tx[column], ty[row], tx[column + 1] - tx[column], ty[row + 1] - ty[row]},
                {bx[column], by[row], bx[column + 1] - bx[column], by[row + 1] - by[row]}, colour);
}

void Scene::image(int id, base::IntRect box, ImU32 colour) {
    quad(image_texture(id), box, {0, 0}, {1, 1}, colour);
}

const ImDrawData& Scene::data() {
    lists_[0] = list_.get();
    data_.Valid = true;
    data_.CmdListsCount = 1;
#if IMGUI_VERSION_NUM >= 18980  // a vector since 1.89.8
    data_.CmdLists.resize(1);
    data_.CmdLists[0] = lists_[0];
#else
    data_.CmdLists = lists_;
#endif
    data_.TotalVtxCount = list_->VtxBuffer.Size, data_.TotalIdxCount = list_->IdxBuffer.Size;
    data_.DisplayPos = {0, 0};
    data_.DisplaySize = {float(width_), float(height_)};
    data_.FramebufferScale = {1, 1};
    return data_;
}

}  // namespace candor::paint
