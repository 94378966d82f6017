// How long a frame takes: the whole page, a page that scrolls, and one pressed button.
#include <benchmark/benchmark.h>

#include <cmath>

#include "paint/image_store.h"
#include "paint/renderer.h"
#include "scene.h"
#include "text/shaper.h"

namespace candor::paint {
namespace {

constexpr int kWidth = 1080, kHeight = 1920;
constexpr ImU32 kPaper = IM_COL32(0xF7, 0xF4, 0xEE, 255), kInk = IM_COL32(0x1D, 0x2B, 0x2E, 255);
constexpr ImU32 kTeal = IM_COL32(0x0E, 0x5E, 0x5B, 255), kShade = IM_COL32(0x1D, 0x2B, 0x2E, 20);

constexpr const char* kBody =
    "The card holds about as many words as one screen of the reader does, so that the figures "
    "below "
    "speak of a page as people see it: long lines of running text, set at the size that is read "
    "from an arm's length away, with a headline above and a button beneath. Every letter is a quad "
    "of its own, placed to a quarter of a pixel, and cut from the atlas that all pages share. "
    "Scrolling moves them all at once by whole pixels, under a header that stays where it is.";

// A reader's page of the size that the first panel shows: about 1,300 glyphs, cards with shadows,
// a header and a footer that stay.
class Page {
  public:
    Page()
        : fonts_(text::Fonts::create().value()),
          shaper_(*fonts_),
          atlas_(*fonts_),
          images_("", [] {}),
          renderer_(atlas_, images_),
          scene_(atlas_, kWidth, kHeight),
          picture_(kWidth, kHeight),
          body_(shaped(38, kBody)),
          title_(shaped(48, "A headline over the page that stays")) {}

    std::size_t frame(int scroll, bool pressed, Repaint repaint) {
        draw(scroll, pressed);
        return renderer_.render(scene_.data(), picture_.view(), repaint).size();
    }
    void draw(int scroll, bool pressed);
    Renderer& renderer() { return renderer_; }
    Scene& scene() { return scene_; }
    Picture& picture() { return picture_; }

  private:
    text::Paragraph shaped(float size_px, const char* words);
    void text(const text::Paragraph& paragraph, int x, int y);

    std::unique_ptr<text::Fonts> fonts_;
    text::Shaper shaper_;
    text::GlyphAtlas atlas_;
    ImageStore images_;
    Renderer renderer_;
    Scene scene_;
    Picture picture_;
    text::Paragraph body_, title_;
};

text::Paragraph Page::shaped(float size_px, const char* words) {
    text::ParagraphSpec spec;
    spec.spans.push_back({words, {}, -1, {}});
    spec.spans[0].style.size_px = size_px;
    spec.width_px = 888;
    spec.language = "en";
    return shaper_.shape(spec);
}

void Page::text(const text::Paragraph& paragraph, int x, int y) {
    for (const text::Glyph& glyph : paragraph.glyphs()) {
        const int baseline = y + int(std::lround(glyph.y));
        if (baseline < -60 || baseline > kHeight + 60) continue;
        const float pen = float(x) + glyph.x + 0.125F;
        const int whole = int(std::floor(pen)), quarter = int((pen - float(whole)) * 4);
        if (const auto* entry = atlas_.glyph(glyph.font, glyph.index, quarter))
            scene_.entry(*entry, whole + entry->left, baseline + entry->top, kInk);
    }
}

void Page::draw(int scroll, bool pressed) {
    atlas_.begin_frame();
    scene_.clear();
    scene_.solid({0, 0, kWidth, kHeight}, kPaper);
    scene_.clip({0, 140, kWidth, kHeight - 340});
    for (int card = 0; card < 12; ++card) {
        const base::IntRect box{56, 180 + card * 560 - scroll, 968, 520};
        if (box.y > kHeight || box.y + box.h < 0) continue;
        scene_.nine_slice(shadow(atlas_, 36, 24), {box.x, box.y + 8, box.w, box.h}, kShade);
        scene_.nine_slice(rounded(atlas_, 36), box, IM_COL32_WHITE);
        text(body_, box.x + 40, box.y + 32);
    }
    scene_.clip({0, 0, kWidth, kHeight});
    scene_.entry(fade(atlas_, 40, FadeTo::bottom), {0, 140, kWidth, 40}, kPaper);
    text(title_, 56, 40);
    scene_.nine_slice(rounded(atlas_, 48), {560, kHeight - 150, 464, 110}, pressed ? kInk : kTeal);
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
