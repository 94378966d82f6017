#include "pack/package/highest.h"

#include "package_scratch.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;
using base::FaultKind;

/// A kiosk on which version 1 and then version 2 was installed.
class Highest : public testing::Test {
  protected:
    Highest() {
        for (const int version : {1, 2}) EXPECT_TRUE(kiosk_.install(version));
    }
    fs::path package(int version) const {
        return kiosk_.scratch() / (std::to_string(version) + ".candorpack");
    }
    fs::path note() const { return kiosk_.folder() / "highest"; }
    void damage() { std::ofstream(kiosk_.live()->folder / "pack.yaml", std::ios::app) << "#"; }
    testing::AssertionResult refuses(int version) {
        const auto done = kiosk_.install(package(version));
        if (done) return testing::AssertionFailure() << "installed";
        why_ = done.error().detail;
        if (done.error().kind == FaultKind::refused) return testing::AssertionSuccess();
        return testing::AssertionFailure() << why_;
    }

    Kiosk kiosk_;
    std::string why_;
};

}  // namespace

TEST_F(Highest, lost_link_is_no_downgrade) {
    fs::remove(kiosk_.folder() / "live");
    EXPECT_TRUE(refuses(1));
    EXPECT_NE(why_.find("a downgrade: version 2 was installed"), std::string::npos) << why_;
    EXPECT_EQ(kiosk_.folders(), 2) << "what was there is gone";
    ASSERT_TRUE(kiosk_.install(package(2)));
    EXPECT_EQ(kiosk_.live_version(), 2);
}

TEST_F(Highest, version_that_was_taken_off_is_no_downgrade) {
    damage();
    fs::remove_all(kiosk_.folder() /
                   *version_before(kiosk_.state(), "scratch", kiosk_.live()->version_folder));
    const auto now = fall_back(kiosk_.state(), *kiosk_.live(), {}, kiosk_.policy());
    ASSERT_TRUE(now && !*now);
    fs::remove_all(kiosk_.folder() / "damaged");
    EXPECT_TRUE(refuses(1));
    EXPECT_TRUE(kiosk_.install(package(2)));
}

TEST_F(Highest, version_that_fell_back_stays_the_highest) {
    damage();
    ASSERT_TRUE(fall_back(kiosk_.state(), *kiosk_.live(), {}, kiosk_.policy()));
    ASSERT_EQ(kiosk_.live_version(), 1);
    EXPECT_EQ(highest_version(kiosk_.state(), "scratch")->version, 2);
    EXPECT_TRUE(kiosk_.install(package(1))) << "what is live already";
    EXPECT_EQ(kiosk_.install(kiosk_.package(2, "Other words.\n")).error().kind, FaultKind::refused);
}

TEST_F(Highest, untrusted_version_is_no_reason_for_a_lower_one) {
    Kiosk others;  // other signers, whom the kiosk trusts from now on
    kiosk_.policy() = others.policy();
    ASSERT_EQ(kiosk_.live()->state, InstalledPack::State::untrusted);
    const auto lower = kiosk_.install(others.package(1));
    ASSERT_FALSE(lower);
    EXPECT_NE(lower.error().detail.find("a downgrade"), std::string::npos) << lower.error().detail;
    EXPECT_TRUE(kiosk_.install(others.package(3)));
    EXPECT_EQ(kiosk_.live_version(), 3);
}

TEST_F(Highest, rollback_goes_below_and_changes_nothing_of_it) {
    ASSERT_TRUE(roll_back(kiosk_.state(), "scratch", kiosk_.policy()));
    EXPECT_EQ(kiosk_.live_version(), 1);
    EXPECT_EQ(highest_version(kiosk_.state(), "scratch")->version, 2);
    damage();
    EXPECT_TRUE(kiosk_.install(package(1))) << "what was brought back is mended by its package";
    EXPECT_EQ(kiosk_.live_version(), 1);
    fs::remove(kiosk_.folder() / "live");
    EXPECT_TRUE(refuses(1));
}

TEST_F(Highest, lost_or_damaged_note_gives_way_to_the_folders_and_says_so) {
    for (const std::string& text : {std::string(), std::string("2"), std::string("../../x\n"),
                                    std::string("1-0123456789abcdef"), std::string(500, '9')}) {
        std::ofstream(note(), std::ios::trunc) << text;
        EXPECT_FALSE(kiosk_.live()->highest_noted) << text;
        EXPECT_TRUE(refuses(1)) << text;
        EXPECT_NE(why_.find("by its folders"), std::string::npos) << why_;
    }
    fs::remove(note());
    fs::remove(kiosk_.folder() / "live");
    EXPECT_FALSE(highest_version(kiosk_.state(), "scratch")->noted);
    EXPECT_TRUE(refuses(1));
    ASSERT_TRUE(mend_highest(kiosk_.state(), "scratch"));
    EXPECT_EQ(highest_version(kiosk_.state(), "scratch")->version, 2);
    EXPECT_TRUE(highest_version(kiosk_.state(), "scratch")->noted);
}

TEST_F(Highest, lost_note_is_written_anew_before_a_folder_goes) {
    fs::remove(note());
    ASSERT_TRUE(roll_back(kiosk_.state(), "scratch", kiosk_.policy()));
    EXPECT_TRUE(kiosk_.live()->highest_noted);
    fs::remove(note());
    damage();
    ASSERT_TRUE(fall_back(kiosk_.state(), *kiosk_.live(), {}, kiosk_.policy()));
    EXPECT_TRUE(highest_version(kiosk_.state(), "scratch")->noted);
    EXPECT_EQ(highest_version(kiosk_.state(), "scratch")->version, 2);
}

TEST_F(Highest, pack_that_never_was_here_has_none) {
    EXPECT_FALSE(highest_version(kiosk_.state(), "other"));
    EXPECT_TRUE(keep_highest(kiosk_.state(), "other"));
    EXPECT_FALSE(fs::exists(kiosk_.state() / "packs/other"));
}

}  // namespace candor::pack
