#include "fleet/help_relay.h"

#include <fstream>

#include "server_test.h"

namespace candor::fleet {
namespace {

using consult::HelpStand;

constexpr const char* kCalledAt = "2027-01-15T08:00:00Z";

class HelpRelayTest : public ServerTest {
  protected:
    const std::filesystem::path& state() const { return kiosk_.folder(); }
    DeliverySettings settings(const std::string& url) const {
        return {*read_database_url(url), "north", "hall", 30, 50, {}};
    }
    HelpRelay relay() { return {state(), settings(kiosk_url()), stop_, clock_.hands()}; }
    std::unique_ptr<Connection> desk(const std::string& login = "desk.north.front") {
        return Connection::open(*read_database_url(server_.url(login, database_)), stop_).value();
    }
    consult::HelpCall calls() {
        return consult::call_for_help(state(), "Kiosk 2", kCalledAt).value();
    }
    std::string on_server() const { return admin().run("SELECT count(*) FROM candor.help_call"); }
};

TEST_F(HelpRelayTest, desk_elsewhere_sees_the_call_and_the_kiosk_that_it_is_taken) {
    auto relay = this->relay();
    EXPECT_EQ(relay.turn(), Delivery::kIdleMs);
    const auto call = calls();
    EXPECT_EQ(relay.turn(), HelpRelay::kAskEveryMs);
    EXPECT_EQ(consult::stand_of(state(), call), HelpStand::told);
    const auto front = desk();
    EXPECT_EQ(help_calls(*front).value(), std::vector{call});
    EXPECT_EQ(help_calls(*desk("desk.south.front")).value(), std::vector<consult::HelpCall>{});

    clock_.forward(HelpRelay::kAskEveryMs);
    EXPECT_EQ(relay.turn(), HelpRelay::kAskEveryMs);
    EXPECT_EQ(take_help_call(*front, call.id), true);
    EXPECT_EQ(take_help_call(*desk("desk.north.back"), call.id), false) << "at the same moment";
    clock_.forward(HelpRelay::kAskEveryMs);
    EXPECT_EQ(relay.turn(), 0);
    EXPECT_EQ(consult::stand_of(state(), call), HelpStand::taken);
    EXPECT_EQ(relay.turn(), Delivery::kIdleMs);
    wait_until("SELECT count(*) = 0 FROM pg_stat_activity WHERE usename = 'kiosk.north.hall'");
}

TEST_F(HelpRelayTest, call_that_ended_is_taken_back_and_the_next_one_is_another) {
    auto relay = this->relay();
    calls();
    relay.turn();
    EXPECT_EQ(on_server(), "1");
    consult::end_help_call(state());
    relay.turn();
    EXPECT_EQ(on_server(), "0");
    const auto second = calls();
    EXPECT_EQ(relay.turn(), HelpRelay::kAskEveryMs);
    const auto third = calls();  // before the second was taken
    EXPECT_EQ(relay.turn(), HelpRelay::kAskEveryMs);
    EXPECT_EQ(help_calls(*desk()).value(), std::vector{third});
    EXPECT_EQ(consult::stand_of(state(), second), HelpStand::called);
}

TEST_F(HelpRelayTest, courier_that_was_killed_leaves_no_call_behind) {
    const auto call = calls();
    {
        auto killed = relay();
        killed.turn();
    }
    auto next = relay();
    EXPECT_EQ(next.turn(), HelpRelay::kAskEveryMs) << "goes on where it was";
    EXPECT_EQ(help_calls(*desk()).value(), std::vector{call});
    EXPECT_EQ(take_help_call(*desk(), call.id), true);
    auto after = relay();
    EXPECT_EQ(after.turn(), 0);
    EXPECT_EQ(consult::stand_of(state(), call), HelpStand::taken) << "not called a second time";

    calls();
    auto again = relay();
    again.turn();
    consult::end_help_call(state());
    auto last = relay();
    last.turn();
    EXPECT_EQ(on_server(), "0");
}

TEST_F(HelpRelayTest, desk_on_the_same_folder_takes_it_for_all) {
    auto relay = this->relay();
    const auto call = calls();
    relay.turn();
    ASSERT_TRUE(consult::take_help_call(state(), call));
    relay.turn();
    EXPECT_EQ(on_server(), "0");
}

TEST_F(HelpRelayTest, server_that_is_not_there_is_told_and_tried_again_soon) {
    const std::string nowhere = "postgresql://kiosk.north.hall@/candor?host=" + state().string();
    HelpRelay relay(state(), settings(nowhere), stop_, clock_.hands());
    const auto call = calls();
    const auto wait_ms = relay.turn();
    EXPECT_GT(wait_ms, 0);
    EXPECT_EQ(relay.fault()->kind, base::FaultKind::unreachable);
    EXPECT_EQ(consult::stand_of(state(), call), HelpStand::not_told);
    EXPECT_EQ(relay.turn(), wait_ms) << "not at once";
    for (int i = 0; i < 10; ++i) {
        clock_.forward(relay.turn());
        EXPECT_LE(relay.turn(), 10'000);
    }
    calls();
    clock_.forward(1);
    relay.turn();
    EXPECT_EQ(consult::stand_of(state(), *consult::open_help_call(state())), HelpStand::not_told)
        << "a new call does not wait for an older one's turn";
    consult::end_help_call(state());
}

TEST_F(HelpRelayTest, what_a_kiosk_calls_itself_is_one_line_at_the_desk) {
    admin().run("INSERT INTO candor.help_call VALUES ('north', 'hall', '" + std::string(36, '1') +
                "', E'Kiosk\\n2', '2027-01-15T08:00:00Z'), ('north', 'ward', '" +
                std::string(36, '2') + "', 'Kiosk 3', 'yesterday')");
    const auto calls = help_calls(*desk()).value();
    ASSERT_EQ(calls.size(), 1U);
    EXPECT_EQ(calls[0].from, "Kiosk 2");
}

}  // namespace
}  // namespace candor::fleet
