#include "loop/tour.h"

#include <gtest/gtest.h>

#include "base/clock.h"
#include "base/files.h"
#include "base/scratch_folder.h"

namespace candor::loop {

TEST(Tour, takes_each_screen_when_it_is_at_rest) {
    const auto folder = base::ScratchFolder::in_temp("candor-loop-tour").value();
    platform::HeadlessWindow window(8, 8);
    ui::Tree tree;
    int settled = 0;
    Tour tour(folder.path(), window,
              {[&settled] { ++settled; }, [&tree]() -> const ui::Tree& { return tree; }});
    tour.take("home");
    tour.take("reader/1");
    EXPECT_EQ(settled, 2);
    EXPECT_EQ(tour.status(), 0);
    for (const char* name : {"01-home.png", "01-home.txt", "02-reader-1.png", "02-reader-1.txt"})
        EXPECT_TRUE(std::filesystem::exists(folder.path() / name)) << name;
}

TEST(Tour, what_could_not_be_written_is_in_the_status) {
    platform::HeadlessWindow window(8, 8);
    ui::Tree tree;
    Tour tour("/nonexistent/pictures", window,
              {[] {}, [&tree]() -> const ui::Tree& { return tree; }});
    tour.take("home");
    EXPECT_EQ(tour.status(), 1);
}

TEST(PrepareTour, wants_a_folder_that_can_be_made) {
    const auto folder = base::ScratchFolder::in_temp("candor-loop-tour").value();
    const auto file = folder.path() / "a file";
    ASSERT_TRUE(base::write_file_atomically(file, "x"));
    EXPECT_FALSE(prepare_tour(file / "pictures"));
}

}  // namespace candor::loop
