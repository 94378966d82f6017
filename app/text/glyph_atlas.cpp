#include "text/glyph_atlas.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unordered_map>

#include "text/shelves.h"

namespace candor::text {
namespace {

struct Free {
    void operator()(void* memory) const { std::free(memory); }
};

/// Spreads keys whose low bits are alike.
struct Mix {
    std::size_t operator()(std::uint64_t key) const {
        key *= 0x9E3779B97F4A7C15U;
        return key ^ (key >> 32);
    }
};

struct Page {
    explicit Page(int its_size_px) : size_px(its_size_px), shelves(its_size_px) {}
    int size_px;
    Shelves shelves;
    bool colour = false;
    std::unique_ptr<void, Free> pixels;
    std::uint64_t used_in_frame = 0;
};

/// Blanks are kept without a page, so that they are not rasterised again.
constexpr int kNoPage = -1;
/// Times as many pages as it should have, where one frame needs them: a large display.
constexpr int kMostForOneFrame = 4;

/// Rows are aligned.
int in_fours(int px) { return (px + 3) / 4 * 4; }

using Entries = std::unordered_map<std::uint64_t, AtlasEntry, Mix>;

}  // namespace

struct GlyphAtlas::Impl {
    Impl(Fonts& f, AtlasLimits l)
        : fonts(f),
          page_px(in_fours(std::max(l.page_px, 4))),
          max_pages(std::max(l.max_pages, 1)) {}

    const AtlasEntry* use(AtlasEntry& entry);
    const AtlasEntry* add(Entries& entries, std::uint64_t key, AtlasEntry entry,
                          const void* pixels);
    bool place(AtlasEntry& entry);
    bool place_in(int page, AtlasEntry& entry);
    int fresh_page(bool colour, int size_px);
    int oldest_page() const;
    void evict(int page);
    void copy(const AtlasEntry& entry, const void* pixels);

