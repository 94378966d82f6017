#pragma once
#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace candor::picture {

inline std::filesystem::path decoder_path() { return CANDOR_BINARY_DIR "/bin/candor-decode"; }

/// An empty folder of this test's own.
inline std::filesystem::path fresh_folder() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    const auto folder =
        std::filesystem::path(testing::TempDir()) / (std::string("candor-picture-") + test->name());
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
}

/// A PNG or JPEG of w × h: its upper left quarter red, all else blue.
std::string png_of(int w, int h);
std::string jpeg_of(int w, int h);

/// A segment of a JPEG.
inline std::string segment(unsigned char marker, std::string_view data) {
    const std::size_t length = data.size() + 2;
    return std::string{'\xFF', char(marker), char(length >> 8), char(length & 0xFF)} +
           std::string(data);
}
/// EXIF that says no more than how to turn the picture.
std::string exif(int orientation, bool little_endian = true);
/// The JPEG with segments (and whatever else) right behind its start.
inline std::string with(const std::string& jpeg, const std::string& inserted) {
    return jpeg.substr(0, 2) + inserted + jpeg.substr(2);
}

}  // namespace candor::picture
