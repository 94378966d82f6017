#include "paint/flatten.h"

#include <imgui.h>

#include <cmath>
#include <cstring>

#include "paint/hash.h"
#include "paint/image_store.h"
#include "paint/texture.h"

namespace candor::paint {
namespace {

// Far-off and undefined positions stay within what an int can count.
int whole(float value) {
    constexpr float kFar = 1'000'000;
    if (!(value > -kFar)) return static_cast<int>(-kFar);
    return static_cast<int>(std::floor(std::min(value, kFar) + 0.5F));
}

struct Corners {
    const ImDrawVert *a, *b, *c, *d;
};

class Flattener {
  public:
    Flattener(const text::GlyphAtlas& atlas, ImageStore& images, const Texture& painted,
              DrawFrame& frame)
        : atlas_(atlas), images_(images), painted_(painted), frame_(frame) {}

    void add(const ImDrawList& list, const ImDrawCmd& command, const base::IntRect& clip,
             ImVec2 origin);

  private:
    bool use_texture(std::intptr_t number);
    bool find_texture(std::intptr_t number, Texture& texture);
    bool add_quad(const ImDrawVert* vertices, const ImDrawIdx* indices);
    void add_solid(const base::IntRect& whole_box, std::uint32_t colour);
    void add_textured(const Corners& at, std::uint32_t colour);
    void add_scaled(const base::IntRect& whole_box, const Scaled& scaled, std::uint32_t colour);
    bool flat_coverage(const DrawItem& item, std::uint8_t& value) const;
    void add_triangle(const ImDrawVert* vertices, const ImDrawIdx* indices);
    void end_mesh();
    void finish(DrawItem& item);

