#include <hb.h>

#include <filesystem>
#include <numeric>

#include "fixture.h"
#include "text/font_files.h"

namespace candor::text {
namespace {

namespace fs = std::filesystem;

/// A root whose fonts are links to the real ones.
fs::path linked_root(const char* name) {
    const fs::path root = fs::path(testing::TempDir()) / name;
    fs::remove_all(root);
    const auto config = private_config("/usr/share/fonts");
    const FcFontSet* set = FcConfigGetFonts(config->get(), FcSetSystem);
    for (int i = 0; i < set->nfont; ++i) {
        FcChar8* file = nullptr;
        FcPatternGetString(set->fonts[i], FC_FILE, 0, &file);
        const fs::path from = reinterpret_cast<const char*>(file);
        const fs::path to = root / fs::relative(from, "/usr/share/fonts");
        fs::create_directories(to.parent_path());
        fs::create_symlink(from, to);
    }
    return root;
}

std::vector<hb_codepoint_t> coverage(const std::string& path) {
    hb_blob_t* blob = hb_blob_create_from_file_or_fail(path.c_str());
    hb_face_t* face = hb_face_create(blob, 0);
    hb_set_t* set = hb_set_create();
    hb_face_collect_unicodes(face, set);
    std::vector<hb_codepoint_t> result;
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(set, &c);) result.push_back(c);
    hb_set_destroy(set);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return result;
}

/// The ink's centre in x, in pixels from the pen.
double centre(const GlyphBitmap& bitmap) {
    double sum = 0, weighted = 0;
    for (int i = 0; i < bitmap.width * bitmap.height; ++i) {
        sum += bitmap.coverage[i];
        weighted += bitmap.coverage[i] * (bitmap.left + i % bitmap.width + 0.5);
    }
    return weighted / sum;
}

}  // namespace

TEST(Fonts, missing_font_is_named_with_its_package) {
    const fs::path root = linked_root("candor-fonts-missing");
    ASSERT_TRUE(Fonts::create(root));
    fs::remove(root / "truetype/noto/NotoNaskhArabic-Bold.ttf");
    const auto created = Fonts::create(root);
    ASSERT_FALSE(created);
    EXPECT_EQ(created.error().kind, base::FaultKind::not_found);
    EXPECT_TRUE(created.error().where.ends_with("NotoNaskhArabic-Bold.ttf"));
    EXPECT_NE(created.error().detail.find("fonts-noto-core"), std::string::npos);
}

TEST(Fonts, configuration_knows_our_families_alone) {
    const auto config = private_config("/usr/share/fonts");
    ASSERT_TRUE(config);
    const FcFontSet* set = FcConfigGetFonts(config->get(), FcSetSystem);
    ASSERT_NE(set, nullptr);
    EXPECT_EQ(set->nfont, 15);
    for (int i = 0; i < set->nfont; ++i) {
        FcChar8* family = nullptr;
        ASSERT_EQ(FcPatternGetString(set->fonts[i], FC_FAMILY, 0, &family), FcResultMatch);
        EXPECT_NE(std::string(kFamilies).find(reinterpret_cast<const char*>(family)),
                  std::string::npos);
    }
}

TEST(Fonts, weights_of_a_face_cover_what_its_regular_covers) {
    // private_config reads one cmap a family and slant, and trusts this.
    const auto config = private_config("/usr/share/fonts");
    const FcFontSet* set = FcConfigGetFonts(config->get(), FcSetSystem);
    for (int i = 0; i < set->nfont; ++i) {
        FcChar8* file = nullptr;
        FcCharSet* claimed = nullptr;
        FcPatternGetString(set->fonts[i], FC_FILE, 0, &file);
        FcPatternGetCharSet(set->fonts[i], FC_CHARSET, 0, &claimed);
        const auto real = coverage(reinterpret_cast<const char*>(file));
        EXPECT_EQ(FcCharSetCount(claimed), real.size()) << file;
        for (const hb_codepoint_t c : real) ASSERT_TRUE(FcCharSetHasChar(claimed, c)) << file;
    }
}

TEST(Fonts, quarter_moves_the_ink_by_a_quarter_pixel) {
    const Glyph o = shape(plain("o")).glyphs()[0];
    const double at_0 = centre(fonts().rasterise(o.font, o.index, 0));
    for (int quarter = 1; quarter < 4; ++quarter) {
        EXPECT_NEAR(centre(fonts().rasterise(o.font, o.index, quarter)) - at_0, quarter / 4.0,
                    0.02);
    }
}

TEST(Fonts, letters_stand_sharply_on_the_baseline) {
    for (const float size : {30.0F, 34.0F, 38.0F, 48.0F}) {
        ParagraphSpec spec = plain("H");
        spec.spans[0].style.size_px = size;
        const Glyph h = shape(spec).glyphs()[0];
        const GlyphBitmap bitmap = fonts().rasterise(h.font, h.index, 0);
        EXPECT_EQ(bitmap.top + bitmap.height, 0) << size;
        const auto row_max = [&](int row) {
            const auto begin = bitmap.coverage.begin() + row * bitmap.width;
            return *std::max_element(begin, begin + bitmap.width);
        };
        EXPECT_EQ(row_max(0), 255) << size;
        EXPECT_EQ(row_max(bitmap.height - 1), 255) << size;
    }
}

TEST(Fonts, blank_and_unknown_fonts_are_empty) {
    const Glyph space = shape(plain(" ")).glyphs()[0];
    EXPECT_EQ(fonts().rasterise(space.font, space.index, 0).width, 0);
    EXPECT_EQ(fonts().rasterise(999'999, 1, 0).width, 0);
}

TEST(Fonts, two_sets_live_side_by_side) {
    const auto other = Fonts::create();
    ASSERT_TRUE(other);
    EXPECT_EQ(Shaper(**other).shape(plain("شعر")).width(), shape(plain("شعر")).width());
}

}  // namespace candor::text
