#include <gtest/gtest.h>

#include "stage.h"

namespace candor::screens {
namespace {

/// Somebody stands before the staff's part, and has no code yet.
class StaffCodeScreen : public testing::Test {
  protected:
    StaffCodeScreen() { visitor_.asks(OpenStaff{}); }
    Staff& staff() { return visitor_.state.visit.staff; }
    bool shows(const std::string& part) {
        stage_.draw(visitor_.state);
        return ui::to_text(stage_.tree(), ui::Rects::without).find(part) != std::string::npos;
    }
    bool shows_words(std::string_view key) { return shows(visitor_.state.strings()(key)); }

    Visitor visitor_{bare_catalog()};
    Stage stage_{1080, 1920, decoder()};
};

}  // namespace

TEST_F(StaffCodeScreen, digits_are_dots_on_the_glass_and_in_the_tree) {
    visitor_.types("2468");
    EXPECT_FALSE(shows("2468"));
    EXPECT_TRUE(shows("****"));
}

TEST_F(StaffCodeScreen, nothing_behind_the_code_is_shown_before_it) {
    staff().news.here.push_back({});
    staff().news.here.back().id = "hidden-pack";
    visitor_.state.kiosk.key = "0123456789abcdef";
    staff().delivery = StaffDelivery{};
    EXPECT_FALSE(shows("hidden-pack"));
    EXPECT_FALSE(shows("0123456789abcdef"));
    EXPECT_FALSE(shows_words("staff.packs.title"));
    staff().news.stage = Staff::Stage::open;
    EXPECT_TRUE(shows("hidden-pack"));
    EXPECT_TRUE(shows("0123456789abcdef"));
}

TEST_F(StaffCodeScreen, each_answer_to_a_code_has_its_words) {
    staff().news.no_code = true;
    EXPECT_TRUE(shows_words("staff.code.none"));
    staff().news = {};
    staff().news.stage = Staff::Stage::checking;
    EXPECT_TRUE(shows_words("staff.pack.checking"));
    staff().news = {};
    staff().news.wrong = true;
    EXPECT_TRUE(shows_words("staff.code.wrong"));
    staff().wait_s = 41;
    EXPECT_TRUE(shows("41")) << "how long to wait is more than that it was wrong";
    EXPECT_FALSE(shows_words("staff.code.wrong"));
}

}  // namespace candor::screens
