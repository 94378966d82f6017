#include "base/places.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/scratch_folder.h"

namespace candor::base {
namespace {

namespace fs = std::filesystem;

class PlacesTest : public testing::Test {
  protected:
    fs::path prefix() const { return scratch_.path(); }
    fs::path program() const { return prefix() / "bin/candor-kiosk"; }
    void has_assets() { fs::create_directories(prefix() / "share/candor/assets/strings"); }

  private:
    ScratchFolder scratch_ = ScratchFolder::in_temp("candor-places").value();
};

}  // namespace

TEST_F(PlacesTest, of_an_installed_program_are_below_its_prefix) {
    has_assets();
    const auto places = places_of(program());
    EXPECT_EQ(places.assets, fs::canonical(prefix() / "share/candor/assets"));
    EXPECT_EQ(places.content, prefix() / "share/candor/content");
    EXPECT_EQ(places.decoder, prefix() / "libexec/candor/candor-decode");
    EXPECT_EQ(places.state, "/var/lib/candor");
}

TEST_F(PlacesTest, of_a_build_are_the_sources_own_and_the_build_keeps_the_state) {
    fs::create_directories(prefix() / "sources/assets/strings");
    fs::create_directories(prefix() / "share/candor");
    fs::create_directory_symlink(prefix() / "sources/assets", prefix() / "share/candor/assets");
    std::ofstream(prefix() / "CMakeCache.txt") << "a build\n";
    const auto places = places_of(program());
    EXPECT_EQ(places.assets, fs::canonical(prefix() / "sources/assets"));
    EXPECT_EQ(places.decoder, prefix() / "bin/candor-decode");
    EXPECT_EQ(places.state, prefix() / "state");
}

TEST_F(PlacesTest, of_a_program_alone_are_those_of_the_system) {
    const auto places = places_of(program());
    EXPECT_EQ(places.assets, "/usr/share/candor/assets");
    EXPECT_EQ(places.decoder, "/usr/libexec/candor/candor-decode");
    EXPECT_EQ(places.state, "/var/lib/candor");
}

TEST_F(PlacesTest, of_this_build_are_there) {
    const auto places = default_places();
    EXPECT_EQ(places.assets, fs::canonical(CANDOR_SOURCE_DIR "/assets"));
    EXPECT_EQ(places.content, fs::canonical(CANDOR_SOURCE_DIR "/content"));
}

}  // namespace candor::base
