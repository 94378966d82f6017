#include "paint/renderer.h"

#include <cmath>

#include "paint/texture.h"
#include "stage.h"

namespace candor::paint {
namespace {

constexpr ImU32 kWhite = IM_COL32_WHITE;
constexpr ImU32 kRed = IM_COL32(255, 0, 0, 255), kBlue = IM_COL32(0, 0, 255, 255);

int area(const std::vector<base::IntRect>& rects) {
    int sum = 0;
    for (const auto& r : rects) sum += r.w * r.h;
    return sum;
}

// A mask of noise, as good as a glyph.
text::AtlasEntry letter(text::GlyphAtlas& atlas, std::uint64_t key) {
    if (const auto* found = atlas.find_mask(key)) return *found;
    std::vector<std::uint8_t> coverage(12 * 16);
    for (std::size_t i = 0; i < coverage.size(); ++i)
        coverage[i] = std::uint8_t((i * 97 + key * 31) % 256);
    return *atlas.add_mask(key, 12, 16, coverage);
}

void text_line(Stage& stage, int x, int y, int line) {
    for (int i = 0; i < 20; ++i)
        stage.scene.entry(letter(stage.atlas, std::uint64_t((line * 7 + i * i) % 50)), x + i * 14,
                          y, IM_COL32_BLACK);
}

}  // namespace

TEST(Renderer, solid_quad_fills_exactly_its_pixels) {
    Stage stage;
    stage.scene.solid({0, 0, 400, 300}, kWhite);
    stage.scene.solid({10, 20, 30, 40}, kRed);
    stage.render();
    EXPECT_EQ(stage.picture.at(10, 20), 0xFF0000U);
    EXPECT_EQ(stage.picture.at(39, 59), 0xFF0000U);
    EXPECT_EQ(stage.picture.at(9, 20), 0xFFFFFFU);
    EXPECT_EQ(stage.picture.at(40, 59), 0xFFFFFFU);
    EXPECT_EQ(stage.picture.at(39, 60), 0xFFFFFFU);
}

TEST(Renderer, translucent_quad_blends_by_its_alpha) {
    Stage stage;
    stage.scene.solid({0, 0, 400, 300}, kWhite);
    stage.scene.solid({0, 0, 50, 50}, IM_COL32(255, 0, 0, 128));
    stage.render();
    EXPECT_NEAR(int(stage.picture.at(5, 5) & 0xFF), 127, 1);
    EXPECT_NEAR(int(stage.picture.at(5, 5) >> 16), 255, 1);
}

TEST(Renderer, nothing_drawn_is_black) {
    Stage stage;
    stage.scene.solid({0, 0, 50, 50}, kWhite);
    stage.render();
    EXPECT_EQ(stage.picture.at(60, 60), 0U);
}

TEST(Renderer, clip_rectangle_cuts_solids_and_masks) {
    Stage stage;
    stage.scene.solid({0, 0, 400, 300}, kWhite);
    stage.scene.clip({20, 20, 100, 100});
    stage.scene.solid({0, 0, 400, 300}, kRed);
    stage.scene.entry(letter(stage.atlas, 3), {15, 15, 12, 16}, kBlue);
    stage.render();
    EXPECT_EQ(stage.picture.at(19, 19), 0xFFFFFFU);
    EXPECT_NE(stage.picture.at(20, 20) & 0xFF, 0xFFU);
    EXPECT_EQ(stage.picture.at(119, 119), 0xFF0000U);
    EXPECT_EQ(stage.picture.at(120, 120), 0xFFFFFFU);
}

TEST(Renderer, coverage_is_tinted_one_to_one) {
    Stage stage;
    const std::vector<std::uint8_t> coverage = {0, 255, 128, 0};
    const auto* entry = stage.atlas.add_mask(77, 2, 2, coverage);
    stage.scene.solid({0, 0, 400, 300}, kWhite);
    stage.scene.entry(*entry, 100, 100, kRed);
    stage.render();
    EXPECT_EQ(stage.picture.at(100, 100), 0xFFFFFFU);
    EXPECT_EQ(stage.picture.at(101, 100), 0xFF0000U);
    EXPECT_NEAR(int(stage.picture.at(100, 101) & 0xFF), 127, 1);
}

TEST(Renderer, nine_slice_fills_its_box_and_rounds_its_corners) {
    Stage stage;
    stage.scene.solid({0, 0, 400, 300}, kWhite);
    stage.scene.nine_slice(rounded(stage.atlas, 20), {50, 60, 200, 100}, kBlue);
    stage.render();
    EXPECT_EQ(stage.picture.at(50, 60), 0xFFFFFFU);
    EXPECT_EQ(stage.picture.at(249, 159), 0xFFFFFFU);
    for (const auto& [x, y] : {std::pair{70, 60}, {50, 80}, {249, 100}, {150, 159}, {150, 110}})
        EXPECT_EQ(stage.picture.at(x, y), 0x0000FFU) << x << ' ' << y;
    EXPECT_EQ(stage.picture.at(150, 59), 0xFFFFFFU);
    EXPECT_EQ(stage.picture.at(250, 110), 0xFFFFFFU);
}

TEST(Renderer, stretched_shadow_is_even_along_its_edges) {
    Stage stage;
    stage.scene.solid({0, 0, 400, 300}, kWhite);
    stage.scene.nine_slice(shadow(stage.atlas, 10, 10), {100, 80, 200, 150}, IM_COL32_BLACK);
    stage.render();
    for (int x = 140; x < 260; ++x)
        for (int y = 70; y < 100; ++y)
            ASSERT_EQ(stage.picture.at(x, y), stage.picture.at(140, y)) << x << ' ' << y;
    for (int y = 120; y < 190; ++y)
        for (int x = 90; x < 120; ++x)
            ASSERT_EQ(stage.picture.at(x, y), stage.picture.at(x, 120)) << x << ' ' << y;
    EXPECT_LT(stage.picture.at(200, 82) & 0xFF, stage.picture.at(200, 78) & 0xFF);
}

TEST(Renderer, fractional_position_is_rounded_to_whole_pixels) {
    Stage stage;
    stage.scene.solid({0, 0, 400, 300}, kWhite);
    ImDrawList& list = stage.scene.list();
    list.PushClipRect({0, 0}, {400, 300});
    list.PushTextureID(solid_texture());
    list.PrimReserve(6, 4);
    list.PrimRectUV({10.4F, 10.6F}, {20.4F, 20.6F}, {0, 0}, {0, 0}, kRed);
    stage.render();
    EXPECT_EQ(stage.picture.at(10, 11), 0xFF0000U);
    EXPECT_EQ(stage.picture.at(19, 20), 0xFF0000U);
    EXPECT_EQ(stage.picture.at(10, 10), 0xFFFFFFU);
    EXPECT_EQ(stage.picture.at(20, 11), 0xFFFFFFU);
}

TEST(Renderer, odd_triangle_is_filled_without_a_seam) {
    Stage stage;
    stage.scene.solid({0, 0, 400, 300}, kWhite);
    ImDrawList& list = stage.scene.list();
    list.PushClipRect({0, 0}, {400, 300});
    list.PushTextureID(solid_texture());
    list.AddTriangleFilled({100, 100}, {200, 100}, {100, 200}, kRed);
    list.AddTriangleFilled({200, 100}, {200, 200}, {100, 200}, kRed);
    stage.render();
    for (int i = 2; i < 98; ++i) EXPECT_EQ(stage.picture.at(100 + i, 199 - i), 0xFF0000U) << i;
    EXPECT_EQ(stage.picture.at(98, 98), 0xFFFFFFU);
}

TEST(Renderer, absurd_positions_draw_nothing_and_do_no_harm) {
    Stage stage;
    stage.scene.solid({0, 0, 400, 300}, kWhite);
    ImDrawList& list = stage.scene.list();
    const float absurd[] = {1e30F, -1e30F, std::nanf(""), INFINITY};
    list.PushClipRect({-1e30F, -1e30F}, {1e30F, 1e30F});
    for (const float far : absurd) {
        list.PushTextureID(atlas_texture(0));
        list.PrimReserve(6, 4);
        list.PrimRectUV({far, 10}, {far, far}, {far, 0}, {1, far}, kRed);
        list.PopTextureID();
        list.PushTextureID(solid_texture());
        list.AddTriangleFilled({far, 0}, {10, far}, {20, 20}, kRed);
        list.PopTextureID();
    }
    rounded(stage.atlas, 5);
    stage.render();
    EXPECT_EQ(stage.picture.at(300, 200), 0xFFFFFFU);
}

TEST(Renderer, unchanged_frame_repaints_nothing) {
    Stage stage;
    stage.scene.solid({0, 0, 400, 300}, kWhite);
    text_line(stage, 10, 10, 1);
    EXPECT_EQ(area(stage.render()), 400 * 300);
    EXPECT_TRUE(stage.render().empty());
}

TEST(Renderer, everything_repaints_an_unchanged_frame) {
    Stage stage;
    stage.scene.solid({0, 0, 400, 300}, kWhite);
    stage.render();
    EXPECT_EQ(area(stage.render(Repaint::everything)), 400 * 300);
}

TEST(Renderer, one_changed_quad_repaints_its_tiles_alone) {
    Stage stage;
    const auto draw = [&](ImU32 colour) {
        stage.scene.clear();
        stage.scene.solid({0, 0, 400, 300}, kWhite);
        stage.scene.solid({200, 100, 10, 10}, colour);
    };
    draw(kRed);
    stage.render();
    draw(kBlue);
    const auto changed = stage.render();
    ASSERT_EQ(changed.size(), 1U);
    EXPECT_LE(area(changed), 2 * 128 * 64);
    EXPECT_EQ(stage.picture.at(205, 105), 0x0000FFU);
}

TEST(Renderer, picture_larger_than_a_tile_is_repainted_when_it_moves) {
    Stage stage;
    std::vector<std::uint8_t> coverage(400 * 400);
    for (std::size_t i = 0; i < coverage.size(); ++i) coverage[i] = std::uint8_t(i * i / 7);
    const auto* entry = stage.atlas.add_mask(9, 400, 400, coverage);
    ASSERT_NE(entry, nullptr);
    for (const int y : {-40, -43}) {
        stage.scene.clear();
        stage.scene.solid({0, 0, 400, 300}, kWhite);
        stage.scene.entry(*entry, 0, y, kRed);
        stage.render();
    }
    Picture anew(400, 300);
    Renderer(stage.atlas, stage.images)
        .render(stage.scene.data(), anew.view(), Repaint::everything);
    EXPECT_EQ(stage.picture.pixels, anew.pixels);
}

TEST(Renderer, quad_that_went_away_is_painted_over) {
    Stage stage;
    stage.scene.solid({0, 0, 400, 300}, kWhite);
    stage.scene.solid({200, 100, 10, 10}, kRed);
    stage.render();
    stage.scene.clear();
    stage.scene.solid({0, 0, 400, 300}, kWhite);
    EXPECT_FALSE(stage.render().empty());
    EXPECT_EQ(stage.picture.at(205, 105), 0xFFFFFFU);
}

TEST(Renderer, new_glyph_in_the_same_page_leaves_other_tiles_alone) {
    Stage stage;
    const auto draw = [&](bool more) {
        stage.scene.clear();
        stage.scene.solid({0, 0, 400, 300}, kWhite);
        stage.scene.entry(letter(stage.atlas, 1), 10, 10, kRed);
        if (more) stage.scene.entry(letter(stage.atlas, 2), 300, 250, kRed);
    };
    draw(false);
    stage.render();
    draw(true);
    for (const auto& rect : stage.render()) EXPECT_GT(rect.y, 200);
}

TEST(Renderer, hidden_quad_may_change_without_a_repaint) {
    Stage stage;
    const auto draw = [&](ImU32 hidden) {
        stage.scene.clear();
        stage.scene.solid({0, 0, 400, 300}, kWhite);
        stage.scene.solid({10, 10, 20, 20}, hidden);
        stage.scene.solid({0, 0, 400, 300}, kBlue);
    };
    draw(kRed);
    stage.render();
    draw(IM_COL32_BLACK);
    EXPECT_TRUE(stage.render().empty());
}

TEST(Renderer, eviction_in_the_atlas_repaints_everything) {
    Stage stage(400, 300, {.page_px = 64, .max_pages = 1});
    const auto draw = [&](std::uint64_t key) {
        stage.atlas.begin_frame();
        stage.scene.clear();
        stage.scene.solid({0, 0, 400, 300}, kWhite);
        const std::vector<std::uint8_t> coverage(60 * 60, key == 1 ? 255 : 100);
        const auto* entry = stage.atlas.add_mask(key, 60, 60, coverage);
        ASSERT_NE(entry, nullptr);
        stage.scene.entry(*entry, 100, 100, IM_COL32_BLACK);
    };
    draw(1);
    stage.render();
    EXPECT_EQ(stage.picture.at(120, 120), 0U);
    const auto before = stage.atlas.evictions();
    draw(2);
    ASSERT_GT(stage.atlas.evictions(), before);
    EXPECT_EQ(area(stage.render()), 400 * 300);
    EXPECT_NEAR(int(stage.picture.at(120, 120) & 0xFF), 155, 1);
}

TEST(Renderer, target_of_another_size_is_repainted_whole) {
    Stage stage;
    stage.scene.solid({0, 0, 400, 300}, kWhite);
    stage.render();
    Picture small(200, 100);
    EXPECT_EQ(area(stage.renderer.render(stage.scene.data(), small.view(), Repaint::damage)),
              200 * 100);
    EXPECT_EQ(small.at(199, 99), 0xFFFFFFU);
}

TEST(Renderer, many_changes_come_as_few_rectangles) {
    Stage stage(1000, 1000);
    const auto draw = [&](ImU32 colour) {
        stage.scene.clear();
        stage.scene.solid({0, 0, 1000, 1000}, kWhite);
        for (int i = 0; i < 60; ++i)
            stage.scene.solid({(i * 397) % 990, (i * 613) % 990, 4, 4}, colour);
    };
    draw(kRed);
    stage.render();
    draw(kBlue);
    const auto changed = stage.render();
    EXPECT_LE(changed.size(), 8U);
    EXPECT_FALSE(changed.empty());
    for (int i = 0; i < 60; ++i)
        EXPECT_EQ(stage.picture.at((i * 397) % 990, (i * 613) % 990), 255U);
}

TEST(Renderer, loading_image_draws_nothing_and_a_ready_one_appears) {
    Stage stage;
    const auto path = written("a.svg",
                              "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'>"
                              "<rect width='40' height='40' fill='#00ff00'/></svg>");
    const int id = stage.images.request({path, 40, 40});
    const auto draw = [&] {
        stage.scene.clear();
        stage.scene.solid({0, 0, 400, 300}, kWhite);
        stage.scene.image(id, {100, 100, 40, 40});
    };
    draw();
    stage.render();
    EXPECT_EQ(stage.picture.at(120, 120), 0xFFFFFFU);
    stage.images.wait_until_idle();
    ASSERT_TRUE(stage.images.take_in());
    draw();
    EXPECT_FALSE(stage.render().empty());
    EXPECT_EQ(stage.picture.at(100, 100), 0x00FF00U);
    EXPECT_EQ(stage.picture.at(139, 139), 0x00FF00U);
    EXPECT_EQ(stage.picture.at(140, 139), 0xFFFFFFU);
}

TEST(Renderer, scaled_and_faded_image_keeps_its_place) {
    Stage stage;
    const auto path = written("a.svg",
                              "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'>"
                              "<rect width='40' height='40' fill='#000'/></svg>");
    const int id = stage.images.request({path, 40, 40});
    stage.images.wait_until_idle();
    stage.images.take_in();
    stage.scene.solid({0, 0, 400, 300}, kWhite);
    stage.scene.image(id, {100, 100, 80, 60}, IM_COL32(255, 255, 255, 128));
    stage.render();
    EXPECT_NEAR(int(stage.picture.at(100, 100) & 0xFF), 127, 2);
    EXPECT_NEAR(int(stage.picture.at(179, 159) & 0xFF), 127, 2);
    EXPECT_EQ(stage.picture.at(180, 159), 0xFFFFFFU);
}

TEST(Renderer, nothing_is_moved_in_from_beyond_the_edge) {
    Stage stage(400, 600);
    for (const auto& [dx, dy] : {std::pair{40, 0}, {-40, 0}, {0, 20}, {0, -20}}) {
        for (const int step : {1, 2}) {
            stage.scene.clear();
            for (int i = 0; i < 400; ++i)
                stage.scene.solid(
                    {100 + i % 20 * 10 + step * dx, 40 + i / 20 * 28 + step * dy, 7, 9},
                    IM_COL32(i % 256, 255 - i % 256, i / 2, 255));
            stage.scene.solid({step * dx, step * dy, 5, 600}, kRed);
            stage.scene.solid({395 + step * dx, step * dy, 5, 600}, kRed);
            stage.render();
            Picture anew(400, 600);
            Renderer(stage.atlas, stage.images)
                .render(stage.scene.data(), anew.view(), Repaint::everything);
            ASSERT_EQ(stage.picture.pixels, anew.pixels) << dx << ' ' << dy << ' ' << step;
        }
        EXPECT_GT(stage.renderer.stats().moved, 0);
    }
}

TEST(Renderer, scrolled_text_is_moved_rather_than_repainted) {
    Stage stage(400, 600);
    const auto draw = [&](int scroll) {
        stage.scene.clear();
        stage.scene.solid({0, 0, 400, 600}, kWhite);
        stage.scene.clip({0, 50, 400, 500});
        for (int line = 0; line < 60; ++line) text_line(stage, 10, 60 + line * 30 - scroll, line);
        stage.scene.clip({0, 0, 400, 600});
        stage.scene.solid({0, 0, 400, 50}, kBlue);
        stage.scene.solid({0, 550, 400, 50}, kBlue);
    };
    draw(0);
    stage.render();
    draw(13);
    stage.render();
    EXPECT_GT(stage.renderer.stats().moved, 3 * stage.renderer.stats().repainted);
    Picture anew(400, 600);
    Renderer(stage.atlas, stage.images)
        .render(stage.scene.data(), anew.view(), Repaint::everything);
    EXPECT_EQ(stage.picture.pixels, anew.pixels);
}

}  // namespace candor::paint