    Fonts& fonts;
    int page_px, max_pages;
    std::vector<Page> pages;
    std::vector<AtlasPage> views;
    Entries glyphs, masks;
    std::uint64_t frame = 1, version = 0, evictions = 0;
    bool told_full = false;
};

const AtlasEntry* GlyphAtlas::Impl::use(AtlasEntry& entry) {
    if (entry.page == kNoPage) return nullptr;
    pages[entry.page].used_in_frame = frame;
    return &entry;
}

const AtlasEntry* GlyphAtlas::Impl::add(Entries& entries, std::uint64_t key, AtlasEntry entry,
                                        const void* pixels) {
    if (!place(entry)) return nullptr;
    copy(entry, pixels);
    return use(entries.insert_or_assign(key, entry).first->second);
}

bool GlyphAtlas::Impl::place(AtlasEntry& entry) {
    const int side = std::max(entry.w, entry.h);
    if (side > kMaxSidePx) return false;
    for (int page = 0; page < static_cast<int>(pages.size()); ++page) {
        if (pages[page].colour == entry.colour && place_in(page, entry)) return true;
    }
    const int page = fresh_page(entry.colour, std::max(page_px, in_fours(side)));
    if (page != kNoPage) return place_in(page, entry);
    if (!told_full) std::fprintf(stderr, "text: the glyph atlas is full within one frame\n");
    told_full = true;
    return false;
}

bool GlyphAtlas::Impl::place_in(int page, AtlasEntry& entry) {
    Shelves::Place place;
    if (!pages[page].shelves.add(entry.w, entry.h, place)) return false;
    entry.page = page;
    entry.x = place.x;
    entry.y = place.y;
    return true;
}

int GlyphAtlas::Impl::fresh_page(bool colour, int size_px) {
    const int count = static_cast<int>(pages.size());
    const int oldest = count < max_pages ? kNoPage : oldest_page();
    const int page = oldest == kNoPage ? count : oldest;
    if (page < count) {
        evict(page);
        pages[page] = Page(size_px);
    } else {
        // What is on the screen has its room: letters that are missing are worse than memory.
        if (count >= max_pages * kMostForOneFrame) return kNoPage;
        pages.emplace_back(size_px);
        views.emplace_back();
    }
    Page& fresh = pages[page];
    fresh.colour = colour;
    // calloc's memory is not resident before glyphs are written to it.
    const std::size_t size = static_cast<std::size_t>(size_px) * size_px;
    fresh.pixels.reset(std::calloc(size, colour ? sizeof(std::uint32_t) : 1));
    if (!fresh.pixels) std::abort();
    AtlasPage view{.width = size_px, .height = size_px, .stride = size_px, .version = ++version};
    if (colour) {
        view.argb = static_cast<const std::uint32_t*>(fresh.pixels.get());
    } else {
        view.coverage = static_cast<const std::uint8_t*>(fresh.pixels.get());
    }
    views[page] = view;
    return page;
}

int GlyphAtlas::Impl::oldest_page() const {
    const auto oldest = std::min_element(
        pages.begin(), pages.end(),
        [](const Page& a, const Page& b) { return a.used_in_frame < b.used_in_frame; });
    return oldest->used_in_frame == frame ? kNoPage : static_cast<int>(oldest - pages.begin());
}

void GlyphAtlas::Impl::evict(int page) {
    const auto lies_there = [page](const auto& item) { return item.second.page == page; };
    std::erase_if(glyphs, lies_there);
    std::erase_if(masks, lies_there);
    ++evictions;
}

void GlyphAtlas::Impl::copy(const AtlasEntry& entry, const void* pixels) {
    const std::size_t pixel = entry.colour ? sizeof(std::uint32_t) : 1;
    const Page& page = pages[entry.page];
    auto* to = static_cast<char*>(page.pixels.get());
    const auto* from = static_cast<const char*>(pixels);
    for (int row = 0; row < entry.h; ++row) {
        const std::size_t at = static_cast<std::size_t>(entry.y + row) * page.size_px + entry.x;
        std::memcpy(to + at * pixel, from + row * entry.w * pixel, entry.w * pixel);
    }
    views[entry.page].version = ++version;
}

GlyphAtlas::GlyphAtlas(Fonts& fonts, AtlasLimits limits)
    : impl_(std::make_unique<Impl>(fonts, limits)) {}
GlyphAtlas::~GlyphAtlas() = default;

void GlyphAtlas::begin_frame() { ++impl_->frame; }

const AtlasEntry* GlyphAtlas::glyph(FontId font, std::uint32_t index, int quarter) {
    const std::uint64_t key = std::uint64_t{font} << 34 | std::uint64_t{index} << 2 | (quarter & 3);
    const auto found = impl_->glyphs.find(key);
    if (found != impl_->glyphs.end()) return impl_->use(found->second);
    const GlyphBitmap bitmap = impl_->fonts.rasterise(font, index, quarter & 3);
    AtlasEntry entry{.page = kNoPage,
                     .w = bitmap.width,
                     .h = bitmap.height,
                     .left = bitmap.left,
                     .top = bitmap.top,
                     .colour = bitmap.colour};
    if (entry.w == 0 || entry.h == 0) {
        impl_->glyphs.emplace(key, entry);
        return nullptr;
    }
    const void* pixels = bitmap.colour ? static_cast<const void*>(bitmap.argb.data())
                                       : static_cast<const void*>(bitmap.coverage.data());
    return impl_->add(impl_->glyphs, key, entry, pixels);
}

const AtlasEntry* GlyphAtlas::find_mask(std::uint64_t key) {
    const auto found = impl_->masks.find(key);
    return found != impl_->masks.end() ? impl_->use(found->second) : nullptr;
}

const AtlasEntry* GlyphAtlas::add_mask(std::uint64_t key, int w, int h,
                                       std::span<const std::uint8_t> coverage) {
    const std::size_t size = static_cast<std::size_t>(std::max(w, 0)) * std::max(h, 0);
    if (size == 0 || coverage.size() < size) return nullptr;
    return impl_->add(impl_->masks, key, {.w = w, .h = h}, coverage.data());
}

std::span<const AtlasPage> GlyphAtlas::pages() const { return impl_->views; }
std::uint64_t GlyphAtlas::evictions() const { return impl_->evictions; }

}  // namespace candor::text
