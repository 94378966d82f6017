#pragma once
#include "ui/stage.h"

namespace candor::loop {

/// So often a frame is drawn at the most: what was asked for by then may wait for the next one.
inline constexpr int kMaxRounds = 4;

/// Draws a frame and carries out what the person asked for on it, and draws anew until nothing is
/// asked for any more, so that what is shown is what became of it. `frame()` is asked for each
/// round, `draw(ui, intents)` collects, `apply(intent)` carries one out.
template <typename Intents, typename FrameOf, typename Draw, typename Apply>
void draw_in_rounds(ui::Stage& stage, const FrameOf& frame, const Draw& draw, const Apply& apply) {
    for (int round = 0; round < kMaxRounds; ++round) {
        Intents intents;
        stage.draw(frame(), [&](ui::Ui& ui) { draw(ui, intents); });
        if (intents.empty()) return;
        for (const auto& intent : intents) apply(intent);
    }
}

}  // namespace candor::loop
