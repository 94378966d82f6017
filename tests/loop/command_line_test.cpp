#include "loop/command_line.h"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

#include "arguments.h"

namespace candor::loop {
namespace {

constexpr SizeLimits kLimits{{320, 240}, 8192, {1080, 1920}};

struct Parsed {
    RunOptions options;
    std::optional<int> status;
};

Parsed parsed(const std::vector<std::string>& words) {
    Arguments arguments(words);
    Parsed out;
    CLI::App app;
    add_run_options(app, out.options, kLimits);
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    out.status = parse(app, arguments.count(), arguments.values());
    testing::internal::GetCapturedStdout();
    testing::internal::GetCapturedStderr();
    return out;
}

}  // namespace

TEST(ParseSize, takes_whole_pixels_within_the_limits) {
    EXPECT_EQ(parse_size("1080x1920", kLimits), (WindowSize{1080, 1920}));
    EXPECT_EQ(parse_size("320x240", kLimits), (WindowSize{320, 240}));
    EXPECT_EQ(parse_size("8192x8192", kLimits), (WindowSize{8192, 8192}));
}

TEST(ParseSize, refuses_what_is_no_size_or_beyond_the_limits) {
    for (const char* text :
         {"", "x", "1080", "1080x", "x1920", "1080x1920x1", "1080 x 1920", "1080x1920px", "319x240",
          "320x239", "8193x500", "500x8193", "-1080x1920", "99999999999x1920"})
        EXPECT_EQ(parse_size(text, kLimits), std::nullopt) << text;
}

TEST(RunOptions, are_filled_from_the_command_line) {
    const Parsed all = parsed({"--size", "800x600", "--reduced-motion", "--screens", "pictures"});
    EXPECT_EQ(all.status, std::nullopt);
    EXPECT_EQ(all.options.size, (WindowSize{800, 600}));
    EXPECT_TRUE(all.options.reduced_motion);
    EXPECT_EQ(all.options.screens, "pictures");
    EXPECT_EQ(parsed({}).options.size, std::nullopt);
}

TEST(RunOptions, what_is_wrong_ends_with_2_and_help_with_0) {
    EXPECT_EQ(parsed({"--size", "10x10"}).status, 2);
    EXPECT_EQ(parsed({"--no-such-thing"}).status, 2);
    EXPECT_EQ(parsed({"--help"}).status, 0);
}

}  // namespace candor::loop
