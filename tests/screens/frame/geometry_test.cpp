#include <gtest/gtest.h>

#include <tuple>

#include "control_scenes.h"
#include "layout_check.h"

namespace candor::screens {
namespace {

struct Display {
    int width, height;
    ui::TextSize text_size;
    const char* language = "en";
};

std::string name_of_display(const testing::TestParamInfo<Display>& info) {
    constexpr const char* kSizes[] = {"normal", "large", "larger", "largest"};
    return std::to_string(info.param.width) + "x" + std::to_string(info.param.height) + "_" +
           kSizes[static_cast<int>(info.param.text_size)] + "_" + info.param.language;
}

std::vector<Display> displays() {
    std::vector<Display> all;
    for (const auto& [w, h] :
         {std::pair{1080, 1920}, {1920, 1080}, {720, 1280}, {800, 1280}, {480, 800}})
        for (const auto size : {ui::TextSize::normal, ui::TextSize::larger, ui::TextSize::largest})
            all.push_back({w, h, size});
    all.push_back({1366, 768, ui::TextSize::normal});
    all.push_back({1280, 800, ui::TextSize::largest});
    for (const char* language : {"ar", "de", "es", "tr"}) {
        all.push_back({1080, 1920, ui::TextSize::normal, language});
        all.push_back({1920, 1080, ui::TextSize::large, language});
        all.push_back({720, 1280, ui::TextSize::largest, language});
    }
    return all;
}

void expect_none(const Scene& scene, const Complaints& complaints) {
    for (const Complaint& complaint : complaints)
        ADD_FAILURE() << scene.name << ": " << complaint.words;
}

class Geometry : public testing::TestWithParam<Display> {
  protected:
    /// What holds of every scene of a catalogue on this display.
    void check_scenes(const std::shared_ptr<const Catalog>& catalog,
                      const std::vector<Scene>& scenes) {
        const auto index = pack::SearchIndex::open({}, catalog->library).value();
        for (const Scene& scene : scenes) {
            Visitor visitor(catalog);
            visitor.services.index = index.get();
            visitor.asks(SetLanguage{GetParam().language}).asks(SetTextSize{GetParam().text_size});
            scene.prepare(visitor);
            expect_none(scene, check_.check(scene, visitor.state));
        }
    }

