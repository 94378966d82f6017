#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include "base/files.h"

namespace candor::ui {
namespace {

namespace fs = std::filesystem;

/// The lines of what draws in which a colour is made rather than named.
std::vector<std::string> made_colours(const fs::path& app) {
    const std::regex made(R"(Rgba( \w+)?\{[^}]|\{ ?\d+, \d+, \d+, (0|\d\d+) ?\})");
    std::vector<std::string> found;
    for (const char* room : {"ui", "screens", "desk"}) {
        for (const auto& entry : fs::recursive_directory_iterator(app / room)) {
            if (!entry.is_regular_file() || entry.path().filename() == "palette.cpp") continue;
            const std::string text = base::read_file(entry.path(), 1U << 22).value();
            for (std::sregex_iterator at(text.begin(), text.end(), made), end; at != end; ++at)
                found.push_back(entry.path().filename().string() + ": " + at->str());
        }
    }
    return found;
}

TEST(Colours, only_the_palette_makes_one_and_all_else_names_its_role) {
    const auto found = made_colours(fs::path(CANDOR_SOURCE_DIR) / "app");
    std::string all;
    for (const std::string& line : found) all += line + "\n";
    EXPECT_TRUE(found.empty()) << all;
}

}  // namespace
}  // namespace candor::ui
