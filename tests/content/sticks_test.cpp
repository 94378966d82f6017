#include "content/sticks.h"

#include <sys/mount.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "../pack/package/package_scratch.h"
#include "base/mounts.h"

namespace candor::content {
namespace {

namespace fs = std::filesystem;
using State = Stick::State;

std::vector<std::string> names_of(const Stick& stick) {
    std::vector<std::string> out;
    for (const auto& package : stick.packages)
        out.push_back(package.lexically_relative(stick.folder).string());
    return out;
}

using Names = std::vector<std::string>;

/// A stick as it is: a file with a FAT file system, mounted through a loop device; where the kernel
/// knows no FAT, a mount in memory. Where nothing can be mounted, `works()` is false.
class RealStick {
  public:
    RealStick(const fs::path& image, const fs::path& at) : at_(at) {
        fs::create_directories(at);
        std::ofstream(image, std::ios::binary).seekp((8 << 20) - 1).put('\0');
        const std::string file = "'" + image.string() + "'", place = "'" + at.string() + "'";
        works_ = (run("mkfs.vfat " + file) && run("mount -o loop,utf8 " + file + " " + place)) ||
                 ::mount("none", at.c_str(), "tmpfs", MS_NOSUID | MS_NODEV, "size=8m") == 0;
    }
    ~RealStick() { pull_out(); }
    RealStick(const RealStick&) = delete;
    RealStick& operator=(const RealStick&) = delete;
    bool works() const { return works_; }
    void write(const fs::path& name) const {
        fs::create_directories((at_ / name).parent_path());
        std::ofstream(at_ / name) << "x";
    }
    /// While something still reads it, as a hand does it.
    void pull_out() {
        if (works_) ::umount2(at_.c_str(), MNT_DETACH);
        works_ = false;
    }

