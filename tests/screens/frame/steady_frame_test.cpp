#include <gtest/gtest.h>

#include "control_scenes.h"
#include "paint/masks.h"
#include "scenes.h"
#include "stage.h"

// A finger that drags asks for sixty frames a second, of which most are like the one before.

namespace candor::screens {
namespace {

struct Glass {
    int width, height;
};

class SteadyFrames : public testing::TestWithParam<Glass> {
  protected:
    /// Pictures that cannot be had make other frames of some of them, whenever that is found out.
    bool comes_to_rest(const State& state) {
        for (int i = 0; i < 10; ++i) {
            const std::uint64_t before = stage.shaper().laid_out();
            const std::uint64_t masks = paint::masks_made();
            stage.draw(state);
            if (stage.shaper().laid_out() == before && paint::masks_made() == masks) return true;
        }
        return false;
    }
    void expect_steady(const std::shared_ptr<const Catalog>& catalog,
                       const std::vector<Scene>& scenes) {
        const auto index = pack::SearchIndex::open({}, catalog->library).value();
        for (const Scene& scene : scenes) {
            Visitor visitor(catalog);
            visitor.services.index = index.get();
            scene.prepare(visitor);
            EXPECT_TRUE(comes_to_rest(visitor.state)) << scene.name;
        }
    }

    Stage stage{GetParam().width, GetParam().height, "/nonexistent/decoder"};
};

TEST_P(SteadyFrames, lay_out_no_text_and_make_no_mask_that_the_last_frame_had) {
    expect_steady(shipped_catalog(), every_scene(*shipped_catalog()));
    expect_steady(controls_catalog(), control_scenes());
}

INSTANTIATE_TEST_SUITE_P(Displays, SteadyFrames,
                         testing::Values(Glass{1080, 1920}, Glass{1366, 768}, Glass{3840, 2160}));

}  // namespace
}  // namespace candor::screens
