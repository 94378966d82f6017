#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace candor {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// What the pattern's first group holds, wherever it stands in the text.
std::set<std::string> all_of(const std::string& text, const char* pattern) {
    const std::regex wanted(pattern);
    return {std::sregex_token_iterator(text.begin(), text.end(), wanted, 1), {}};
}

/// The sources that are compiled: alone, or included by a file that CMake made of several.
std::set<std::string> compiled() {
    auto files = all_of(text_of(fs::path(CANDOR_BINARY_DIR) / "compile_commands.json"),
                        R"re("file": "([^"]+)")re");
    std::set<std::string> parts;
    for (const auto& file : files)
        if (file.find("/Unity/") != std::string::npos)
            parts.merge(all_of(text_of(file), R"re(#include "([^"]+)")re"));
    files.merge(parts);
    return files;
}

/// A sanitizer brings a heap of its own.
bool needs_the_wiping_heap([[maybe_unused]] const fs::path& test) {
#ifdef __SANITIZE_ADDRESS__
    return test.string().find("tests/base/heap/") != std::string::npos;
#else
    return false;
#endif
}

bool is_test(const fs::path& file) { return file.string().ends_with("_test.cpp"); }

}  // namespace

TEST(TestsInBuild, every_test_file_on_disk_is_compiled) {
    if (CANDOR_ALL_ROOMS == 0) GTEST_SKIP() << "only some rooms are configured";
    const auto sources = compiled();
    ASSERT_TRUE(sources.contains(__FILE__)) << "compile_commands.json does not name this file";
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(CANDOR_SOURCE_DIR) / "tests")) {
        if (is_test(entry.path()) && !needs_the_wiping_heap(entry.path())) {
            EXPECT_TRUE(sources.contains(entry.path())) << entry.path() << " is in no program";
        }
    }
}

}  // namespace candor
