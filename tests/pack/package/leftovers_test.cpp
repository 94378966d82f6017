#include "pack/package/leftovers.h"

#include "pack/package/unpacked_package.h"
#include "package_scratch.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;

}  // namespace

TEST(Leftovers, folders_of_killed_programs_go_and_nothing_else) {
    Kiosk kiosk;
    ASSERT_TRUE(kiosk.install(1));
    const auto state = kiosk.state();
    for (const char* folder : {".look-abcdef/scratch", "packs/scratch/.new-abcdef/scratch",
                               "packs/other/.new-abcdef", "look-here", "packs/scratch/new-ones"})
        fs::create_directories(state / folder);
    fs::create_directory_symlink(state / "look-here", state / ".look-link");
    clear_leftovers(state);
    EXPECT_FALSE(fs::exists(state / ".look-abcdef"));
    EXPECT_FALSE(fs::exists(state / "packs/scratch/.new-abcdef"));
    EXPECT_FALSE(fs::exists(state / "packs/other/.new-abcdef"));
    EXPECT_TRUE(fs::exists(state / "look-here"));
    EXPECT_TRUE(fs::exists(state / "packs/scratch/new-ones"));
    EXPECT_TRUE(fs::is_symlink(state / ".look-link"));
    EXPECT_TRUE(verify_installed(*kiosk.live()));
}

TEST(Leftovers, what_a_program_still_uses_stays) {
    Kiosk kiosk;
    const auto package = Package::open(kiosk.package(1));
    fs::create_directories(kiosk.state());
    const auto looked = UnpackedPackage::open(*package, kiosk.state());
    ASSERT_TRUE(looked);
    InstallOptions options;
    options.check = [&](const Pack& pack) {
        clear_leftovers(kiosk.state());
        EXPECT_TRUE(fs::exists(pack.folder / "pack.yaml"));
        return base::Findings{};
    };
    EXPECT_TRUE(kiosk.install(kiosk.scratch() / "1.candorpack", options));
    EXPECT_TRUE(fs::exists(looked->folder() / "pack.yaml"));
}

TEST(Leftovers, folder_that_is_not_there_is_not_made) {
    const Scratch scratch;
    clear_leftovers(scratch / "none");
    EXPECT_FALSE(fs::exists(scratch / "none"));
}

}  // namespace candor::pack
