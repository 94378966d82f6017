#include "text/glyph_atlas.h"

#include "fixture.h"

namespace candor::text {
namespace {

std::vector<std::uint8_t> filled(int w, int h, std::uint8_t value) {
    return std::vector<std::uint8_t>(static_cast<std::size_t>(w) * h, value);
}

std::vector<std::uint8_t> read_back(const GlyphAtlas& atlas, const AtlasEntry& entry) {
    const AtlasPage& page = atlas.pages()[entry.page];
    std::vector<std::uint8_t> result;
    for (int y = 0; y < entry.h; ++y) {
        const std::uint8_t* row = page.coverage + (entry.y + y) * page.stride + entry.x;
        result.insert(result.end(), row, row + entry.w);
    }
    return result;
}

Glyph glyph_of(const char* text, float size_px = 40) {
    ParagraphSpec spec = plain(text);
    spec.spans[0].style.size_px = size_px;
    return shape(spec).glyphs()[0];
}

}  // namespace

TEST(GlyphAtlas, glyph_holds_what_the_fonts_rasterise) {
    GlyphAtlas atlas(fonts());
    const Glyph g = glyph_of("g");
    for (int quarter = 0; quarter < 4; ++quarter) {
        const GlyphBitmap bitmap = fonts().rasterise(g.font, g.index, quarter);
        const AtlasEntry* entry = atlas.glyph(g.font, g.index, quarter);
        ASSERT_NE(entry, nullptr);
        EXPECT_FALSE(entry->colour);
        EXPECT_EQ(entry->left, bitmap.left);
        EXPECT_EQ(entry->top, bitmap.top);
        EXPECT_EQ(read_back(atlas, *entry), bitmap.coverage);
    }
}

TEST(GlyphAtlas, same_glyph_again_is_the_same_entry) {
    GlyphAtlas atlas(fonts());
    const Glyph g = glyph_of("g");
    const AtlasEntry* first = atlas.glyph(g.font, g.index, 1);
    const std::uint64_t version = atlas.pages()[0].version;
    atlas.begin_frame();
    EXPECT_EQ(atlas.glyph(g.font, g.index, 1), first);
    EXPECT_EQ(atlas.pages()[0].version, version);
    EXPECT_NE(atlas.glyph(g.font, g.index, 2), first);
    EXPECT_NE(atlas.pages()[0].version, version);
}

TEST(GlyphAtlas, blank_has_no_entry) {
    GlyphAtlas atlas(fonts());
    const Glyph space = glyph_of(" ");
    EXPECT_EQ(atlas.glyph(space.font, space.index, 0), nullptr);
    EXPECT_EQ(atlas.glyph(space.font, space.index, 0), nullptr);
    EXPECT_TRUE(atlas.pages().empty());
}

TEST(GlyphAtlas, emoji_lies_in_a_colour_page) {
    GlyphAtlas atlas(fonts());
    const Glyph letter = glyph_of("g"), emoji = glyph_of("😀");
    const AtlasEntry* plain_entry = atlas.glyph(letter.font, letter.index, 0);
    const AtlasEntry* entry = atlas.glyph(emoji.font, emoji.index, 0);
    ASSERT_NE(entry, nullptr);
    EXPECT_TRUE(entry->colour);
    EXPECT_NE(entry->page, plain_entry->page);
    const AtlasPage& page = atlas.pages()[entry->page];
    EXPECT_EQ(page.coverage, nullptr);
    ASSERT_NE(page.argb, nullptr);
    const GlyphBitmap bitmap = fonts().rasterise(emoji.font, emoji.index, 0);
    const int x = entry->w / 2, y = entry->h / 2;
    EXPECT_EQ(page.argb[(entry->y + y) * page.stride + entry->x + x],
              bitmap.argb[static_cast<std::size_t>(y) * bitmap.width + x]);
    EXPECT_EQ(page.argb[(entry->y + y) * page.stride + entry->x + x] >> 24, 255U);
}

TEST(GlyphAtlas, mask_comes_back_as_it_was) {
    GlyphAtlas atlas(fonts());
    std::vector<std::uint8_t> coverage;
    for (int i = 0; i < 7 * 5; ++i) coverage.push_back(static_cast<std::uint8_t>(i * 7));
    EXPECT_EQ(atlas.find_mask(9), nullptr);
    const AtlasEntry* entry = atlas.add_mask(9, 7, 5, coverage);
    ASSERT_NE(entry, nullptr);
    EXPECT_EQ(atlas.find_mask(9), entry);
    EXPECT_EQ(entry->w, 7);
    EXPECT_EQ(entry->h, 5);
    EXPECT_EQ(read_back(atlas, *entry), coverage);
}

TEST(GlyphAtlas, mask_larger_than_any_page_or_than_its_bytes_is_refused) {
    GlyphAtlas atlas(fonts(), {.page_px = 64, .max_pages = 2});
    constexpr int kMost = GlyphAtlas::kMaxSidePx;
    EXPECT_EQ(atlas.add_mask(1, kMost + 1, 4, filled(kMost + 1, 4, 1)), nullptr);
    EXPECT_EQ(atlas.add_mask(2, 4, kMost + 1, filled(4, kMost + 1, 1)), nullptr);
    EXPECT_EQ(atlas.add_mask(3, 4, 4, filled(4, 3, 1)), nullptr);
    EXPECT_EQ(atlas.add_mask(4, 0, 4, {}), nullptr);
    EXPECT_NE(atlas.add_mask(5, 64, 64, filled(64, 64, 1)), nullptr);
}

/// On a large display a sheet's shadow is.
TEST(GlyphAtlas, mask_larger_than_a_page_has_one_of_its_size_that_gives_way_as_others_do) {
    GlyphAtlas atlas(fonts(), {.page_px = 64, .max_pages = 2});
    const AtlasEntry* small = atlas.add_mask(1, 60, 60, filled(60, 60, 1));
    ASSERT_NE(small, nullptr);
    const std::pair<int, int> sizes[] = {{65, 4}, {4, 131}, {705, 705}};
    std::uint64_t key = 10;
    for (const auto& [w, h] : sizes) {
        atlas.begin_frame();
        ASSERT_NE(atlas.find_mask(1), nullptr);
        const AtlasEntry* large = atlas.add_mask(++key, w, h, filled(w, h, 7));
        ASSERT_NE(large, nullptr) << w << " x " << h;
        EXPECT_EQ(atlas.find_mask(key), large) << "it is kept";
        EXPECT_EQ(read_back(atlas, *large), filled(w, h, 7));
        EXPECT_EQ(atlas.pages()[large->page].stride % 4, 0);
        EXPECT_EQ(read_back(atlas, *atlas.find_mask(1)), filled(60, 60, 1));
        EXPECT_EQ(atlas.pages().size(), 2U);
    }
    atlas.begin_frame();
    ASSERT_NE(atlas.find_mask(1), nullptr);
    ASSERT_NE(atlas.add_mask(2, 60, 60, filled(60, 60, 2)), nullptr);
    ASSERT_NE(atlas.add_mask(3, 60, 60, filled(60, 60, 3)), nullptr);
    EXPECT_EQ(read_back(atlas, *atlas.find_mask(2)), filled(60, 60, 2));
}

TEST(GlyphAtlas, pages_are_aligned_for_pixman) {
    GlyphAtlas atlas(fonts(), {.page_px = 63, .max_pages = 1});
    atlas.add_mask(1, 4, 4, filled(4, 4, 1));
    const AtlasPage& page = atlas.pages()[0];
    EXPECT_EQ(page.stride % 4, 0);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(page.coverage) % 4, 0U);
}

