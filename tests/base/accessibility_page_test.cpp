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

std::string whole(const fs::path& file) {
    std::ifstream in(file);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// "Suite.name" of each test in the sources; "Suite.*" too.
std::set<std::string> tests_there_are() {
    static const std::regex kTest(R"(\bTEST(?:_[FP])?\(\s*(\w+),\s*(\w+)\s*\))");
    std::set<std::string> found;
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(CANDOR_SOURCE_DIR) / "tests")) {
        if (!entry.path().string().ends_with("_test.cpp")) continue;
        const std::string text = whole(entry.path());
        for (std::sregex_iterator test(text.begin(), text.end(), kTest), end; test != end; ++test) {
            found.insert((*test)[1].str() + "." + (*test)[2].str());
            found.insert((*test)[1].str() + ".*");
        }
    }
    return found;
}

/// What stands in backticks as "Suite.name".
std::set<std::string> tests_named(const std::string& page) {
    static const std::regex kName(R"(`([A-Z]\w*\.(?:\w+|\*))`)");
    std::set<std::string> found;
    for (std::sregex_iterator name(page.begin(), page.end(), kName), end; name != end; ++name)
        found.insert((*name)[1]);
    return found;
}

}  // namespace

TEST(AccessibilityPage, names_tests_that_there_are) {
    const auto there = tests_there_are();
    const auto named =
        tests_named(whole(fs::path(CANDOR_SOURCE_DIR) / "app" / "ui" / "ACCESSIBILITY.md"));
    EXPECT_GE(named.size(), 25U);
    for (const auto& name : named) EXPECT_TRUE(there.contains(name)) << name;
}

}  // namespace candor