    LayoutCheck check_{GetParam().width, GetParam().height};
};

TEST_P(Geometry, every_target_is_large_enough_apart_and_within_reach) {
    check_scenes(shipped_catalog(), every_scene(*shipped_catalog()));
}

TEST_P(Geometry, every_control_of_the_self_check_is_large_enough_apart_and_within_reach) {
    check_scenes(controls_catalog(), control_scenes());
}

/// How many screens a page's body has on a display.
float screens_of(Stage& stage, const State& state) {
    stage.ui.forget_visit();
    for (int frame = 0; frame < 3; ++frame) stage.draw(state);
    const auto extent = stage.ui.scrolls().extent("main");
    return 1 + (extent.above + extent.below) / extent.viewport.h;
}

TEST(Landscape, what_fits_upright_fits_two_screens_of_a_wide_display) {
    Stage upright(1080, 1920, "/nonexistent/decoder");
    for (const auto& [w, h] : {std::pair{1920, 1080}, {1366, 768}, {1280, 800}}) {
        Stage wide(w, h, "/nonexistent/decoder");
        for (const auto& pack : shipped_catalog()->library->packs) {
            for (const auto& page : pack.pages_in("en")) {
                Visitor visitor(shipped_catalog());
                visitor.asks(OpenPlace{{pack.id, page.id, 0, -1}});
                if (screens_of(upright, visitor.state) > 1.01F) continue;
                EXPECT_LE(screens_of(wide, visitor.state), 2.0F)
                    << pack.id << "/" << page.id << " on " << w << "x" << h;
            }
        }
    }
}

TEST(Attract, panel_has_room_in_each_language_and_size_on_the_smallest_displays) {
    for (const auto& [w, h] : {std::pair{1366, 768}, {1280, 800}, {800, 1280}, {480, 800}}) {
        LayoutCheck check(w, h);
        for (const char* language : {"en", "ar", "de", "es", "tr"}) {
            for (const auto size : {ui::TextSize::large, ui::TextSize::largest}) {
                for (int slide = 0; slide < kSlides; ++slide) {
                    Visitor visitor(shipped_catalog());
                    visitor.asks(SetLanguage{language}).asks(SetTextSize{size});
                    visitor.asks(ShowSlide{slide});
                    const Scene scene{std::to_string(w) + " " + language, [](Visitor&) {}};
                    expect_none(scene, check.check(scene, visitor.state));
                }
            }
        }
    }
}

TEST(Landscape, picture_stands_beside_its_text) {
    Stage stage(1920, 1080, "/nonexistent/decoder");
    Visitor visitor(shipped_catalog());
    visitor.asks(OpenPlace{{"why", "010-first-find-out-why", 0, -1}});
    stage.draw(visitor.state);
    const ui::Node *picture = nullptr, *heading = nullptr;
    for (const ui::Node& node : stage.tree().nodes) {
        if (node.role == ui::Role::img && picture == nullptr) picture = &node;
        if (node.role == ui::Role::heading && heading == nullptr) heading = &node;
    }
    ASSERT_TRUE(picture != nullptr && heading != nullptr);
    EXPECT_LT(heading->rect.x, picture->rect.x) << "the page starts where all pages start";
    EXPECT_GE(picture->rect.x, 960);
    EXPECT_LT(picture->rect.y, heading->rect.bottom());
}

TEST(Landscape, question_stands_beside_its_answers) {
    Stage stage(1920, 1080, "/nonexistent/decoder");
    Visitor visitor(shipped_catalog());
    visitor.asks(BeginSelfCheck{});
    stage.draw(visitor.state);
    const ui::Node* question = stage.tree().find(ui::Role::heading, "How old are you?");
    ASSERT_NE(question, nullptr);
    for (const ui::Node* answer : stage.choices()) {
        EXPECT_GT(answer->rect.x, question->rect.right());
        EXPECT_LT(answer->rect.bottom(), 1080);
    }
}

TEST(Reach, brings_all_that_is_touched_down_on_each_screen_and_sheet) {
    for (const auto& [w, h, share] : {std::tuple{1080, 1920, 0.5F}, {1920, 1080, 0.2F}}) {
        LayoutCheck check(w, h);
        for (const Scene& scene : every_scene(*shipped_catalog())) {
            Visitor visitor(shipped_catalog());
            scene.prepare(visitor);
            if (visitor.state.visit.screen == Screen::attract) continue;
            visitor.asks(BringDown{true});
            const float top = static_cast<float>(h) * share;
            expect_none(scene, check.check_reach(visitor.state, top));
        }
    }
}

TEST(Reach, follows_how_the_screen_stands) {
    Visitor visitor(shipped_catalog());
    EXPECT_EQ(lowered_share(visitor.state, 1080, 1920), 0);
    visitor.asks(BringDown{true});
    EXPECT_FLOAT_EQ(lowered_share(visitor.state, 1080, 1920), 0.5F);
    visitor.asks(OpenRequest{})
        .asks(FocusField{Field::phone, 0})
        .asks(SetTextSize{ui::TextSize::larger});
    EXPECT_LT(lowered_share(visitor.state, 800, 1280), 0.4F) << "keys, field and bar have room";
    EXPECT_GT(lowered_share(visitor.state, 800, 1280), 0.2F);
    visitor.asks(FocusField{});
    auto catalog = std::make_shared<Catalog>(*visitor.state.catalog);
    catalog->around.stand = {500, 1000, 1220};
    visitor.state.catalog = catalog;
    EXPECT_FLOAT_EQ(lowered_share(visitor.state, 1080, 1920), 0.56F);
}

INSTANTIATE_TEST_SUITE_P(Displays, Geometry, testing::ValuesIn(displays()), name_of_display);

}  // namespace
}  // namespace candor::screens
