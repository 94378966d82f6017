#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "headless_kiosk.h"
#include "person.h"
#include "pixels.h"
#include "scratch_folder.h"

// What staff or a bad disk may do to the content: the kiosk starts, and shows what is good.

namespace candor::journeys {
namespace {

constexpr const char* kTubeAlt =
    "A tube of blood goes into a machine that spins it. It comes out in layers: yellow on top, a "
    "thin pale band, red below. A bracket marks the band and the yellow just above it, with many "
    "platelets. That part goes into a syringe";

class Content {
  public:
    Content() { std::filesystem::copy(shipped_content(), path(), kEverything); }
    std::filesystem::path path() const { return folder_.path(); }
    void overwrite(const char* file, const char* bytes) const {
        std::ofstream(folder_ / file, std::ios::trunc) << bytes;
    }

  private:
    static constexpr auto kEverything = std::filesystem::copy_options::recursive;
    ScratchFolder folder_;
};

std::vector<std::uint32_t> picture_of_the_tube(const std::filesystem::path& content) {
    const ScratchFolder state;
    HeadlessKiosk kiosk(state.path(), content);
    Person person(kiosk);
    person.touch(Role::button, "Touch to start");
    person.touch(Role::button, "PRP, and how it differs");
    EXPECT_TRUE(person.sees(Role::img, kTubeAlt));
    EXPECT_TRUE(person.reads("Spinning sorts your blood into layers."));
    return pixels_in(kiosk.shown(), person.thing(Role::img, kTubeAlt).rect);
}

}  // namespace

TEST(ContentFaults, empty_folder_is_out_of_order_and_stays_so) {
    const ScratchFolder state, content;
    HeadlessKiosk kiosk(state.path(), content.path());
    Person person(kiosk);
    EXPECT_TRUE(person.is_on("out-of-order"));
    EXPECT_TRUE(person.sees(Role::heading, "Please ask our staff"));
    kiosk.put_down({540, 960});
    kiosk.lift(Lift::at_once);
    person.waits(600);
    EXPECT_TRUE(person.is_on("out-of-order"));
}

TEST(ContentFaults, broken_pack_is_left_out_and_the_others_are_there) {
    const ScratchFolder state;
    const Content content;
    content.overwrite("prp/pack.yaml", "id: [prp\nversion: {");
    HeadlessKiosk kiosk(state.path(), content.path());
    Person person(kiosk);
    person.touch(Role::button, "Touch to start");
    EXPECT_FALSE(person.sees(Role::button, "PRP, and how it differs"));
    person.touch(Role::button, "The procedure, step by step");
    EXPECT_TRUE(person.sees(Role::progressbar, "Page 1 of 14"));
}

TEST(ContentFaults, broken_self_check_is_left_out_and_the_packs_are_there) {
    const ScratchFolder state;
    const Content content;
    content.overwrite("self-check/questionnaire.yaml", "resourceType: Patient\n");
    HeadlessKiosk kiosk(state.path(), content.path());
    Person person(kiosk);
    person.touch(Role::button, "Touch to start");
    EXPECT_FALSE(person.sees(Role::button, "Begin"));
    EXPECT_TRUE(person.sees(Role::button, "PRP, and how it differs"));
}

TEST(ContentFaults, damaged_picture_shows_its_words_instead) {
    const Content content;
    content.overwrite("prp/images/prp-tube.svg", "<svg xmlns='http://www.w3.org/2000/svg'><g");
    const auto good = picture_of_the_tube(shipped_content());
    const auto damaged = picture_of_the_tube(content.path());
    EXPECT_NE(good, damaged);
    // Words on a plain ground: most pixels are the ground's, the rest is one ink's edges.
    const auto ground = static_cast<std::size_t>(
        std::count(damaged.begin(), damaged.end(), damaged[damaged.size() / 2 / 100]));
    EXPECT_GT(std::set(damaged.begin(), damaged.end()).size(), 8U) << "no words at all";
    EXPECT_GT(ground, damaged.size() * 3 / 4) << "not a plain ground";
}

}  // namespace candor::journeys
