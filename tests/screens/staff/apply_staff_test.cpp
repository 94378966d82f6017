#include <gtest/gtest.h>

#include "visitor.h"

namespace candor::screens {
namespace {

using Codes = std::vector<std::string>;

Visitor at_the_code() {
    Visitor visitor(small_catalog());
    visitor.asks(OpenStaff{});
    return visitor;
}

/// Everything that staff may do, once.
void does_all(Visitor& visitor) {
    visitor.asks(InstallPack{"/media/stick/a.candorpack"}).asks(RollBackPack{"a"});
    visitor.asks(BelieveClock{});
}

}  // namespace

TEST(ApplyStaff, code_is_handed_over_once_and_forgotten) {
    Visitor visitor = at_the_code();
    visitor.types("246810").asks(EnterStaffCode{});
    EXPECT_EQ(visitor.services.codes, Codes{"246810"});
    EXPECT_TRUE(visitor.state.visit.staff.code.empty());
    EXPECT_EQ(visitor.state.visit.typing.caret, 0U);
    visitor.types("1");
    EXPECT_EQ(visitor.typed(), "1") << "the next try begins at its first digit";
}

TEST(ApplyStaff, keys_for_next_and_done_hand_the_code_over) {
    for (const auto key : {ui::KeyboardResult::Kind::next, ui::KeyboardResult::Kind::done}) {
        Visitor visitor = at_the_code();
        visitor.types("1234").presses(key);
        EXPECT_EQ(visitor.services.codes, Codes{"1234"});
        EXPECT_EQ(visitor.state.visit.typing.field, Field::staff_code) << "to try again";
    }
}

TEST(ApplyStaff, code_is_digits_alone) {
    Visitor visitor = at_the_code();
    visitor.types("1").types("a").types("-").types("2");
    EXPECT_EQ(visitor.typed(), "12");
}

TEST(ApplyStaff, digits_that_another_left_are_gone_when_staff_come) {
    Visitor visitor = at_the_code();
    visitor.types("12").asks(GoHome{}).asks(OpenStaff{});
    EXPECT_EQ(visitor.typed(), "");
}

TEST(ApplyStaff, nothing_is_done_before_the_right_code) {
    for (const auto stage : {Staff::Stage::locked, Staff::Stage::checking}) {
        Visitor visitor = at_the_code();
        visitor.state.visit.staff.news.stage = stage;
        does_all(visitor);
        EXPECT_TRUE(visitor.services.installs.empty());
        EXPECT_TRUE(visitor.services.roll_backs.empty());
        EXPECT_EQ(visitor.services.believed_clocks, 0);
    }
}

TEST(ApplyStaff, behind_the_code_it_is_done) {
    Visitor visitor = at_the_code();
    visitor.state.visit.staff.news.stage = Staff::Stage::open;
    does_all(visitor);
    visitor.asks(CancelInstall{});
    EXPECT_EQ(visitor.services.installs, Codes{"/media/stick/a.candorpack"});
    EXPECT_EQ(visitor.services.roll_backs, Codes{"a"});
    EXPECT_EQ(visitor.services.believed_clocks, 1);
    EXPECT_EQ(visitor.services.cancels, 1);
}

TEST(ApplyStaff, going_back_ends_the_visit_and_what_was_open) {
    Visitor visitor = at_the_code();
    visitor.state.visit.staff.news.stage = Staff::Stage::open;
    visitor.asks(GoBack{});
    EXPECT_EQ(visitor.screen(), Screen::attract);
    EXPECT_EQ(visitor.services.erased, 1);
    EXPECT_EQ(visitor.state.visit.staff.news.stage, Staff::Stage::locked);
}

}  // namespace candor::screens
