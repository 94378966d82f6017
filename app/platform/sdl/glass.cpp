#include "platform/sdl/glass.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>

#include "base/last_catch.h"

namespace candor::platform {
namespace {

// Of Linux 5.14; older kernels refuse it, and the pages come one by one as before.
constexpr int kPopulateWrite = 23;

void page_in(void* pixels, std::size_t bytes) {
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const std::size_t into_page = reinterpret_cast<std::uintptr_t>(pixels) % page;
    ::madvise(static_cast<std::byte*>(pixels) - into_page, bytes + into_page, kPopulateWrite);
}

bool is_x8r8g8b8(const SDL_Surface& surface) {
    return surface.format->format == SDL_PIXELFORMAT_RGB888;
}

base::PixelView view_of(SDL_Surface& surface) {
    return {static_cast<std::uint32_t*>(surface.pixels), surface.w, surface.h, surface.pitch / 4};
}

tl::unexpected<base::Fault> display_fault() {
    return base::fail(base::FaultKind::unreachable, "display", SDL_GetError());
}

void convert(base::PixelView from, base::IntRect rect, SDL_Surface& to) {
    const auto& format = *to.format;
    auto* target =
        static_cast<std::byte*>(to.pixels) + rect.y * to.pitch + rect.x * format.BytesPerPixel;
    const auto* source =
        from.pixels + static_cast<std::ptrdiff_t>(rect.y) * from.stride_px + rect.x;
    SDL_ConvertPixels(rect.w, rect.h, SDL_PIXELFORMAT_RGB888, source, from.stride_px * 4,
                      format.format, target, to.pitch);
}

}  // namespace

Glass::Glass(SDL_Window* window, Rotation rotation) : window_(window), rotation_(rotation) {}

Glass::~Glass() {
    if (warm_up_.joinable()) warm_up_.join();
}

void Glass::warm_up() {
    const auto ready = surface();
    if (!ready) return;
    const auto bytes = static_cast<std::size_t>((*ready)->pitch) * (*ready)->h;
    base::run_contained("warm-up",
                        [&] { warm_up_ = std::thread(page_in, (*ready)->pixels, bytes); });
}

Extent Glass::glass() const {
    Extent extent;
    SDL_GetWindowSizeInPixels(window_, &extent.width, &extent.height);
    return extent;
}

base::Result<SDL_Surface*> Glass::surface() {
    // SDL may free the memory that is being paged in.
    if (warm_up_.joinable()) warm_up_.join();
    SDL_Surface* surface = SDL_GetWindowSurface(window_);
    if (surface == nullptr || surface->pixels == nullptr) return display_fault();
    return surface;
}

bool Glass::is_direct(const SDL_Surface& surface) const {
    return rotation_ == Rotation::none && is_x8r8g8b8(surface);
}

base::PixelView Glass::fitted(std::vector<std::uint32_t>& buffer, Extent extent) const {
    const auto count = static_cast<std::size_t>(extent.width) * extent.height;
    if (buffer.size() != count) buffer.assign(count, 0);
    return {buffer.data(), extent.width, extent.height, extent.width};
}

base::Result<base::PixelView> Glass::pixels() {
    const auto target = TRY(surface());
    if (is_direct(*target)) return view_of(*target);
    return fitted(picture_, turned({target->w, target->h}, rotation_));
}

base::Result<void> Glass::present(std::span<const base::IntRect> changed) {
    const auto target = TRY(surface());
    SDL_Surface& glass = *target;
    const Extent extent = turned({glass.w, glass.h}, rotation_);
    std::vector<SDL_Rect> rects;
    rects.reserve(changed.size());
    for (const auto& rect : changed) {
        const base::IntRect inside = clipped(rect, extent);
        if (inside.w == 0 || inside.h == 0) continue;
        const base::IntRect at = to_glass(inside, extent, rotation_);
        if (!is_direct(glass)) carry(inside, at, glass);
        rects.push_back({at.x, at.y, at.w, at.h});
    }
    if (rects.empty()) return {};
    const int count = static_cast<int>(rects.size());
    if (SDL_UpdateWindowSurfaceRects(window_, rects.data(), count) != 0) return display_fault();
    return {};
}

void Glass::carry(base::IntRect in_picture, base::IntRect on_glass, SDL_Surface& surface) {
    const Extent extent{surface.w, surface.h};
    const base::PixelView picture = fitted(picture_, turned(extent, rotation_));
    if (is_x8r8g8b8(surface)) return copy_turned(picture, in_picture, view_of(surface), rotation_);
    if (rotation_ == Rotation::none) return convert(picture, on_glass, surface);
    const base::PixelView straight = fitted(turned_, extent);
    copy_turned(picture, in_picture, straight, rotation_);
    convert(straight, on_glass, surface);
}

}  // namespace candor::platform
