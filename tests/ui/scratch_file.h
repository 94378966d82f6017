#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace candor::ui {

/// A file of this name and these bytes in a folder of the running test's own.
inline std::filesystem::path scratch_file(const std::string& name, std::string_view bytes) {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    const auto folder = std::filesystem::path(testing::TempDir()) /
                        ("candor-ui-" + std::string(test->test_suite_name()) + "-" + test->name());
    std::filesystem::create_directories(folder);
    std::ofstream(folder / name, std::ios::binary) << bytes;
    return folder / name;
}

inline std::filesystem::path assets() { return CANDOR_SOURCE_DIR "/assets"; }

}  // namespace candor::ui
