#include <gtest/gtest.h>

#include "screens/staff/staff.h"
#include "stage.h"

namespace candor::screens {
namespace {

using Names = std::vector<std::string>;

/// Staff have typed the code. The kiosk has version 2 of "a", and a stick has version 3.
class StaffPacksScreen : public testing::Test {
  protected:
    StaffPacksScreen() {
        visitor_.state.visit.screen = Screen::staff;
        news().stage = Staff::Stage::open;
        news().here.push_back(pack(2));
        news().on_stick.push_back(pack(3));
        news().sticks.push_back({"STICK", "/media/stick", {}});
        on_stick().stick = "/media/stick";
        on_stick().package = "/media/stick/a.candorpack";
    }
    static StaffPack pack(int version) {
        StaffPack made;
        made.id = "a";
        made.title = english("Pack a");
        made.version = version;
        made.languages = {"en", "xx"};
        return made;
    }
    StaffNews& news() { return visitor_.state.visit.staff.news; }
    StaffPack& here() { return news().here.front(); }
    StaffPack& on_stick() { return news().on_stick.front(); }

    std::string shown() {
        stage_.draw(visitor_.state);
        return ui::to_text(stage_.tree(), ui::Rects::without);
    }
    bool shows(const std::string& part) { return shown().find(part) != std::string::npos; }
    bool offers(const std::string& button) {
        stage_.draw(visitor_.state);
        return stage_.tree().find(ui::Role::button, button) != nullptr;
    }

    Visitor visitor_{bare_catalog()};
    Stage stage_{1080, 1920, decoder()};
    static constexpr const char* kInstall = "Install Pack a, version 3";
};

}  // namespace

TEST_F(StaffPacksScreen, package_on_a_stick_is_installed_by_its_file) {
    stage_.tap(visitor_, ui::Role::button, kInstall);
    EXPECT_EQ(visitor_.services.installs, Names{"/media/stick/a.candorpack"});
}

TEST_F(StaffPacksScreen, package_that_is_live_or_refused_is_not_offered) {
    ASSERT_TRUE(offers(kInstall));
    on_stick().live = true;
    EXPECT_FALSE(offers(kInstall));
    EXPECT_TRUE(shows(visitor_.state.strings()("staff.pack.is-live")));
    on_stick().live = false;
    on_stick().problem = "staff.problem.signature";
    EXPECT_FALSE(offers(kInstall));
    EXPECT_TRUE(shows(visitor_.state.strings()("staff.pack.refused")));
    EXPECT_TRUE(shows(visitor_.state.strings()("staff.problem.signature")));
}

TEST_F(StaffPacksScreen, version_before_is_offered_where_there_is_one) {
    const std::string back = visitor_.state.strings()("staff.roll-back", {{"version", "1"}});
    EXPECT_FALSE(offers(back));
    here().previous_version = 1;
    stage_.tap(visitor_, ui::Role::button, back);
    EXPECT_EQ(visitor_.services.roll_backs, Names{"a"});
}

TEST_F(StaffPacksScreen, while_one_is_installed_it_can_be_stopped_and_nothing_else_done) {
    here().previous_version = 1;
    news().installing = "a";
    news().percent = 40;
    EXPECT_TRUE(shows("Pack a")) << "by its title";
    EXPECT_TRUE(shows("40"));
    EXPECT_FALSE(offers(kInstall));
    EXPECT_FALSE(offers(visitor_.state.strings()("staff.roll-back", {{"version", "1"}})));
    EXPECT_FALSE(offers(visitor_.state.strings()("staff.leave")));
    stage_.tap(visitor_, ui::Role::button, visitor_.state.strings()("staff.cancel"));
    EXPECT_EQ(visitor_.services.cancels, 1);
}

TEST_F(StaffPacksScreen, what_came_of_it_is_an_alert_with_title_and_version) {
    news().message = "staff.installed";
    news().message_pack = "a";
    news().message_version = "3";
    const std::string words =
        visitor_.state.strings()("staff.installed", {{"title", "Pack a"}, {"version", "3"}});
    EXPECT_TRUE(shows("alert \"" + words));
    news().message_pack = "gone";
    EXPECT_TRUE(shows("gone")) << "a pack that is in no list goes by its id";
}

TEST_F(StaffPacksScreen, stick_is_missed_only_when_there_is_none) {
    const std::string none = visitor_.state.strings()("staff.packs.no-stick");
    EXPECT_FALSE(shows(none));
    news().on_stick.clear();
    news().sticks.clear();
    news().looking = true;
    EXPECT_FALSE(shows(none));
    EXPECT_TRUE(shows(visitor_.state.strings()("staff.pack.checking")));
    news().looking = false;
    EXPECT_TRUE(shows(none));
}

TEST_F(StaffPacksScreen, language_that_the_kiosk_does_not_have_goes_by_its_code) {
    EXPECT_TRUE(shows("English, xx"));
}

TEST_F(StaffPacksScreen, review_and_damage_are_told) {
    const ui::Strings& strings = visitor_.state.strings();
    EXPECT_TRUE(shows(strings("staff.pack.draft")));
    here().review = {};
    here().review.status = pack::ReviewStatus::reviewed;
    here().review.name = "A. Name";
    here().review.due.time = pack::ReviewTime::passed;
    here().review.review_by = "2026-01-01";
    here().damaged_version = 4;
    here().by_one_key = true;
    EXPECT_TRUE(shows("A. Name"));
    EXPECT_TRUE(shows(strings("staff.pack.review-over", {{"date", "1 January 2026"}})));
    EXPECT_TRUE(shows(strings("staff.pack.damaged", {{"version", "4"}, {"good", "2"}})));
    EXPECT_TRUE(shows(strings("staff.pack.one-key")));
}

}  // namespace candor::screens
