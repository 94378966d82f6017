#include <gtest/gtest.h>

#include <algorithm>

#include "headless_kiosk.h"
#include "person.h"
#include "scratch_folder.h"

namespace candor::journeys {
namespace {

class Searching : public testing::Test {
  protected:
    Searching() {
        person.touch(Role::button, "Touch to start");
        person.touch(Role::button, "Search all topics");
        person.touch(Role::textbox, "Search all topics");
    }

    /// The paragraph with these words lies wholly between the bars.
    bool in_sight(std::string_view words) const {
        const auto& nodes = kiosk.tree().nodes;
        return std::any_of(nodes.begin(), nodes.end(), [&](const ui::Node& node) {
            return node.role == Role::paragraph && node.name.find(words) != std::string::npos &&
                   node.rect.y > 0 && node.rect.bottom() < 1756;
        });
    }

    ScratchFolder state;
    HeadlessKiosk kiosk{state.path()};
    Person person{kiosk};
};

TEST_F(Searching, word_with_a_typo_leads_to_its_place_on_the_page) {
    person.types("facails");
    EXPECT_TRUE(person.sees(Role::status, "2 places found"));
    person.touch(Role::link, "In short, and a quick check");
    EXPECT_TRUE(person.is_on("reader"));
    EXPECT_TRUE(person.sees(Role::progressbar, "Page 7 of 7"));
    EXPECT_TRUE(in_sight("HIV was probably passed on by PRP facials"));
}

TEST_F(Searching, hit_far_down_a_page_opens_scrolled_to_it) {
    person.types("needling");
    person.touch(Role::link, "What studies found");
    EXPECT_TRUE(in_sight("30 men had needling"));
    EXPECT_LT(person.thing(Role::heading, "What studies found").rect.bottom(), 0);
}

TEST_F(Searching, beginning_of_a_word_finds_it_while_it_is_typed) {
    person.types("plat");
    EXPECT_TRUE(person.sees(Role::link, "What PRP is"));
    EXPECT_EQ(person.length_of("Search all topics"), 4U);
    person.touch(Role::button, "Delete");
    EXPECT_EQ(person.length_of("Search all topics"), 3U);
}

TEST_F(Searching, word_without_a_place_says_so_and_points_to_staff) {
    person.types("zzqxv");
    EXPECT_TRUE(person.reads("Nothing found. Try another word, or ask our staff."));
}

TEST_F(Searching, words_are_gone_after_the_visit) {
    person.types("needling");
    person.touch(Role::button, "Done");
    person.touch(Role::button, "Topics");
    person.touch(Role::button, "Finish");
    person.touch(Role::button, "Finish and erase this screen");
    person.touch(Role::button, "Touch to start");
    person.touch(Role::button, "Search all topics");
    EXPECT_EQ(person.length_of("Search all topics"), 0U);
    EXPECT_TRUE(person.sees(Role::heading, "Questions people ask"));
}

}  // namespace
}  // namespace candor::journeys
