#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <variant>

#include "control_scenes.h"
#include "scenes.h"
#include "stage.h"

namespace candor::screens {
namespace {

using ui::Node;
using ui::Role;

constexpr float kHair = 2;

bool touchable(const Node& node) { return node.actions != ui::kNoAction; }

/// Names of the citations, terms and links that stand in the midst of text: a finger's reach
/// around them lies over their neighbours on purpose, and the exact rectangle is drawn.
class InlineNames {
  public:
    explicit InlineNames(const Catalog& catalog) {
        for (const pack::Pack& pack : catalog.library->packs) {
            for (const auto& [_, strings] : catalog.strings)
                for (std::size_t i = 1; i <= pack.sources.size(); ++i)
                    names_.insert(strings("reader.source-number", {{"n", std::to_string(i)}}));
            for (const auto& [_, pages] : pack.pages)
                for (const pack::Page& page : pages)
                    for (const pack::Block& block : page.blocks)
                        std::visit([this](const auto& body) { add(body); }, block.body);
        }
    }
    bool has(const Node& node) const { return names_.count(node.name) > 0; }

  private:
    void add(const pack::RichText& text) {
        for (const pack::Run& run : text)
            if (run.link != pack::LinkKind::none && !run.text.empty()) names_.insert(run.text);
    }
    void add(const pack::Heading& b) { add(b.text); }
    void add(const pack::Prose& b) { add(b.text); }
    void add(const pack::List& b) {
        for (const auto& item : b.items) add(item.text);
    }
    void add(const pack::Table& b) {
        for (const auto& cell : b.header) add(cell);
        for (const auto& row : b.rows)
            for (const auto& cell : row) add(cell);
    }
    void add(const pack::Figure&) {}
    void add(const pack::Alert& b) {
        for (const auto& text : b.paragraphs) add(text);
    }
    void add(const pack::Steps& b) {
        for (const auto& step : b.steps) add(step.text);
    }
    void add(const pack::Compare& b) {
        for (const auto& row : b.rows)
            for (const auto& cell : row.cells) add(cell);
    }
    void add(const pack::Timeline& b) {
        for (const auto& entry : b.entries) add(entry.text);
    }
    void add(const pack::IconArray& b) { add(b.note); }
    void add(const pack::Density& b) { add(b.note); }
    void add(const pack::QuickCheck& b) {
        for (const auto& choice : b.choices) add(choice.feedback);
    }
    void add(const pack::AskList& b) {
        for (const auto& item : b.items) add(item.text);
    }
    void add(const pack::Faq& b) {
        for (const auto& item : b.items) add(item.answer);
    }
    void add(const pack::Options& b) {
        for (const auto& option : b.options)
            for (const auto& cell : option.cells) add(cell.text);
    }
    void add(const pack::Course& b) {
        for (const auto& day : b.days) add(day.usual), add(day.rate), add(day.care);
        for (const auto& sign : b.call_now) add(sign);
        add(b.call_note);
    }
    void add(const pack::Sequence& b) {
        for (const auto& key : b.keys) add(key.caption);
    }
    std::set<std::string> names_;
};

std::string described(const Node& node) {
    ui::Tree tree;
    tree.nodes = {node};
    const std::string text = ui::to_text(tree, ui::Rects::with);
    return text.substr(text.find('\n') + 1);
}

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

class Geometry : public testing::TestWithParam<Display> {
  protected:
    // The pictures themselves change nothing about where things are.
    Geometry() : stage_(GetParam().width, GetParam().height, "/nonexistent/decoder") {
        stage_.draw(Visitor(shipped_catalog()).state);  // the display's scale is known from here
    }