    const text::GlyphAtlas& atlas_;
    ImageStore& images_;
    const Texture& painted_;
    DrawFrame& frame_;
    base::IntRect clip_;
    ImVec2 origin_;
    const Texture* texture_ = nullptr;  // null: solid
    int texture_index_ = 0;
    std::vector<Triangle> mesh_;  // in target pixels until end_mesh()
    std::uint32_t mesh_colour_ = 0;
};

bool Flattener::find_texture(std::intptr_t number, Texture& texture) {
    if (number == kPainted) {
        texture = painted_;
        texture.number = number;
        return painted_.width > 0;
    }
    texture.number = number;
    if (number < kFirstImage) {
        const auto pages = atlas_.pages();
        if (number < 1 || static_cast<std::size_t>(number) > pages.size()) return false;
        const text::AtlasPage& page = pages[static_cast<std::size_t>(number - 1)];
        texture.width = page.width, texture.height = page.height;
        texture.coverage = page.coverage, texture.argb = page.coverage ? nullptr : page.argb;
        texture.stride_bytes = page.coverage ? page.stride : page.stride * 4;
        return page.coverage || page.argb;
    }
    const ImagePixels* pixels = images_.pixels(static_cast<int>(number - kFirstImage));
    if (!pixels) return false;
    texture.width = pixels->width, texture.height = pixels->height;
    texture.stride_bytes = pixels->stride, texture.opaque = pixels->opaque;
    texture.version = pixels->version;
    if (pixels->channels == Channels::coverage)
        texture.coverage = pixels->bytes;
    else
        texture.argb = reinterpret_cast<const std::uint32_t*>(pixels->bytes);
    return true;
}

// False: nothing can be drawn with it (yet).
bool Flattener::use_texture(std::intptr_t number) {
    texture_ = nullptr;
    if (number == 0) return true;
    for (std::size_t i = 0; i < frame_.textures.size(); ++i)
        if (frame_.textures[i].number == number) {
            texture_index_ = static_cast<int>(i);
            texture_ = &frame_.textures[i];
            return true;
        }
    Texture texture;
    if (!find_texture(number, texture)) return false;
    texture_index_ = static_cast<int>(frame_.textures.size());
    frame_.textures.push_back(texture);
    texture_ = &frame_.textures.back();
    return true;
}

void Flattener::add(const ImDrawList& list, const ImDrawCmd& command, const base::IntRect& clip,
                    ImVec2 origin) {
    if (!use_texture(number_of(command.GetTexID()))) return;
    clip_ = clip, origin_ = origin;
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
    for (unsigned i = 0; i + 3 <= command.ElemCount;) {
        if (i + 6 <= command.ElemCount && add_quad(vertices, indices + i)) {
            i += 6;
        } else {
            add_triangle(vertices, indices + i);
            i += 3;
        }
    }
    end_mesh();
}

bool Flattener::add_quad(const ImDrawVert* vertices, const ImDrawIdx* i) {
    if (i[3] != i[0] || i[4] != i[2]) return false;
    const Corners at{vertices + i[0], vertices + i[1], vertices + i[2], vertices + i[5]};
    const bool aligned = at.a->pos.x == at.d->pos.x && at.b->pos.x == at.c->pos.x &&
                         at.a->pos.y == at.b->pos.y && at.c->pos.y == at.d->pos.y &&
                         at.a->uv.x == at.d->uv.x && at.b->uv.x == at.c->uv.x &&
                         at.a->uv.y == at.b->uv.y && at.c->uv.y == at.d->uv.y;
    const bool uniform = at.a->col == at.b->col && at.a->col == at.c->col && at.a->col == at.d->col;
    if (!aligned || !uniform) return false;
    end_mesh();
    if ((at.a->col & IM_COL32_A_MASK) == 0) return true;
    if (texture_) {
        add_textured(at, at.a->col);
        return true;
    }
    const int x0 = whole(at.a->pos.x - origin_.x), y0 = whole(at.a->pos.y - origin_.y);
    const int x1 = whole(at.c->pos.x - origin_.x), y1 = whole(at.c->pos.y - origin_.y);
    add_solid({std::min(x0, x1), std::min(y0, y1), std::abs(x1 - x0), std::abs(y1 - y0)},
              at.a->col);
    return true;
}

void Flattener::add_solid(const base::IntRect& whole_box, std::uint32_t colour) {
    DrawItem item;
    item.box = intersection(whole_box, clip_);
    if (is_empty(item.box)) return;
    item.colour = colour;
    item.opaque = (colour >> IM_COL32_A_SHIFT) == 255;
    finish(item);
}

// How one axis of the texture meets the screen.
struct Axis {
    int start = 0, length = 0, texel = 0;
    bool stretched = false, one_to_one = false;
};

Axis axis_of(float p0, float p1, float t0, float t1, int texels) {
    Axis axis;
    const float first = t0 * static_cast<float>(texels), last = t1 * static_cast<float>(texels);
    axis.start = whole(p0);
    axis.texel = std::clamp(whole(first), 0, std::max(texels - 1, 0));
    axis.stretched = std::fabs(last - first) < 1.01F && p1 - p0 > 1.01F && last >= first;
    axis.one_to_one = std::fabs((p1 - p0) - (last - first)) < 0.5F &&
                      std::fabs(first - static_cast<float>(whole(first))) < 0.05F;
    axis.length = axis.one_to_one ? std::min(whole(last) - whole(first), texels - axis.texel)
                                  : whole(p1) - axis.start;
    return axis;
}

void Flattener::add_textured(const Corners& at, std::uint32_t colour) {
    float x0 = at.a->pos.x - origin_.x, x1 = at.c->pos.x - origin_.x;
    float y0 = at.a->pos.y - origin_.y, y1 = at.c->pos.y - origin_.y;
    ImVec2 uv0 = at.a->uv, uv1 = at.c->uv;
    if (x1 < x0) std::swap(x0, x1), std::swap(uv0.x, uv1.x);
    if (y1 < y0) std::swap(y0, y1), std::swap(uv0.y, uv1.y);
    const Axis x = axis_of(x0, x1, uv0.x, uv1.x, texture_->width);
    const Axis y = axis_of(y0, y1, uv0.y, uv1.y, texture_->height);
    const base::IntRect whole_box{x.start, y.start, x.length, y.length};
    DrawItem item;
    item.box = intersection(whole_box, clip_);
    if (is_empty(item.box)) return;
    const bool plain = (x.one_to_one || x.stretched) && (y.one_to_one || y.stretched);
    if (!plain || (texture_->argb && x.stretched)) {
        const float w = static_cast<float>(texture_->width);
        const float h = static_cast<float>(texture_->height);
        return add_scaled(whole_box,
                          {x.length, y.length, uv0.x * w, uv0.y * h, uv1.x * w, uv1.y * h}, colour);
    }
    item.kind = texture_->argb ? Kind::colour : Kind::coverage;
    item.stretch_x = x.stretched, item.stretch_y = y.stretched;
    item.u = x.texel + (x.stretched ? 0 : item.box.x - x.start);
    item.v = y.texel + (y.stretched ? 0 : item.box.y - y.start);
    item.texture = texture_index_;
    item.colour = texture_->argb ? colour | ~IM_COL32_A_MASK : colour;
    const unsigned alpha = colour >> IM_COL32_A_SHIFT;
    if (std::uint8_t value = 0; flat_coverage(item, value)) {
        const unsigned dimmed = (alpha * value + 127) / 255;
        if (dimmed) add_solid(whole_box, (colour & ~IM_COL32_A_MASK) | dimmed << IM_COL32_A_SHIFT);
        return;
    }
    item.opaque = item.kind == Kind::colour && texture_->opaque && alpha == 255;
    finish(item);
}

// The edges and the middle of most nine-slice masks are of one value: plain rectangles, then.
bool Flattener::flat_coverage(const DrawItem& item, std::uint8_t& value) const {
    if (item.kind != Kind::coverage || !(item.stretch_x || item.stretch_y)) return false;
    const int w = item.stretch_x ? 1 : item.box.w, h = item.stretch_y ? 1 : item.box.h;
    const std::uint8_t* row =
        texture_->coverage + std::ptrdiff_t{item.v} * texture_->stride_bytes + item.u;
    value = *row;
    for (int y = 0; y < h; ++y, row += texture_->stride_bytes)
        for (int x = 0; x < w; ++x)
            if (row[x] != value) return false;
    return true;
}

void Flattener::add_scaled(const base::IntRect& whole_box, const Scaled& scaled,
                           std::uint32_t colour) {
    const auto inside = [](float t, int texels) {
        return t >= -0.5F && t <= static_cast<float>(texels) + 0.5F;
    };
    if (!inside(scaled.u0, texture_->width) || !inside(scaled.u1, texture_->width) ||
        !inside(scaled.v0, texture_->height) || !inside(scaled.v1, texture_->height))
        return;
    DrawItem item;
    item.kind = Kind::scaled;
    item.box = intersection(whole_box, clip_);
    item.u = item.box.x - whole_box.x, item.v = item.box.y - whole_box.y;
    item.texture = texture_index_;
    item.colour = colour;
    item.detail = static_cast<int>(frame_.scaled.size());
    frame_.scaled.push_back(scaled);
    finish(item);
}

void Flattener::add_triangle(const ImDrawVert* vertices, const ImDrawIdx* i) {
    const ImDrawVert* corner[3] = {vertices + i[0], vertices + i[1], vertices + i[2]};
    unsigned channel[4] = {};
    for (const ImDrawVert* v : corner)
        for (unsigned c = 0; c < 4; ++c) channel[c] += v->col >> (8 * c) & 0xFF;
    std::uint32_t colour = 0;
    for (unsigned c = 0; c < 4; ++c) colour |= (channel[c] / 3) << (8 * c);
    if (colour != mesh_colour_) end_mesh();
    mesh_colour_ = colour;
    const auto point = [&](const ImDrawVert* v) {
        return base::Point{v->pos.x - origin_.x, v->pos.y - origin_.y};
    };
    if (colour & IM_COL32_A_MASK)
        mesh_.push_back({point(corner[0]), point(corner[1]), point(corner[2])});
}

// Neighbouring triangles of one colour are rasterised together, so that no seam shows between them.
void Flattener::end_mesh() {
    if (mesh_.empty()) return;
    float left = mesh_[0].a.x, top = mesh_[0].a.y, right = left, bottom = top;
    for (const Triangle& t : mesh_)
        for (const base::Point& p : {t.a, t.b, t.c}) {
            left = std::min(left, p.x), right = std::max(right, p.x);
            top = std::min(top, p.y), bottom = std::max(bottom, p.y);
        }
    constexpr float kPixmanReach = 16'000;  // its fixed-point numbers hold 15 bits of whole pixels
    const float x = std::floor(left), y = std::floor(top);
    const bool drawable = left > -kPixmanReach && top > -kPixmanReach && right < kPixmanReach &&
                          bottom < kPixmanReach;
    DrawItem item;
    item.kind = Kind::mesh;
    if (drawable)
        item.box = intersection(
            {static_cast<int>(x), static_cast<int>(y), static_cast<int>(std::ceil(right) - x),
             static_cast<int>(std::ceil(bottom) - y)},
            clip_);
    if (!is_empty(item.box)) {
        for (Triangle& t : mesh_)
            for (base::Point* p : {&t.a, &t.b, &t.c}) p->x -= x, p->y -= y;
        item.u = item.box.x - static_cast<int>(x), item.v = item.box.y - static_cast<int>(y);
        item.colour = mesh_colour_;
        item.detail = static_cast<int>(frame_.meshes.size());
        frame_.meshes.push_back(mesh_);
        finish(item);
    }
    mesh_.clear();
}

std::uint64_t hash_of(const Scaled& s) {
    std::uint32_t bits[4];
    const float values[4] = {s.u0, s.v0, s.u1, s.v1};
    std::memcpy(bits, values, sizeof bits);
    return mix(mix(pack(s.width, s.height), pack(int(bits[0]), int(bits[1]))),
               pack(int(bits[2]), int(bits[3])));
}

std::uint64_t hash_of(const std::vector<Triangle>& mesh) {
    std::uint64_t hash = mesh.size();
    for (const Triangle& t : mesh)
        for (const base::Point& p : {t.a, t.b, t.c}) {
            std::uint32_t bits[2];
            std::memcpy(bits, &p, sizeof bits);
            hash = mix(hash, pack(int(bits[0]), int(bits[1])));
        }
    return hash;
}

void Flattener::finish(DrawItem& item) {
    const unsigned shape = static_cast<unsigned>(item.kind) | unsigned{item.stretch_x} << 4 |
                           unsigned{item.stretch_y} << 5;
    const bool textured = item.kind != Kind::solid && item.kind != Kind::mesh;
    item.content =
        mix(pack(static_cast<int>(item.colour), static_cast<int>(shape)),
            textured ? pack(static_cast<int>(texture_->version), static_cast<int>(texture_->number))
                     : 0);
    if (item.kind == Kind::scaled)
        item.content = mix(item.content, hash_of(frame_.scaled[std::size_t(item.detail)]));
    if (item.kind == Kind::mesh)
        item.content = mix(item.content, hash_of(frame_.meshes[std::size_t(item.detail)]));
    frame_.items.push_back(item);
}

}  // namespace

void flatten(const ImDrawData& data, const text::GlyphAtlas& atlas, ImageStore& images, int width,
             int height, DrawFrame& frame, const Texture& painted) {
    frame.clear();
    Flattener flattener(atlas, images, painted, frame);
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            if (command.UserCallback) continue;
            const int x = whole(command.ClipRect.x - data.DisplayPos.x);
            const int y = whole(command.ClipRect.y - data.DisplayPos.y);
            const base::IntRect clip =
                base::intersection({x, y, whole(command.ClipRect.z - data.DisplayPos.x) - x,
                                    whole(command.ClipRect.w - data.DisplayPos.y) - y},
                                   {0, 0, width, height});
            if (!is_empty(clip)) flattener.add(list, command, clip, data.DisplayPos);
        }
    }
}

}  // namespace candor::paint