TEST(GlyphAtlas, grows_page_by_page_and_keeps_what_it_has) {
    GlyphAtlas atlas(fonts(), {.page_px = 64, .max_pages = 4});
    std::vector<const AtlasEntry*> entries;
    for (int i = 0; i < 4; ++i) {
        entries.push_back(
            atlas.add_mask(i, 60, 60, filled(60, 60, static_cast<std::uint8_t>(i + 1))));
        EXPECT_EQ(atlas.pages().size(), static_cast<std::size_t>(i + 1));
    }
    for (int i = 0; i < 4; ++i) {
        ASSERT_NE(entries[i], nullptr);
        EXPECT_EQ(read_back(atlas, *entries[i]), filled(60, 60, static_cast<std::uint8_t>(i + 1)));
    }
    EXPECT_EQ(atlas.evictions(), 0U);
}

TEST(GlyphAtlas, page_used_longest_ago_gives_way) {
    GlyphAtlas atlas(fonts(), {.page_px = 64, .max_pages = 2});
    atlas.add_mask(1, 60, 60, filled(60, 60, 1));
    atlas.begin_frame();
    atlas.add_mask(2, 60, 60, filled(60, 60, 2));
    atlas.begin_frame();
    ASSERT_NE(atlas.find_mask(1), nullptr);
    atlas.begin_frame();
    const std::uint64_t version = atlas.pages()[1].version;
    ASSERT_NE(atlas.add_mask(3, 60, 60, filled(60, 60, 3)), nullptr);
    EXPECT_EQ(atlas.evictions(), 1U);
    EXPECT_EQ(atlas.find_mask(2), nullptr);
    EXPECT_NE(atlas.find_mask(1), nullptr);
    EXPECT_NE(atlas.pages()[1].version, version);
    EXPECT_EQ(atlas.pages().size(), 2U);
}

