#include <hb.h>

#include <cstring>

#include "fixture.h"

namespace candor::text {
namespace {

constexpr const char* kInter = "/usr/share/fonts/opentype/inter/Inter-Regular.otf";
constexpr const char* kNaskh = "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf";
constexpr const char* kEmoji = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf";

/// What HarfBuzz alone makes of the text with that file.
std::vector<std::uint32_t> harfbuzz(const char* file, const char* text, const char* language) {
    hb_blob_t* blob = hb_blob_create_from_file_or_fail(file);
    hb_face_t* face = hb_face_create(blob, 0);
    hb_font_t* font = hb_font_create(face);
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_set_language(buffer, hb_language_from_string(language, -1));
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font, buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    std::vector<std::uint32_t> result;
    for (unsigned i = 0; i < count; ++i) result.push_back(infos[i].codepoint);
    hb_buffer_destroy(buffer);
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return result;
}

}  // namespace

TEST(Scripts, german_is_harfbuzz_glyphs_in_inter) {
    const char* text = "Größe, Übergang: „Straße“";
    const Paragraph paragraph = shape(plain(text, 0, "de"));
    EXPECT_EQ(indices(paragraph), harfbuzz(kInter, text, "de"));
    for (const Glyph& glyph : paragraph.glyphs()) EXPECT_EQ(face(glyph), "Inter Regular");
}

TEST(Scripts, turkish_is_harfbuzz_glyphs_with_its_language) {
    const char* text = "İstanbul ıssız iğne fikir ŞĞ";
    EXPECT_EQ(indices(shape(plain(text, 0, "tr"))), harfbuzz(kInter, text, "tr"));
}

TEST(Scripts, turkish_dotless_i_differs_from_dotted) {
    const auto glyphs = indices(shape(plain("ıiIİ", 0, "tr")));
    ASSERT_EQ(glyphs.size(), 4U);
    EXPECT_NE(glyphs[0], glyphs[1]);
    EXPECT_NE(glyphs[2], glyphs[3]);
}

TEST(Scripts, language_reaches_the_font) {
    // Romanian writes the comma below where Turkish writes a cedilla.
    const auto turkish = indices(shape(plain("ş", 0, "tr")));
    const auto romanian = indices(shape(plain("ş", 0, "ro")));
    EXPECT_EQ(turkish, harfbuzz(kInter, "ş", "tr"));
    EXPECT_EQ(romanian, harfbuzz(kInter, "ş", "ro"));
    EXPECT_NE(turkish, romanian);
}

TEST(Scripts, arabic_word_is_harfbuzz_glyphs_in_naskh) {
    const char* text = "الشعر";
    const Paragraph paragraph = shape(plain(text, 0, "ar"));
    EXPECT_EQ(indices(paragraph), harfbuzz(kNaskh, text, "ar"));
    for (const Glyph& glyph : paragraph.glyphs())
        EXPECT_EQ(face(glyph), "Noto Naskh Arabic Regular");
}

TEST(Scripts, arabic_letters_join) {
    const auto alone = indices(shape(plain("ه", 0, "ar")));
    const auto joined = indices(shape(plain("ههه", 0, "ar")));
    ASSERT_EQ(alone.size(), 1U);
    ASSERT_EQ(joined.size(), 3U);
    for (const std::uint32_t glyph : joined) EXPECT_NE(glyph, alone[0]);
    EXPECT_NE(joined[0], joined[1]);
    EXPECT_NE(joined[1], joined[2]);
}

TEST(Scripts, arabic_letters_join_across_spans) {
    ParagraphSpec spec = plain("ه", 0, "ar");
    spec.spans.push_back(spec.spans[0]);
    spec.spans.push_back(spec.spans[0]);
    spec.spans[1].mark = 1;
    spec.spans[1].style.colour = {200, 0, 0, 255};
    EXPECT_EQ(indices(shape(spec)), indices(shape(plain("ههه", 0, "ar"))));
}

TEST(Scripts, arabic_lam_alef_takes_its_ligature_forms) {
    const auto pair = indices(shape(plain("لا", 0, "ar")));
    EXPECT_EQ(pair, harfbuzz(kNaskh, "لا", "ar"));
    // The alef after lam is another shape than the alef after other letters.
    const auto other = indices(shape(plain("با", 0, "ar")));
    EXPECT_NE(pair[0], other[0]);
}

TEST(Scripts, arabic_ligature_joins_letters_to_one_glyph) {
    const auto glyphs = indices(shape(plain("الله", 0, "ar")));
    EXPECT_EQ(glyphs, harfbuzz(kNaskh, "الله", "ar"));
    EXPECT_LT(glyphs.size(), 4U);
}

TEST(Scripts, bold_arabic_is_bold) {
    ParagraphSpec spec = plain("شعر", 0, "ar");
    spec.spans[0].style.weight = Weight::semibold;
    const Paragraph paragraph = shape(spec);
    for (const Glyph& glyph : paragraph.glyphs()) {
        EXPECT_EQ(face(glyph), "Noto Naskh Arabic Bold");
    }
}

TEST(Scripts, decomposed_accent_draws_as_composed) {
    const Paragraph composed = shape(plain("caf\u00E9s"));
    const Paragraph decomposed = shape(plain("cafe\u0301s"));
    EXPECT_EQ(indices(composed), indices(decomposed));
    ASSERT_EQ(composed.glyphs().size(), decomposed.glyphs().size());
    for (std::size_t i = 0; i < composed.glyphs().size(); ++i) {
        EXPECT_FLOAT_EQ(composed.glyphs()[i].x, decomposed.glyphs()[i].x);
    }
}

TEST(Scripts, mark_without_composed_form_stands_over_its_letter) {
    const Paragraph paragraph = shape(plain("x\u0301"));
    ASSERT_EQ(paragraph.glyphs().size(), 2U);
    const float letter_width = shape(plain("x")).width();
    EXPECT_FLOAT_EQ(paragraph.width(), letter_width);
    EXPECT_EQ(indices(paragraph), harfbuzz(kInter, "x\u0301", "en"));
}

TEST(Scripts, emoji_sequence_with_joiners_is_one_colour_glyph) {
    const char* doctor = "👩🏽‍⚕️";
    const Paragraph paragraph = shape(plain(doctor));
    ASSERT_EQ(paragraph.glyphs().size(), 1U);
    const Glyph& glyph = paragraph.glyphs()[0];
    EXPECT_EQ(face(glyph), "Noto Color Emoji Regular");
    EXPECT_EQ(indices(paragraph), harfbuzz(kEmoji, doctor, "en"));
    const GlyphBitmap bitmap = fonts().rasterise(glyph.font, glyph.index, 0);
    EXPECT_TRUE(bitmap.colour);
    EXPECT_EQ(bitmap.argb.size(), static_cast<std::size_t>(bitmap.width * bitmap.height));
    EXPECT_NEAR(bitmap.height, 1.17 * 40, 3);
}

TEST(Scripts, flag_and_keycap_are_one_glyph_each) {
    EXPECT_EQ(shape(plain("🇹🇷")).glyphs().size(), 1U);
    EXPECT_EQ(shape(plain("1️⃣")).glyphs().size(), 1U);
}

TEST(Scripts, digits_and_punctuation_stay_out_of_the_emoji_font) {
    const Paragraph paragraph = shape(plain("1#*©"));
    ASSERT_EQ(paragraph.glyphs().size(), 4U);
    for (const Glyph& glyph : paragraph.glyphs()) EXPECT_EQ(face(glyph), "Inter Regular");
}

TEST(Scripts, latin_in_arabic_reads_left_to_right_within_right_to_left) {
    const Paragraph paragraph = shape(plain("شعر PRP جلد", 0, "ar"));
    EXPECT_TRUE(paragraph.right_to_left());
    std::vector<std::uint32_t> latin;
    float first_arabic_x = 0, last_arabic_x = 1e9F, latin_x = 0;
    for (const Glyph& glyph : paragraph.glyphs()) {
        if (face(glyph) != "Inter Regular") {
            first_arabic_x = std::max(first_arabic_x, glyph.x);
            last_arabic_x = std::min(last_arabic_x, glyph.x);
        } else if (!fonts().rasterise(glyph.font, glyph.index, 0).coverage.empty()) {
            latin.push_back(glyph.index);
            latin_x = glyph.x;
        }
    }
    EXPECT_EQ(latin, harfbuzz(kInter, "PRP", "en"));
    EXPECT_GT(first_arabic_x, latin_x);
    EXPECT_LT(last_arabic_x, latin_x);
}

TEST(Scripts, direction_is_the_first_strong_characters) {
    EXPECT_FALSE(shape(plain("12 PRP شعر")).right_to_left());
    EXPECT_TRUE(shape(plain("12 شعر PRP")).right_to_left());
    EXPECT_FALSE(shape(plain("123")).right_to_left());
    // Unicode UAX #9, P2: what stands in an isolate does not count.
    EXPECT_FALSE(shape(plain("\u2067شعر\u2069 PRP")).right_to_left());
}

TEST(Scripts, text_that_no_font_has_becomes_hex_boxes) {
    const Paragraph paragraph = shape(plain("漢"));
    ASSERT_EQ(paragraph.glyphs().size(), 1U);
    const Glyph& glyph = paragraph.glyphs()[0];
    const GlyphBitmap box = fonts().rasterise(glyph.font, glyph.index, 0);
    EXPECT_GT(box.width, 10);
    EXPECT_GT(box.height, 20);
    EXPECT_FALSE(box.colour);
    EXPECT_GT(paragraph.width(), 10);
}

}  // namespace candor::text
