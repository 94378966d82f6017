#include "consult/handover/help_call.h"

#include <gtest/gtest.h>

#include <fstream>

#include "fresh_folder.h"

namespace candor::consult {
namespace {

constexpr const char* kAt = "2026-11-29T10:00:00Z";

TEST(HelpCall, desk_sees_who_calls_until_it_takes_the_call) {
    const FreshFolder folder;
    const auto& state = folder.path();
    EXPECT_EQ(open_help_call(state), std::nullopt);
    const auto call = call_for_help(state, "Kiosk 2", kAt);
    ASSERT_TRUE(call);
    EXPECT_EQ(open_help_call(state), *call);
    EXPECT_EQ(call->from, "Kiosk 2");
    EXPECT_EQ(stand_of(state, *call), HelpStand::called);
    ASSERT_TRUE(take_help_call(state, *call));
    EXPECT_EQ(stand_of(state, *call), HelpStand::taken);
    EXPECT_EQ(open_help_call(state), std::nullopt);
}

TEST(HelpCall, next_call_is_another_one) {
    const FreshFolder folder;
    const auto& state = folder.path();
    const auto first = call_for_help(state, "Kiosk 2", kAt).value();
    ASSERT_TRUE(take_help_call(state, first));
    const auto second = call_for_help(state, "Kiosk 2", kAt).value();
    EXPECT_NE(first.id, second.id);
    EXPECT_EQ(stand_of(state, second), HelpStand::called);
    EXPECT_EQ(open_help_call(state), second);
}

TEST(HelpCall, courier_tells_whether_desks_see_it_and_a_desk_has_the_last_word) {
    const FreshFolder folder;
    const auto& state = folder.path();
    const auto call = call_for_help(state, "Kiosk 2", kAt).value();
    ASSERT_TRUE(tell_of_help_call(state, call, false));
    EXPECT_EQ(stand_of(state, call), HelpStand::not_told);
    EXPECT_EQ(open_help_call(state), call);
    ASSERT_TRUE(tell_of_help_call(state, call, true));
    EXPECT_EQ(stand_of(state, call), HelpStand::told);
    ASSERT_TRUE(take_help_call(state, call));
    EXPECT_EQ(stand_of(state, call), HelpStand::taken);
    ASSERT_TRUE(tell_of_help_call(state, call, true));
    EXPECT_EQ(stand_of(state, call), HelpStand::taken);
    EXPECT_EQ(stand_of(state, call_for_help(state, "Kiosk 2", kAt).value()), HelpStand::called);
}

TEST(HelpCall, courier_knows_after_a_restart_what_it_put_on_the_server) {
    const FreshFolder folder;
    const auto& state = folder.path();
    EXPECT_EQ(relayed_call(state), "");
    ASSERT_TRUE(set_relayed_call(state, "an id"));
    EXPECT_EQ(relayed_call(state), "an id");
    ASSERT_TRUE(set_relayed_call(state, ""));
    ASSERT_TRUE(set_relayed_call(state, ""));  // there is none
    EXPECT_EQ(relayed_call(state), "");
}

TEST(HelpCall, call_that_ended_is_none) {
    const FreshFolder folder;
    const auto& state = folder.path();
    end_help_call(state);  // none yet
    ASSERT_TRUE(call_for_help(state, "Kiosk 2", kAt));
    end_help_call(state);
    EXPECT_EQ(open_help_call(state), std::nullopt);
}

TEST(HelpCall, file_that_is_not_ours_is_no_call) {
    const FreshFolder folder;
    const auto& state = folder.path();
    std::filesystem::create_directories(help_folder(state));
    for (const std::string text :
         {"", "x", "id 1\nfrom K\nat yesterday\n", "id 1\nat 2026-11-29T10:00:00Z\n"}) {
        std::ofstream(help_folder(state) / "call") << text;
        EXPECT_EQ(open_help_call(state), std::nullopt) << text;
    }
    std::ofstream(help_folder(state) / "call") << std::string(1 << 20, 'x');
    EXPECT_EQ(open_help_call(state), std::nullopt);
}

TEST(HelpCall, folder_that_cannot_be_written_is_told) {
    const FreshFolder folder;
    const auto& state = folder.path();
    std::ofstream(help_folder(state)) << "a file, where the folder should be";
    EXPECT_FALSE(call_for_help(state, "Kiosk 2", kAt));
}

}  // namespace
}  // namespace candor::consult