    /// Runs `check` on every frame of a scroll from the top to the end.
    void scroll_through(const State& state, const std::function<void(const ui::Tree&)>& check) {
        const std::string region = state.visit.sheet.kind == SheetKind::none ? "main" : "sheet";
        const float step = stage_.ui.px(state.visit.typing.field == Field::none ? 260 : 120);
        stage_.ui.forget_visit();
        stage_.draw(state);
        stage_.draw(state);  // what reveals itself has done so
        std::string last;
        for (int i = 0; i < 300; ++i) {
            // Not 0, which would reveal anew what was brought into sight.
            const float offset = std::max(0.25F, step * static_cast<float>(i));
            stage_.ui.scrolls().jump(region, offset);
            stage_.ui.scrolls().jump("asking " + state.visit.check.question, offset);
            stage_.draw(state);  // finds the end
            stage_.draw(state);
            std::string text = ui::to_text(stage_.tree(), ui::Rects::with);
            if (text == last) return;
            last = std::move(text);
            check(stage_.tree());
        }
        ADD_FAILURE() << "it never ends";
    }

    base::Rect window() const {
        return {0, 0, static_cast<float>(GetParam().width), static_cast<float>(GetParam().height)};
    }
    bool inside(const base::Rect& r) const {
        return r.x >= -0.5F && r.y >= -0.5F && r.right() <= window().w + 0.5F &&
               r.bottom() <= window().h + 0.5F;
    }
    /// Of two that lie over each other, is that so on purpose?
    bool meant(const Scene& scene, const State& state, const Node& a, const Node& b) const {
        if (scene.layered) return true;
        for (const Node* node : {&a, &b}) {
            if (state.visit.screen == Screen::attract &&
                node->name == state.strings()("attract.anywhere"))
                return true;
            if (node->role == Role::status) return true;  // the keyboard's ground
            if (inline_names_.has(*node)) return true;
        }
        return false;
    }
    void expect_apart(const Scene& scene, const State& state, const ui::Tree& tree) {
        std::vector<const Node*> seen;
        for (const Node& node : tree.nodes)
            if (touchable(node) && node.rect.intersects(window())) seen.push_back(&node);
        for (std::size_t i = 0; i < seen.size(); ++i) {
            for (std::size_t j = i + 1; j < seen.size(); ++j) {
                const base::Rect &a = seen[i]->rect, &b = seen[j]->rect;
                const float w = std::min(a.right(), b.right()) - std::max(a.x, b.x);
                const float h = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
                if (w <= kHair || h <= kHair || meant(scene, state, *seen[i], *seen[j])) continue;
                ADD_FAILURE() << scene.name << ": " << described(*seen[i]) << "lies over "
                              << described(*seen[j]);
            }
        }
    }

    void check_scenes(const std::shared_ptr<const Catalog>& catalog,
                      const std::vector<Scene>& scenes);
    void check_scene(const Scene& scene, const Visitor& visitor);

