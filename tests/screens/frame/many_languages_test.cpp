#include <gtest/gtest.h>

#include <algorithm>

#include "stage.h"
#include "visitor.h"

namespace candor::screens {
namespace {

constexpr std::size_t kMany = 29;

/// As many as ship and a clinic may add.
std::shared_ptr<const Catalog> many_languages() {
    auto catalog = small_catalog();
    const ui::Strings english = catalog->strings.at("en");
    for (std::size_t i = 1; i < kMany; ++i) {
        const std::string code = "q" + std::string(1, static_cast<char>('a' + i / 26)) +
                                 std::string(1, static_cast<char>('a' + i % 26));
        catalog->languages.push_back({code, "Language " + std::to_string(i)});
        catalog->strings.emplace(code, english);
    }
    return catalog;
}

class ManyLanguages : public testing::TestWithParam<std::pair<int, int>> {
  protected:
    std::size_t count(ui::Role role, const std::string& beginning) const {
        const auto& nodes = stage_.tree().nodes;
        return static_cast<std::size_t>(
            std::count_if(nodes.begin(), nodes.end(), [&](const ui::Node& node) {
                return node.role == role && node.name.starts_with(beginning);
            }));
    }

    Visitor visitor_{many_languages()};
    Stage stage_{GetParam().first, GetParam().second, decoder()};
};

}  // namespace

TEST_P(ManyLanguages, leave_the_first_screen_its_place_and_lead_to_all) {
    stage_.draw(visitor_.state);
    const auto shown = count(ui::Role::button, "Language ");
    EXPECT_GE(shown, 2U);
    EXPECT_LT(shown, 12U);
    for (const ui::Node& node : stage_.tree().nodes) {
        if (node.name != "Touch to start") continue;
        EXPECT_GE(node.rect.y, 0) << "on the glass";
    }
    stage_.tap(visitor_, ui::Role::button, "Language");
    EXPECT_EQ(visitor_.state.visit.screen, Screen::home);
    EXPECT_EQ(visitor_.state.visit.sheet.kind, SheetKind::language);
}

TEST_P(ManyLanguages, can_each_be_chosen_the_last_by_scrolling) {
    visitor_.asks(Start{}).asks(OpenSheet{{SheetKind::language, {}, {}}});
    stage_.draw(visitor_.state);
    EXPECT_EQ(count(ui::Role::radio, "Language ") + 1, kMany);
    stage_.tap(visitor_, ui::Role::radio, "Language 28");
    EXPECT_EQ(visitor_.state.visit.language, visitor_.state.catalog->languages.back().code);
}

INSTANTIATE_TEST_SUITE_P(Displays, ManyLanguages,
                         testing::Values(std::pair{1080, 1920}, std::pair{1366, 768}));

}  // namespace candor::screens
