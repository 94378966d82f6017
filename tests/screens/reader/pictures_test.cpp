#include <gtest/gtest.h>

#include <set>

#include "control_scenes.h"
#include "scenes.h"
#include "stage.h"

namespace candor::screens {
namespace {

/// A display, and what became of the pictures that were asked for on it.
struct Gallery {
    Stage stage{1080, 1920, decoder()};
    int looks = 0;

    std::set<std::string> faults() {
        stage.images.wait_until_idle();
        // Ids count up: a picture that nobody asked for yet gets the next one.
        const int next =
            stage.images.request({source_folder() / "assets/icons/check.svg", 8, 8 + looks++,
                                  paint::Fit::contain, paint::Channels::coverage, 0});
        std::set<std::string> out;
        for (int image = 0; image < next; ++image)
            if (const base::Fault* fault = stage.images.fault(image))
                out.insert(fault->where + ": " + fault->detail);
        return out;
    }
};

void look_at_all(const std::shared_ptr<const Catalog>& catalog, const std::vector<Scene>& scenes) {
    Gallery gallery;
    Stage& stage = gallery.stage;
    for (const Scene& scene : scenes) {
        Visitor visitor(catalog);
        scene.prepare(visitor);
        stage.ui.forget_visit();
        for (int part = 0; part < 12; ++part) {
            stage.ui.scrolls().jump("main", 600.0F * static_cast<float>(part));
            stage.draw(visitor.state);
            stage.draw(visitor.state);
        }
        EXPECT_EQ(gallery.faults(), std::set<std::string>{}) << scene.name;
        if (testing::Test::HasFailure()) return;
    }
}

TEST(Pictures, every_picture_and_icon_of_every_screen_can_be_read) {
    look_at_all(shipped_catalog(), every_scene(*shipped_catalog()));
}

TEST(Pictures, every_picture_and_icon_of_every_control_can_be_read) {
    look_at_all(controls_catalog(), control_scenes());
}

TEST(Pictures, picture_that_cannot_be_read_is_a_fault_that_names_it) {
    Gallery gallery;
    Stage& stage = gallery.stage;
    Visitor visitor(shipped_catalog());
    stage.draw(visitor.state);
    stage.images.request(
        {"/nonexistent/picture.svg", 10, 10, paint::Fit::contain, paint::Channels::colour, 0});
    const auto found = gallery.faults();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found.begin()->find("/nonexistent/picture.svg"), std::string::npos);
}

}  // namespace
}  // namespace candor::screens
