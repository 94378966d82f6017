#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace candor {
namespace {

namespace fs = std::filesystem;

std::string compile_commands() {
    std::ifstream file(fs::path(CANDOR_BINARY_DIR) / "compile_commands.json");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

bool is_compiled(const fs::path& source, const std::string& commands) {
    return commands.find("\"file\": \"" + source.string() + "\"") != std::string::npos;
}

bool is_test(const fs::path& file) { return file.string().ends_with("_test.cpp"); }

}  // namespace

TEST(TestsInBuild, every_test_file_on_disk_is_compiled) {
    if (CANDOR_ALL_ROOMS == 0) GTEST_SKIP() << "only some rooms are configured";
    const std::string commands = compile_commands();
    ASSERT_TRUE(is_compiled(__FILE__, commands)) << "compile_commands.json does not name this file";
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(CANDOR_SOURCE_DIR) / "tests")) {
        if (is_test(entry.path())) {
            EXPECT_TRUE(is_compiled(entry.path(), commands)) << entry.path() << " is in no program";
        }
    }
}

}  // namespace candor
