#include <gtest/gtest.h>

#include <algorithm>

#include "scenes.h"
#include "stage.h"

namespace candor::screens {
namespace {

using ui::Node;
using ui::Role;

TEST(GuidanceScreen, has_two_columns_on_a_wide_screen) {
    for (const auto& [w, h] : {std::pair{1920, 1080}, {1366, 768}, {1280, 800}}) {
        Stage stage(w, h, "/nonexistent/decoder");
        Visitor visitor(shipped_catalog());
        answer_everything(visitor, true);
        visitor.asks(ShowGuidance{});
        ASSERT_EQ(visitor.state.visit.screen, Screen::guidance);
        for (int frame = 0; frame < 3; ++frame) stage.draw(visitor.state);
        const auto half = static_cast<float>(w) / 2;
        const auto headings = [&](auto&& where) {
            return std::count_if(
                stage.tree().nodes.begin(), stage.tree().nodes.end(), [&](const Node& node) {
                    return node.role == Role::heading && node.rect.y > 0 &&
                           node.rect.bottom() < static_cast<float>(h) && where(node);
                });
        };
        EXPECT_GE(headings([&](const Node& node) { return node.rect.x > half; }), 1)
            << ui::to_text(stage.tree(), ui::Rects::with);
        EXPECT_GE(headings([&](const Node& node) { return node.rect.right() < half; }), 1);
    }
}

}  // namespace
}  // namespace candor::screens
