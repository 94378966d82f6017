#include "desk/shell/command_line.h"

#include <gtest/gtest.h>

#include "../../loop/arguments.h"

namespace candor::desk {
namespace {

loop::CommandLine<Options> read(const std::vector<std::string>& words) {
    loop::Arguments arguments(words);
    testing::internal::CaptureStderr();
    auto line = read_command_line(arguments.count(), arguments.values());
    testing::internal::GetCapturedStderr();
    return line;
}

}  // namespace

TEST(DeskCommandLine, without_words_knows_who_it_is) {
    const auto line = read({});
    EXPECT_EQ(line.status, std::nullopt);
    EXPECT_FALSE(line.options.who.empty());
    EXPECT_EQ(line.options.lock_after_minutes, 15);
}

TEST(DeskCommandLine, takes_what_it_is_told) {
    const auto line = read({"--size", "1920x1080", "--name", "Ada", "--language", "de",
                            "--lock-after", "5", "--database", "postgresql://desk"});
    EXPECT_EQ(line.status, std::nullopt);
    EXPECT_EQ(line.options.size, (loop::WindowSize{1920, 1080}));
    EXPECT_EQ(line.options.who, "Ada");
    EXPECT_EQ(line.options.language, "de");
    EXPECT_EQ(line.options.lock_after_minutes, 5);
    EXPECT_EQ(line.options.database, "postgresql://desk");
}

TEST(DeskCommandLine, refuses_what_cannot_be) {
    EXPECT_EQ(read({"--size", "800x600"}).status, 2);
    EXPECT_EQ(read({"--name", ""}).status, 2);
    EXPECT_EQ(read({"--lock-after", "0"}).status, 2);
    EXPECT_EQ(read({"--state", "here", "--database", "postgresql://desk"}).status, 2);
    EXPECT_EQ(read({"--fhir", "ftp://host/fhir"}).status, 2);
    EXPECT_EQ(read({"--fhir-ca", "/etc/hosts"}).status, 2) << "of no server";
}

}  // namespace candor::desk
