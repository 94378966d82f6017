#include "consult/handover/help_call.h"

#include "desk_in_memory.h"

namespace candor::desk {
namespace {

using ui::Role;
constexpr const char* kWords = "Someone at Kiosk 2 would like help";

class HelpCalls : public testing::Test {
  protected:
    explicit HelpCalls(Clinic::Key key = Clinic::Key::open) : clinic(key) {}
    void calls() {
        ASSERT_TRUE(consult::call_for_help(clinic.folder(), "Kiosk 2", "2026-11-29T10:00:00Z"));
    }
    /// The folder's watch has its own thread.
    void awaits(bool shown) {
        for (int i = 0; i < 1000 && at.reads(kWords) != shown; ++i) {
            std::vector<platform::Event> none;
            at.window.wait(20, none);
            at.looks();
        }
        EXPECT_EQ(at.reads(kWords), shown) << at.text();
    }

    Clinic clinic;
    DeskInMemory at{clinic};
};

class HelpCallsAtALockedDesk : public HelpCalls {
  protected:
    HelpCallsAtALockedDesk() : HelpCalls(Clinic::Key::with_passphrase) {}
};

TEST_F(HelpCalls, stand_there_until_somebody_takes_them) {
    at.unlocks();
    EXPECT_FALSE(at.reads("would like help"));
    calls();
    awaits(true);
    at.clicks(Role::tab, "Packs");
    EXPECT_TRUE(at.reads(kWords)) << "on every page";
    at.clicks(Role::button, "I am going there");
    EXPECT_FALSE(at.reads(kWords));
    EXPECT_EQ(consult::open_help_call(clinic.folder()), std::nullopt);
}

TEST_F(HelpCallsAtALockedDesk, are_seen_and_taken) {
    calls();
    awaits(true);
    EXPECT_EQ(at.state().vault, Vault::locked);
    at.clicks(Role::button, "I am going there");
    EXPECT_FALSE(at.reads(kWords));
}

TEST_F(HelpCalls, that_others_took_sooner_call_back_who_sets_out) {
    at.unlocks();
    calls();
    awaits(true);
    ASSERT_TRUE(consult::take_help_call(clinic.folder(), *at.state().help));
    at.desk->apply(TakeHelpCall{});  // before this desk has noticed
    at.looks();
    EXPECT_FALSE(at.reads(kWords));
    EXPECT_TRUE(at.reads("Kiosk 2: someone else was sooner")) << at.text();
    at.clicks(Role::button, "Close");
    EXPECT_FALSE(at.reads("someone else was sooner"));
}

TEST_F(HelpCalls, go_when_the_kiosks_visit_ends) {
    at.unlocks();
    calls();
    awaits(true);
    consult::end_help_call(clinic.folder());
    awaits(false);
}

}  // namespace
}  // namespace candor::desk
