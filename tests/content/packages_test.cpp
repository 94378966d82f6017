#include "content/packages.h"

#include "../pack/package/package_scratch.h"
#include "content/packs_here.h"
#include "pack/package/library.h"
#include "pack/package/store.h"

namespace candor::content {
namespace {

namespace fs = std::filesystem;

StaffPack looked_at(pack::Kiosk& kiosk, const fs::path& package) {
    fs::create_directories(kiosk.state());
    return look_at_package(package, kiosk.state(), kiosk.state(), kiosk.policy());
}

std::vector<StaffPack> here(pack::Kiosk& kiosk, const fs::path& shipped) {
    const auto library = pack::load_library(
        shipped, pack::installed_packs(kiosk.state(), kiosk.policy()), pack::ShowShipped::yes);
    return packs_here(*library, kiosk.state(), kiosk.policy(), "2026-11-25");
}

}  // namespace

TEST(PackagesOnSticks, say_what_they_hold_and_whether_they_are_on_the_kiosk) {
    pack::Kiosk kiosk;
    const auto package = kiosk.package(3);
    StaffPack found = looked_at(kiosk, package);
    EXPECT_EQ(found.id, "scratch");
    EXPECT_EQ(found.version, 3);
    EXPECT_EQ(found.title.in("en"), "Scratch");
    EXPECT_EQ(found.languages, std::vector<std::string>{"en"});
    EXPECT_EQ(found.review.name, "Dr. Rae Viewer");
    EXPECT_EQ(found.problem, "");
    EXPECT_FALSE(found.live);
    ASSERT_TRUE(kiosk.install(package));
    EXPECT_TRUE(looked_at(kiosk, package).live);
    ASSERT_TRUE(kiosk.install(4));
    found = looked_at(kiosk, package);
    EXPECT_FALSE(found.live);
    EXPECT_EQ(found.problem, "staff.problem.older");
}

TEST(PackagesOnSticks, of_strangers_and_damaged_ones_say_why_they_are_refused) {
    pack::Kiosk kiosk, stranger;
    EXPECT_EQ(looked_at(kiosk, stranger.package(3)).problem, "staff.problem.signature");
    kiosk.scratch().write("x.candorpack", "PK no package");
    const StaffPack found = looked_at(kiosk, kiosk.scratch() / "x.candorpack");
    EXPECT_EQ(found.id, "x");
    EXPECT_EQ(found.problem, "staff.problem.damaged");
    EXPECT_EQ(looked_at(kiosk, kiosk.scratch() / "gone.candorpack").problem, "staff.problem.gone");
}

TEST(PacksHere, tell_shipped_installed_and_what_cannot_be_shown) {
    pack::Kiosk kiosk;
    const fs::path shipped = kiosk.scratch() / "shipped";
    fs::create_directories(shipped);
    fs::copy(kiosk.pack().folder(), shipped / "scratch", fs::copy_options::recursive);
    auto packs = here(kiosk, shipped);
    ASSERT_EQ(packs.size(), 1U);
    EXPECT_TRUE(packs[0].shipped);
    ASSERT_TRUE(kiosk.install(3));
    ASSERT_TRUE(kiosk.install(4));
    packs = here(kiosk, shipped);
    ASSERT_EQ(packs.size(), 1U);
    EXPECT_FALSE(packs[0].shipped);
    EXPECT_EQ(packs[0].version, 4);
    EXPECT_EQ(packs[0].previous_version, 3);
    // Whoever signed it is not trusted any more; nothing else is there.
    fs::remove_all(shipped / "scratch");
    kiosk.policy().keys.clear();
    packs = here(kiosk, shipped);
    ASSERT_EQ(packs.size(), 1U);
    EXPECT_EQ(packs[0].problem, "staff.problem.signature");
}

}  // namespace candor::content
