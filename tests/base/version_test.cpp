#include "base/version.h"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <sstream>

namespace candor::base {
namespace {

std::string whole_file(const char* file) {
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string first_of(const std::string& text, const char* pattern) {
    std::smatch found;
    return std::regex_search(text, found, std::regex(pattern)) ? found[1].str() : "";
}

}  // namespace

TEST(Version, is_the_projects_and_says_which_build_this_is) {
    const auto version = first_of(whole_file(CANDOR_SOURCE_DIR "/CMakeLists.txt"),
                                  R"(project\(candor VERSION ([0-9.]+))");
    ASSERT_FALSE(version.empty());
    EXPECT_EQ(version_line("candor").find("candor " + version + " (a developer's build, "), 0U)
        << version_line("candor");
}

TEST(Version, has_a_dated_part_of_the_changelog) {
    const auto version = first_of(version_line("x"), R"(x ([0-9.]+) )");
    EXPECT_NE(whole_file(CANDOR_SOURCE_DIR "/CHANGELOG.md").find("\n## " + version + " ("),
              std::string::npos)
        << version;
}

}  // namespace candor::base
