#include "desk/shell/tour.h"

#include <map>

#include "../packs/fragile_packs.h"
#include "desk_in_memory.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;
using testing_packs::FragilePacks;

constexpr std::size_t kEnough = 64U << 20;

class DeskTour : public testing::Test {
  protected:
    DeskTour() {
        clinic.receives("Elif");
        clinic.receives("Jonas");
    }

    Options options() const {
        Options out;
        out.assets = CANDOR_SOURCE_DIR "/assets";
        out.decoder = CANDOR_BINARY_DIR "/bin/candor-decode";
        out.state = clinic.folder();
        out.key = clinic.key_file();
        out.who = "Ada";
        out.packs = packs.folder();
        out.screens = screens();
        return out;
    }
    fs::path screens() const { return clinic.folder() / "screens"; }

    /// Every file that the tour wrote, by name.
    std::map<std::string, std::string> seen() const {
        std::map<std::string, std::string> out;
        for (const fs::path& file : FragilePacks::files_in(screens()))
            out[file.filename().string()] = base::read_file(file, kEnough).value();
        fs::remove_all(screens());
        return out;
    }

    FragilePacks packs;
    Clinic clinic;
};

}  // namespace

TEST_F(DeskTour, gives_the_same_bytes_each_time) {
    ASSERT_EQ(render_tour(options()), 0);
    const auto first = seen();
    ASSERT_EQ(render_tour(options()), 0);
    const auto second = seen();
    ASSERT_EQ(first.size(), second.size());
    ASSERT_GT(first.size(), 20U);
    for (const auto& [name, bytes] : first) EXPECT_TRUE(second.at(name) == bytes) << name;
}

TEST_F(DeskTour, ends_well_with_broken_packs_and_with_none) {
    for (const fs::path& pack : {packs.words(), packs.questions()}) {
        for (const fs::path& file : FragilePacks::files_in(pack)) {
            if (file.extension() != ".yaml") continue;
            const FragilePacks::Broken broken(file, testing_packs::Damage::half);
            EXPECT_EQ(render_tour(options()), 0) << file;
        }
    }
    for (const fs::path& pack : {packs.words(), packs.questions()}) fs::remove_all(pack);
    EXPECT_EQ(render_tour(options()), 0);
}

}  // namespace candor::desk