    Stage stage_;
    InlineNames inline_names_{*shipped_catalog()};
};

/// What was seen of one node while scrolling.
struct Seen {
    Node node;
    float w = 0, h = 0;
    bool whole = false;
};

/// What holds of every scene of a catalogue on this display.
void Geometry::check_scenes(const std::shared_ptr<const Catalog>& catalog,
                            const std::vector<Scene>& scenes) {
    const auto index = pack::SearchIndex::open({}, catalog->library).value();
    for (const Scene& scene : scenes) {
        Visitor visitor(catalog);
        visitor.services.index = index.get();
        visitor.asks(SetLanguage{GetParam().language}).asks(SetTextSize{GetParam().text_size});
        scene.prepare(visitor);
        check_scene(scene, visitor);
    }
}

void Geometry::check_scene(const Scene& scene, const Visitor& visitor) {
    const float least = stage_.ui.px(80);
    std::vector<Seen> all;
    scroll_through(visitor.state, [&](const ui::Tree& tree) {
        all.resize(tree.nodes.size());
        for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
            const Node& node = tree.nodes[i];
            EXPECT_EQ(node.name.find("<"), std::string::npos) << scene.name << ": " << node.name;
            EXPECT_GE(node.rect.x, -0.5F) << scene.name << ": " << described(node);
            EXPECT_LE(node.rect.right(), window().w + 0.5F)
                << scene.name << ": " << described(node);
            Seen& seen = all[i];
            seen.node = node;
            if (!node.rect.intersects(window())) continue;
            seen.w = std::max(seen.w, node.rect.w);
            seen.h = std::max(seen.h, node.rect.h);
            seen.whole |= inside(node.rect);
        }
        expect_apart(scene, visitor.state, tree);
    });
    int targets = 0;
    for (const Seen& seen : all) {
        if (!touchable(seen.node)) continue;
        ++targets;
        EXPECT_FALSE(seen.node.name.empty()) << scene.name << ": " << described(seen.node);
        EXPECT_TRUE(seen.whole) << scene.name << " never shows " << described(seen.node);
        EXPECT_GE(seen.h, least) << scene.name << ": " << described(seen.node);
        EXPECT_GE(seen.w, least) << scene.name << ": " << described(seen.node);
    }
    EXPECT_FALSE(all.empty()) << scene.name;
    EXPECT_GT(targets, 0) << scene.name;
}

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

TEST(Landscape, picture_stands_beside_its_text) {
    Stage stage(1920, 1080, "/nonexistent/decoder");
    Visitor visitor(shipped_catalog());
    visitor.asks(OpenPlace{{"why", "010-first-find-out-why", 0, -1}});
    stage.draw(visitor.state);
    const Node *picture = nullptr, *heading = nullptr;
    for (const Node& node : stage.tree().nodes) {
        if (node.role == Role::img && picture == nullptr) picture = &node;
        if (node.role == Role::heading && heading == nullptr) heading = &node;
    }
    ASSERT_TRUE(picture != nullptr && heading != nullptr);
    EXPECT_LT(picture->rect.right(), heading->rect.x);
    EXPECT_LT(picture->rect.y, heading->rect.bottom());
}

TEST(Landscape, question_stands_beside_its_answers) {
    Stage stage(1920, 1080, "/nonexistent/decoder");
    Visitor visitor(shipped_catalog());
    visitor.asks(BeginSelfCheck{});
    stage.draw(visitor.state);
    const Node* question = stage.tree().find(Role::heading, "How old are you?");
    ASSERT_NE(question, nullptr);
    for (const Node* answer : stage.choices()) {
        EXPECT_GT(answer->rect.x, question->rect.right());
        EXPECT_LT(answer->rect.bottom(), 1080);
    }
}

/// Everything that is touched stands below that share of the screen.
void expect_in_reach(Stage& stage, const Scene& scene, const Visitor& visitor, float top) {
    stage.ui.forget_visit();
    stage.draw(visitor.state);
    stage.draw(visitor.state);
    for (const Node& node : stage.tree().nodes) {
        if (touchable(node) && node.rect.y >= 0) {
            EXPECT_GE(node.rect.y, top - 1) << scene.name << ": " << described(node);
        }
    }
}

TEST(Reach, brings_all_that_is_touched_down_on_each_screen_and_sheet) {
    for (const auto& [w, h, share] : {std::tuple{1080, 1920, 0.5F}, {1920, 1080, 0.2F}}) {
        Stage stage(w, h, "/nonexistent/decoder");
        for (const Scene& scene : every_scene(*shipped_catalog())) {
            Visitor visitor(shipped_catalog());
            scene.prepare(visitor);
            if (visitor.state.visit.screen == Screen::attract) continue;
            visitor.asks(BringDown{true});
            expect_in_reach(stage, scene, visitor, static_cast<float>(h) * share);
        }
    }
}

TEST(Reach, follows_how_the_screen_stands) {
    Visitor visitor(shipped_catalog());
    EXPECT_EQ(lowered_share(visitor.state, 1080, 1920), 0);
    visitor.asks(BringDown{true});
    EXPECT_FLOAT_EQ(lowered_share(visitor.state, 1080, 1920), 0.5F);
    auto catalog = std::make_shared<Catalog>(*visitor.state.catalog);
    catalog->around.stand = {500, 1000, 1220};
    visitor.state.catalog = catalog;
    EXPECT_FLOAT_EQ(lowered_share(visitor.state, 1080, 1920), 0.56F);
}

INSTANTIATE_TEST_SUITE_P(Displays, Geometry, testing::ValuesIn(displays()), name_of_display);

}  // namespace
}  // namespace candor::screens