TEST(GlyphAtlas, entries_of_this_frame_are_never_evicted_and_get_the_room_that_they_need) {
    GlyphAtlas atlas(fonts(), {.page_px = 64, .max_pages = 2});
    atlas.begin_frame();
    std::vector<const AtlasEntry*> entries;
    for (std::uint8_t i = 0; i < 8; ++i)
        entries.push_back(atlas.add_mask(i, 60, 60, filled(60, 60, i)));
    EXPECT_EQ(atlas.evictions(), 0U);
    for (std::uint8_t i = 0; i < 8; ++i) {
        ASSERT_NE(entries[i], nullptr) << int{i};
        EXPECT_EQ(read_back(atlas, *entries[i]), filled(60, 60, i));
    }
    EXPECT_EQ(atlas.add_mask(9, 60, 60, filled(60, 60, 9)), nullptr);
    atlas.begin_frame();
    EXPECT_NE(atlas.add_mask(9, 60, 60, filled(60, 60, 9)), nullptr);
    EXPECT_EQ(atlas.pages().size(), 8U);
}

TEST(GlyphAtlas, evicted_page_can_change_to_colour_and_is_blank) {
    GlyphAtlas atlas(fonts(), {.page_px = 64, .max_pages = 1});
    atlas.add_mask(1, 60, 60, filled(60, 60, 255));
    atlas.begin_frame();
    const Glyph emoji = glyph_of("😀", 30);
    const AtlasEntry* entry = atlas.glyph(emoji.font, emoji.index, 0);
    ASSERT_NE(entry, nullptr);
    EXPECT_EQ(atlas.pages()[0].coverage, nullptr);
    EXPECT_EQ(atlas.pages()[0].argb[63 * 64 + 63], 0U);
}

TEST(GlyphAtlas, whole_text_fits_without_overlap) {
    GlyphAtlas atlas(fonts(), {.page_px = 256, .max_pages = 8});
    ParagraphSpec spec =
        plain("The quick brown fox jumps over the lazy dog, 0123456789 times!", 300);
    std::vector<const AtlasEntry*> entries;
    const Paragraph paragraph = shape(spec);
    for (const Glyph& glyph : paragraph.glyphs()) {
        const auto* entry = atlas.glyph(glyph.font, glyph.index, snap_x(glyph.x).quarter);
        if (entry != nullptr) entries.push_back(entry);
    }
    const auto rect = [](const AtlasEntry& e) {
        return base::Rect{static_cast<float>(e.x), static_cast<float>(e.y), static_cast<float>(e.w),
                          static_cast<float>(e.h)};
    };
    for (const auto* a : entries) {
        EXPECT_LE(a->x + a->w, 256);
        EXPECT_LE(a->y + a->h, 256);
        for (const auto* b : entries) {
            EXPECT_TRUE(a == b || a->page != b->page || !rect(*a).intersects(rect(*b)));
        }
    }
}

TEST(SnapX, rounds_to_the_nearest_quarter) {
    const auto expect = [](float x, int px, int quarter) {
        EXPECT_EQ(snap_x(x).px, px) << x;
        EXPECT_EQ(snap_x(x).quarter, quarter) << x;
    };
    expect(10, 10, 0);
    expect(10.13F, 10, 1);
    expect(10.5F, 10, 2);
    expect(10.87F, 10, 3);
    expect(10.9F, 11, 0);
    expect(-0.25F, -1, 3);
}

}  // namespace candor::text
