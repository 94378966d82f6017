#include "pack/package/checked_pictures.h"

#include <unistd.h>

#include "package_scratch.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;
using base::FaultKind;

constexpr std::size_t kEnough = 1 << 20;

/// A kiosk that shows one installed pack.
class Pictures : public testing::Test {
  protected:
    Pictures() {
        EXPECT_TRUE(kiosk_.install(1));
        library_ = load_library("/none", {*kiosk_.live()}, ShowShipped::no);
        EXPECT_EQ(library_->packs.size(), 1U);
        pictures_.hold(*library_);
    }
    fs::path picture() const { return library_->packs.at(0).folder / "images/x.png"; }
    static std::string bytes_of(const base::OpenFile& file) {
        return base::read_bytes(file.descriptor, file.bytes, "").value_or("unreadable");
    }

    Kiosk kiosk_;
    CheckedPictures pictures_{kiosk_.state()};
    std::shared_ptr<const Library> library_;
};

}  // namespace

TEST_F(Pictures, bytes_that_were_checked_are_handed_over_and_nobody_can_change_them) {
    const auto opened = pictures_.open(picture(), kEnough);
    ASSERT_TRUE(opened) << opened.error().detail;
    std::ofstream(picture(), std::ios::trunc) << "other";
    EXPECT_EQ(bytes_of(*opened), "png");
    EXPECT_EQ(::write(opened->descriptor.get(), "x", 1), -1);
    EXPECT_EQ(::ftruncate(opened->descriptor.get(), 0), -1);
    EXPECT_TRUE(pictures_.take_damaged().empty());
}

TEST_F(Pictures, picture_with_other_bytes_is_damaged_and_names_its_pack_once) {
    for (const std::string& other : {std::string("gif"), std::string("pngs"), std::string()}) {
        std::ofstream(picture(), std::ios::trunc) << other;
        for (int i = 0; i < 2; ++i) {
            const auto opened = pictures_.open(picture(), kEnough);
            ASSERT_FALSE(opened) << other;
            EXPECT_EQ(opened.error().kind, FaultKind::damaged);
            EXPECT_EQ(opened.error().where, "images/x.png");
        }
        EXPECT_EQ(pictures_.take_damaged(), std::vector{library_->packs.at(0).folder});
        EXPECT_TRUE(pictures_.take_damaged().empty());
    }
}

TEST_F(Pictures, file_that_the_manifest_does_not_name_is_damage) {
    const auto added = picture().parent_path() / "y.png";
    std::ofstream(added) << "png";
    EXPECT_EQ(pictures_.open(added, kEnough).error().kind, FaultKind::damaged);
}

TEST_F(Pictures, shipped_picture_is_not_held_to_anything) {
    const auto shipped = kiosk_.pack().folder() / "images/x.png";
    std::ofstream(shipped) << "other";
    EXPECT_EQ(bytes_of(*pictures_.open(shipped, kEnough)), "other");
    EXPECT_TRUE(pictures_.take_damaged().empty());
}

TEST_F(Pictures, pack_that_is_not_shown_gives_no_picture) {
    const auto shown = picture();
    library_.reset();
    const auto opened = pictures_.open(shown, kEnough);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, FaultKind::refused);
}

}  // namespace candor::pack
