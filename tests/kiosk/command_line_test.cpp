#include "kiosk/command_line.h"

#include <gtest/gtest.h>

#include <fstream>

#include "../loop/arguments.h"
#include "base/scratch_folder.h"

namespace candor::kiosk {
namespace {

loop::CommandLine<Options> read(const std::vector<std::string>& words) {
    loop::Arguments arguments(words);
    testing::internal::CaptureStderr();
    auto line = read_command_line(arguments.count(), arguments.values());
    testing::internal::GetCapturedStderr();
    return line;
}

}  // namespace

TEST(KioskCommandLine, without_words_is_the_kiosk_on_the_whole_display) {
    const auto line = read({});
    EXPECT_EQ(line.status, std::nullopt);
    EXPECT_EQ(line.options.size, std::nullopt);
    EXPECT_FALSE(line.options.windowed);
    EXPECT_EQ(line.options.language, "en");
    EXPECT_EQ(line.options.contrast, ui::Contrast::standard);
    EXPECT_FALSE(line.options.assets.empty());
}

TEST(KioskCommandLine, takes_what_it_is_told) {
    const auto line =
        read({"--size", "540x960", "--rotate", "90", "--language", "tr", "--state", "here",
              "--contrast", "dark", "--sticks", "a", "b", "--sticks-wanted", "w", "--windowed"});
    EXPECT_EQ(line.status, std::nullopt);
    EXPECT_EQ(line.options.size, (loop::WindowSize{540, 960}));
    EXPECT_EQ(line.options.rotation, platform::Rotation::clockwise_90);
    EXPECT_EQ(line.options.language, "tr");
    EXPECT_EQ(line.options.contrast, ui::Contrast::dark);
    EXPECT_EQ(line.options.state, "here");
    EXPECT_EQ(line.options.sticks, (std::vector<std::filesystem::path>{"a", "b"}));
    EXPECT_EQ(line.options.sticks_wanted, "w");
    EXPECT_TRUE(line.options.windowed);
}

TEST(KioskCommandLine, takes_from_kiosk_yaml_what_it_leaves_open) {
    const auto scratch = base::ScratchFolder::in_temp("candor-line").value();
    const std::string state = scratch.path().string();
    std::ofstream(scratch.path() / "kiosk.yaml")
        << "display:\n  rotate: 270\n  language: de\n  languages: [de, tr]\n";
    const auto line = read({"--state", state});
    EXPECT_EQ(line.options.rotation, platform::Rotation::clockwise_270);
    EXPECT_EQ(line.options.language, "de");
    EXPECT_EQ(line.options.offered, (std::vector<std::string>{"de", "tr"}));
    const auto told = read({"--state", state, "--rotate", "0", "--language", "es"});
    EXPECT_EQ(told.options.rotation, platform::Rotation::none);
    EXPECT_EQ(told.options.language, "es");
    const auto tour = read({"--state", state, "--screens", state});
    EXPECT_EQ(tour.options.rotation, platform::Rotation::none);
    EXPECT_EQ(tour.options.language, "en");
    EXPECT_TRUE(tour.options.offered.empty());
}

TEST(KioskCommandLine, a_panel_is_no_window) {
    EXPECT_FALSE(read({}).options.panel);
    EXPECT_TRUE(read({"--panel"}).options.panel);
    EXPECT_EQ(read({"--panel", "--windowed"}).status, 2);
}

TEST(KioskCommandLine, refuses_what_no_screen_is) {
    EXPECT_EQ(read({"--size", "319x500"}).status, 2);
    EXPECT_EQ(read({"--rotate", "45"}).status, 2);
    EXPECT_EQ(read({"--contrast", "dim"}).status, 2);
    EXPECT_EQ(read({"--preview", "/nonexistent"}).status, 2);
}

}  // namespace candor::kiosk
