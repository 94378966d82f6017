#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace candor {
namespace {

namespace fs = std::filesystem;

/// The paths of "| where is … | `path` |" in the newcomer's page.
std::vector<std::string> places(std::istream& readme) {
    static const std::regex kRow(R"(^\| [^|]+ \| `([a-z0-9_/.]+)` \|$)");
    std::vector<std::string> found;
    bool there = false;
    std::smatch row;
    for (std::string line; std::getline(readme, line);) {
        if (line.rfind("## ", 0) == 0) there = line == "## Where is …?";
        if (there && std::regex_match(line, row, kRow)) found.push_back(row[1]);
    }
    return found;
}

}  // namespace

TEST(WhereIs, each_answer_is_a_file) {
    std::ifstream readme(fs::path(CANDOR_SOURCE_DIR) / "app" / "README.md");
    const auto all = places(readme);
    EXPECT_GE(all.size(), 20U);
    for (const auto& place : all)
        EXPECT_TRUE(fs::is_regular_file(fs::path(CANDOR_SOURCE_DIR) / "app" / place)) << place;
}

}  // namespace candor