  private:
    static bool run(const std::string& command) {
        return std::system(
                   ("PATH=$PATH:/usr/sbin:/sbin " + command + " >/dev/null 2>&1").c_str()) == 0;
    }
    fs::path at_;
    bool works_ = false;
};

}  // namespace

TEST(Sticks, packages_are_found_in_folders_and_in_capitals) {
    const pack::Scratch media;
    for (const char* name :
         {"a.candorpack", "B.CANDORPACK", "c.CandorPack", "in/d.candorpack",
          "in/the/deep/e.candorpack", "no.zip", "candorpack", ".candorpack",
          ".Trash-1000/files/gone.candorpack", "System Volume Information/x.candorpack"})
        media.write(std::string("STICK/") + name, "x");
    const auto sticks = look_for_sticks({media.path(), media / "gone"});
    ASSERT_EQ(sticks.size(), 1U);
    EXPECT_EQ(sticks[0].name, "STICK");
    EXPECT_EQ(sticks[0].state, State::good);
    EXPECT_EQ(names_of(sticks[0]), (Names{"B.CANDORPACK", "a.candorpack", "c.CandorPack",
                                          "in/d.candorpack", "in/the/deep/e.candorpack"}));
}

TEST(Sticks, are_found_below_a_users_folder_too_and_each_is_named) {
    const pack::Scratch media;
    media.write("ada/BLUE/a.candorpack", "x");
    media.write("ada/RED/b.candorpack", "x");
    media.write("GREEN/c.candorpack", "x");
    media.write("ada/EMPTY/readme.txt", "x");
    const auto sticks = look_for_sticks({media.path()});
    ASSERT_EQ(sticks.size(), 3U);
    EXPECT_EQ(sticks[0].name, "GREEN");
    EXPECT_EQ(sticks[1].name, "BLUE");
    EXPECT_EQ(sticks[2].name, "RED");
    EXPECT_EQ(stick_folders({media.path()}).size(), 3U);
}

TEST(Sticks, folder_that_waits_for_a_stick_is_a_place_and_holds_none) {
    const pack::Scratch media;
    std::filesystem::create_directories(media / "sdb1");
    EXPECT_EQ(stick_places({media.path(), media / "gone"}),
              std::vector<std::filesystem::path>{media / "sdb1"});
    EXPECT_TRUE(stick_folders({media.path()}).empty());
    EXPECT_TRUE(look_for_sticks({media.path()}).empty());
}

TEST(Sticks, packages_in_folders_are_found_below_a_users_folder) {
    const pack::Scratch media;
    media.write("ada/BLUE/packs/A.CANDORPACK", "x");
    media.write("ada/BLUE/packs/more/b.candorpack", "x");
    media.write("ada/RED/letter.txt", "x");
    const auto sticks = look_for_sticks({media.path()});
    ASSERT_EQ(sticks.size(), 1U);
    EXPECT_EQ(sticks[0].name, "BLUE");
    EXPECT_EQ(names_of(sticks[0]), (Names{"packs/A.CANDORPACK", "packs/more/b.candorpack"}));
}

TEST(Sticks, a_root_may_be_the_stick) {
    const pack::Scratch stick;
    stick.write("a.candorpack", "x");
    const auto sticks = look_for_sticks({stick.path()});
    ASSERT_EQ(sticks.size(), 1U);
    EXPECT_EQ(names_of(sticks[0]), Names{"a.candorpack"});
}

TEST(Sticks, too_much_is_told_and_bounded) {
    const pack::Scratch media;
    for (int i = 0; i < 60; ++i)
        media.write("MANY/" + std::to_string(1000 + i) + ".candorpack", "x");
    media.write("DEEP/a.candorpack", "x");
    media.write("DEEP/1/2/3/4/5/6/b.candorpack", "x");
    const auto sticks = look_for_sticks({media.path()});
    ASSERT_EQ(sticks.size(), 2U);
    EXPECT_EQ(names_of(sticks[0]), Names{"a.candorpack"});
    EXPECT_EQ(sticks[0].state, State::not_all);
    EXPECT_EQ(sticks[1].packages.size(), kMostPackages);
    EXPECT_EQ(sticks[1].state, State::not_all);
}

TEST(Sticks, of_very_many_folders_some_are_left_out) {
    const pack::Scratch media;
    media.write("LARGE/a.candorpack", "x");
    for (std::size_t i = 0; i < kMostFolders + 10; ++i)
        fs::create_directory(media / "LARGE" / ("folder-" + std::to_string(i)));
    const auto sticks = look_for_sticks({media.path()});
    ASSERT_EQ(sticks.size(), 1U);
    EXPECT_EQ(names_of(sticks[0]), Names{"a.candorpack"});
    EXPECT_EQ(sticks[0].state, State::not_all);
}

TEST(Sticks, links_lead_nowhere) {
    const pack::Scratch media, elsewhere;
    elsewhere.write("secret.candorpack", "x");
    media.write("STICK/a.candorpack", "x");
    fs::create_symlink(elsewhere.path(), media / "STICK/link");
    fs::create_symlink(elsewhere / "secret.candorpack", media / "STICK/b.candorpack");
    const auto sticks = look_for_sticks({media.path()});
    ASSERT_EQ(sticks.size(), 1U);
    EXPECT_EQ(names_of(sticks[0]), Names{"a.candorpack"});
}

TEST(Sticks, a_search_ends_when_nobody_waits) {
    const pack::Scratch media;
    for (int i = 0; i < 100; ++i) media.write("STICK/" + std::to_string(i) + "/a.candorpack", "x");
    media.write("STICK/a.candorpack", "x");
    int asked = 0;
    const auto sticks = look_for_sticks({media.path()}, [&] { return ++asked < 10; });
    EXPECT_EQ(asked, 10);
    ASSERT_EQ(sticks.size(), 1U);
    EXPECT_LT(sticks[0].packages.size(), 10U);
}

TEST(Sticks, real_ones_are_told_with_and_without_packages) {
    const pack::Scratch media;
    RealStick full(media / "full.img", media / "ada/FULL"),
        none(media / "none.img", media / "NONE");
    if (!full.works() || !none.works()) GTEST_SKIP() << "nothing can be mounted here";
    full.write("PACKS/PRP.CANDORPACK");
    full.write("hair.candorpack");
    none.write("letter.txt");
    auto sticks = look_for_sticks({media.path()});
    ASSERT_EQ(sticks.size(), 2U);
    EXPECT_EQ(sticks[0].name, "NONE");
    EXPECT_EQ(sticks[0].state, State::empty);
    EXPECT_EQ(sticks[1].name, "FULL");
    EXPECT_EQ(sticks[1].state, State::good);
    EXPECT_EQ(names_of(sticks[1]), (Names{"PACKS/PRP.CANDORPACK", "hair.candorpack"}));
    EXPECT_EQ(stick_folders({media.path()}).size(), 2U);
    sticks = look_for_sticks({media / "NONE"});
    ASSERT_EQ(sticks.size(), 1U) << "a root that is mounted itself";
    full.pull_out();
    EXPECT_EQ(look_for_sticks({media.path()}).size(), 1U);
}

TEST(Sticks, one_that_cannot_be_read_is_told) {
    const pack::Scratch media;
    RealStick stick(media / "stick.img", media / "STICK");
    if (!stick.works()) GTEST_SKIP() << "nothing can be mounted here";
    stick.write("a.candorpack");
    // Its folder is gone between the list of mounts and the look at it.
    int asked = 0;
    const auto sticks = look_for_sticks({media.path()}, [&] {
        if (++asked == 3) {
            stick.pull_out();
            fs::remove_all(media / "STICK");
        }
        return true;
    });
    ASSERT_EQ(sticks.size(), 1U);
    EXPECT_EQ(sticks[0].state, State::unreadable);
    EXPECT_TRUE(sticks[0].packages.empty());
}

TEST(Mounts, paths_with_blanks_are_read_and_names_that_start_alike_told_apart) {
    const auto found = base::mounts_below(
        "36 35 8:17 / /media/MY\\040STICK rw - vfat /dev/sdb1 rw\n"
        "37 35 8:18 / /mediathek/x rw - vfat /dev/sdb2 rw\n"
        "38 35 8:19 / /run/media/ada/RED rw - vfat /dev/sdc1 rw\n",
        {"/media", "/run/media"});
    EXPECT_EQ(found, (std::vector<fs::path>{"/media/MY STICK", "/run/media/ada/RED"}));
}

}  // namespace candor::content
