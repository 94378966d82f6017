#include "screens/staff/staff_delivery.h"

#include <gtest/gtest.h>

#include "stage.h"

namespace candor::screens {
namespace {

/// Staff have typed the code, and look.
class StaffDeliveryScreen : public testing::Test {
  protected:
    StaffDeliveryScreen() {
        visitor_.state.visit.screen = Screen::staff;
        visitor_.state.visit.staff.news.stage = Staff::Stage::open;
    }
    std::string shown(const StaffDelivery& delivery) {
        visitor_.state.visit.staff.delivery = delivery;
        stage_.draw(visitor_.state);
        return ui::to_text(stage_.tree(), ui::Rects::without);
    }
    static bool has(const std::string& text, const std::string& part) {
        return text.find(part) != std::string::npos;
    }

    Visitor visitor_{bare_catalog()};
    Stage stage_{1080, 1920, decoder()};
};

}  // namespace

TEST_F(StaffDeliveryScreen, kiosk_without_a_server_says_nothing) {
    stage_.draw(visitor_.state);
    EXPECT_FALSE(has(ui::to_text(stage_.tree(), ui::Rects::without), "on their way"));
}

TEST_F(StaffDeliveryScreen, all_delivered_is_said_with_the_last_moment) {
    const std::string words = shown({0, "", "2027-01-15 09:00", "", ""});
    EXPECT_TRUE(has(words, "No request is waiting"));
    EXPECT_TRUE(has(words, "2027-01-15 09:00"));
    EXPECT_FALSE(has(words, "alert"));
}

TEST_F(StaffDeliveryScreen, trouble_says_how_many_since_when_and_why) {
    const std::string words = shown(
        {2, "2027-01-14 08:00", "", "2027-01-14 07:30", "staff.delivery.problem.unreachable"});
    for (const char* part : {"2 requests are waiting", "2027-01-14 08:00", "2027-01-14 07:30",
                             "does not answer", "Nothing is lost"})
        EXPECT_TRUE(has(words, part)) << part << words;
}

}  // namespace candor::screens
