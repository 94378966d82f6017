// How long a frame takes: the whole page, a page that scrolls, and one pressed button.
#include <benchmark/benchmark.h>

#include <cstdlib>

#include "paint/image_store.h"
#include "paint/renderer.h"
#include "scene.h"

namespace candor::paint {
namespace {

constexpr int kWidth = 1080, kHeight = 1920;
constexpr ImU32 kPaper = IM_COL32(0xF7, 0xF4, 0xEE, 255), kInk = IM_COL32(0x1D, 0x2B, 0x2E, 255);
constexpr ImU32 kTeal = IM_COL32(0x0E, 0x5E, 0x5B, 255), kShade = IM_COL32(0x1D, 0x2B, 0x2E, 20);

// A reader's page of the size that the first panel shows: about 1,300 glyphs, cards with shadows,
// a header and a footer that stay.
class Page {
  public:
    Page()
        : fonts_(text::Fonts::create().value()),
          atlas_(*fonts_),
          images_("", [] {}),
          renderer_(atlas_, images_),
          scene_(atlas_, kWidth, kHeight),
          picture_(kWidth, kHeight) {}

    std::size_t frame(int scroll, bool pressed, Repaint repaint) {
        draw(scroll, pressed);
        return renderer_.render(scene_.data(), picture_.view(), repaint).size();
    }
    void draw(int scroll, bool pressed);
    Renderer& renderer() { return renderer_; }
    Scene& scene() { return scene_; }
    Picture& picture() { return picture_; }

  private:
    text::AtlasEntry letter(int number);
    void line(int x, int y, int number, int glyphs);

    std::unique_ptr<text::Fonts> fonts_;
    text::GlyphAtlas atlas_;
    ImageStore images_;
    Renderer renderer_;
    Scene scene_;
    Picture picture_;
};

// Letters differ by size and by quarter-pixel position: some 200 masks, as a page's text has.
text::AtlasEntry Page::letter(int number) {
    const auto key = std::uint64_t(number % 200);
    if (const auto* found = atlas_.find_mask(key)) return *found;
    const int w = 14 + number % 12, h = 20 + number % 10;
    std::vector<std::uint8_t> coverage(std::size_t(w * h));
    for (std::size_t i = 0; i < coverage.size(); ++i)
        coverage[i] = std::uint8_t(i * 7 % 5 == 0 ? i * 37 + key : i % 3 ? 0 : 255);
    return *atlas_.add_mask(key, w, h, coverage);
}

void Page::line(int x, int y, int number, int glyphs) {
    if (y < -40 || y > kHeight) return;
    for (int i = 0; i < glyphs; ++i) {
        const auto entry = letter(number * 31 + i * i * 7 + i);
        scene_.entry(entry, x + i * 21, y + 30 - entry.h, kInk);
    }
}

void Page::draw(int scroll, bool pressed) {
    scene_.clear();
    scene_.solid({0, 0, kWidth, kHeight}, kPaper);
    scene_.clip({0, 140, kWidth, kHeight - 340});
    for (int card = 0; card < 12; ++card) {
        const base::IntRect box{56, 180 + card * 560 - scroll, 968, 520};
        if (box.y > kHeight || box.y + box.h < 0) continue;
        scene_.nine_slice(shadow(atlas_, 36, 24), {box.x, box.y + 8, box.w, box.h}, kShade);
        scene_.nine_slice(rounded(atlas_, 36), box, IM_COL32_WHITE);
        for (int i = 0; i < 8; ++i) line(box.x + 40, box.y + 32 + i * 58, card * 8 + i, 42);
    }
    scene_.clip({0, 0, kWidth, kHeight});
    scene_.entry(fade(atlas_, 40, FadeTo::bottom), {0, 140, kWidth, 40}, kPaper);
    line(56, 60, 1000, 30);
    scene_.nine_slice(rounded(atlas_, 48), {560, kHeight - 150, 464, 110}, pressed ? kInk : kTeal);
    line(56, kHeight - 110, 1001, 20);
}

void Building(benchmark::State& state) {
    Page page;
    for (auto _ : state) page.draw(0, false);
    state.counters["glyphs"] = page.scene().data().TotalVtxCount / 4;
}
BENCHMARK(Building)->Unit(benchmark::kMicrosecond);

void Everything(benchmark::State& state) {
    Page page;
    page.draw(0, false);
    for (auto _ : state)
        benchmark::DoNotOptimize(page.renderer().render(page.scene().data(), page.picture().view(),
                                                        Repaint::everything));
}
BENCHMARK(Everything)->Unit(benchmark::kMicrosecond);

void Unchanged(benchmark::State& state) {
    Page page;
    page.frame(0, false, Repaint::everything);
    for (auto _ : state)
        benchmark::DoNotOptimize(
            page.renderer().render(page.scene().data(), page.picture().view(), Repaint::damage));
}
BENCHMARK(Unchanged)->Unit(benchmark::kMicrosecond);

void Scrolling(benchmark::State& state) {
    Page page;
    page.frame(0, false, Repaint::everything);
    int scroll = 0;
    double repainted = 0, moved = 0;
    for (auto _ : state) {
        state.PauseTiming();
        scroll = (scroll + int(state.range(0))) % 4000;
        page.draw(scroll, false);
        state.ResumeTiming();
        benchmark::DoNotOptimize(
            page.renderer().render(page.scene().data(), page.picture().view(), Repaint::damage));
        repainted += page.renderer().stats().repainted;
        moved += page.renderer().stats().moved;
    }
    state.counters["repainted"] = repainted / double(state.iterations());
    state.counters["moved"] = moved / double(state.iterations());
}
BENCHMARK(Scrolling)->Arg(3)->Arg(17)->Arg(60)->Unit(benchmark::kMicrosecond);

void PressedButton(benchmark::State& state) {
    Page page;
    page.frame(0, false, Repaint::everything);
    bool pressed = false;
    for (auto _ : state) {
        state.PauseTiming();
        page.draw(0, pressed = !pressed);
        state.ResumeTiming();
        benchmark::DoNotOptimize(
            page.renderer().render(page.scene().data(), page.picture().view(), Repaint::damage));
    }
}
BENCHMARK(PressedButton)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace candor::paint

BENCHMARK_MAIN();
