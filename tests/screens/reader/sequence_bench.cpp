#include <benchmark/benchmark.h>

#include <vector>

#include "catalogs.h"
#include "screens/frame/apply.h"
#include "screens/frame/screens.h"
#include "screens/reader/playback.h"
#include "ui/stage.h"
#include "visitor.h"

// A frame of a sequence while it moves, from the state to the panel's pixels. At 60 frames a second
// 2.5 ms of a processor are 15 % of a core.

namespace candor::screens {
namespace {

constexpr int kWidth = 1080, kHeight = 1920;
constexpr std::int64_t kFrameMs = 17;

struct Place {
    const char *pack, *page;
};
constexpr Place kPlaces[] = {{"why", "020-what-is-normal"},
                             {"prp", "020-how-it-is-given"},
                             {"stem-cells", "025-from-sample-to-syringe"},
                             {"procedure", "049-how-hair-is-moved"}};

/// The reader at a page, and its sequence.
struct Playing {
    explicit Playing(const Place& place) : visitor(shipped_catalog()) {
        ui::Stage::Setup setup;
        setup.assets = source_folder() / "assets";
        setup.decoder = CANDOR_BINARY_DIR "/bin/candor-decode";
        stage = ui::Stage::create(setup, [] {}).value();
        visitor.asks(Start{}).asks(OpenPlace{{place.pack, place.page, 0, -1}});
        const auto& blocks = visitor.state.current_page()->blocks;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            sequence = std::get_if<pack::Sequence>(&blocks[i].body);
            if (sequence == nullptr) continue;
            id = std::string(place.pack) + "/" + place.page + "/" + std::to_string(i);
            break;
        }
        frame();
        stage->wait_for_pictures();
        stage->take_pictures();
        frame();
    }
    void frame() {
        ui::Frame at{kWidth, kHeight, now_ms, ui::TextSize::normal, &visitor.state.strings()};
        Intents intents;
        stage->draw(at, [&](ui::Ui& ui) { screens::draw(visitor.state, ui, intents); });
        stage->paint({pixels.data(), kWidth, kHeight, kWidth}, paint::Repaint::damage);
    }
    void play() { visitor.asks(PlaySequence{{id, 0, Timing(*sequence).end(), now_ms}}); }

    Visitor visitor;
    std::unique_ptr<ui::Stage> stage;
    const pack::Sequence* sequence = nullptr;
    std::string id;
    std::int64_t now_ms = 1'000;
    std::vector<std::uint32_t> pixels = std::vector<std::uint32_t>(kWidth * kHeight);
};

void frame_that_moves(benchmark::State& state) {
    Playing playing(kPlaces[state.range(0)]);
    state.SetLabel(playing.sequence->id);
    playing.play();
    for (auto _ : state) {
        playing.frame();
        playing.now_ms += kFrameMs;
        // Rests are passed over: no frame is drawn in them.
        if (const auto rest = playing.stage->ui().next_deadline_ms())
            playing.now_ms = std::max(playing.now_ms, *rest);
        if (!playing.stage->ui().animating() && !playing.stage->ui().next_deadline_ms())
            playing.play();
    }
}
BENCHMARK(frame_that_moves)->DenseRange(0, 3)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace candor::screens

BENCHMARK_MAIN();
