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

const fs::path kTests = fs::path(CANDOR_SOURCE_DIR) / "tests";

std::string read_whole(const fs::path& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// "Suite.name" of every test that stands in a source.
std::set<std::string> tests_on_disk() {
    static const std::regex kTest(R"(TEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\s*\))");
    std::set<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(kTests)) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
        const std::string text = read_whole(entry.path());
        for (std::sregex_iterator at(text.begin(), text.end(), kTest), end; at != end; ++at)
            names.insert((*at)[1].str() + "." + (*at)[2].str());
    }
    return names;
}

bool stands_in(const std::string& suite, const std::string& name,
               const std::set<std::string>& tests) {
    const bool begins = name.ends_with('*');
    const std::string wanted = suite + "." + (begins ? name.substr(0, name.size() - 1) : name);
    const auto found = tests.lower_bound(wanted);
    return found != tests.end() && (begins ? found->starts_with(wanted) : *found == wanted);
}

}  // namespace

TEST(Faults, every_test_that_the_table_names_is_there) {
    // `Suite.name`, `Suite.beginning*`, `Instances/Suite.name/value`; suites begin with a capital.
    static const std::regex kName("`(?:[A-Z]\\w*/)?([A-Z]\\w*)\\.(\\w*\\*?)(?:/[\\w/]+)?`");
    const std::string table = read_whole(kTests / "faults/README.md");
    const auto tests = tests_on_disk();
    int named = 0;
    for (std::sregex_iterator at(table.begin(), table.end(), kName), end; at != end; ++at, ++named)
        EXPECT_TRUE(stands_in((*at)[1], (*at)[2], tests)) << (*at)[0];
    EXPECT_GT(named, 100);
}

}  // namespace candor
